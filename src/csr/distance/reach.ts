/** Everybody whom one author can reach, level by level (E. F. Moore, "The shortest path through a maze", 1959). */
import type { WalkFilter } from '../filter.ts';
import { markOf } from '../scratch.ts';
import type { Steps } from '../steps.ts';
import { checkStopped, walking } from '../walk.ts';
import type { Budget, Queues } from '../walk.ts';

/**
 * Walks the whole of one author's component under the filter. Somebody excluded reaches nobody. Throws `WalkStopped`.
 *
 * @returns authors at 0 (the one who was asked for), 1, 2, … hops
 */
export function reach(
  steps: Steps,
  author: number,
  filter: WalkFilter,
  budget: Budget = { left: Infinity },
): readonly number[] {
  if (filter.excludedAuthors?.includes(author) === true) return [1];
  return walking(steps, filter, budget, (queues) => levels(steps, queues, author));
}

/** The walk itself, where one is begun already: `nearQueue` has everybody found, level by level. */
export function levels(steps: Steps, queues: Queues, author: number, most = Infinity): readonly number[] {
  const { authorMarks, nearQueue } = steps.scratch;
  const counts = [1];
  authorMarks[author] = markOf(0, 0);
  nearQueue[0] = author;
  queues.near = 1;
  for (let begin = 0, level = 1; level <= most; level++) {
    const end = queues.near;
    queues.near = steps.expand('near', begin, end, end, markOf(level, 0));
    checkStopped(steps, queues);
    if (queues.near === end) break;
    counts.push(queues.near - end);
    begin = end;
  }
  return counts;
}
