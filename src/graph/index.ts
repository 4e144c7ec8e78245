/** The network in the field's words. See README.md beside this file. */
export { createBipartiteNetwork } from './bipartite.ts';
export type { BipartiteNetwork } from './bipartite.ts';
export { createSnapshot } from './snapshot/snapshot.ts';
export type { SnapshotOptions } from './snapshot/snapshot.ts';
export type { AuthorNode, AuthorshipEdge, AuthorshipGraph, PaperNode } from './authorship-graph.ts';
export type * from './network.ts';
