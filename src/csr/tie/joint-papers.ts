/** The people around one author: who shares which papers with them. Linear in the authorships on the papers. */
import { at } from '../at.ts';
import { paperTest } from '../filter.ts';
import type { WalkFilter } from '../filter.ts';
import type { GraphViews } from '../graph-arrays.ts';

/**
 * Coauthor → joint papers that pass, ascending; coauthors in no order. Nobody when the author is excluded.
 *
 * @param asked authors whom the question names: a flag does not exclude them
 */
export function jointPapersOf(
  graph: GraphViews,
  author: number,
  filter: WalkFilter,
  asked: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const { authorOffsets, authorPapers, paperOffsets, paperAuthors } = graph;
  const joint = new Map<number, number[]>();
  const isOut = exclusion(graph, filter, asked);
  if (isOut(author)) return joint;
  const passes = paperTest(graph, filter);
  const lastEntry = at(authorOffsets, author + 1);
  for (let entry = at(authorOffsets, author); entry < lastEntry; entry++) {
    const paper = at(authorPapers, entry);
    if (!passes(paper)) continue;
    const last = at(paperOffsets, paper + 1);
    for (let place = at(paperOffsets, paper); place < last; place++) {
      const coauthor = at(paperAuthors, place);
      if (coauthor === author || isOut(coauthor)) continue;
      const papers = joint.get(coauthor);
      if (papers === undefined) joint.set(coauthor, [paper]);
      else papers.push(paper);
    }
  }
  return joint;
}

/** The papers of two different authors that pass, ascending; none where either is excluded. Costs their two lists. */
export function papersOfBoth(graph: GraphViews, one: number, other: number, filter: WalkFilter): readonly number[] {
  const isOut = exclusion(graph, filter, [one, other]);
  if (isOut(one) || isOut(other)) return [];
  const passes = paperTest(graph, filter);
  const { authorOffsets, authorPapers } = graph;
  const papers: number[] = [];
  let [here, there] = [at(authorOffsets, one), at(authorOffsets, other)];
  const [end, otherEnd] = [at(authorOffsets, one + 1), at(authorOffsets, other + 1)];
  while (here < end && there < otherEnd) {
    const difference = at(authorPapers, here) - at(authorPapers, there);
    if (difference === 0 && passes(at(authorPapers, here))) papers.push(at(authorPapers, here));
    if (difference <= 0) here++;
    if (difference >= 0) there++;
  }
  return papers;
}

/** Whom a filter leaves out. */
export function exclusion(
  { authorFlags }: GraphViews,
  { excludedAuthors, excludesFlagged }: WalkFilter,
  asked: readonly number[],
): (author: number) => boolean {
  const excluded = new Set(excludedAuthors);
  if (excludesFlagged !== true) return excluded.size === 0 ? () => false : (author) => excluded.has(author);
  return (author) => excluded.has(author) || (authorFlags[author] !== 0 && !asked.includes(author));
}
