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
  PaperOrderField,
  VenueFilter,
  VenueOrderField,
} from '../../model/index.ts';
import type { AuthorRecord, InstitutionRecord, PaperQuery, Records, VenueRecord } from '../record-store.ts';
import { attempt } from './attempt.ts';
import { byId } from './by-id.ts';
import { SortedLists } from './sorted-lists.ts';
import type { Index } from './store-index.ts';

interface ListOptions<T, Query extends object, Field extends string> {
  readonly items: readonly T[];
  readonly aliases: ReadonlyMap<string, string>;
  readonly order: (orderBy: OrderBy<Field>) => Order<T>;
  /** Checks a query and gives its test. */
  readonly test: (query: Query) => (item: T) => boolean;
}

function listedRecords<T extends { readonly id: string }, Query extends object, Field extends string>({
  items,
  aliases,
  order,
  test,
}: ListOptions<T, Query, Field>): Records<T, Query, Field> {
  const records = byId(items);
  const sorted = new SortedLists(items);
  const fitting = (query: Query): ((item: T) => boolean) | undefined => {
    const fits = test(query); // checks the query, also one that says nothing
    return isEmpty(query) ? undefined : fits;
  };
  return {
    getMany: (ids) => Promise.resolve(ids.map((id) => records.get(aliases.get(id) ?? id))),
    page: (query, orderBy, page) => pageWhere(sorted, order(orderBy), () => fitting(query), page),
    count: (query) => attempt(() => countWhere(items, fitting(query))),
  };
}

export function authorRecords(
  { authors, papersOfAuthor }: Index,
  aliases: ReadonlyMap<string, string>,
): Records<AuthorRecord, AuthorFilter, AuthorOrderField> {
  const test = (filter: AuthorFilter): ((author: AuthorRecord) => boolean) => {
    const fits = authorTest(filter);
    return (author) => fits({ author, ...author, papers: () => papersOfAuthor.get(author.id) ?? [] });
  };
  return listedRecords({ items: authors, aliases, order: authorOrder, test });
}

export function institutionRecords(
  { institutions }: Index,
  aliases: ReadonlyMap<string, string>,
): Records<InstitutionRecord, InstitutionFilter, InstitutionOrderField> {
  const test = (filter: InstitutionFilter): ((institution: InstitutionRecord) => boolean) => {
    const fits = institutionTest(filter);
    return (institution) => fits({ institution, paperCount: institution.paperCount });
  };
  return listedRecords({ items: institutions, aliases, order: institutionOrder, test });
}

export function venueRecords(
  { venues }: Index,
  aliases: ReadonlyMap<string, string>,
): Records<VenueRecord, VenueFilter, VenueOrderField> {
  return listedRecords({ items: venues, aliases, order: venueOrder, test: () => () => true });
}

export function paperRecords(
  index: Index,
  aliases: ReadonlyMap<string, string>,
): Records<Paper, PaperQuery, PaperOrderField> {
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
