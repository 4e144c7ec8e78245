/**
 * Who can be reached from one author, and in how many hops: breadth-first search (E. F. Moore, "The shortest path
 * through a maze", 1959). Every author and every paper is opened at most once, so it costs the authorships walked over,
 * never the pairs of coauthors on a paper.
 */
import type { AuthorId, PaperId } from '../model/index.ts';
import type { Walk } from './walk.ts';

/** Hops to everyone reached; the start itself is at 0, even where the filter lets it go nowhere. */
export type Hops = ReadonlyMap<AuthorId, number>;

/**
 * @param until stop as soon as this author is found. Everyone nearer to the start has then been found too: an author
 * at d hops is found by opening one at d − 1, and by then all those are known.
 */
export function reach(walk: Walk, start: AuthorId, until?: AuthorId): Hops {
  const hops = new Map([[start, 0]]);
  const opened = new Set<PaperId>();
  if (start === until) return hops;
  // A map gives its entries in the order they were added, also those added meanwhile: it is the queue.
  for (const [author, distance] of hops) {
    for (const paper of walk.papersOf(author)) {
      if (opened.has(paper.id)) continue;
      opened.add(paper.id);
      for (const next of walk.authorsOf(paper)) {
        if (!hops.has(next.id)) hops.set(next.id, distance + 1);
        if (next.id === until) return hops;
      }
    }
  }
  return hops;
}
