/**
 * What a snapshot is frozen from and reads beside its arrays: authors and papers by row, in id order, and authorships by
 * row, in the order of their papers and authors. A store that keeps its records so hands them over as they are.
 */
import { compareText } from '../../model/index.ts';
import type { AuthorId, Authorship, PaperId } from '../../model/index.ts';
import type { NetworkAuthor, NetworkInput, NetworkPaper } from '../network.ts';

export interface NetworkRows {
  readonly version: string;
  readonly authorCount: number;
  readonly paperCount: number;
  readonly authorshipCount: number;
  authorRow(id: AuthorId): number | undefined;
  paperRow(id: PaperId): number | undefined;
  author(row: number): NetworkAuthor;
  paper(row: number): NetworkPaper;
  authorship(row: number): Authorship;
}

/**
 * The rows of what a network is built from. Throws an `Error` that names the ids when an authorship has no author or
 * paper among those given or comes twice: whoever resolved the records has made a mistake.
 */
export function rowsOf({ version, authors, papers, authorships }: NetworkInput): NetworkRows {
  const people = byId(authors);
  const works = byId(papers);
  const authorRows = new Map(people.map(({ id }, row) => [id, row]));
  const paperRows = new Map(works.map(({ id }, row) => [id, row]));
  const edges = [...authorships].sort(
    (a, b) => compareText(a.paperId, b.paperId) || compareText(a.authorId, b.authorId),
  );
  for (const [row, { authorId, paperId }] of edges.entries()) {
    const before = edges[row - 1];
    const isTwice = before?.authorId === authorId && before.paperId === paperId;
    if (authorRows.has(authorId) && paperRows.has(paperId) && !isTwice) continue;
    const what = isTwice ? 'comes twice' : 'has no such author or paper';
    throw new Error(`The authorship of ${authorId} on ${paperId} ${what}.`);
  }
  return {
    version,
    authorCount: people.length,
    paperCount: works.length,
    authorshipCount: edges.length,
    authorRow: (id) => authorRows.get(id),
    paperRow: (id) => paperRows.get(id),
    author: (row) => people[row] as NetworkAuthor, // rows are places in the lists
    paper: (row) => works[row] as NetworkPaper,
    authorship: (row) => edges[row] as Authorship,
  };
}

function byId<T extends { readonly id: string }>(items: Iterable<T>): T[] {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}
