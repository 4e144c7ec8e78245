/**
 * The best way on from a path begun: to the end, past nobody met before, and with some first hops barred. A search that
 * looks first where cost so far and least cost from there promise most (A*: P. Hart, N. Nilsson and B. Raphael, IEEE
 * Trans. Systems Science and Cybernetics 4, 100, 1968). What remains from each author was found without those bars, so
 * it never promises too little, and the search seldom strays.
 *
 * Of equal promises the path first by author ids is followed first: so the path found is the first of the best, by cost,
 * hops and author ids.
 */
import { compareText } from '../model/index.ts';
import type { AuthorId } from '../model/index.ts';
import { Heap } from '../csr/index.ts';
import { compareCosts } from './labels.ts';
import type { Links } from './links.ts';
import type { Path } from './network.ts';

export interface SpurSearch {
  readonly links: Links;
  readonly end: AuthorId;
  readonly maxHops?: number | undefined;
  /** Fewest hops, and least cost and its fewest hops, from an author to the end; absent: nobody gets there. */
  readonly toEnd: (author: AuthorId) => Remaining | undefined;
}

export interface Remaining {
  readonly fewestHops: number;
  readonly cost: number;
  readonly hops: number;
}

interface Trail extends Path {
  /** At least the cost and the hops of the whole path. */
  readonly promise: { readonly cost: number; readonly hops: number };
}

/**
 * @param begun at least the start; the search goes on from its last author
 * @param barred who may not come next
 */
export function spurPath(
  { links, end, maxHops = Infinity, toEnd }: SpurSearch,
  begun: Path,
  barred: ReadonlySet<AuthorId>,
): Path | undefined {
  const isMet = new Set(begun.authorIds);
  const fewest = new Map<AuthorId, number>();
  const waiting = new Heap<Trail>(comparePromises);
  const follow = (path: Path, author: AuthorId, hop: number): void => {
    const remaining = toEnd(author);
    const hops = path.authorIds.length;
    if (remaining === undefined || hops + remaining.fewestHops > maxHops) return;
    const cost = path.cost + hop;
    const promise = { cost: cost + remaining.cost, hops: hops + remaining.hops };
    waiting.push({ authorIds: [...path.authorIds, author], cost, promise });
  };
  for (const [next, hop] of links(lastOf(begun))) if (!isMet.has(next) && !barred.has(next)) follow(begun, next, hop);
  for (let trail = waiting.pop(); trail !== undefined; trail = waiting.pop()) {
    const { authorIds, cost } = trail;
    const author = lastOf(trail);
    if (author === end) return { authorIds, cost };
    // Whoever came here before came cheaper; only with a bound on hops is a dearer, shorter way of use.
    const known = fewest.get(author);
    if (known !== undefined && (maxHops === Infinity || known <= authorIds.length)) continue;
    fewest.set(author, authorIds.length);
    for (const [next, hop] of links(author)) if (!isMet.has(next)) follow(trail, next, hop);
  }
  return undefined;
}

/** By cost, then hops, then author ids along the path. */
export function comparePaths(a: Path, b: Path): number {
  return a.cost - b.cost || a.authorIds.length - b.authorIds.length || compareAuthors(a.authorIds, b.authorIds);
}

function comparePromises(a: Trail, b: Trail): number {
  return compareCosts(a.promise, b.promise) || compareAuthors(a.authorIds, b.authorIds);
}

// The beginning of a path comes before the path.
function compareAuthors(a: readonly AuthorId[], b: readonly AuthorId[]): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const compared = compareText(a[at] ?? '', b[at] ?? '');
    if (compared !== 0) return compared;
  }
  return a.length - b.length;
}

function lastOf({ authorIds }: Path): AuthorId {
  return authorIds.at(-1) as AuthorId; // a path has at least its start
}
