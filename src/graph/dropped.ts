/** What a filter leaves out of the whole corpus, wherever a walk would have gone. Linear in the authorships. */
import type { AuthorId } from '../model/index.ts';
import type { PaperNode } from './authorship-graph.ts';
import type { Dropped } from './network.ts';
import type { Walk } from './walk.ts';

/** @param authors everyone who has a paper: who has none was not left out by the filter */
export function droppedBy(walk: Walk, authors: readonly AuthorId[], papers: readonly PaperNode[]): Dropped {
  return {
    paperCount: papers.filter((paper) => !walk.passes(paper)).length,
    // Somebody excluded has no papers in a walk.
    authorCount: authors.filter((author) => walk.papersOf(author).length === 0).length,
  };
}
