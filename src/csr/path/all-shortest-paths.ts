/** All paths of fewest hops, as the graph of those who lie on one. */
import { at } from '../at.ts';
import type { WalkFilter } from '../filter.ts';
import { FAR, markOf, STATE } from '../scratch.ts';
import type { Steps } from '../steps.ts';
import { walking } from '../walk.ts';
import type { Budget } from '../walk.ts';
import { PathGraphBuilder } from './path-graph.ts';
import type { BestPaths } from './path-graph.ts';
import { search } from './search.ts';
import type { Meeting } from './search.ts';

/**
 * Searches from both ends, then goes down from everybody who was met to either end, level by level. The way down costs
 * the lists of those who lie on a path. Throws `WalkStopped`.
 *
 * @param sources one author or several, each the first hop of `start` then
 * @param start where the paths begin; excluded, if it is not a source
 */
export function allShortestPaths(
  steps: Steps,
  { start, sources = [start], to, filter }: ShortestQuestion,
  budget: Budget = { left: Infinity },
): BestPaths {
  return walking(steps, filter, budget, (queues) => {
    const isSource = sources.includes(start);
    const builder = new PathGraphBuilder(start);
    if (sources.includes(to)) {
      builder.addHop(start, to);
      return { graph: builder.build(to, { hops: 1, cost: 1 }), visited: 1 };
    }
    const meeting = search(steps, queues, sources, to, true);
    const visited = queues.near + queues.far;
    if (meeting === undefined) return { visited };
    const first = collect(steps, meeting, builder);
    if (!isSource) for (const source of first) builder.addHop(start, source);
    const hops = meeting.length + (isSource ? 0 : 1);
    return { graph: builder.build(to, { hops, cost: hops }), visited };
  });
}

export interface ShortestQuestion {
  readonly start: number;
  readonly sources?: readonly number[];
  readonly to: number;
  readonly filter: WalkFilter;
}

// Who of the sources lies on a path.
function collect(steps: Steps, { nearLevels, farLevels, last }: Meeting, builder: PathGraphBuilder): readonly number[] {
  const { state, meetings } = steps.scratch;
  const met = [...meetings.subarray(0, at(state, STATE.meetings))];
  // Who was met is known to the other side already, and one level beyond what the last side has found whole.
  const nearLevel = last === 'near' ? nearLevels + 1 : nearLevels;
  const farLevel = last === 'far' ? farLevels + 1 : farLevels;
  goDown(steps, met, farLevel, FAR, (above, below) => builder.addHop(above, below));
  return goDown(steps, met, nearLevel, 0, (above, below) => builder.addHop(below, above));
}

/** From authors at one level of a side down to its end; `hop` is told every pair that is one level apart, once. */
function goDown(
  steps: Steps,
  top: readonly number[],
  level: number,
  side: 0 | typeof FAR,
  hop: (above: number, below: number) => void,
): readonly number[] {
  let layer: readonly number[] = top;
  for (let below = level - 1; below >= 0; below--) {
    const next = new Set<number>();
    for (const above of layer) {
      const count = steps.below(above, markOf(below, side));
      for (let place = 0; place < count; place++) {
        const author = at(steps.scratch.meetings, place);
        next.add(author);
        hop(above, author);
      }
    }
    layer = [...next];
  }
  return layer;
}
