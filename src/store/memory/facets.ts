/** Lists divided by what their records tell, straight out of the columns: see `facetCounts`. */
import { facetCounts } from '../../model/index.ts';
import type { AuthorFacet, FacetCounts, InstitutionId, PaperFacet } from '../../model/index.ts';
import type { AuthorQuery, PaperQuery } from '../record-store.ts';
import { authorRows, ownPapers, paperRows, rowsAsked } from './entity-records.ts';
import type { Index } from './store-index.ts';

/** The values of a row, repeats allowed. */
type Values = (row: number, index: Index) => readonly string[];

const VALUES_OF_PAPERS: Readonly<Record<PaperFacet, Values>> = {
  YEAR: (row, { papers }) => textOf(papers.table.look(row).date.year),
  TYPE: (row, { papers }) => [papers.table.look(row).type],
  VENUE: (row, { papers }) => textOf(papers.table.look(row).venueId),
  CATEGORY: (row, { papers }) => papers.table.look(row).categories.map(({ code }) => code),
  INSTITUTION: (row, { papers }) => papers.table.look(row).institutionIds,
  COUNTRY: (row, { papers, countryOf }) => papers.table.look(row).institutionIds.flatMap((id) => countryOf(id) ?? []),
  AUTHOR: (row, { authorships }) => authorships.onPaper(row).map(({ authorId }) => authorId),
};

const VALUES_OF_AUTHORS: Readonly<Record<AuthorFacet, Values>> = {
  INSTITUTION: (row, index) => Array.from(ownPapers(index, row), ({ institutionIds }) => institutionIds()).flat(),
  COUNTRY: (row, index) =>
    VALUES_OF_AUTHORS.INSTITUTION(row, index).flatMap((id) => index.countryOf(id as InstitutionId) ?? []),
  CATEGORY: (row, index) =>
    Array.from(ownPapers(index, row), ({ paper }) => paper.categories.map(({ code }) => code)).flat(),
  VENUE: (row, index) => Array.from(ownPapers(index, row), ({ paper }) => textOf(paper.venueId)).flat(),
  FIRST_YEAR: (row, index) => {
    let first = Infinity;
    for (const { paper } of ownPapers(index, row)) first = Math.min(first, paper.date.year ?? Infinity);
    return first === Infinity ? [] : [String(first)];
  },
};

/** Throws a `RequestError` for a filter that cannot be meant. Reads each row of the query once per facet. */
export function paperFacets(
  index: Index,
  query: PaperQuery,
  by: readonly PaperFacet[],
  size: number,
): readonly FacetCounts[] {
  const asked = paperRows(index, query);
  const rows = Uint32Array.from(rowsAsked(asked, index.papers.table.length));
  return by.map((facet) => facetCounts(valuesOf(rows, VALUES_OF_PAPERS[facet], index), size));
}

/** The same of authors. */
export function authorFacets(
  index: Index,
  query: AuthorQuery,
  by: readonly AuthorFacet[],
  size: number,
): readonly FacetCounts[] {
  const asked = authorRows(index, query);
  const rows = Uint32Array.from(rowsAsked(asked, index.authors.table.length));
  return by.map((facet) => facetCounts(valuesOf(rows, VALUES_OF_AUTHORS[facet], index), size));
}

function* valuesOf(rows: Uint32Array, values: Values, index: Index): Iterable<readonly string[]> {
  for (const row of rows) yield values(row, index);
}

function textOf(value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [String(value)];
}
