/** OpenAlex works, one per line, with everything that real ones carry and the reader passes over: half of each line. */
import type { Random } from '../../random.ts';
import type { CorpusKind } from './corpus.ts';
import { inventedAuthors, inventedIssn, inventedRor, inventedText, inventedTitle } from './invented.ts';
import type { InventedPerson } from './invented.ts';

const ID = 'https://openalex.org/';
const COUNTRIES = ['US', 'CN', 'DE', 'GB', 'JP', 'FR', 'BR', 'IN', 'IT', 'KR'];

export const openalexWorks: CorpusKind = {
  format: 'openalex',
  extension: 'jsonl',
  head: '',
  foot: '',
  record: (random, number) => `${JSON.stringify(work(random, number))}\n`,
};

function work(random: Random, number: number): object {
  const title = inventedTitle(random);
  const year = random.between(1990, 2024);
  const authors = inventedAuthors(random);
  const doi = `https://doi.org/10.5555/bench.${number}`;
  const place = location(random, doi);
  const topics = Array.from({ length: 3 }, () => topic(random));
  return {
    id: `${ID}W${2_000_000_000 + number}`,
    doi,
    title,
    display_name: title,
    publication_year: year,
    publication_date: `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    ids: { openalex: `${ID}W${2_000_000_000 + number}`, doi, mag: String(2_000_000_000 + number) },
    language: 'en',
    primary_location: place,
    type: 'article',
    indexed_in: ['crossref'],
    open_access: { is_oa: false, oa_status: 'closed', oa_url: null, any_repository_has_fulltext: false },
    authorships: authors.map((author, at) => authorship(author, at, authors.length)),
    cited_by_count: random.below(200),
    biblio: { volume: String(random.below(90)), issue: '2', first_page: '101', last_page: '119' },
    is_retracted: random.chance(0.001),
    is_paratext: false,
    primary_topic: topics[0],
    topics,
    keywords: topics.map(({ display_name, score }) => ({ id: `${ID}keywords/k`, display_name, score })),
    concepts: Array.from({ length: random.between(4, 14) }, () => concept(random)),
    locations: Array.from({ length: random.between(1, 3) }, () => place),
    referenced_works: works(random, random.between(5, 60)),
    related_works: works(random, 10),
    abstract_inverted_index: random.chance(0.6) ? inverted(inventedText(random, random.between(80, 220))) : null,
    counts_by_year: Array.from({ length: 4 }, (_, at) => ({ year: 2024 - at, cited_by_count: random.below(9) })),
    updated_date: '2025-01-07T12:00:00.000000',
    created_date: '2016-06-24',
  };
}

function authorship({ number, given, family, orcid, institution }: InventedPerson, at: number, count: number): object {
  const country = COUNTRIES[institution % COUNTRIES.length];
  const printed = `Department of Invention, University of Example ${institution}, ${country}`;
  const id = `${ID}I${4_200_000_000 + institution}`;
  return {
    author_position: at === 0 ? 'first' : at === count - 1 ? 'last' : 'middle',
    author: {
      id: `${ID}A${5_000_000_000 + number}`,
      display_name: `${given} ${family}`,
      orcid: orcid === undefined ? null : `https://orcid.org/${orcid}`,
    },
    institutions: [
      {
        id,
        display_name: `University of Example ${institution}`,
        ror: inventedRor(institution),
        country_code: country,
        type: 'education',
        lineage: [id],
      },
    ],
    countries: [country],
    is_corresponding: at === 0,
    raw_author_name: `${given.charAt(0)}. ${family}`,
    raw_affiliation_strings: [printed],
    affiliations: [{ raw_affiliation_string: printed, institution_ids: [id] }],
  };
}

function location(random: Random, doi: string): object {
  const source = random.below(5_000);
  const issn = inventedIssn(source);
  return {
    is_oa: false,
    landing_page_url: doi,
    pdf_url: null,
    source: {
      id: `${ID}S${4_210_000_000 + source}`,
      display_name: `Journal of Example ${source}`,
      issn_l: issn,
      issn: [issn],
      is_oa: false,
      is_in_doaj: false,
      host_organization: `${ID}P4310319965`,
      host_organization_name: 'Example Press',
      type: 'journal',
    },
    license: null,
    version: 'publishedVersion',
    is_accepted: true,
    is_published: true,
  };
}

interface Topic {
  readonly id: string;
  readonly display_name: string;
  readonly score: number;
  readonly subfield: object;
  readonly field: object;
  readonly domain: object;
}

function topic(random: Random): Topic {
  const named = (kind: string): object => ({ id: `${ID}${kind}/${random.below(99)}`, display_name: 'Examples' });
  return {
    id: `${ID}T${10_000 + random.below(4_000)}`,
    display_name: inventedTitle(random).slice(0, 40),
    score: random.below(10_000) / 10_000,
    subfield: named('subfields'),
    field: named('fields'),
    domain: named('domains'),
  };
}

function concept(random: Random): object {
  const id = random.below(1e8);
  return {
    id: `${ID}C${id}`,
    wikidata: `https://www.wikidata.org/wiki/Q${id}`,
    display_name: 'Computer science',
    level: random.below(5),
    score: random.below(10_000) / 10_000,
  };
}

function works(random: Random, count: number): readonly string[] {
  return Array.from({ length: count }, () => `${ID}W${2_000_000_000 + random.below(1e9)}`);
}

function inverted(text: string): Readonly<Record<string, number[]>> {
  const index: Record<string, number[]> = {};
  for (const [at, word] of text.split(' ').entries()) (index[word] ??= []).push(at);
  return index;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
