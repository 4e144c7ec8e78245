/** Right distances have hidden wrong paths before: every path that is measured is also walked by hand, outside the time. */
import type { GraphViews, WalkFilter } from '../../src/csr/index.ts';
import { csr } from './measured-csr.ts';

/** Throws where the ends are not the ends, or two neighbours have no paper that passes years and size. */
export function checkPath(
  graph: GraphViews,
  path: readonly number[],
  [from, to]: readonly [number, number],
  { fromYear = 0, maxAuthors = Infinity }: Pick<WalkFilter, 'fromYear' | 'maxAuthors'>,
): void {
  const told = `The path ${path.join(' ')} from ${from} to ${to}`;
  if (path[0] !== from || path.at(-1) !== to) throw new Error(`${told} ends elsewhere.`);
  for (const [at, author] of path.slice(0, -1).entries()) {
    const next = path[at + 1] ?? 0;
    const own = graph.authorPapers.subarray(graph.authorOffsets[author], graph.authorOffsets[author + 1]);
    const isLink = own.some((paper) => {
      const on = graph.paperAuthors.subarray(graph.paperOffsets[paper], graph.paperOffsets[paper + 1]);
      return on.includes(next) && on.length <= maxAuthors && csr.yearOf(graph.paperTraits[paper] ?? 0) >= fromYear;
    });
    if (!isLink) throw new Error(`${told} has a hop without a paper: ${author} to ${next}.`);
  }
}
