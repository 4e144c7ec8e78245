/**
 * Breadth-first search from both ends (I. Pohl, "Bi-directional search", Machine Intelligence 6, 1971): the side with
 * fewer authors at its edge goes on, a whole level at a time, until somebody is found from both. It costs the
 * authorships around the two ends, not those of the graph.
 */
import { at } from '../at.ts';
import { FAR, markOf, STATE } from '../scratch.ts';
import type { Side, Steps } from '../steps.ts';
import { checkStopped } from '../walk.ts';
import type { Queues } from '../walk.ts';

/** Where two searches met. */
export interface Meeting {
  /** Hops between the ends. */
  readonly length: number;
  /** Levels that each side has found whole; the side that went last found one more in part. */
  readonly nearLevels: number;
  readonly farLevels: number;
  readonly last: Side;
}

/**
 * Searches from authors to another who is not one of them, none of them excluded. Absent where nothing connects them:
 * the smaller side was then found whole. Throws `WalkStopped`.
 *
 * @param findsAll fill `scratch.meetings` with everybody at the edge that was met who lies on a shortest path;
 * otherwise it has the first
 */
export function search(
  steps: Steps,
  queues: Queues,
  sources: readonly number[],
  to: number,
  findsAll: boolean,
): Meeting | undefined {
  const { state, authorMarks, nearQueue, farQueue } = steps.scratch;
  for (const source of sources) {
    nearQueue[queues.near++] = source;
    authorMarks[source] = markOf(0, 0);
  }
  farQueue[queues.far++] = to;
  authorMarks[to] = markOf(0, FAR);
  const begin = { near: 0, far: 0 };
  const levels = { near: 0, far: 0 };
  for (;;) {
    const sizes = { near: queues.near - begin.near, far: queues.far - begin.far };
    if (sizes.near === 0 || sizes.far === 0) return undefined;
    const side = sizes.near <= sizes.far ? 'near' : 'far';
    const opened = at(state, STATE.papersOpened);
    const end = queues[side];
    queues[side] = steps.expand(side, begin[side], end, end, markOf(levels[side] + 1, sideMark(side)));
    if (at(state, STATE.meetings) !== 0) {
      if (findsAll) {
        const other = side === 'near' ? 'far' : 'near';
        const otherEdge = { begin: begin[other], end: queues[other] };
        steps.meetAll(side, { begin: begin[side], end }, otherEdge, markOf(levels[other], sideMark(other)), opened);
      }
      const length = levels.near + levels.far + 1;
      return { length, nearLevels: levels.near, farLevels: levels.far, last: side };
    }
    checkStopped(steps, queues);
    begin[side] = end;
    levels[side]++;
  }
}

function sideMark(side: Side): 0 | typeof FAR {
  return side === 'near' ? 0 : FAR;
}
