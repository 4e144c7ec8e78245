/** The embedded store: everything in memory, filled in one step, never changed. */
import {
  authorOrder,
  authorTest,
  compareText,
  foldName,
  foldText,
  identifierText,
  institutionOrder,
  institutionTest,
  pageOf,
  paperOrder,
  paperTest,
  sortedBy,
  venueOrder,
} from '../../model/index.ts';
import type {
  AuthorFilter,
  AuthorId,
  AuthorOrderField,
  Authorship,
  Identifier,
  InstitutionFilter,
  InstitutionId,
  InstitutionOrderField,
  Order,
  Page,
  PageRequest,
  Paper,
  PaperId,
  PaperOrderField,
  Problem,
  Source,
  VenueFilter,
  VenueId,
  VenueOrderField,
} from '../../model/index.ts';
import type {
  AuthorRecord,
  InstitutionRecord,
  PaperQuery,
  RecordStore,
  Records,
  StoreContent,
  VenueRecord,
} from '../record-store.ts';

import { SortedLists } from './sorted-lists.ts';

export function createMemoryStore(content: StoreContent): RecordStore {
  const index = indexed(content);
  const authorships = [...content.authorships].sort(
    (a, b) => compareText(a.paperId, b.paperId) || compareText(a.authorId, b.authorId),
  );
  const sources = [...content.sources].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const sourceById: ReadonlyMap<string, Source> = byId(sources);
  const problems = sortedBy(problemOrder, numbered(content.problems));
  const authorsByName = groupedBy(index.authors, (author) => [author.name, ...author.nameVariants].map(foldName));
  const papersByTitle = groupedBy(index.papers, (paper) => [foldText(paper.title)]);
  const institutionsByName = groupedBy(index.institutions, (found) =>
    [found.name, ...found.nameVariants].map(foldText),
  );
  const identifiersOf = (record: { readonly identifiers: readonly Identifier[] }): string[] =>
    record.identifiers.map(identifierText);
  const authorsByIdentifier = groupedBy(index.authors, identifiersOf);
  const papersByIdentifier = groupedBy(index.papers, identifiersOf);
  const institutionsByIdentifier = groupedBy(index.institutions, identifiersOf);
  const venuesByName = groupedBy(index.venues, (found) => [found.name, ...found.nameVariants].map(foldText));
  const venuesByIdentifier = groupedBy(index.venues, identifiersOf);
  return {
    version: content.version,
    summary: {
      authorCount: content.authors.length,
      paperCount: content.papers.length,
      institutionCount: content.institutions.length,
      venueCount: content.venues.length,
      authorshipCount: content.authorships.length,
    },
    authors: authorRecords(index, content.aliases),
    papers: paperRecords(index, content.aliases),
    institutions: institutionRecords(index, content.aliases),
    venues: venueRecords(index, content.aliases),
    authorsNamed: (name) => Promise.resolve(authorsByName.get(name) ?? []),
    papersTitled: (title) => Promise.resolve(papersByTitle.get(title) ?? []),
    institutionsNamed: (name) => Promise.resolve(institutionsByName.get(name) ?? []),
    venuesNamed: (name) => Promise.resolve(venuesByName.get(name) ?? []),
    identified: (identifier) => {
      const key = identifierText(identifier);
      const [author] = authorsByIdentifier.get(key) ?? [];
      const [paper] = papersByIdentifier.get(key) ?? [];
      const [institution] = institutionsByIdentifier.get(key) ?? [];
      const [venue] = venuesByIdentifier.get(key) ?? [];
      return Promise.resolve({
        ...(author === undefined ? {} : { author }),
        ...(paper === undefined ? {} : { paper }),
        ...(institution === undefined ? {} : { institution }),
        ...(venue === undefined ? {} : { venue }),
      });
    },
    authorships: () => streamed(authorships),
    getSources: (ids) => Promise.resolve(ids.map((id) => sourceById.get(id))),
    sources: () => Promise.resolve(sources),
    problems: (page) => attempt(() => problemPage(pageOf(problems, problemOrder, page))),
    problemCount: () => Promise.resolve(problems.length),
  };
}

interface Index {
  readonly authors: readonly AuthorRecord[];
  readonly papers: readonly Paper[];
  readonly institutions: readonly InstitutionRecord[];
  readonly venues: readonly VenueRecord[];
  readonly paperById: ReadonlyMap<string, Paper>;
  readonly authorshipsOfPaper: ReadonlyMap<PaperId, readonly Authorship[]>;
  readonly papersOfAuthor: ReadonlyMap<AuthorId, readonly Paper[]>;
  readonly papersOfInstitution: ReadonlyMap<InstitutionId, readonly Paper[]>;
  readonly papersOfVenue: ReadonlyMap<VenueId, readonly Paper[]>;
}

interface NumberedProblem {
  readonly problem: Problem;
  /** How many problems of the same words came before. */
  readonly repeat: number;
}

// Problems without a line concern the file as a whole and stand before those with one.
const problemOrder: Order<NumberedProblem> = {
  name: 'problems',
  direction: 'ASC',
  values: ({ problem: { file, line, kind, message, found, kept }, repeat }) => [
    file,
    line ?? 0,
    kind,
    message,
    found ?? '',
    kept ?? '',
    repeat,
  ],
  id: () => '',
};

// A problem has no id, so that its place is made of its words alone: a cursor holds when others are found before it.
function numbered(problems: readonly Problem[]): NumberedProblem[] {
  const repeats = new Map<string, number>();
  return problems.map((problem) => {
    const { file, line, kind, message, found, kept } = problem;
    const words = JSON.stringify([file, line, kind, message, found, kept]);
    const repeat = repeats.get(words) ?? 0;
    repeats.set(words, repeat + 1);
    return { problem, repeat };
  });
}

function problemPage({ entries, ...page }: Page<NumberedProblem>): Page<Problem> {
  return { ...page, entries: entries.map(({ cursor, item }) => ({ cursor, item: item.problem })) };
}

function indexed(content: StoreContent): Index {
  const papers = inIdOrder(content.papers);
  const paperById = byId(papers);
  const authorshipsOfPaper = groupedBy(content.authorships, (authorship) => [authorship.paperId]);
  const papersOfAuthor = new Map<AuthorId, Paper[]>();
  for (const { authorId, paperId } of content.authorships) {
    const paper = paperById.get(paperId);
    if (paper !== undefined) appendTo(papersOfAuthor, authorId, paper);
  }
  const papersOfInstitution = groupedBy(papers, (paper) => paper.institutionIds);
  const papersOfVenue = groupedBy(papers, ({ venueId }) => (venueId === undefined ? [] : [venueId]));
  return {
    authors: inIdOrder(content.authors).map((author) => ({
      ...author,
      paperCount: papersOfAuthor.get(author.id)?.length ?? 0,
      coauthorCount: content.coauthorCounts.get(author.id) ?? 0,
    })),
    papers,
    institutions: inIdOrder(content.institutions).map((institution) => ({
      ...institution,
      paperCount: papersOfInstitution.get(institution.id)?.length ?? 0,
    })),
    venues: inIdOrder(content.venues).map((venue) => ({
      ...venue,
      paperCount: papersOfVenue.get(venue.id)?.length ?? 0,
    })),
    paperById,
    authorshipsOfPaper,
    papersOfAuthor,
    papersOfInstitution,
    papersOfVenue,
  };
}

function authorRecords(
  { authors, papersOfAuthor }: Index,
  aliases: ReadonlyMap<string, string>,
): Records<AuthorRecord, AuthorFilter, AuthorOrderField> {
  const records = byId(authors);
  const sorted = new SortedLists(authors);
  const fitting = (filter: AuthorFilter): ((author: AuthorRecord) => boolean) | undefined => {
    const test = authorTest(filter);
    if (isEmpty(filter)) return undefined;
    return (author) => test({ author, ...author, papers: () => papersOfAuthor.get(author.id) ?? [] });
  };
  return {
    getMany: (ids) => Promise.resolve(ids.map((id) => records.get(aliases.get(id) ?? id))),
    page: (filter, orderBy, page) => pageWhere(sorted, authorOrder(orderBy), () => fitting(filter), page),
    count: (filter) => attempt(() => countWhere(authors, fitting(filter))),
  };
}

function institutionRecords(
  { institutions }: Index,
  aliases: ReadonlyMap<string, string>,
): Records<InstitutionRecord, InstitutionFilter, InstitutionOrderField> {
  const records = byId(institutions);
  const sorted = new SortedLists(institutions);
  const fitting = (filter: InstitutionFilter): ((institution: InstitutionRecord) => boolean) | undefined => {
    const test = institutionTest(filter);
    if (isEmpty(filter)) return undefined;
    return (institution) => test({ institution, paperCount: institution.paperCount });
  };
  return {
    getMany: (ids) => Promise.resolve(ids.map((id) => records.get(aliases.get(id) ?? id))),
    page: (filter, orderBy, page) => pageWhere(sorted, institutionOrder(orderBy), () => fitting(filter), page),
    count: (filter) => attempt(() => countWhere(institutions, fitting(filter))),
  };
}

function venueRecords(
  { venues }: Index,
  aliases: ReadonlyMap<string, string>,
): Records<VenueRecord, VenueFilter, VenueOrderField> {
  const records = byId(venues);
  const sorted = new SortedLists(venues);
  return {
    getMany: (ids) => Promise.resolve(ids.map((id) => records.get(aliases.get(id) ?? id))),
    page: (_, orderBy, page) => pageWhere(sorted, venueOrder(orderBy), () => undefined, page),
    count: () => Promise.resolve(venues.length),
  };
}

function paperRecords(index: Index, aliases: ReadonlyMap<string, string>): Records<Paper, PaperQuery, PaperOrderField> {
  const sorted = new SortedLists(index.papers);
  const fitting = ({ scope, filter }: PaperQuery): ((paper: Paper) => boolean) | undefined => {
    const test = paperTest(filter, scope?.author);
    if (isEmpty(filter)) return undefined;
    return (paper) => test({ paper, authorships: index.authorshipsOfPaper.get(paper.id) ?? [] });
  };
  return {
    getMany: (ids) => Promise.resolve(ids.map((id) => index.paperById.get(aliases.get(id) ?? id))),
    page: (query, orderBy, page) => {
      const own = inScope(index, query);
      const lists = own === undefined ? sorted : new SortedLists(own);
      return pageWhere(lists, paperOrder(orderBy), () => fitting(query), page);
    },
    count: (query) => attempt(() => countWhere(inScope(index, query) ?? index.papers, fitting(query))),
  };
}

// The papers a scope holds; undefined for the whole corpus.
function inScope(index: Index, { scope }: PaperQuery): readonly Paper[] | undefined {
  const { author, institution, venue, papers } = scope ?? {};
  let own: readonly Paper[] | undefined;
  const narrow = (among: readonly Paper[]): void => {
    const known = own === undefined ? undefined : new Set(own);
    own = known === undefined ? among : among.filter((paper) => known.has(paper));
  };
  if (author !== undefined) narrow(index.papersOfAuthor.get(author) ?? []);
  if (institution !== undefined) narrow(index.papersOfInstitution.get(institution) ?? []);
  if (venue !== undefined) narrow(index.papersOfVenue.get(venue) ?? []);
  if (papers !== undefined) narrow([...new Set(papers)].flatMap((id) => index.paperById.get(id) ?? []));
  return own;
}

function pageWhere<T>(
  lists: SortedLists<T>,
  order: Order<T>,
  fitting: () => ((item: T) => boolean) | undefined,
  page: PageRequest,
): Promise<Page<T>> {
  return attempt(() => {
    const test = fitting();
    const sorted = lists.in(order);
    return pageOf(test === undefined ? sorted : sorted.filter(test), order, page);
  });
}

function countWhere<T>(items: readonly T[], test: ((item: T) => boolean) | undefined): number {
  return test === undefined ? items.length : items.filter(test).length;
}

// Null, undefined and empty lists say nothing, so the whole list serves.
function isEmpty(filter: object): boolean {
  return Object.values(filter).every((value) => value == null || (Array.isArray(value) && value.length === 0));
}

// A caller's mistake rejects the promise instead of throwing past it.
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((settle) => settle(work()));
}

function inIdOrder<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function groupedBy<K extends string, T>(items: readonly T[], keys: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) for (const key of new Set(keys(item))) appendTo(groups, key, item);
  return groups;
}

function appendTo<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

async function* streamed<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}
