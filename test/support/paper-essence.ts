// What a paper says, without where it was found.
import type { PaperRecord } from '../../src/model/index.ts';

/** The names of a paper, in their order. */
export const namesOf = (paper: PaperRecord | undefined): string[] => (paper?.authors ?? []).map(({ name }) => name);

/** What must come back when a written paper is read: everything but key, line and citation key. */
export function essence(paper: PaperRecord): unknown {
  const { title, abstract, groupAuthors, isAuthorListComplete, date, type, venue } = paper;
  const identifiers = paper.identifiers.map(({ scheme, value }) => `${scheme} ${value}`).sort();
  return { title, abstract, names: namesOf(paper), groupAuthors, isAuthorListComplete, date, type, venue, identifiers };
}
