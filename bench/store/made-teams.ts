/** Who wrote which made paper, as numbers alone. */
import type { Random } from '../random.ts';

/** As dblp has them: 4.2 million authors of 7.5 million papers. */
const AUTHORS_PER_PAPER = 0.56;
/** Papers with one author, two, three, …, in a hundred: 3.49 in the mean. */
const TEAM_SIZES = [13, 21, 22, 18, 12, 7, 4, 2, 1];

export interface Teams {
  readonly authorCount: number;
  /** By paper: where its people begin; one more than papers. */
  readonly starts: Uint32Array;
  /** In the order of papers, those of one ascending. */
  readonly people: Uint32Array;
  /** The paper of each of these. */
  readonly paperOf: Uint32Array;
  /** The papers of an author, ascending. */
  readonly papersOf: (author: number) => Uint32Array;
}

export function madeTeams(paperCount: number, random: Random): Teams {
  const authorCount = Math.ceil(paperCount * AUTHORS_PER_PAPER);
  const starts = new Uint32Array(paperCount + 1);
  for (let paper = 0; paper < paperCount; paper++) {
    starts[paper + 1] = (starts[paper] ?? 0) + Math.min(teamSize(random), authorCount);
  }
  const people = new Uint32Array(starts[paperCount] ?? 0);
  const paperOf = new Uint32Array(people.length);
  const counts = new Uint32Array(authorCount + 1);
  for (let paper = 0; paper < paperCount; paper++) {
    const [from = 0, to = 0] = [starts[paper], starts[paper + 1]];
    people.set(team(paper, to - from, authorCount, random), from);
    people.subarray(from, to).sort();
    paperOf.fill(paper, from, to);
    for (let at = from; at < to; at++) counts[(people[at] ?? 0) + 1] = (counts[(people[at] ?? 0) + 1] ?? 0) + 1;
  }
  for (let author = 0; author < authorCount; author++)
    counts[author + 1] = (counts[author + 1] ?? 0) + (counts[author] ?? 0);
  const papers = new Uint32Array(people.length);
  const next = counts.slice();
  for (const [at, person] of people.entries()) {
    const place = next[person] ?? 0;
    next[person] = place + 1;
    papers[place] = paperOf[at] ?? 0;
  }
  return { authorCount, starts, people, paperOf, papersOf: (at) => papers.subarray(counts[at], counts[at + 1]) };
}

// Everybody has a paper, and few write most: the square of an even number is small more often.
function team(paper: number, size: number, authorCount: number, random: Random): readonly number[] {
  const people = new Set([paper % authorCount]);
  while (people.size < size) people.add(Math.floor(authorCount * random.next() ** 2));
  return [...people];
}

function teamSize(random: Random): number {
  let left = random.below(100);
  return TEAM_SIZES.findIndex((share) => (left -= share) < 0) + 1;
}
