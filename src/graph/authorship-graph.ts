/**
 * The author–paper bipartite graph in graphology: a node per author, a node per paper, an edge per authorship. People
 * are never joined to each other directly: one paper with 5,154 authors would be 13.3 million edges.
 *
 * Whatever order the input comes in, nodes and edges are added in id order and edges are named after their two ends.
 * So a paper's neighbours are its authors in id order, an author's are the papers in id order, and everything that
 * walks the graph, sums over it or prints it does so the same way on every machine.
 */
import { UndirectedGraph } from 'graphology';

import { compareText } from '../model/index.ts';
import type { AuthorId, Authorship, PaperId } from '../model/index.ts';
import type { NetworkAuthor, NetworkInput, NetworkPaper } from './network.ts';

export type AuthorNode = NetworkAuthor & { readonly kind: 'author' };
export type PaperNode = NetworkPaper & { readonly kind: 'paper' };
/** An authorship without its two ends, which are the edge's. */
export type AuthorshipEdge = Omit<Authorship, 'authorId' | 'paperId'>;

/** Callers only read: nothing in graphology stops an edit, but a network is one immutable version. */
export type AuthorshipGraph = UndirectedGraph<AuthorNode | PaperNode, AuthorshipEdge>;

/**
 * Builds the graph. Throws graphology's error, which names the ids, when an authorship has no author or paper among
 * those given or comes twice: whoever resolved the records has made a mistake.
 */
export function authorshipGraph({ authors, papers, authorships }: NetworkInput): AuthorshipGraph {
  const graph: AuthorshipGraph = new UndirectedGraph();
  for (const author of byId(authors)) graph.addNode(author.id, { ...author, kind: 'author' });
  for (const paper of byId(papers)) graph.addNode(paper.id, { ...paper, kind: 'paper' });
  for (const { authorId, paperId, ...edge } of byEnds(authorships)) {
    graph.addEdgeWithKey(`${authorId}:${paperId}`, authorId, paperId, edge);
  }
  return graph;
}

/** The papers of one of the graph's authors, in id order. */
export function papersOf(graph: AuthorshipGraph, author: AuthorId): PaperNode[] {
  const papers: PaperNode[] = [];
  graph.forEachNeighbor(author, (_id, node) => {
    if (node.kind === 'paper') papers.push(node);
  });
  return papers;
}

/** The authors of one of the graph's papers, in id order. */
export function authorsOf(graph: AuthorshipGraph, paper: PaperId): AuthorNode[] {
  const authors: AuthorNode[] = [];
  graph.forEachNeighbor(paper, (_id, node) => {
    if (node.kind === 'author') authors.push(node);
  });
  return authors;
}

export function isAmbiguous(graph: AuthorshipGraph, author: AuthorId): boolean {
  if (!graph.hasNode(author)) return false;
  const node = graph.getNodeAttributes(author);
  return node.kind === 'author' && node.isAmbiguous === true;
}

export function authorshipBetween(graph: AuthorshipGraph, author: AuthorId, paper: PaperId): Authorship | undefined {
  if (!graph.hasEdge(author, paper)) return undefined;
  return { authorId: author, paperId: paper, ...graph.getEdgeAttributes(author, paper) };
}

function byId<T extends { readonly id: string }>(items: Iterable<T>): T[] {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}

function byEnds(authorships: Iterable<Authorship>): Authorship[] {
  return [...authorships].sort((a, b) => compareText(a.paperId, b.paperId) || compareText(a.authorId, b.authorId));
}
