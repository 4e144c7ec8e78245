/** Authors, papers, institutions and venues as the contract has them: by id, by page, by count. */
import {
  authorOrder,
  authorTest,
  institutionOrder,
  institutionTest,
  pageOf,
  paperOrder,
  paperTest,
  venueOrder,
} from '../../model/index.ts';
import type {
  AuthorFilter,
  AuthorOrderField,
  InstitutionFilter,
  InstitutionOrderField,
  Order,
  OrderBy,
  Page,
  PageRequest,
  Paper,
  PaperFilter,
  PaperOrderField,
  VenueFilter,
  VenueOrderField,
} from '../../model/index.ts';
import type { AuthorRecord, InstitutionRecord, PaperQuery, Records, VenueRecord } from '../record-store.ts';
import type { RecordTable } from '../columns/record-table.ts';
import { attempt } from './attempt.ts';
import { rowOfId } from './row-of-id.ts';
import { allRows, RowLists } from './row-lists.ts';
import type { Index } from './store-index.ts';

interface ListOptions<T, Query extends object, Field extends string> {
  readonly table: RecordTable<T & object>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly order: (orderBy: OrderBy<Field>) => Order<T>;
  /** Checks a query and gives its test of a row. */
  readonly test: (query: Query) => (row: number) => boolean;
}

function listedRecords<T extends { readonly id: string }, Query extends object, Field extends string>({
  table,
  aliases,
  order,
  test,
}: ListOptions<T, Query, Field>): Records<T, Query, Field> {
  const rows = allRows(table.length);
  const sorted = new RowLists(table, rows);
  const fitting = (query: Query): ((row: number) => boolean) | undefined => {
    const fits = test(query); // checks the query, also one that says nothing
    return isEmpty(query) ? undefined : fits;
  };
  return {
    getMany: (ids) => Promise.resolve(ids.map((id) => recordOf(table, aliases.get(id) ?? id))),
    page: (query, orderBy, page) => pageWhere(table, sorted, order(orderBy), () => fitting(query), page),
    count: (query) => attempt(() => countWhere(rows, fitting(query))),
  };
}

export function authorRecords(
  { authors, papers, papersOfAuthor }: Index,
  aliases: ReadonlyMap<string, string>,
): Records<AuthorRecord, AuthorFilter, AuthorOrderField> {
  const test = (filter: AuthorFilter): ((row: number) => boolean) => {
    const fits = authorTest(filter);
    return (row) => {
      const author = authors.look(row);
      const { paperCount, coauthorCount } = author;
      const own = (): Paper[] => Array.from(papersOfAuthor.of(row), (paper) => papers.look(paper));
      return fits({ author, paperCount, coauthorCount, papers: own });
    };
  };
  return listedRecords({ table: authors, aliases, order: authorOrder, test });
}

export function institutionRecords(
  { institutions }: Index,
  aliases: ReadonlyMap<string, string>,
): Records<InstitutionRecord, InstitutionFilter, InstitutionOrderField> {
  const test = (filter: InstitutionFilter): ((row: number) => boolean) => {
    const fits = institutionTest(filter);
    return (row) => {
      const institution = institutions.look(row);
      return fits({ institution, paperCount: institution.paperCount });
    };
  };
  return listedRecords({ table: institutions, aliases, order: institutionOrder, test });
}

export function venueRecords(
  { venues }: Index,
  aliases: ReadonlyMap<string, string>,
): Records<VenueRecord, VenueFilter, VenueOrderField> {
  return listedRecords({ table: venues, aliases, order: venueOrder, test: () => () => true });
}

export function paperRecords(
  index: Index,
  aliases: ReadonlyMap<string, string>,
): Records<Paper, PaperQuery, PaperOrderField> {
  const { papers, authorships } = index;
  const all = allRows(papers.length);
  const sorted = new RowLists(papers, all);
  const fitting = ({ scope, filter }: PaperQuery): ((row: number) => boolean) | undefined => {
    const test = paperTest(filter, scope?.author);
    if (isEmpty(filter)) return undefined;
    const isAsked = asksAuthorships(filter);
    return (row) => test({ paper: papers.look(row), authorships: isAsked ? authorships.onPaper(row) : [] });
  };
  return {
    getMany: (ids) => Promise.resolve(ids.map((id) => recordOf(papers, aliases.get(id) ?? id))),
    page: (query, orderBy, page) => {
      const own = inScope(index, query);
      const lists = own === undefined ? sorted : new RowLists(papers, own);
      return pageWhere(papers, lists, paperOrder(orderBy), () => fitting(query), page);
    },
    count: (query) => attempt(() => countWhere(inScope(index, query) ?? all, fitting(query))),
  };
}

// Whose authorships no filter asks about are not read.
function asksAuthorships({ authors, allAuthors, authorPosition, minAuthors, maxAuthors }: PaperFilter): boolean {
  return !isEmpty({ authors, allAuthors, authorPosition, minAuthors, maxAuthors });
}

// The rows of papers a scope holds; undefined for the whole corpus.
function inScope(index: Index, { scope }: PaperQuery): Uint32Array | undefined {
  const { author, institution, venue, papers } = scope ?? {};
  let own: Uint32Array | undefined;
  const narrow = (among: Uint32Array): void => {
    const known = own === undefined ? undefined : new Set(own);
    own = known === undefined ? among : among.filter((row) => known.has(row));
  };
  if (author !== undefined) {
    const row = rowOfId(index.authors, author);
    narrow(row === undefined ? NONE : index.papersOfAuthor.of(row));
  }
  if (institution !== undefined) narrow(index.papersOfInstitution.get(institution) ?? NONE);
  if (venue !== undefined) narrow(index.papersOfVenue.get(venue) ?? NONE);
  if (papers !== undefined) {
    narrow(Uint32Array.from([...new Set(papers)].flatMap((id) => rowOfId(index.papers, id) ?? [])));
  }
  return own;
}

const NONE = new Uint32Array();

function recordOf<T extends { readonly id: string }>(table: RecordTable<T>, id: string): T | undefined {
  const row = rowOfId(table, id);
  return row === undefined ? undefined : table.get(row);
}

function pageWhere<T extends { readonly id: string }>(
  table: RecordTable<T>,
  lists: RowLists<T>,
  order: Order<T>,
  fitting: () => ((row: number) => boolean) | undefined,
  page: PageRequest,
): Promise<Page<T>> {
  return attempt(() => {
    const test = fitting();
    const sorted = lists.in(order);
    const ofRows: Order<number> = {
      name: order.name,
      direction: order.direction,
      values: (row) => order.values(table.look(row)),
      id: (row) => table.look(row).id,
    };
    const rows = pageOf<number>(test === undefined ? sorted : sorted.filter(test), ofRows, page);
    return { ...rows, entries: rows.entries.map(({ cursor, item }) => ({ cursor, item: table.get(item) })) };
  });
}

function countWhere(rows: Uint32Array, test: ((row: number) => boolean) | undefined): number {
  if (test === undefined) return rows.length;
  let count = 0;
  for (const row of rows) if (test(row)) count++;
  return count;
}

// Null, undefined and empty lists say nothing, so the whole list serves.
function isEmpty(filter: object): boolean {
  return Object.values(filter).every((value) => value == null || (Array.isArray(value) && value.length === 0));
}
