/**
 * The k best paths without a loop, best first: J. Y. Yen, "Finding the k shortest loopless paths in a network",
 * Management Science 17, 712, 1971. Each path found is left at every one of its authors, for the best way that no path
 * found so far takes; the best of all those is the next. E. L. Lawler's improvement (Management Science 18, 401, 1972):
 * a path is only left where it has left another, or later, so no candidate is found twice.
 *
 * It costs a search from the end over all that is connected to it, then at most k times length of a path searches that
 * this first one guides.
 */
import type { AuthorId } from '../model/index.ts';
import { connected } from './connected.ts';
import { labelsOfHops, labelsTo } from './labels.ts';
import type { Labels } from './labels.ts';
import type { Meter } from './meter.ts';
import type { BestPathsOutcome, Path } from './network.ts';
import { reach } from './reach.ts';
import type { PreferringQuestion } from './shortest-paths.ts';
import { comparePaths, spurPath } from './spur-path.ts';
import type { SpurSearch } from './spur-path.ts';

interface Candidate {
  readonly path: Path;
  /** Place of the last author that it shares with the path it left. */
  readonly leavesAt: number;
}

export async function bestPaths(
  question: PreferringQuestion & { readonly count: number },
  meter: Meter,
): Promise<BestPathsOutcome> {
  const { from, to, maxHops, prefer, filtered, links, count } = question;
  const found = connected(question);
  if (found.kind !== 'connected') return found;
  const hopsToEnd = reach(filtered, to);
  const labels = prefer === 'FEWEST_HOPS' ? labelsOfHops(hopsToEnd) : labelsTo({ links, end: to });
  const search: SpurSearch = { links, end: to, maxHops, toEnd: (author) => remaining(author, hopsToEnd, labels) };
  const begun: Path = { authorIds: [from], cost: 0 };
  const best: Path[] = [];
  const candidates: Candidate[] = candidate(spurPath(search, begun, new Set()), 0);
  for (let next = takeBest(candidates); next !== undefined; next = takeBest(candidates)) {
    best.push(next.path);
    if (best.length === count) break;
    await meter.pause();
    for (const start of beginnings(next.path, next.leavesAt, search)) {
      const barred = nextAuthors(best, start.authorIds);
      candidates.push(...candidate(spurPath(search, start, barred), start.authorIds.length - 1));
    }
  }
  return { kind: 'paths', paths: best, visitedAuthorCount: hopsToEnd.size };
}

function remaining(author: AuthorId, hopsToEnd: ReadonlyMap<AuthorId, number>, labels: Labels) {
  const fewestHops = hopsToEnd.get(author);
  const label = labels.get(author)?.[0];
  return fewestHops === undefined || label === undefined
    ? undefined
    : { fewestHops, cost: label.cost, hops: label.hops };
}

function candidate(path: Path | undefined, leavesAt: number): Candidate[] {
  return path === undefined ? [] : [{ path, leavesAt }];
}

function takeBest(candidates: Candidate[]): Candidate | undefined {
  let least: Candidate | undefined;
  for (const each of candidates) if (least === undefined || comparePaths(each.path, least.path) < 0) least = each;
  if (least !== undefined) candidates.splice(candidates.indexOf(least), 1);
  return least;
}

// The path up to each author at which it may be left: not before the place where it left another, nor at the end.
function beginnings({ authorIds }: Path, leavesAt: number, { links }: SpurSearch): Path[] {
  const paths: Path[] = [];
  let cost = 0;
  for (const [at, author] of authorIds.slice(0, -1).entries()) {
    if (at >= leavesAt) paths.push({ authorIds: authorIds.slice(0, at + 1), cost });
    cost += links(author).get(authorIds[at + 1] as AuthorId) ?? 0; // there is one after each but the last
  }
  return paths;
}

// Who comes next on the paths found that begin so.
function nextAuthors(paths: readonly Path[], begun: readonly AuthorId[]): ReadonlySet<AuthorId> {
  const next = new Set<AuthorId>();
  for (const { authorIds } of paths) {
    const author = authorIds[begun.length];
    if (author !== undefined && begun.every((each, at) => each === authorIds[at])) next.add(author);
  }
  return next;
}
