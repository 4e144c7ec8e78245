/**
 * The library that every store is asked about: all the small worlds, resolved, and a few records that no world has,
 * with every kind of question to ask of it. Its lists are told backwards, so that a store that answers in order does so
 * by itself.
 */
import { resolve } from '../../src/identity/index.ts';
import { authorIdOf, institutionIdOf, paperIdOf, recordKey, sourceIdOf, venueIdOf } from '../../src/model/index.ts';
import type {
  Author,
  AuthorFilter,
  AuthorId,
  Authorship,
  Institution,
  InstitutionFilter,
  Paper,
  PaperFilter,
  Problem,
  Source,
} from '../../src/model/index.ts';
import type { PaperQuery, StoreContent } from '../../src/store/index.ts';
import { identifier, orcid, paper, sourced, worlds } from './worlds.ts';

export const NOBODY = authorIdOf({ recordKey: recordKey('elsewhere', 'x'), position: 1, name: 'nobody' });
export const NO_PAPER = paperIdOf(recordKey('elsewhere', 'x'));
export const NO_INSTITUTION = institutionIdOf('name:nowhere');
export const NO_VENUE = venueIdOf('name:nowhere');

export const SOURCES: readonly Source[] = [
  {
    id: sourceIdOf(Buffer.from('first source')),
    name: 'ada.txt',
    format: 'profile-page',
    paperCount: 2,
    recordCount: 3,
  },
  {
    id: sourceIdOf(Buffer.from('second source')),
    name: 'ada.txt',
    format: 'profile-page',
    paperCount: 1,
    recordCount: 2,
  },
  {
    id: sourceIdOf(Buffer.from('third source')),
    name: 'é.txt',
    format: 'records',
    paperCount: 0,
    recordCount: 0,
    capturedOn: '2026-05-31',
  },
];

export const PROBLEMS: readonly Problem[] = [
  { kind: 'wrong-encoding', file: 'b.txt', message: 'The file is not UTF-8.', kept: 'the text, read as another' },
  { kind: 'missing-abstract', file: 'b.txt', line: 2, message: 'No abstract.', found: 'LGMay 19' },
  { kind: 'missing-authors', file: 'b.txt', line: 2, message: 'No authors.' },
  { kind: 'lost-text', file: 'b.txt', line: 10, message: 'Text is lost.', kept: 'the rest' },
  { kind: 'lost-text', file: 'b.txt', line: 10, message: 'Text is lost.', kept: 'the rest' },
  { kind: 'mangled-date', file: 'b.txt', line: 10, message: 'The date cannot be read.' },
  { kind: 'count-mismatch', file: 'Ä.txt', line: 1, message: 'Another number.' },
];

// Whoever is shown as one of these is taken to be ambiguous, whatever the resolver thinks.
const DOUBTED: readonly string[] = ['Wei Wang', 'Grace Hopper', 'Physicist 2'];

export const library: StoreContent = libraryContent();

function libraryContent(): StoreContent {
  const { authors, papers, institutions, venues, authorships, aliases } = resolve(
    sourced(...worlds, {
      name: 'more',
      records: [
        paper('Same Title', ['Emmy Noether', orcid('Ada King', '0000-0002-1694-233X')], {
          year: 2024,
          categories: ['LG'],
          identifiers: [identifier('doi:10.1000/same')],
        }),
        paper('More', [orcid('Augusta King', '0000-0002-1694-233X'), orcid('Ada King', '0000-0002-1694-233X')], {
          year: 2023,
          categories: ['CO'],
        }),
        paper('Same title', ['Wei Wang', 'Ludwig van Beethoven'], {
          year: 2024,
          month: 3,
          institutions: ['University College London'],
        }),
      ],
    }),
  );
  const zurich: Institution = {
    id: institutionIdOf('ror:05a28rw58'),
    name: 'ETH Zürich',
    nameVariants: ['ETHZ'],
    identifiers: [identifier('ror:05a28rw58')],
  };
  return {
    version: 'library',
    authors: authors.toReversed().map(doubted),
    papers: papers.toReversed(),
    institutions: [zurich, ...institutions.toReversed()],
    venues: venues.toReversed(),
    authorships: authorships.toReversed(),
    aliases,
    sources: SOURCES.toReversed(),
    problems: PROBLEMS.toReversed(),
    coauthorCounts: coauthorCounts(authorships),
  };
}

function doubted(author: Author): Author {
  const isAmbiguous = DOUBTED.includes(author.name);
  return { ...author, identity: { ...author.identity, confidence: isAmbiguous ? 0.5 : 1, isAmbiguous } };
}

export function authorNamed(name: string): Author {
  const found = library.authors.find((author) => author.name === name);
  if (found === undefined) throw new Error(`No author of the library is shown as "${name}".`);
  return found;
}

function coauthorCounts(authorships: readonly Authorship[]): Map<AuthorId, number> {
  const coauthors = new Map<AuthorId, Set<AuthorId>>();
  for (const { authorId, paperId } of authorships) {
    const own = coauthors.get(authorId) ?? new Set();
    for (const other of authorships)
      if (other.paperId === paperId && other.authorId !== authorId) own.add(other.authorId);
    coauthors.set(authorId, own);
  }
  return new Map([...coauthors].map(([id, others]) => [id, others.size]));
}

/** Papers and nothing else. */
export function shelf(papers: readonly (Partial<Paper> & { readonly title: string })[]): StoreContent {
  return {
    version: 'shelf',
    authors: [],
    papers: papers.map((told) => ({
      id: paperIdOf(recordKey('told', told.title)),
      date: {},
      isYearInferred: false,
      categories: [],
      identifiers: [],
      type: 'OTHER',
      isRetracted: false,
      isAuthorListComplete: told.authorCount !== undefined,
      groupAuthors: [],
      institutionIds: [],
      sources: [],
      conflicts: [],
      withheldPositions: [],
      ...told,
    })),
    institutions: [],
    venues: [],
    authorships: [],
    aliases: new Map(),
    sources: [],
    problems: [],
    coauthorCounts: new Map(),
  };
}

export const AUTHOR_FILTERS: readonly AuthorFilter[] = [
  {},
  { name: null, categories: [], fromYear: null },
  { name: '' },
  { name: 'wang' },
  { name: 'GODEL k' },
  { name: 'a king' },
  { name: 'ada a' },
  { name: 'nobody at all' },
  { categories: ['cs.LG'] },
  { categories: ['cs.LG', 'CO', 'hep-ex'] },
  { fromYear: 2024 },
  { toYear: 2003 },
  { fromYear: 2012, toYear: 2012 },
  { fromYear: 2012, toYear: 2012, categories: ['hep-ex'] },
  { minPapers: 2 },
  { maxPapers: 1 },
  { minPapers: 2, maxPapers: 3 },
  { minCoauthors: 1, maxCoauthors: 2 },
  { minCoauthors: 60 },
  { maxCoauthors: 0 },
  { name: 'physicist', minPapers: 2, toYear: 2011 },
  { isAmbiguous: true },
  { isAmbiguous: false, minPapers: 2 },
  { isAmbiguous: null, name: 'hopper' },
];

export const INSTITUTION_FILTERS: readonly InstitutionFilter[] = [
  {},
  { name: null, minPapers: null },
  { name: 'london' },
  { name: 'London university' },
  { name: 'ethz' },
  { name: 'zurich' },
  { name: 'lon' },
  { minPapers: 1 },
  { minPapers: 2 },
  { minPapers: 0, name: 'of' },
];

export function paperQueries(): PaperQuery[] {
  const [ada, grace, kurt, olive] = ['Ada Byron', 'Grace Hopper', 'Kurt Gödel', 'Olive Owner'].map(
    (name) => authorNamed(name).id,
  );
  if (ada === undefined || grace === undefined || kurt === undefined || olive === undefined)
    throw new Error('Unreachable.');
  const london = institutionIdOf('name:university of london');
  const laboratory = institutionIdOf('name:the laboratory');
  const ids = library.papers.map(({ id }) => id);
  const filters: PaperFilter[] = [
    {},
    { title: null, categories: [], authors: [], allAuthors: [], institutions: null, isAuthorListComplete: null },
    { title: 'title SAME' },
    { title: 'looms' },
    { title: 'loom' },
    { fromYear: 2012 },
    { toYear: 2012 },
    { fromYear: 2024, toYear: 2024 },
    { categories: ['cs.PL'] },
    { categories: ['cs.SE', 'math.LO', 'none'] },
    { institutions: [london] },
    { institutions: [london, laboratory, NO_INSTITUTION] },
    { authors: [ada] },
    { authors: [ada, olive, NOBODY] },
    { allAuthors: [ada, grace] },
    { allAuthors: [ada, NOBODY] },
    { authors: [kurt], allAuthors: [olive] },
    { authors: [ada, kurt], authorPosition: 'FIRST' },
    { authors: [grace, kurt], authorPosition: 'LAST' },
    { authors: [kurt, authorNamed('Emily Solo').id], authorPosition: 'ONLY' },
    { minAuthors: 3 },
    { maxAuthors: 2 },
    { minAuthors: 2, maxAuthors: 3 },
    { isAuthorListComplete: true },
    { isAuthorListComplete: false },
    { isAuthorListComplete: false, fromYear: 2021, authors: [olive, grace] },
  ];
  const scopes: PaperQuery['scope'][] = [
    undefined,
    {},
    { author: ada },
    { author: olive },
    { author: NOBODY },
    { institution: laboratory },
    { institution: NO_INSTITUTION },
    { papers: [...ids.slice(3, 12), NO_PAPER, ...ids.slice(8, 14)] },
    { papers: [] },
    { author: grace, institution: london },
    { author: grace, papers: ids.slice(0, 20) },
  ];
  const inScopes = scopes.flatMap((scope) =>
    filters.map((filter) => (scope === undefined ? { filter } : { scope, filter })),
  );
  const own: PaperQuery[] = (['FIRST', 'LAST', 'ONLY'] as const).flatMap((authorPosition) =>
    [ada, kurt, olive, authorNamed('Emily Solo').id].map((author) => ({
      scope: { author },
      filter: { authorPosition },
    })),
  );
  return [...inScopes, ...own];
}
