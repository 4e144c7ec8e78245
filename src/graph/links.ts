/** From one author to the next, with the cost of the hop: what searches for best paths see of a walk. */
import type { AuthorId } from '../model/index.ts';
import { coauthorIds, jointPapersOf } from './coauthors.ts';
import { PLAIN_HOP_COST, recentTieCost, strongTieCost } from '../csr/index.ts';
import type { CorpusYears } from '../csr/index.ts';
import type { PathPreference } from './network.ts';
import { strengthOf } from './tie.ts';
import type { JointPaper } from './tie.ts';
import type { Walk } from './walk.ts';

/** Coauthor → cost of the hop. The same from either side. */
export type Links = (author: AuthorId) => ReadonlyMap<AuthorId, number>;

/** @param years of the whole corpus, whatever the walk's filter */
export function linksOf(walk: Walk, prefer: PathPreference, years: CorpusYears | undefined): Links {
  if (prefer === 'FEWEST_HOPS') {
    return (author) => new Map([...coauthorIds(walk, author)].map((coauthor) => [coauthor, PLAIN_HOP_COST]));
  }
  const costOf = (joint: readonly JointPaper[]): number =>
    prefer === 'STRONGEST_TIES' ? strongTieCost(strengthOf(joint)) : recentTieCost(lastYear(joint), years);
  return (author) =>
    new Map([...jointPapersOf(walk, author)].map(([coauthor, { joint }]) => [coauthor, costOf(joint)]));
}

function lastYear(joint: readonly JointPaper[]): number | undefined {
  let last: number | undefined;
  for (const { paper } of joint) if (paper.year !== undefined) last = Math.max(paper.year, last ?? paper.year);
  return last;
}
