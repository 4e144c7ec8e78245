/** Authors, papers, institutions and venues as the contract has them: by id, by page, by count. */
import { authorTest, institutionTest, pageOf, paperTest } from '../../model/index.ts';
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
  const { authors, papers, papersOf, aliases } = index;
  const test = (filter: AuthorFilter): RowTest | undefined => {
    const fits = authorTest(filter); // checks the filter, also one that says nothing
    if (isEmpty(filter)) return undefined;
    return (row) => {
      const author = authors.table.look(row);
      const { paperCount, coauthorCount } = author;
      const own = (): Paper[] => Array.from(papersOf.authors.of(row), (paper) => papers.table.look(paper));
      return fits({ author, paperCount, coauthorCount, papers: own });
    };
  };
  const rowOf = (id: string): number | undefined =>
    rowOfId(authors.table, aliases.kept(id) ?? id) ?? aliases.authorOf(id);
  return listedRecords({ kind: authorKind, own: authors, rowOf, test });
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
  const { papers, authorships, aliases } = index;
  const test = ({ scope, filter }: PaperQuery): RowTest | undefined => {
    const fits = paperTest(filter, scope?.author);
    if (isEmpty(filter)) return undefined;
    const isAsked = asksAuthorships(filter);
    return (row) => fits({ paper: papers.table.look(row), authorships: isAsked ? authorships.onPaper(row) : [] });
  };
  const rowOf = (id: string): number | undefined => rowOfId(papers.table, aliases.kept(id) ?? id);
  return listedRecords({ kind: paperKind, own: papers, rowOf, scopeOf: (query) => inScope(index, query), test });
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
  if (asked !== undefined) {
    narrow(Uint32Array.from([...new Set(asked)].flatMap((id) => rowOfId(papers.table, id) ?? [])));
  }
  return own;
}

type Rows = Uint32Array | undefined;

function countWhere(rows: Rows, all: number, test: RowTest | undefined): number {
  const length = rows?.length ?? all;
  if (test === undefined) return length;
  let count = 0;
  for (let at = 0; at < length; at++) if (test(rows?.[at] ?? at)) count++;
  return count;
}

// Null, undefined and empty lists say nothing, so the whole list serves.
function isEmpty(filter: object): boolean {
  return Object.values(filter).every((value) => value == null || (Array.isArray(value) && value.length === 0));
}
