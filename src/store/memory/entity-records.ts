/** Authors, papers, institutions and venues as the contract has them: by id, by page, by count. */
import { authorTest, institutionTest, pageOf, paperTest } from '../../model/index.ts';
import type {
  AuthorFilter,
  AuthorOrderField,
  InstitutionFilter,
  InstitutionOrderField,
  Order,
  OrderBy,
  OwnPaper,
  Page,
  PageRequest,
  Paper,
  PaperFilter,
  PaperOrderField,
  VenueFilter,
  VenueOrderField,
} from '../../model/index.ts';
import type { RecordTable } from '../columns/record-table.ts';
import type {
  AuthorQuery,
  AuthorRecord,
  InstitutionRecord,
  PaperQuery,
  Records,
  VenueRecord,
} from '../record-store.ts';
import { attempt } from './attempt.ts';
import { authorKind, institutionKind, paperKind, venueKind } from './entity-index.ts';
import type { EntityIndex, EntityKind } from './entity-index.ts';
import { rowOfId } from './row-of-text.ts';
import type { Index } from './store-index.ts';

interface ListOptions<T extends { readonly id: string }, Query extends object, Field extends string> {
  readonly kind: EntityKind<T, Field>;
  readonly own: EntityIndex<T, Field>;
  /** The row that an id means, other ids among them. */
  readonly rowOf: (id: string) => number | undefined;
  /** The rows a query is about, each once; undefined for all. */
  readonly scopeOf?: (query: Query) => Uint32Array | undefined;
  /** Checks a query and gives its test of a row; undefined where every row fits. */
  readonly test: (query: Query) => RowTest | undefined;
}

type RowTest = (row: number) => boolean;

/** Some rows of a table: those of a scope, or all, that pass the test if there is one. */
export interface AskedRows {
  readonly scope: Uint32Array | undefined;
  readonly test: RowTest | undefined;
}

function listedRecords<T extends { readonly id: string }, Query extends object, Field extends string>({
  kind,
  own: { table, orders },
  rowOf,
  scopeOf = () => undefined,
  test,
}: ListOptions<T, Query, Field>): Records<T, Query, Field> {
  const page = (query: Query, orderBy: OrderBy<Field>, asked: PageRequest): Page<T> => {
    const fits = test(query);
    const scope = scopeOf(query);
    const sorted = scope === undefined ? orders.all(orderBy) : orders.some(scope, orderBy);
    const order = kind.order(orderBy);
    const ofRows: Order<number> = {
      name: order.name,
      direction: order.direction,
      values: (row) => order.values(table.look(row)),
      id: (row) => table.look(row).id,
    };
    const rows = pageOf<number>(fits === undefined ? sorted : sorted.filter(fits), ofRows, asked);
    return { ...rows, entries: rows.entries.map(({ cursor, item }) => ({ cursor, item: table.get(item) })) };
  };
  return {
    getMany: (ids) =>
      Promise.resolve(
        ids.map((id) => {
          const row = rowOf(id);
          return row === undefined ? undefined : table.get(row);
        }),
      ),
    page: (query, orderBy, asked) => attempt(() => page(query, orderBy, asked)),
    count: (query) => attempt(() => countWhere(scopeOf(query), table.length, test(query))),
  };
}

export function authorRecords(index: Index): Records<AuthorRecord, AuthorFilter, AuthorOrderField> {
  const { authors, aliases } = index;
  const rowOf = (id: string): number | undefined =>
    rowOfId(authors.table, aliases.kept(id) ?? id) ?? aliases.authorOf(id);
  return listedRecords({ kind: authorKind, own: authors, rowOf, test: (filter) => authorRowTest(index, filter) });
}

/** The rows of authors of a query; checks it. */
export function authorRows(index: Index, { authors, filter }: AuthorQuery): AskedRows {
  return { scope: authors && rowsOfIds(index.authors.table, authors), test: authorRowTest(index, filter) };
}

function authorRowTest(index: Index, filter: AuthorFilter): RowTest | undefined {
  const { authors, countryOf } = index;
  const fits = authorTest(filter); // checks the filter, also one that says nothing
  if (isEmpty(filter)) return undefined;
  return (row) => {
    const author = authors.table.look(row);
    const { paperCount, coauthorCount } = author;
    return fits({
      author,
      paperCount,
      coauthorCount,
      papers: () => ownPapers(index, row),
      countryOf,
    });
  };
}

/** The papers of an author, with what they print beside the name. */
export function* ownPapers({ papers, papersOf, authorships }: Index, author: number): Iterable<OwnPaper> {
  for (const row of papersOf.authors.of(author)) {
    yield { paper: papers.table.look(row), institutionIds: () => authorships.institutionIdsOf(author, row) };
  }
}

export function institutionRecords({
  institutions,
  aliases,
}: Index): Records<InstitutionRecord, InstitutionFilter, InstitutionOrderField> {
  const test = (filter: InstitutionFilter): RowTest | undefined => {
    const fits = institutionTest(filter);
    if (isEmpty(filter)) return undefined;
    return (row) => {
      const institution = institutions.table.look(row);
      return fits({ institution, paperCount: institution.paperCount });
    };
  };
  const rowOf = (id: string): number | undefined => rowOfId(institutions.table, aliases.kept(id) ?? id);
  return listedRecords({ kind: institutionKind, own: institutions, rowOf, test });
}

export function venueRecords({ venues, aliases }: Index): Records<VenueRecord, VenueFilter, VenueOrderField> {
  const rowOf = (id: string): number | undefined => rowOfId(venues.table, aliases.kept(id) ?? id);
  return listedRecords({ kind: venueKind, own: venues, rowOf, test: () => undefined });
}

export function paperRecords(index: Index): Records<Paper, PaperQuery, PaperOrderField> {
  const { papers, aliases } = index;
  const rowOf = (id: string): number | undefined => rowOfId(papers.table, aliases.kept(id) ?? id);
  const scopeOf = (query: PaperQuery): Rows => inScope(index, query);
  return listedRecords({ kind: paperKind, own: papers, rowOf, scopeOf, test: (query) => paperRowTest(index, query) });
}

/** The rows of papers of a query; checks it. */
export function paperRows(index: Index, query: PaperQuery): AskedRows {
  return { scope: inScope(index, query), test: paperRowTest(index, query) };
}

function paperRowTest({ papers, authorships, countryOf }: Index, { scope, filter }: PaperQuery): RowTest | undefined {
  const fits = paperTest(filter, scope?.author);
  if (isEmpty(filter)) return undefined;
  const isAsked = asksAuthorships(filter);
  return (row) =>
    fits({ paper: papers.table.look(row), authorships: isAsked ? authorships.onPaper(row) : [], countryOf });
}

// Whose authorships no filter asks about are not read.
function asksAuthorships({ authors, allAuthors, authorPosition, minAuthors, maxAuthors }: PaperFilter): boolean {
  return !isEmpty({ authors, allAuthors, authorPosition, minAuthors, maxAuthors });
}

// The rows of papers a scope holds; undefined for the whole corpus.
function inScope({ authors, papers, institutions, venues, papersOf }: Index, { scope }: PaperQuery): Rows {
  const { author, institution, venue, papers: asked } = scope ?? {};
  let own: Rows;
  const narrow = (among: Uint32Array): void => {
    const known = own === undefined ? undefined : new Set(own);
    own = known === undefined ? among : among.filter((row) => known.has(row));
  };
  // A group that is not there holds nothing.
  if (author !== undefined) narrow(papersOf.authors.of(rowOfId(authors.table, author) ?? -1));
  if (institution !== undefined) narrow(papersOf.institutions.of(rowOfId(institutions.table, institution) ?? -1));
  if (venue !== undefined) narrow(papersOf.venues.of(rowOfId(venues.table, venue) ?? -1));
  if (asked !== undefined) narrow(rowsOfIds(papers.table, asked));
  return own;
}

type Rows = Uint32Array | undefined;

// Of those that are there, each once.
function rowsOfIds<T extends { readonly id: string }>(table: RecordTable<T>, ids: readonly string[]): Uint32Array {
  return Uint32Array.from([...new Set(ids)].flatMap((id) => rowOfId(table, id) ?? []));
}

function countWhere(scope: Rows, all: number, test: RowTest | undefined): number {
  if (test === undefined) return scope?.length ?? all;
  let count = 0;
  for (const _ of rowsAsked({ scope, test }, all)) count++;
  return count;
}

/** @param all how many rows the table has */
export function* rowsAsked({ scope, test }: AskedRows, all: number): Iterable<number> {
  const length = scope?.length ?? all;
  for (let at = 0; at < length; at++) {
    const row = scope?.[at] ?? at;
    if (test === undefined || test(row)) yield row;
  }
}

// Null, undefined and empty lists say nothing, so the whole list serves.
function isEmpty(filter: object): boolean {
  return Object.values(filter).every((value) => value == null || (Array.isArray(value) && value.length === 0));
}
