/**
 * Lists as they should be: the slow obvious reference for every store. Filter by definition, sort, slice; it takes from
 * the model only how text folds and how a name splits.
 */
import { expect } from 'vitest';

import { foldText, nameSortKey, pageRequest } from '../../src/model/index.ts';
import type {
  Author,
  AuthorFacet,
  AuthorFilter,
  AuthorId,
  AuthorOrderField,
  Authorship,
  Direction,
  FacetCounts,
  InstitutionFilter,
  InstitutionOrderField,
  OrderBy,
  Page,
  PageArguments,
  PageEntry,
  Paper,
  PaperFacet,
  PaperFilter,
  PaperOrderField,
  VenueOrderField,
} from '../../src/model/index.ts';
import type {
  AuthorRecord,
  InstitutionRecord,
  PaperQuery,
  RecordStore,
  StoreContent,
  VenueRecord,
} from '../../src/store/index.ts';

const DIRECTIONS: readonly Direction[] = ['ASC', 'DESC'];
export const PAPER_ORDERS = ordersBy<PaperOrderField>('PUBLISHED_ON', 'TITLE', 'CITATION_COUNT', 'AUTHOR_COUNT');
export const AUTHOR_ORDERS = ordersBy<AuthorOrderField>('NAME', 'PAPER_COUNT', 'COAUTHOR_COUNT');
export const VENUE_ORDERS = ordersBy<VenueOrderField>('NAME', 'PAPER_COUNT');
export const INSTITUTION_ORDERS = ordersBy<InstitutionOrderField>('NAME', 'PAPER_COUNT');

/** A list as a store gives it, and as it should be. */
export interface List<T> {
  readonly page: (asked: PageArguments) => Promise<Page<T>>;
  readonly count: () => Promise<number>;
  readonly expected: readonly T[];
}

export function paperList(
  store: RecordStore,
  content: StoreContent,
  query: PaperQuery,
  orderBy: OrderBy<PaperOrderField>,
): List<Paper> {
  const { author, institution, venue, papers } = query.scope ?? {};
  const own = content.papers.filter((paper) => {
    if (author !== undefined && !authorshipsOn(content, paper).some(({ authorId }) => authorId === author))
      return false;
    if (institution !== undefined && !paper.institutionIds.includes(institution)) return false;
    if (venue !== undefined && paper.venueId !== venue) return false;
    return papers === undefined || papers.includes(paper.id);
  });
  return {
    page: (asked) => store.papers.page(query, orderBy, pageRequest(asked)),
    count: () => store.papers.count(query),
    expected: sortedPapers(
      own.filter((paper) => paperFits(content, paper, query.filter, author)),
      orderBy,
    ),
  };
}

export function authorList(
  store: RecordStore,
  content: StoreContent,
  filter: AuthorFilter,
  orderBy: OrderBy<AuthorOrderField>,
): List<AuthorRecord> {
  const fitting = content.authors
    .map((author) => authorRecord(content, author))
    .filter((author) => authorFits(content, author, filter));
  return {
    page: (asked) => store.authors.page(filter, orderBy, pageRequest(asked)),
    count: () => store.authors.count(filter),
    expected: sorted(fitting, orderBy.direction, (author) => {
      if (orderBy.field === 'NAME') return nameSortKey(author.name);
      return [orderBy.field === 'PAPER_COUNT' ? author.paperCount : author.coauthorCount];
    }),
  };
}

export function institutionList(
  store: RecordStore,
  content: StoreContent,
  filter: InstitutionFilter,
  orderBy: OrderBy<InstitutionOrderField>,
): List<InstitutionRecord> {
  const fitting = content.institutions
    .map((institution) => ({
      ...institution,
      paperCount: content.papers.filter((paper) => paper.institutionIds.includes(institution.id)).length,
    }))
    .filter(({ name, nameVariants, paperCount, countryCode }) => {
      if (filter.minPapers != null && paperCount < filter.minPapers) return false;
      if (!anyOf(filter.countries, (country) => country.toUpperCase() === countryCode)) return false;
      return [name, ...nameVariants].some((form) =>
        wordsOf(filter.name ?? '').every((word) => wordsOf(form).includes(word)),
      );
    });
  return {
    page: (asked) => store.institutions.page(filter, orderBy, pageRequest(asked)),
    count: () => store.institutions.count(filter),
    expected: sorted(fitting, orderBy.direction, ({ name, paperCount }) => [
      orderBy.field === 'NAME' ? foldText(name) : paperCount,
    ]),
  };
}

export function venueList(
  store: RecordStore,
  content: StoreContent,
  orderBy: OrderBy<VenueOrderField>,
): List<VenueRecord> {
  const all = content.venues.map((venue) => ({
    ...venue,
    paperCount: content.papers.filter((paper) => paper.venueId === venue.id).length,
  }));
  return {
    page: (asked) => store.venues.page({}, orderBy, pageRequest(asked)),
    count: () => store.venues.count({}),
    expected: sorted(all, orderBy.direction, ({ name, paperCount }) => [
      orderBy.field === 'NAME' ? foldText(name) : paperCount,
    ]),
  };
}

function paperFits(content: StoreContent, paper: Paper, filter: PaperFilter, owner: AuthorId | undefined): boolean {
  const authorships = authorshipsOn(content, paper);
  const authors = authorships.map(({ authorId }) => authorId);
  const { year } = paper.date;
  if (filter.fromYear != null && (year === undefined || year < filter.fromYear)) return false;
  if (filter.toYear != null && (year === undefined || year > filter.toYear)) return false;
  if (!anyOf(filter.categories, (code) => paper.categories.some((category) => category.code === code))) return false;
  if (!anyOf(filter.types, (type) => paper.type === type)) return false;
  if (!anyOf(filter.venues, (id) => paper.venueId === id)) return false;
  if (filter.isRetracted != null && filter.isRetracted !== paper.isRetracted) return false;
  const { citationCount } = paper;
  if (filter.minCitations != null && (citationCount === undefined || citationCount < filter.minCitations)) return false;
  if (filter.maxCitations != null && (citationCount === undefined || citationCount > filter.maxCitations)) return false;
  if (!anyOf(filter.institutions, (id) => paper.institutionIds.includes(id))) return false;
  if (!anyOf(filter.countries, (country) => countriesOf(content, paper.institutionIds).includes(country.toUpperCase())))
    return false;
  if (!anyOf(filter.authors, (id) => authors.includes(id))) return false;
  if (!(filter.allAuthors ?? []).every((id) => authors.includes(id))) return false;
  if (filter.isAuthorListComplete != null && filter.isAuthorListComplete !== paper.isAuthorListComplete) return false;
  const count = paper.authorCount ?? authors.length + 1;
  if (filter.minAuthors != null && count < filter.minAuthors) return false;
  if (filter.maxAuthors != null && count > filter.maxAuthors) return false;
  if (!wordsOf(filter.title ?? '').every((word) => wordsOf(paper.title).includes(word))) return false;
  if (filter.authorPosition == null) return true;
  const whose = owner === undefined ? (filter.authors ?? []) : [owner];
  const own = authorships.filter(({ authorId }) => whose.includes(authorId));
  const places = own.flatMap(({ position }) => position ?? []);
  if (filter.authorPosition === 'FIRST') return places.includes(1);
  if (paper.authorCount === undefined) return false;
  if (filter.authorPosition === 'ONLY') return paper.authorCount === 1 && own.length === 1;
  return places.includes(Math.max(...authorships.flatMap(({ position }) => position ?? [])));
}

function authorFits(content: StoreContent, author: AuthorRecord, filter: AuthorFilter): boolean {
  if (filter.minPapers != null && author.paperCount < filter.minPapers) return false;
  if (filter.maxPapers != null && author.paperCount > filter.maxPapers) return false;
  if (filter.minCoauthors != null && author.coauthorCount < filter.minCoauthors) return false;
  if (filter.maxCoauthors != null && author.coauthorCount > filter.maxCoauthors) return false;
  if (filter.isAmbiguous != null && filter.isAmbiguous !== author.identity.isAmbiguous) return false;
  if (![author.name, ...author.nameVariants].some((form) => nameFits(wordsOf(filter.name ?? ''), wordsOf(form))))
    return false;
  if (filter.hasOrcid != null && filter.hasOrcid !== author.identifiers.some(({ scheme }) => scheme === 'ORCID'))
    return false;
  const { categories, venues, institutions, countries, fromYear, toYear } = filter;
  const lists = [categories, venues, institutions, countries];
  if (lists.every((list) => (list ?? []).length === 0) && fromYear == null && toYear == null) return true;
  return content.papers.some((paper) => {
    const own = authorshipsOn(content, paper).find(({ authorId }) => authorId === author.id);
    if (own === undefined) return false;
    const places = own.institutionIds;
    if (!anyOf(institutions, (id) => places.includes(id))) return false;
    if (!anyOf(countries, (country) => countriesOf(content, places).includes(country.toUpperCase()))) return false;
    return paperFits(content, paper, { categories, venues, fromYear, toYear }, undefined);
  });
}

function countriesOf({ institutions }: StoreContent, ids: readonly string[]): string[] {
  return institutions.filter(({ id }) => ids.includes(id)).flatMap(({ countryCode }) => countryCode ?? []);
}

/** What a list should be divided into: for each value how many have it, by definition. */
export function facetOf<T>(items: readonly T[], valuesOf: (item: T) => readonly string[]): FacetCounts {
  const values = new Set(items.flatMap(valuesOf));
  const groups = [...values].map((value) => ({
    value,
    count: items.filter((item) => valuesOf(item).includes(value)).length,
  }));
  return {
    groupCount: groups.length,
    missingCount: items.filter((item) => valuesOf(item).length === 0).length,
    groups: groups.toSorted((a, b) => b.count - a.count || byCodePoint(a.value, b.value)),
  };
}

export function paperFacetOf(content: StoreContent, papers: readonly Paper[], by: PaperFacet): FacetCounts {
  return facetOf(papers, (paper) => {
    if (by === 'YEAR') return paper.date.year === undefined ? [] : [String(paper.date.year)];
    if (by === 'TYPE') return [paper.type];
    if (by === 'VENUE') return paper.venueId === undefined ? [] : [paper.venueId];
    if (by === 'CATEGORY') return paper.categories.map(({ code }) => code);
    if (by === 'INSTITUTION') return paper.institutionIds;
    if (by === 'COUNTRY') return countriesOf(content, paper.institutionIds);
    return authorshipsOn(content, paper).map(({ authorId }) => authorId);
  });
}

export function authorFacetOf(content: StoreContent, authors: readonly Author[], by: AuthorFacet): FacetCounts {
  return facetOf(authors, ({ id }) => {
    const seats = content.papers.flatMap((paper) =>
      authorshipsOn(content, paper).flatMap((own) => (own.authorId === id ? [{ own, paper }] : [])),
    );
    if (by === 'INSTITUTION') return seats.flatMap(({ own }) => own.institutionIds);
    if (by === 'COUNTRY') return seats.flatMap(({ own }) => countriesOf(content, own.institutionIds));
    if (by === 'CATEGORY') return seats.flatMap(({ paper }) => paper.categories.map(({ code }) => code));
    if (by === 'VENUE') return seats.flatMap(({ paper }) => paper.venueId ?? []);
    const years = seats.flatMap(({ paper }) => paper.date.year ?? []);
    return years.length === 0 ? [] : [String(Math.min(...years))];
  });
}

/** Whether each word can be given a word of the name of its own: itself, or for a letter one that begins with it. */
function nameFits(words: readonly string[], known: readonly string[]): boolean {
  const [word, ...others] = words;
  if (word === undefined) return true;
  return known.some(
    (candidate, at) =>
      (candidate === word || (word.length === 1 && candidate.startsWith(word))) &&
      nameFits(others, known.toSpliced(at, 1)),
  );
}

function anyOf<T>(wanted: readonly T[] | null | undefined, has: (one: T) => boolean): boolean {
  return wanted == null || wanted.length === 0 || wanted.some(has);
}

function wordsOf(text: string): string[] {
  return foldText(text).split(' ').filter(Boolean);
}

function authorshipsOn(content: StoreContent, paper: Paper): Authorship[] {
  return content.authorships.filter(({ paperId }) => paperId === paper.id);
}

export function authorRecord(content: StoreContent, author: Author): AuthorRecord {
  const paperCount = content.authorships.filter(({ authorId }) => authorId === author.id).length;
  return { ...author, paperCount, coauthorCount: content.coauthorCounts.get(author.id) ?? 0 };
}

export function sortedPapers(papers: readonly Paper[], { field, direction }: OrderBy<PaperOrderField>): Paper[] {
  return sorted(papers, direction, ({ title, date, authorCount, citationCount }) => {
    if (field === 'TITLE') return [foldText(title)];
    if (field === 'CITATION_COUNT') return [citationCount];
    return field === 'AUTHOR_COUNT' ? [authorCount] : [date.year, date.month ?? 0, date.day ?? 0];
  });
}

/** By the values one after the other, unknown ones last whichever the direction, then by id. */
function sorted<T extends { readonly id: string }>(
  items: readonly T[],
  direction: Direction,
  values: (item: T) => readonly (string | number | undefined)[],
): T[] {
  const sign = direction === 'ASC' ? 1 : -1;
  return items.toSorted((a, b) => {
    const [left, right] = [values(a), values(b)];
    for (const [at, one] of left.entries()) {
      const other = right[at];
      if (one === other) continue;
      if (one === undefined) return 1;
      if (other === undefined) return -1;
      return sign * (typeof one === 'number' ? one - Number(other) : byCodePoint(one, String(other)));
    }
    return byCodePoint(a.id, b.id);
  });
}

// UTF-8 keeps the order of code points.
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export async function everything<T>(list: List<T>): Promise<readonly PageEntry<T>[]> {
  return (await list.page({ first: 100 })).entries;
}

/** The whole list, its count, and its pages joined both ways, with what each page says of its neighbours. */
export async function expectList<T>({ page, count, expected }: List<T>, size: number): Promise<void> {
  expect(await count()).toBe(expected.length);
  const whole = await page({ first: 100 });
  expect(whole.entries.map(({ item }) => item)).toEqual(expected);
  expect([whole.hasPreviousPage, whole.hasNextPage]).toEqual([false, false]);
  const cursors = whole.entries.map(({ cursor }) => cursor);
  expect(new Set(cursors).size).toBe(cursors.length);
  for (let start = 0; start === 0 || start < expected.length; start += size) {
    const forwards = await page({ first: size, ...(start === 0 ? {} : { after: cursors[start - 1] }) });
    expect(forwards.entries).toEqual(whole.entries.slice(start, start + size));
    expect([forwards.hasPreviousPage, forwards.hasNextPage]).toEqual([start > 0, start + size < expected.length]);
    const end = expected.length - start;
    const backwards = await page({ last: size, ...(start === 0 ? {} : { before: cursors[end] }) });
    expect(backwards.entries).toEqual(whole.entries.slice(Math.max(0, end - size), end));
    expect([backwards.hasPreviousPage, backwards.hasNextPage]).toEqual([end > size, start > 0]);
  }
}

function ordersBy<Field extends string>(...fields: readonly Field[]): OrderBy<Field>[] {
  return fields.flatMap((field) => DIRECTIONS.map((direction) => ({ field, direction })));
}
