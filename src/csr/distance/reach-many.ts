/**
 * Everybody whom each of many authors can reach, in one walk: a bit of a word for each of them (M. Then et al., "The
 * more the merrier: efficient multi-source graph traversal", PVLDB 8, 449, 2014). Where their walks run through the
 * same papers, these are read once.
 */
import { at } from '../at.ts';
import type { WalkFilter } from '../filter.ts';
import { LANES } from '../scratch.ts';
import type { Steps } from '../steps.ts';
import { checkStopped, walking } from '../walk.ts';
import type { Budget } from '../walk.ts';

/**
 * What `reach` answers for each author, in their order. Throws `WalkStopped`.
 *
 * @param authors any number, the same one twice too
 */
export function reachMany(
  steps: Steps,
  authors: readonly number[],
  filter: WalkFilter,
  budget: Budget = { left: Infinity },
): readonly (readonly number[])[] {
  const counts: (readonly number[])[] = [];
  for (let first = 0; first < authors.length; first += LANES) {
    counts.push(...reachLanes(steps, authors.slice(first, first + LANES), filter, budget));
  }
  return counts;
}

function reachLanes(
  steps: Steps,
  authors: readonly number[],
  filter: WalkFilter,
  budget: Budget,
): readonly (readonly number[])[] {
  const { nearQueue, authorsSeen, authorsAtEdge, authorsNext, papersSeen, papersNext, laneCounts } = steps.scratch;
  const excluded = new Set(filter.excludedAuthors);
  const counts = authors.map(() => [1]);
  return walking(steps, filter, budget, (queues) => {
    try {
      for (const author of excluded) authorsSeen.fill(ALL, 2 * author, 2 * author + 2);
      for (const paper of filter.excludedPapers ?? []) papersSeen.fill(ALL, 2 * paper, 2 * paper + 2);
      let edge = 0;
      for (const [lane, author] of authors.entries()) {
        if (excluded.has(author)) continue;
        const word = 2 * author + (lane >> 5);
        if (at(authorsAtEdge, 2 * author) === 0 && at(authorsAtEdge, 2 * author + 1) === 0) nearQueue[edge++] = author;
        authorsSeen[word] = at(authorsSeen, word) | (1 << (lane & 31));
        authorsAtEdge[word] = at(authorsAtEdge, word) | (1 << (lane & 31));
      }
      while (edge > 0) {
        edge = steps.expandMany(edge, authors.length);
        checkStopped(steps, { ...queues, near: edge });
        for (const [lane, levels] of counts.entries()) {
          const found = at(laneCounts, lane);
          if (found > 0) levels.push(found);
        }
      }
      return counts;
    } finally {
      for (const words of [authorsSeen, authorsAtEdge, authorsNext, papersSeen, papersNext]) words.fill(0);
    }
  });
}

const ALL = 0xff_ff_ff_ff;
