/**
 * The author–paper graph in integers: authors and papers are numbers from 0, and each has the list of the others
 * between two bounds (compressed sparse rows). An authorship is one entry in each of two lists; coauthors are never
 * paired, so a paper of 5,154 authors costs 5,154 entries.
 */
import { at } from './at.ts';
import type { Plan, Views } from './memory.ts';

export interface GraphSize {
  readonly authors: number;
  readonly papers: number;
  readonly authorships: number;
  /** Entries in the papers' lists of categories. */
  readonly categories: number;
  /** Connected components of the authors who have a paper. */
  readonly components: number;
}

export function graphPlan({ authors, papers, authorships, categories, components }: GraphSize) {
  return {
    /** Author a has authorPapers[authorOffsets[a], authorOffsets[a + 1]), ascending. */
    authorOffsets: ['u32', authors + 1],
    authorPapers: ['u32', authorships],
    /** Paper p has paperAuthors[paperOffsets[p], paperOffsets[p + 1]), in the order of its author list. */
    paperOffsets: ['u32', papers + 1],
    paperAuthors: ['u32', authorships],
    /** Year and number of authors of a paper in one word: see `packTraits`. */
    paperTraits: ['u32', papers],
    /** A number for each venue, 0 where there is none, and one for each type. */
    paperVenues: ['u32', papers],
    paperTypes: ['u8', papers],
    /** Paper p has paperCategories[categoryOffsets[p], categoryOffsets[p + 1]). */
    categoryOffsets: ['u32', papers + 1],
    paperCategories: ['u32', categories],
    /** 1 for an author of whom it is not sure who they are. */
    authorFlags: ['u8', authors],
    /** The place of each author in the order that decides between paths of one cost. */
    authorRanks: ['u32', authors],
    /** Component c is the authors [componentOffsets[c], componentOffsets[c + 1]); who has no paper comes after all. */
    componentOffsets: ['u32', components + 1],
  } as const satisfies Plan;
}

export type GraphPlan = ReturnType<typeof graphPlan>;
export type GraphViews = Views<GraphPlan>;

export function sizeOf(views: GraphViews): GraphSize {
  return {
    authors: views.authorFlags.length,
    papers: views.paperTraits.length,
    authorships: views.paperAuthors.length,
    categories: views.paperCategories.length,
    components: views.componentOffsets.length - 1,
  };
}

/** The component that an author is in; `components` for one without a paper. */
export function componentOf({ componentOffsets }: GraphViews, author: number): number {
  let [low, high] = [0, componentOffsets.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(componentOffsets, middle) <= author) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const YEAR_SHIFT = 19;
const CUT = 2 ** 18;
/** Most authors of a paper that are counted. */
export const MOST_AUTHORS = CUT - 1;
export const LATEST_YEAR = 2 ** (32 - YEAR_SHIFT) - 1;

export interface PaperTraits {
  /** From 1 to 8,191; 0 where unknown. */
  readonly year: number;
  /** As printed, or one more than are known where the list is cut; more than 262,143 count as that many. */
  readonly authorCount: number;
  /** No source tells how many authors the paper has. */
  readonly isCountUnknown: boolean;
}

/** Year, cut list and number of authors of a paper in 13, 1 and 18 bits. */
export function packTraits({ year, authorCount, isCountUnknown }: PaperTraits): number {
  const cut = isCountUnknown ? CUT : 0;
  return ((year << YEAR_SHIFT) | cut | Math.min(authorCount, MOST_AUTHORS)) >>> 0;
}

export function yearOf(traits: number): number {
  return traits >>> YEAR_SHIFT;
}

export function authorCountOf(traits: number): number {
  return traits & MOST_AUTHORS;
}

/** The n of Newman's 1/(n − 1): the printed number, but no fewer than are known. */
export function strengthSize({ paperTraits, paperOffsets }: GraphViews, paper: number): number {
  const known = at(paperOffsets, paper + 1) - at(paperOffsets, paper);
  const traits = at(paperTraits, paper);
  return (traits & CUT) === 0 ? Math.max(authorCountOf(traits), known) : known;
}
