/**
 * A path of fewest hops between two people, or the reason why there is none.
 *
 * Of all shortest paths it gives the lexicographically smallest by author id: a search from the far end tells how far
 * everyone is from it, then the path goes down from the near end, at each hop to the smallest id that is one nearer.
 */
import { compareText } from '../model/index.ts';
import type { AuthorId } from '../model/index.ts';
import { connected } from './connected.ts';
import type { PathQuestion } from './connected.ts';
import { PLAIN_HOP_COST } from '../csr/index.ts';
import type { PathOutcome } from './network.ts';
import type { Hops } from './reach.ts';
import type { Walk } from './walk.ts';

export function shortestPath(question: PathQuestion): PathOutcome {
  const found = connected(question);
  if (found.kind !== 'connected') return found;
  const { length, hopsToEnd } = found;
  return {
    kind: 'path',
    authorIds: descent(question.filtered, hopsToEnd, question.from, length),
    cost: length * PLAIN_HOP_COST,
    visitedAuthorCount: hopsToEnd.size,
  };
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
