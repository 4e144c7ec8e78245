/** What a filter leaves of the whole graph, wherever a walk would have gone. Linear in the authorships. */
import { at } from '../at.ts';
import { paperTest } from '../filter.ts';
import type { WalkFilter } from '../filter.ts';
import type { GraphViews } from '../graph-arrays.ts';

export interface LeftByFilter {
  readonly papers: number;
  /** Authors who have a paper that passes and are not excluded. */
  readonly authors: number;
}

export function leftByFilter(graph: GraphViews, filter: WalkFilter): LeftByFilter {
  const { paperOffsets, paperAuthors, authorFlags } = graph;
  const passes = paperTest(graph, filter);
  const isOut = new Uint8Array(authorFlags.length);
  if (filter.excludesFlagged === true) isOut.set(authorFlags);
  for (const author of filter.excludedAuthors ?? []) isOut[author] = 1;
  let [papers, authors] = [0, 0];
  for (let paper = 0; paper + 1 < paperOffsets.length; paper++) {
    if (!passes(paper)) continue;
    papers++;
    const last = at(paperOffsets, paper + 1);
    for (let place = at(paperOffsets, paper); place < last; place++) {
      const author = at(paperAuthors, place);
      if (isOut[author] !== 0) continue;
      isOut[author] = 1; // counted
      authors++;
    }
  }
  return { papers, authors };
}
