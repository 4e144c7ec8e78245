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
import { bestRecent } from './best-recent.ts';
import { bestTies, hopsFrom } from './best-ties.ts';
import { bestTiesWithin } from './best-ties-within.ts';
import { Links } from './links.ts';
import type { LinkRules } from './links.ts';
import { compareRanks, SpurSearch } from './spur-search.ts';
import type { FoundPath } from './spur-search.ts';

export interface BestPathsQuestion extends LinkRules {
  readonly from: number;
  readonly to: number;
  /** At least 1; Infinity for any number. */
  readonly maxHops: number;
}

export interface FoundPaths {
  readonly paths: readonly FoundPath[];
  /** The most authors that one search has found. */
  readonly visited: number;
}

/** All best paths between two different authors, neither excluded. Throws `WalkStopped`. */
export function bestPathGraph(
  steps: Steps,
  { from, to, maxHops, ...rules }: BestPathsQuestion,
  budget: Budget,
): BestPaths {
  const { filter, prefer } = rules;
  if (prefer === 'FEWEST_HOPS') return within(allShortestPaths(steps, { start: from, to, filter }, budget), maxHops);
  const links = new Links(steps, rules, budget, [from]);
  const question = { start: from, firstHops: hopsFrom(links, from), to };
  const found = prefer === 'RECENT_TIES' ? bestRecent(links, question) : bestTies(links, question);
  if (found.graph === undefined || found.graph.hops <= maxHops) return found;
  return bestTiesWithin(links, question, maxHops, [from]);
}

/**
 * As many as there are, up to `count`: by cost, then hops, then ranks of authors along the path. Throws `WalkStopped`.
 */
export function bestPaths(
  steps: Steps,
  question: BestPathsQuestion & { readonly count: number },
  budget: Budget,
): FoundPaths {
  const { count, from, to, maxHops, ...rules } = question;
  if (count === 1) {
    const { graph, visited } = bestPathGraph(steps, question, budget);
    const paths = graph === undefined ? [] : [{ authors: firstPath(graph, steps.graph.authorRanks), cost: graph.cost }];
    return { paths, visited };
  }
  if (rules.prefer === 'FEWEST_HOPS') return fewestHops(steps, question, budget);
  const links = new Links(steps, rules, budget);
  const search = new SpurSearch(links, from, to, maxHops);
  try {
    const onwards: Onwards = (begun, barred) => search.onwards(begun, barred);
    const costs = (path: FoundPath): number[] => costsAlong(links, path);
    return { paths: yen(steps, question, onwards, costs), visited: search.visited };
  } finally {
    search.clear();
  }
}

// Each way on is a search from both ends, as short as the first.
function fewestHops(
  steps: Steps,
  { from, to, maxHops, count, ...rules }: BestPathsQuestion & { readonly count: number },
  budget: Budget,
): FoundPaths {
  let visited = 0;
  const onwards: Onwards = ({ authors, cost }, barred) => {
    const start = at(authors, authors.length - 1);
    const firstHops = hopsFrom(new Links(steps, rules, budget, authors), start);
    const sources = [...firstHops.keys()].filter((author) => !barred.has(author));
    const excludedAuthors = [...(rules.filter.excludedAuthors ?? []), ...authors];
    const question = { start, sources, to, filter: { ...rules.filter, excludedAuthors } };
    const found = within(allShortestPaths(steps, question, budget), maxHops - cost);
    visited = Math.max(visited, found.visited);
    if (found.graph === undefined) return undefined;
    const onward = firstPath(found.graph, steps.graph.authorRanks);
    return { authors: [...authors.slice(0, -1), ...onward], cost: cost + found.graph.cost };
  };
  const paths = yen(steps, { from, count }, onwards, ({ authors }) => [...authors.keys()]);
  return { paths, visited };
}

/** The first of the best ways on from the last author of a path begun: past nobody on it, and to none of the barred next. */
type Onwards = (begun: FoundPath, barred: ReadonlySet<number>) => FoundPath | undefined;

function yen(
  { graph }: Steps,
  { from, count }: { readonly from: number; readonly count: number },
  onwards: Onwards,
  costsOf: (path: FoundPath) => readonly number[],
): FoundPath[] {
  const best: FoundPath[] = [];
  const candidates: { readonly path: FoundPath; readonly leavesAt: number }[] = [];
  const leave = (begun: FoundPath, barred: ReadonlySet<number>): void => {
    const path = onwards(begun, barred);
    if (path !== undefined) candidates.push({ path, leavesAt: begun.authors.length - 1 });
  };
  leave({ authors: [from], cost: 0 }, new Set());
  while (candidates.length > 0) {
    const next = candidates.reduce((least, each) =>
      comparePaths(each.path, least.path, graph.authorRanks) < 0 ? each : least,
    );
    candidates.splice(candidates.indexOf(next), 1);
    const { path, leavesAt } = next;
    best.push(path);
    if (best.length === count) break;
    const costs = costsOf(path);
    for (let place = leavesAt; place + 1 < path.authors.length; place++) {
      const authors = path.authors.slice(0, place + 1);
      leave({ authors, cost: at(costs, place) }, nextAuthors(best, authors));
    }
  }
  return best;
}

// Paths of fewest hops: where these are too many, all are.
function within(found: BestPaths, hops: number): BestPaths {
  return found.graph === undefined || found.graph.hops <= hops ? found : { visited: found.visited };
}

// The cost up to each author of a path.
function costsAlong(links: Links, { authors }: FoundPath): number[] {
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

function comparePaths(one: FoundPath, other: FoundPath, ranks: Uint32Array): number {
  if (one.cost !== other.cost) return one.cost - other.cost;
  return one.authors.length - other.authors.length || compareRanks(one.authors, other.authors, ranks);
}
