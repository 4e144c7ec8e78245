/**
 * A path of fewest hops between two people, or the reason why there is none.
 *
 * Of all shortest paths it gives the lexicographically smallest by author id: a search from the far end tells how far
 * everyone is from it, then the path goes down from the near end, at each hop to the smallest id that is one nearer.
 * It costs at most two walks over the graph under the filter and one without it, each linear in the authorships.
 */
import { compareText } from '../model/index.ts';
import type { AuthorId } from '../model/index.ts';
import type { PathOutcome } from './network.ts';
import { reach } from './reach.ts';
import type { Hops } from './reach.ts';
import type { Walk } from './walk.ts';

export interface PathQuestion {
  readonly from: AuthorId;
  readonly to: AuthorId;
  readonly maxHops?: number | undefined;
  readonly filtered: Walk;
  readonly unfiltered: Walk;
}

export function shortestPath(question: PathQuestion): PathOutcome {
  const { from, to, maxHops, filtered } = question;
  if (from === to) return { kind: 'same-author', visitedAuthorCount: 1 };
  const hopsToEnd = reach(filtered, to, from);
  const length = hopsToEnd.get(from);
  if (length === undefined) return noPath(question, hopsToEnd.size);
  const visitedAuthorCount = hopsToEnd.size;
  // How far the end really is was worth finding out: "too far" and "not connected" are different answers.
  if (maxHops !== undefined && length > maxHops) return { kind: 'beyond-max-hops', maxHops, visitedAuthorCount };
  return { kind: 'path', authorIds: descent(filtered, hopsToEnd, from, length), visitedAuthorCount };
}

function noPath({ from, to, filtered, unfiltered }: PathQuestion, toComponentSize: number): PathOutcome {
  const fromComponentSize = reach(filtered, from).size;
  const visitedAuthorCount = fromComponentSize + toComponentSize; // no path, so nobody is in both
  const lengthWithoutFilter = reach(unfiltered, to, from).get(from);
  if (lengthWithoutFilter !== undefined) return { kind: 'filtered-out', lengthWithoutFilter, visitedAuthorCount };
  return { kind: 'different-components', fromComponentSize, toComponentSize, visitedAuthorCount };
}

function descent(walk: Walk, hopsToEnd: Hops, from: AuthorId, length: number): AuthorId[] {
  const path = [from];
  let here: AuthorId | undefined = from;
  for (let left = length - 1; left >= 0 && here !== undefined; left--) {
    here = smallestAt(left, walk, hopsToEnd, here);
    if (here !== undefined) path.push(here);
  }
  return path;
}

// Somebody one hop nearer to the end always exists: it is how the search came here.
function smallestAt(left: number, walk: Walk, hopsToEnd: Hops, here: AuthorId): AuthorId | undefined {
  let smallest: AuthorId | undefined;
  for (const paper of walk.papersOf(here)) {
    for (const { id } of walk.authorsOf(paper)) {
      if (hopsToEnd.get(id) !== left) continue;
      if (smallest === undefined || compareText(id, smallest) < 0) smallest = id;
    }
  }
  return smallest;
}
