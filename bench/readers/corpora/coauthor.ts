/** Our own records, as an export writes them: nothing in them that is not read and checked. */
import type { Random } from '../../random.ts';
import type { CorpusKind } from './corpus.ts';
import { inventedAuthors, inventedIssn, inventedRor, inventedText, inventedTitle } from './invented.ts';
import type { InventedPerson } from './invented.ts';

export const coauthorRecords: CorpusKind = {
  format: 'coauthor',
  extension: 'jsonl',
  head: '',
  foot: '',
  record: (random, number) => `${JSON.stringify(paper(random, number))}\n`,
};

function paper(random: Random, number: number): object {
  const source = random.below(5_000);
  return {
    kind: 'paper',
    key: `openalex:W${2_000_000_000 + number}`,
    catalogue: 'openalex',
    title: inventedTitle(random),
    ...(random.chance(0.6) ? { abstract: inventedText(random, random.between(80, 220)) } : {}),
    date: { year: random.between(1990, 2024), month: random.between(1, 12), day: random.between(1, 28) },
    isYearInferred: false,
    categories: [],
    identifiers: [
      { scheme: 'OPENALEX', value: `W${2_000_000_000 + number}` },
      { scheme: 'DOI', value: `10.5555/bench.${number}` },
    ],
    authors: inventedAuthors(random).map((author, at) => mention(author, at + 1)),
    isAuthorListComplete: true,
    groupAuthors: [],
    institutions: [],
    type: 'ARTICLE',
    venue: {
      name: `Journal of Example ${source}`,
      type: 'JOURNAL',
      identifiers: [{ scheme: 'ISSN', value: inventedIssn(source) }],
    },
    citationCount: random.below(200),
    isRetracted: false,
    revision: '2025-01-07T12:00:00.000000',
  };
}

function mention({ number, given, family, orcid, institution }: InventedPerson, position: number): object {
  return {
    position,
    name: `${given} ${family}`,
    identifiers: [
      { scheme: 'OPENALEX', value: `A${5_000_000_000 + number}` },
      ...(orcid === undefined ? [] : [{ scheme: 'ORCID', value: orcid }]),
    ],
    affiliations: [
      {
        name: `University of Example ${institution}`,
        identifiers: [{ scheme: 'ROR', value: inventedRor(institution).replace('https://ror.org/', '') }],
        countryCode: 'DE',
      },
    ],
  };
}
