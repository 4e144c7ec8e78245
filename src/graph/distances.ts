/** How far everybody is from one author: one breadth-first search, counted by hops. Linear in the authorships. */
import type { AuthorId } from '../model/index.ts';
import type { DistancesOutcome } from './network.ts';
import { reach } from './reach.ts';
import type { Walk } from './walk.ts';

/** @param authors everyone who has a paper */
export function distancesFrom(walk: Walk, author: AuthorId, authors: readonly AuthorId[]): DistancesOutcome {
  const hops = reach(walk, author);
  const authorCounts: number[] = [];
  for (const distance of hops.values()) authorCounts[distance] = (authorCounts[distance] ?? 0) + 1;
  // Somebody excluded has no papers in a walk.
  const unreached = authors.filter((each) => !hops.has(each) && walk.papersOf(each).length > 0);
  return { kind: 'distances', authorCounts, unreachableCount: unreached.length };
}
