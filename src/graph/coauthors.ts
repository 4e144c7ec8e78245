/** The people around one author: how many, and who with which joint papers. Linear in the authorships on the papers. */
import type { AuthorId, CollaborationFilter } from '../model/index.ts';
import type { CoauthorSummary } from './coauthor-order.ts';
import type { CoauthorTie, NetworkAuthor } from './network.ts';
import { tieBetween } from './tie.ts';
import type { JointPaper } from './tie.ts';
import type { Walk } from './walk.ts';

export function coauthorIds(walk: Walk, author: AuthorId): ReadonlySet<AuthorId> {
  const coauthors = new Set<AuthorId>();
  for (const paper of walk.papersOf(author)) {
    for (const { id } of walk.authorsOf(paper)) coauthors.add(id);
  }
  coauthors.delete(author);
  return coauthors;
}

/** The papers of one author with each coauthor, in id order; coauthors in no order. */
export function jointPapersOf(
  walk: Walk,
  author: AuthorId,
): ReadonlyMap<AuthorId, { readonly node: NetworkAuthor; readonly joint: readonly JointPaper[] }> {
  const coauthors = new Map<AuthorId, { readonly node: NetworkAuthor; readonly joint: JointPaper[] }>();
  for (const paper of walk.papersOf(author)) {
    const joint = { paper, authorshipCount: walk.authorshipCount(paper) };
    for (const node of walk.authorsOf(paper)) {
      const known = coauthors.get(node.id);
      if (known === undefined) coauthors.set(node.id, { node, joint: [joint] });
      else known.joint.push(joint);
    }
  }
  coauthors.delete(author);
  return coauthors;
}

/** A coauthor with what their list is sorted by. */
export interface SummedTie extends CoauthorSummary {
  readonly tie: CoauthorTie;
}

/** Every tie of one author, in no order. */
export function tiesOf(walk: Walk, author: AuthorId, filter: CollaborationFilter): SummedTie[] {
  return [...jointPapersOf(walk, author)].map(([coauthorId, { node, joint }]) => {
    const collaboration = tieBetween(author, coauthorId, filter, joint);
    const { paperIds, strength, firstYear, lastYear } = collaboration;
    const tie = { coauthorId, collaboration };
    return { coauthorId, paperCount: paperIds.length, strength, firstYear, lastYear, sortName: node.sortName, tie };
  });
}

/** Papers of both, in id order; none for one person alone, or where either is excluded. */
export function jointPapers(walk: Walk, one: AuthorId, other: AuthorId): JointPaper[] {
  if (one === other || walk.excludes(other)) return [];
  return walk
    .papersOf(one)
    .filter((paper) => walk.isAuthorOf(other, paper))
    .map((paper) => ({ paper, authorshipCount: walk.authorshipCount(paper) }));
}

/** Distinct pairs; each is counted at the smaller of its two ids. */
export function pairCount(walk: Walk, authors: readonly AuthorId[]): number {
  let pairs = 0;
  for (const author of authors) {
    for (const coauthor of coauthorIds(walk, author)) if (author < coauthor) pairs++;
  }
  return pairs;
}
