/** A bibliography as an anthology exports it: braces in titles, TeX accents, one entry in three with its abstract. */
import type { Random } from '../../random.ts';
import type { CorpusKind } from './corpus.ts';
import { inventedAuthors, inventedText, inventedTitle } from './invented.ts';
import { withTexAccents } from './tex-accents.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export const bibtexEntries: CorpusKind = {
  format: 'bibtex',
  extension: 'bib',
  head: `@string{ep = {Example Press}}\n${MONTHS.map((month) => `@string{${month} = "${month}"}\n`).join('')}`,
  foot: '',
  record(random, number) {
    const year = random.between(1970, 2024);
    const fields = [
      `title = {${title(random)}}`,
      `author = {${authors(random)}}`,
      `booktitle = {Proceedings of the ${random.between(2, 60)}th Annual Meeting of the Example Society (Volume 1: Long Papers)}`,
      `month = ${random.pick(MONTHS)}`,
      `year = {${year}}`,
      'address = {M{\\"u}nchen, Germany}',
      'publisher = ep',
      `url = {https://example.org/${year}.bench-1.${number}/}`,
      `doi = {10.5555/bench.${number}}`,
      `pages = {${number % 900}--${(number % 900) + 11}}`,
      ...(random.chance(0.33) ? [`abstract = {${inventedText(random, random.between(80, 220))}}`] : []),
    ];
    return `@inproceedings{author-etal-${year}-title-${number},\n    ${fields.join(',\n    ')},\n}\n`;
  },
};

function title(random: Random): string {
  return inventedTitle(random).replaceAll(/\b(g\w+)\b/g, (word) => `{${word.toUpperCase()}}`);
}

function authors(random: Random): string {
  const names = inventedAuthors(random).map(({ given, family }) => withTexAccents(`${family}, ${given}`));
  return names.join('  and\n      ');
}
