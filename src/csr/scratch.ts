/** What one thread writes to while it walks. All zeros between two walks: whoever marks takes the marks back. */
import type { Plan, Views } from './memory.ts';
import type { GraphSize } from './graph-arrays.ts';

/** How many walks go on at once in one walk of many; as many as a 64-bit word has bits. */
export const LANES = 64;

export function scratchPlan({ authors, papers }: Pick<GraphSize, 'authors' | 'papers'>) {
  return {
    /** See `STATE`. */
    state: ['u32', 16],
    /** Another thread stops the walk by writing anything but 0. */
    abort: ['i32', 1],
    authorMarks: ['u8', authors],
    paperMarks: ['u8', papers],
    /** Authors found from one end, in the order they were found; the same from the other; papers opened by either. */
    nearQueue: ['u32', authors],
    farQueue: ['u32', authors],
    paperQueue: ['u32', papers],
    /** Authors whom both sides found. */
    meetings: ['u32', authors],
    /** What `KindMask` fills. */
    kindMask: ['u8', papers],
    /**
     * Of many walks at once, two words for each author or paper, a bit for each walk: which have been there, which are
     * at the edge, and which come there next. Pages that no walk of many touches cost nothing.
     */
    authorsSeen: ['u32', 2 * authors],
    authorsAtEdge: ['u32', 2 * authors],
    authorsNext: ['u32', 2 * authors],
    papersSeen: ['u32', 2 * papers],
    papersNext: ['u32', 2 * papers],
    /** How many authors each walk found in one level. */
    laneCounts: ['u32', LANES],
  } as const satisfies Plan;
}

export type ScratchPlan = ReturnType<typeof scratchPlan>;
export type Scratch = Views<ScratchPlan>;

/** Places in `state`, in words; the first two hold a double. */
export const STATE = { authorshipsLeft: 0, papersOpened: 2, meetings: 3, meetingPaper: 4, stopped: 5 } as const;

/**
 * Marks of authors: 1, 2, 3 for the level at which the near side found them, modulo 3, and 4 more for the far side.
 * Neighbours lie at most one level apart, so three marks tell them apart however deep the search goes.
 */
export const FAR = 4;
/** Added to the mark of somebody whom both sides found. */
export const MET = 8;
/** Of somebody whom no walk enters. */
export const EXCLUDED = 16;

/** Added to the mark of somebody who is in a list already. */
export const LISTED = 32;

export function markOf(level: number, side: 0 | typeof FAR): number {
  return side + 1 + (level % 3);
}

/**
 * Marks of papers: opened by somebody at the edge of a search; reached from the edge that was met, not yet opened;
 * shared by both edges, or at least opened by one without looking at all its authors; left out, whatever it is.
 */
export const PAPER = { opened: 1, reached: 2, shared: 3, excluded: 4 } as const;
