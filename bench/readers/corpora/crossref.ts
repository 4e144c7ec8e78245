/** Crossref works, one per line as in the public data file: with references, licences and links that the reader skips. */
import type { Random } from '../../random.ts';
import type { CorpusKind } from './corpus.ts';
import { inventedAuthors, inventedIssn, inventedRor, inventedText, inventedTitle } from './invented.ts';
import type { InventedPerson } from './invented.ts';

const VOCABULARY = ['tdm', 'vor'];

export const crossrefWorks: CorpusKind = {
  format: 'crossref',
  extension: 'jsonl',
  head: '',
  foot: '',
  record: (random, number) => `${JSON.stringify(work(random, number))}\n`,
};

function work(random: Random, number: number): object {
  const year = random.between(1990, 2024);
  const doi = `10.5555/bench.${number}`;
  const source = random.below(5_000);
  const issn = inventedIssn(source);
  const references = Array.from({ length: random.chance(0.5) ? random.between(5, 60) : 0 }, (_, at) =>
    reference(random, at),
  );
  const issued = { 'date-parts': [[year, random.between(1, 12), random.between(1, 28)]] };
  return {
    indexed: stamp(2024),
    'reference-count': references.length,
    publisher: 'Example Press LLC',
    issue: String(random.between(1, 12)),
    license: VOCABULARY.map((version) => ({
      start: stamp(year),
      'content-version': version,
      'delay-in-days': 0,
      URL: `https://www.example.org/${version}`,
    })),
    'content-domain': { domain: ['example.org'], 'crossmark-restriction': false },
    'short-container-title': [`J. Ex. ${source}`],
    'published-print': issued,
    DOI: doi,
    type: 'journal-article',
    created: stamp(year),
    page: '101-119',
    source: 'Crossref',
    'is-referenced-by-count': random.below(200),
    title: [random.chance(0.1) ? inventedTitle(random).replace(/ (\w+) /, ' <i>$1</i> ') : inventedTitle(random)],
    prefix: '10.5555',
    volume: String(random.below(90)),
    author: inventedAuthors(random).map((author, at) => contributor(author, at)),
    member: '297',
    reference: references,
    'container-title': [`Journal of Example ${source}`],
    ...(random.chance(0.2) ? { abstract: abstract(random) } : {}),
    language: 'en',
    link: VOCABULARY.map((version) => ({
      URL: `https://link.example.org/content/pdf/${doi}.pdf`,
      'content-type': 'application/pdf',
      'content-version': version,
      'intended-application': 'text-mining',
    })),
    deposited: stamp(2023),
    score: 0,
    resource: { primary: { URL: `https://link.example.org/${doi}` } },
    issued,
    'references-count': references.length,
    'alternative-id': [String(number)],
    URL: `https://doi.org/${doi}`,
    relation: {},
    ISSN: [issn],
    'issn-type': [{ value: issn, type: 'print' }],
    subject: [],
    published: issued,
  };
}

function contributor({ given, family, orcid, institution }: InventedPerson, at: number): object {
  const ror = { id: inventedRor(institution), 'id-type': 'ROR', 'asserted-by': 'publisher' };
  const place = `Department of Invention, University of Example ${institution}`;
  return {
    ...(orcid === undefined ? {} : { ORCID: `http://orcid.org/${orcid}`, 'authenticated-orcid': false }),
    given,
    family,
    sequence: at === 0 ? 'first' : 'additional',
    affiliation: institution % 2 === 0 ? [] : [{ name: place, ...(institution % 8 === 1 ? { id: [ror] } : {}) }],
  };
}

function reference(random: Random, at: number): object {
  const year = String(random.between(1960, 2023));
  const title = inventedTitle(random);
  return {
    key: `bench_CR${at + 1}`,
    'doi-asserted-by': 'crossref',
    'first-page': String(random.between(1, 900)),
    DOI: `10.5555/cited.${random.below(1e8)}`,
    volume: String(random.below(90)),
    author: 'A Example',
    year,
    unstructured: `Example A, Sample B (${year}) ${title}. J Example 150: 1143`,
    'journal-title': 'J Example',
  };
}

function abstract(random: Random): string {
  return `<jats:title>Abstract</jats:title><jats:p>${inventedText(random, random.between(80, 220))}</jats:p>`;
}

function stamp(year: number): object {
  const timestamp = Date.UTC(year, 6, 1);
  return { 'date-parts': [[year, 7, 1]], 'date-time': `${year}-07-01T00:00:00Z`, timestamp };
}
