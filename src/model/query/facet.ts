/** By what lists are divided into groups, and how groups are counted and ordered, once for every engine. */
import { compareText } from '../order.ts';

export const PAPER_FACETS = ['YEAR', 'TYPE', 'VENUE', 'CATEGORY', 'INSTITUTION', 'COUNTRY', 'AUTHOR'] as const;

export type PaperFacet = (typeof PAPER_FACETS)[number];

export const AUTHOR_FACETS = ['INSTITUTION', 'COUNTRY', 'CATEGORY', 'VENUE', 'FIRST_YEAR'] as const;

export type AuthorFacet = (typeof AUTHOR_FACETS)[number];

/** One value, and how many of the list have it. */
export interface FacetGroup {
  /** A year, a type, a code of a category or country, or an id. */
  readonly value: string;
  readonly count: number;
}

/** A list divided by one of its facets. */
export interface FacetCounts {
  /** How many values there are, shown or not. */
  readonly groupCount: number;
  /** How many of the list have no value. */
  readonly missingCount: number;
  /** The largest first, equals in the order of their values. */
  readonly groups: readonly FacetGroup[];
}

/**
 * Counts each item once under each of its values.
 *
 * @param items for each of the list, its values, repeats allowed
 * @param size how many groups are told
 */
export function facetCounts(items: Iterable<readonly string[]>, size: number): FacetCounts {
  const counts = new Map<string, number>();
  let missingCount = 0;
  for (const values of items) {
    if (values.length === 0) missingCount++;
    for (const value of values.length < 2 ? values : new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const groups = Array.from(counts, ([value, count]) => ({ value, count }));
  groups.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
  return { groupCount: groups.length, missingCount, groups: groups.slice(0, size) };
}
