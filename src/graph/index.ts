/** The network in the field's words. See README.md beside this file. */
export { createBipartiteNetwork } from './bipartite.ts';
export type { BipartiteNetwork } from './bipartite.ts';
export { arraysOf, coauthorCountsOf, FrozenArraysError, freezeRows, openFrozen } from './snapshot/frozen.ts';
export type { FrozenNetwork, SavedArrays } from './snapshot/frozen.ts';
export { rowsOf } from './snapshot/rows.ts';
export type { NetworkRows } from './snapshot/rows.ts';
export { createSnapshot, shareOptions, snapshotOf } from './snapshot/snapshot.ts';
export type { SnapshotOptions } from './snapshot/snapshot.ts';
export type { AuthorNode, AuthorshipEdge, AuthorshipGraph, PaperNode } from './authorship-graph.ts';
export type * from './network.ts';
