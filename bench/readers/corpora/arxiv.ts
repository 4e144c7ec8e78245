/** The arXiv metadata snapshot: one paper per line, with TeX accents in the printed authors. */
import type { CorpusKind } from './corpus.ts';
import { inventedAuthors, inventedText, inventedTitle } from './invented.ts';
import { withTexAccents } from './tex-accents.ts';

export const arxivPapers: CorpusKind = {
  format: 'arxiv',
  extension: 'jsonl',
  head: '',
  foot: '',
  record(random, number) {
    const authors = inventedAuthors(random);
    const id = `${two(8 + (number % 16))}${two(1 + (number % 12))}.${String(number % 100_000).padStart(5, '0')}`;
    const paper = {
      id,
      submitter: `${authors[0]?.given} ${authors[0]?.family}`,
      authors: withTexAccents(authors.map(({ given, family }) => `${given} ${family}`).join(', ')),
      title: inventedTitle(random).replace(/(.{40,60}) /, '$1\n  '),
      comments: `${random.between(4, 60)} pages, ${random.below(12)} figures`,
      'journal-ref': random.chance(0.4) ? `J.Example ${random.below(90)} (2015) 101-119` : null,
      doi: random.chance(0.5) ? `10.5555/bench.${number}` : null,
      'report-no': null,
      categories: 'cs.LG stat.ML',
      license: 'http://arxiv.org/licenses/nonexclusive-distrib/1.0/',
      abstract: `  ${inventedText(random, random.between(80, 220)).replaceAll(/(.{70,80}) /g, '$1\n')}\n`,
      versions: [{ version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' }],
      update_date: '2015-05-13',
      authors_parsed: authors.map(({ given, family }) => [withTexAccents(family), withTexAccents(given), '']),
    };
    return `${JSON.stringify(paper)}\n`;
  },
};

function two(number: number): string {
  return String(number).padStart(2, '0');
}
