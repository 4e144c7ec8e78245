/**
 * The hot loops of a walk, answered by a WebAssembly kernel or by its plain twin: the same authors and papers, marks
 * and numbers, only not always in the same order. One thread has one of these: it is the only writer of its scratch.
 */
import type { GraphViews } from './graph-arrays.ts';
import type { WalkFilter } from './filter.ts';
import type { Scratch } from './scratch.ts';

export interface Steps {
  readonly graph: GraphViews;
  readonly scratch: Scratch;

  /** What the next steps test. Excluded authors and papers are the walk's to mark. */
  setFilter(filter: WalkFilter): void;
  /**
   * Opens the authors queue[begin, end) of one side: whom their papers lead to and who has no mark gets `mark` and
   * joins the queue at `tail`. Papers are opened once. Ends at the first whom the other side found: the meeting, in
   * `scratch.meetings` and `STATE.meetingPaper`; also when `STATE.authorshipsLeft` goes below 0 or `scratch.abort` is
   * set, both looked at every 16 authors (`STATE.stopped`).
   *
   * @returns the new end of the queue
   */
  expand(side: Side, begin: number, end: number, tail: number, mark: number): number;
  /**
   * After a meeting: adds everybody else of the other side's edge, marked `otherMark`, who has a joint paper with the
   * edge of `side` to `scratch.meetings`. The papers of all who lie on such a joint paper are marked opened or shared.
   *
   * @param opened how many papers were open when `side` began its last level
   */
  meetAll(side: Side, edge: Edge, otherEdge: Edge, otherMark: number, opened: number): void;
  /**
   * After a search: lists whom `mark` marks on the papers of an author that are opened or shared, each once, in place of
   * `scratch.meetings`.
   *
   * @returns how many they are
   */
  below(author: number, mark: number): number;
  /**
   * One level of many walks at once: from the authors nearQueue[0, count), each at the edge of the walks in
   * `authorsAtEdge`, to whom those walks have not seen; they are the new edge, in nearQueue. `laneCounts` tells how many
   * each walk found. At most 64 walks. Stops like `expand`, before it begins a level.
   *
   * @param lanes how many walks there are
   * @returns the new count
   */
  expandMany(count: number, lanes: number): number;
  /** Takes back the marks of the first authors of both queues, and of all opened papers. */
  clear(nearCount: number, farCount: number): void;
}

export type Side = 'near' | 'far';

/** Places in a side's queue. */
export interface Edge {
  readonly begin: number;
  readonly end: number;
}
