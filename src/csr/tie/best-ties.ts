/**
 * All paths of least cost, and of those the ones of fewest hops: Dijkstra's algorithm (Numerische Mathematik 1, 269,
 * 1959) from both ends, with (cost, hops) for the cost. It ends when no path through what neither side has settled can
 * be as good as the best one found (I. Pohl, "Bi-directional search", Machine Intelligence 6, 1971); by then both ends
 * of some hop of every best path are settled, one from each side. Costs are exact, so equality is.
 */
import { PathGraphBuilder } from '../path/path-graph.ts';
import type { BestPaths } from '../path/path-graph.ts';
import { WalkStopped } from '../walk.ts';
import { Crossings } from './crossings.ts';
import type { Links } from './links.ts';
import { Side } from './side.ts';
import { tieScratchOf } from './tie-scratch.ts';

export interface TieQuestion {
  /** No link leads there. */
  readonly start: number;
  /** Author → cost of the hop from the start: those that are allowed. */
  readonly firstHops: ReadonlyMap<number, number>;
  readonly to: number;
}

/** The links of a path's start, none barred. Throws `WalkStopped`. */
export function hopsFrom(links: Links, start: number): Map<number, number> {
  const hops = new Map<number, number>();
  links.each(start, (coauthor, cost) => hops.set(coauthor, cost));
  return hops;
}

/** Throws `WalkStopped`. */
export function bestTies(links: Links, { start, firstHops, to }: TieQuestion): BestPaths {
  const scratch = tieScratchOf(links.steps);
  const near = new Side(scratch.near);
  const far = new Side(scratch.far);
  try {
    const best = new Crossings<readonly [near: number, far: number]>();
    far.propose(to, 0, 0);
    for (const [author, cost] of firstHops) near.propose(author, cost, 1);
    while (!best.isBetterThan(near.cost + far.cost, near.hops + far.hops)) {
      // The far side first, so that the end is settled whatever happens.
      const [side, other] = far.cost <= near.cost ? [far, near] : [near, far];
      const author = side.settle();
      const [cost, hops] = [side.costOf(author), side.hopsOf(author)];
      const first = side === far ? firstHops.get(author) : undefined;
      if (first !== undefined) best.add([start, author], first + cost, 1 + hops);
      links.each(author, (next, hop) => {
        if (other.isSettled(next)) {
          const pair = side === near ? ([author, next] as const) : ([next, author] as const);
          best.add(pair, cost + hop + other.costOf(next), hops + 1 + other.hopsOf(next));
        }
        // Whom the other side has not settled, it settles for no less than whom it settles next.
        if (cost + hop + other.cost <= best.cost) side.propose(next, cost + hop, hops + 1);
      });
    }
    const visited = near.found + far.foundBeside(near);
    if (best.cost === Infinity) return { visited };
    const graph = collect(links, { start, firstHops, to }, near, far, best);
    links.checkBudget();
    return { graph, visited };
  } catch (error) {
    throw error instanceof WalkStopped ? new WalkStopped(near.found + far.foundBeside(near)) : error;
  } finally {
    near.clear();
    far.clear();
  }
}

// From the hops that join both sides, down the labels of each to its end.
function collect(
  links: Links,
  { start, firstHops, to }: TieQuestion,
  near: Side,
  far: Side,
  { cost, hops, places: pairs }: Crossings<readonly [near: number, far: number]>,
): BestPaths['graph'] & object {
  const builder = new PathGraphBuilder(start);
  for (const [one, two] of pairs) builder.addHop(one, two);
  const nearer = new Set(pairs.map(([one]) => one).filter((author) => author !== start));
  for (const author of nearer) {
    if (near.hopsOf(author) === 1 && firstHops.get(author) === near.costOf(author)) builder.addHop(start, author);
    eachBefore(links, near, author, (before) => {
      builder.addHop(before, author);
      nearer.add(before);
    });
  }
  const farther = new Set(pairs.map(([, two]) => two));
  for (const author of farther) {
    eachBefore(links, far, author, (after) => {
      builder.addHop(author, after);
      farther.add(after);
    });
  }
  return builder.build(to, { hops, cost });
}

// Those whose label and the hop from them make the author's label.
function eachBefore(links: Links, side: Side, author: number, visit: (before: number) => void): void {
  const [cost, hops] = [side.costOf(author), side.hopsOf(author)];
  links.each(author, (before, hop) => {
    if (!side.isSettled(before)) return;
    if (side.costOf(before) + hop === cost && side.hopsOf(before) + 1 === hops) visit(before);
  });
}
