/**
 * The k best paths without a loop, best first: J. Y. Yen, "Finding the k shortest loopless paths in a network",
 * Management Science 17, 712, 1971. Each path found is left at every one of its authors, for the best way that no path
 * found so far takes; the best of all those is the next. E. L. Lawler's improvement (Management Science 18, 401, 1972):
 * a path is only left where it has left another, or later, so no candidate is found twice.
 */
import { at } from '../at.ts';
import { allShortestPaths } from '../path/all-shortest-paths.ts';
import { firstPath } from '../path/path-graph.ts';
import type { BestPaths } from '../path/path-graph.ts';
import type { Steps } from '../steps.ts';
import type { Budget } from '../walk.ts';
import { bestTies, hopsFrom } from './best-ties.ts';
import { bestTiesWithin } from './best-ties-within.ts';
import { Links } from './links.ts';
import type { LinkRules } from './links.ts';

export interface BestPathsQuestion extends LinkRules {
  readonly from: number;
  readonly to: number;
  /** At least 1; Infinity for any number. */
  readonly maxHops: number;
}

export interface FoundPath {
  readonly authors: readonly number[];
  readonly cost: number;
}

/** All best paths between two different authors, neither excluded. Throws `WalkStopped`. */
export function bestPathGraph(steps: Steps, question: BestPathsQuestion, budget: Budget): BestPaths {
  return onwards(steps, question, budget, [question.from], new Set());
}

/**
 * As many as there are, up to `count`: by cost, then hops, then ranks of authors along the path. `visited` is the most
 * that one search has found. Throws `WalkStopped`.
 */
export function bestPaths(
  steps: Steps,
  question: BestPathsQuestion & { readonly count: number },
  budget: Budget,
): { readonly paths: readonly FoundPath[]; readonly visited: number } {
  const ranks = steps.graph.authorRanks;
  const best: FoundPath[] = [];
  const candidates: (FoundPath & { readonly leavesAt: number })[] = [];
  let visited = 0;
  const leave = (begun: readonly number[], cost: number, barred: ReadonlySet<number>): void => {
    const found = onwards(steps, question, budget, begun, barred);
    visited = Math.max(visited, found.visited);
    if (found.graph === undefined) return;
    const authors = [...begun.slice(0, -1), ...firstPath(found.graph, ranks)];
    candidates.push({ authors, cost: cost + found.graph.cost, leavesAt: begun.length - 1 });
  };
  leave([question.from], 0, new Set());
  while (candidates.length > 0) {
    const next = candidates.reduce((least, each) => (isBefore(each, least, ranks) ? each : least));
    candidates.splice(candidates.indexOf(next), 1);
    best.push({ authors: next.authors, cost: next.cost });
    if (best.length === question.count) break;
    const costs = costsAlong(steps, question, budget, next.authors);
    for (let place = next.leavesAt; place + 1 < next.authors.length; place++) {
      const begun = next.authors.slice(0, place + 1);
      leave(begun, at(costs, place), nextAuthors(best, begun));
    }
  }
  return { paths: best, visited };
}

// The best ways on from the last author of a path begun: past nobody on it, and by none of the barred first hops.
function onwards(
  steps: Steps,
  { from, to, maxHops, ...rules }: BestPathsQuestion,
  budget: Budget,
  begun: readonly number[],
  barred: ReadonlySet<number>,
): BestPaths {
  const start = begun.at(-1) ?? from;
  const hopsLeft = maxHops - (begun.length - 1);
  if (rules.prefer === 'FEWEST_HOPS' && begun.length === 1 && barred.size === 0) {
    return within(allShortestPaths(steps, { start, to, filter: rules.filter }, budget), hopsLeft);
  }
  const links = new Links(steps, rules, budget, begun);
  const firstHops = hopsFrom(links, start);
  for (const author of barred) firstHops.delete(author);
  if (rules.prefer !== 'FEWEST_HOPS') {
    const question = { start, firstHops, to };
    const found = bestTies(links, question);
    return found.graph === undefined || found.graph.hops <= hopsLeft
      ? found
      : bestTiesWithin(links, question, hopsLeft, begun);
  }
  const excludedAuthors = [...(rules.filter.excludedAuthors ?? []), ...begun];
  const question = { start, sources: [...firstHops.keys()], to, filter: { ...rules.filter, excludedAuthors } };
  return within(allShortestPaths(steps, question, budget), hopsLeft);
}

// Paths of fewest hops: where these are too many, all are.
function within(found: BestPaths, hops: number): BestPaths {
  return found.graph === undefined || found.graph.hops <= hops ? found : { visited: found.visited };
}

// The cost up to each author of a path.
function costsAlong(
  steps: Steps,
  { from: _from, to: _to, maxHops: _maxHops, ...rules }: BestPathsQuestion,
  budget: Budget,
  authors: readonly number[],
): number[] {
  if (rules.prefer === 'FEWEST_HOPS') return [...authors.keys()];
  const links = new Links(steps, rules, budget);
  let cost = 0;
  return authors.map((author, place) => {
    const before = cost;
    const next = authors[place + 1];
    if (next !== undefined) cost += hopsFrom(links, author).get(next) ?? 0;
    return before;
  });
}

// Who comes next on the paths found that begin so.
function nextAuthors(paths: readonly FoundPath[], begun: readonly number[]): ReadonlySet<number> {
  const next = new Set<number>();
  for (const { authors } of paths) {
    const author = authors[begun.length];
    if (author !== undefined && begun.every((each, place) => each === authors[place])) next.add(author);
  }
  return next;
}

function isBefore(one: FoundPath, other: FoundPath, ranks: Uint32Array): boolean {
  if (one.cost !== other.cost) return one.cost < other.cost;
  if (one.authors.length !== other.authors.length) return one.authors.length < other.authors.length;
  const place = one.authors.findIndex((author, along) => author !== other.authors[along]);
  return place >= 0 && at(ranks, at(one.authors, place)) < at(ranks, at(other.authors, place));
}
