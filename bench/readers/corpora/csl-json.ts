/** A library as reference managers export it, as one list with an item per line; one item in three has its abstract. */
import type { Random } from '../../random.ts';
import type { CorpusKind } from './corpus.ts';
import { inventedAuthors, inventedIssn, inventedText, inventedTitle } from './invented.ts';

export const cslItems: CorpusKind = {
  format: 'csl-json',
  extension: 'json',
  head: '[\n',
  foot: '\n]\n',
  record: (random, number) => `${number === 1 ? '' : ',\n'}${JSON.stringify(item(random, number))}`,
};

function item(random: Random, number: number): object {
  const source = random.below(5_000);
  return {
    id: `http://zotero.org/users/1/items/B${number}`,
    type: 'article-journal',
    ...(random.chance(0.33) ? { abstract: inventedText(random, random.between(80, 220)) } : {}),
    'container-title': `Journal of Example ${source}`,
    DOI: `10.5555/bench.${number}`,
    ISSN: inventedIssn(source),
    issue: String(random.between(1, 12)),
    language: 'en',
    page: '101-119',
    source: 'DOI.org (Crossref)',
    title: inventedTitle(random),
    URL: `https://example.org/bench/${number}`,
    volume: String(random.below(90)),
    author: inventedAuthors(random).map(({ family, given }) => ({ family, given })),
    accessed: { 'date-parts': [['2024', 5, 17]] },
    issued: { 'date-parts': [[String(random.between(1970, 2024)), random.between(1, 12), random.between(1, 28)]] },
  };
}
