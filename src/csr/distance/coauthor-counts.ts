/** How many different people each author shares a paper with. Takes the pairs on each paper in time, none of them in memory. */
import { at } from '../at.ts';
import type { GraphViews } from '../graph-arrays.ts';

export function coauthorCounts({ authorOffsets, authorPapers, paperOffsets, paperAuthors }: GraphViews): Uint32Array {
  const authors = authorOffsets.length - 1;
  const counts = new Uint32Array(authors);
  // Who was counted last with each author, and 1.
  const countedWith = new Uint32Array(authors);
  for (let author = 0; author < authors; author++) {
    let count = 0;
    countedWith[author] = author + 1;
    const lastEntry = at(authorOffsets, author + 1);
    for (let entry = at(authorOffsets, author); entry < lastEntry; entry++) {
      const paper = at(authorPapers, entry);
      const last = at(paperOffsets, paper + 1);
      for (let place = at(paperOffsets, paper); place < last; place++) {
        const coauthor = at(paperAuthors, place);
        if (countedWith[coauthor] === author + 1) continue;
        countedWith[coauthor] = author + 1;
        count++;
      }
    }
    counts[author] = count;
  }
  return counts;
}
