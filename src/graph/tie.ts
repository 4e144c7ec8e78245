/** What the joint papers of two people say of their tie. Pure: papers in, a `Collaboration` out. */
import { canonicalFilter, compareText } from '../model/index.ts';
import type { AuthorId, CollaborationFilter } from '../model/index.ts';
import type { Collaboration, NetworkPaper, YearCount } from './network.ts';

/** A paper of both, with the number of its authorships in the network. */
export interface JointPaper {
  readonly paper: NetworkPaper;
  readonly authorshipCount: number;
}

/** @param joint at least one paper, in id order */
export function tieBetween(
  one: AuthorId,
  other: AuthorId,
  filter: CollaborationFilter,
  joint: readonly JointPaper[],
): Collaboration {
  const years = yearCounts(joint);
  const firstYear = years[0]?.year;
  const lastYear = years.at(-1)?.year;
  return {
    authors: compareText(one, other) < 0 ? [one, other] : [other, one],
    filter: canonicalFilter(filter),
    paperIds: joint.map(({ paper }) => paper.id),
    ...(firstYear === undefined ? {} : { firstYear }),
    ...(lastYear === undefined ? {} : { lastYear }),
    years,
    strength: strengthOf(joint),
    isStrengthUpperBound: joint.some(({ paper }) => paper.authorCount === undefined && !paper.isAuthorListComplete),
  };
}

/**
 * M. E. J. Newman, "Scientific collaboration networks. II", Phys. Rev. E 64, 016132 (2001): each joint paper of n
 * authors adds 1/(n−1), as if everyone shared the paper's time evenly among the others. Papers of one n are added up
 * as a fraction first, smallest n first: three papers of four authors make exactly 1, and the sum rounds the same way
 * in whatever order the papers come.
 */
export function strengthOf(joint: readonly JointPaper[]): number {
  // A source may print a number smaller than the people it lists; the people are there.
  return strengthOfSizes(joint.map(({ paper, authorshipCount }) => Math.max(paper.authorCount ?? 0, authorshipCount)));
}

/** @param sizes of each joint paper, its number of authors */
export function strengthOfSizes(sizes: readonly number[]): number {
  const papersOf = new Map<number, number>();
  for (const authors of sizes) papersOf.set(authors, (papersOf.get(authors) ?? 0) + 1);
  let strength = 0;
  // Two people share each paper, so never a division by zero.
  for (const [authors, papers] of [...papersOf].sort(([a], [b]) => a - b)) strength += papers / (authors - 1);
  return strength;
}

function yearCounts(joint: readonly JointPaper[]): YearCount[] {
  const counts = new Map<number, number>();
  for (const { paper } of joint) {
    if (paper.year !== undefined) counts.set(paper.year, (counts.get(paper.year) ?? 0) + 1);
  }
  return [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => a.year - b.year);
}
