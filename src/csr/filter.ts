/** A filter as walks test it: numbers and arrays. Which papers it lets pass, and which people it leaves out. */
import { at } from './at.ts';
import type { View } from './memory.ts';
import { authorCountOf, LATEST_YEAR, MOST_AUTHORS, yearOf } from './graph-arrays.ts';
import type { GraphViews } from './graph-arrays.ts';

export interface WalkFilter {
  readonly fromYear?: number;
  readonly toYear?: number;
  readonly maxAuthors?: number;
  /** Any of these; an empty list lets nothing pass. The same for types and categories. */
  readonly venues?: readonly number[];
  readonly types?: readonly number[];
  readonly categories?: readonly number[];
  readonly excludedPapers?: readonly number[];
  readonly excludedAuthors?: readonly number[];
  /** Leaves out everybody who has a flag, but the authors that the question names. */
  readonly excludesFlagged?: boolean;
}

/** The test of years and size: traits − least ≤ span in 32 bits without sign, and number of authors ≤ most. */
export interface TraitTest {
  readonly leastYear: number;
  readonly yearSpan: number;
  readonly mostAuthors: number;
}

/** Lets everything pass. */
export const ANY_TRAITS: TraitTest = { leastYear: 0, yearSpan: LATEST_YEAR, mostAuthors: MOST_AUTHORS };

/** Absent where years and sizes do not matter. A paper without a year (0) fails any test of years. */
export function traitTest({ fromYear, toYear, maxAuthors }: WalkFilter): TraitTest | undefined {
  if (fromYear === undefined && toYear === undefined && maxAuthors === undefined) return undefined;
  const isOfYears = fromYear !== undefined || toYear !== undefined;
  const leastYear = isOfYears ? Math.max(1, fromYear ?? 1) : 0;
  const mostYear = Math.min(toYear ?? LATEST_YEAR, LATEST_YEAR);
  // Nothing lies in years that end before they begin, or after the latest that there is.
  if (leastYear > mostYear) return { leastYear: LATEST_YEAR + 1, yearSpan: 0, mostAuthors: 0 };
  // A paper of more authors than are counted has as many as are counted.
  const mostAuthors = maxAuthors === undefined || maxAuthors > MOST_AUTHORS ? MOST_AUTHORS : maxAuthors;
  return { leastYear, yearSpan: mostYear - leastYear, mostAuthors };
}

export type PaperTest = (paper: number) => boolean;

/** The test of one paper, for everything but the kernels. Papers excluded by number are tested here too. */
export function paperTest(graph: GraphViews, filter: WalkFilter): PaperTest {
  const { paperTraits } = graph;
  const { leastYear, yearSpan, mostAuthors } = traitTest(filter) ?? ANY_TRAITS;
  const isOfKind = hasKindTest(filter) ? kindTest(graph, filter) : undefined;
  const excluded = new Set(filter.excludedPapers);
  if (traitTest(filter) === undefined && isOfKind === undefined && excluded.size === 0) return () => true;
  return (paper) => {
    const packed = at(paperTraits, paper);
    if ((yearOf(packed) - leastYear) >>> 0 > yearSpan || authorCountOf(packed) > mostAuthors) return false;
    return (isOfKind === undefined || isOfKind(paper)) && !excluded.has(paper);
  };
}

/**
 * One byte for each paper, 1 for one whose venue, type or categories do not fit: what the kernels test for what years
 * and sizes do not tell. Each thread has one, and fills it when a filter asks for something else than the last.
 */
export class KindMask {
  readonly #graph: GraphViews;
  readonly #mask: View<'u8'>;
  #filled = '';

  constructor(graph: GraphViews, mask: View<'u8'>) {
    this.#graph = graph;
    this.#mask = mask;
  }

  /** Absent where no kind is asked for. Linear in the papers and their categories when it must be filled. */
  of(filter: WalkFilter): View<'u8'> | undefined {
    if (!hasKindTest(filter)) return undefined;
    const { venues, types, categories } = filter;
    const asked = JSON.stringify([venues, types, categories]);
    if (asked !== this.#filled) {
      const fits = kindTest(this.#graph, filter);
      for (let paper = 0; paper < this.#mask.length; paper++) this.#mask[paper] = fits(paper) ? 0 : 1;
      this.#filled = asked;
    }
    return this.#mask;
  }
}

/** Whether a filter asks for venues, types or categories. */
export function hasKindTest({ venues, types, categories }: WalkFilter): boolean {
  return venues !== undefined || types !== undefined || categories !== undefined;
}

function kindTest(
  { paperVenues, paperTypes, categoryOffsets, paperCategories }: GraphViews,
  filter: WalkFilter,
): PaperTest {
  const { venues, types, categories } = filter;
  const venueSet = new Set(venues);
  const typeSet = new Set(types);
  const categorySet = new Set(categories);
  return (paper) => {
    if (venues !== undefined && !venueSet.has(at(paperVenues, paper))) return false;
    if (types !== undefined && !typeSet.has(at(paperTypes, paper))) return false;
    if (categories === undefined) return true;
    const last = at(categoryOffsets, paper + 1);
    for (let place = at(categoryOffsets, paper); place < last; place++) {
      if (categorySet.has(at(paperCategories, place))) return true;
    }
    return false;
  };
}
