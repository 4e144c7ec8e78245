/** A version of a corpus, made of records that are resolved: network and store in step. */
import {
  arraysOf,
  coauthorCountsOf,
  createBipartiteNetwork,
  freezeRows,
  openFrozen,
  rowsOf,
  shareOptions,
  snapshotOf,
} from '../graph/index.ts';
import type {
  AuthorshipGraph,
  FrozenNetwork,
  Network,
  NetworkInput,
  NetworkRows,
  SavedArrays,
} from '../graph/index.ts';
import { nameSortKey } from '../model/index.ts';
import { createMemoryStore } from '../store/index.ts';
import type { ColumnStore, RecordStore, StoreContent } from '../store/index.ts';

import { networkPaper, storeRows } from './store-rows.ts';

/** One immutable version of a corpus: what a request sees from its first field to its last. */
export interface CorpusView {
  readonly version: string;
  readonly store: RecordStore;
  readonly network: Network;
  /**
   * The author–paper graph in graphology, for exports, layouts and graphology's own library; built when it is first
   * asked for, and the same one each time. Throws a `RangeError` above `GRAPH_LIMIT` authorships.
   */
  graph(): AuthorshipGraph;
}

/**
 * Most authorships of which graphology makes a graph: about 0.5 kB of heap each. Everything else is answered from the
 * network's arrays at any size.
 */
export const GRAPH_LIMIT = 2_000_000;

/** Builds the network, works out the numbers that only it knows, and fills the store. */
export function viewOf(content: Omit<StoreContent, 'coauthorCounts'>): CorpusView {
  const rows = rowsOf(networkInput(content));
  const frozen = freezeRows(rows, shareOptions(rows.authorshipCount));
  const store = createMemoryStore({ ...content, coauthorCounts: coauthorCountsOf(rows, frozen) });
  return frozenView(store, frozen);
}

/** The view of a store and a network that were saved. Throws a `FrozenArraysError` for arrays that do not fit. */
export function viewOfStore(store: ColumnStore, arrays: SavedArrays): CorpusView {
  const rows = storeRows(store);
  return frozenView(store, openFrozen(arrays, rows, shareOptions(rows.authorshipCount)));
}

const frozenOf = new WeakMap<CorpusView, FrozenNetwork>();

/** The arrays of a view's network, to be saved beside its records. */
export function networkArrays(view: CorpusView): SavedArrays {
  const frozen = frozenOf.get(view);
  return frozen === undefined ? {} : arraysOf(frozen);
}

/** The view of a store and of the network that was frozen out of the same authorships. */
export function frozenView(store: ColumnStore, frozen: FrozenNetwork): CorpusView {
  const rows = storeRows(store); // what the store was filled from can go
  const network = snapshotOf(rows, frozen);
  const view = Object.freeze({ version: store.version, store, network, graph: graphOnce(rows) });
  frozenOf.set(view, frozen);
  return view;
}

function graphOnce(rows: NetworkRows): () => AuthorshipGraph {
  let graph: AuthorshipGraph | undefined;
  return () => (graph ??= graphOf(rows));
}

function graphOf({ version, authorCount, paperCount, authorshipCount, ...rows }: NetworkRows): AuthorshipGraph {
  if (authorshipCount > GRAPH_LIMIT) {
    const found = `The corpus has ${authorshipCount} authorships, and a graph is built of ${GRAPH_LIMIT} at most`;
    throw new RangeError(`${found}: ask the network instead, or open fewer papers.`);
  }
  const every = <T>(length: number, at: (row: number) => T): T[] => Array.from({ length }, (_, row) => at(row));
  return createBipartiteNetwork({
    version,
    authors: every(authorCount, (row) => {
      const { id, sortName, isAmbiguous = false } = rows.author(row);
      return { id, sortName, isAmbiguous };
    }),
    papers: every(paperCount, rows.paper),
    authorships: every(authorshipCount, rows.authorship),
  }).graph;
}

function networkInput(content: Omit<StoreContent, 'coauthorCounts'>): NetworkInput {
  const { version, authors, papers, authorships } = content;
  return {
    version,
    authors: authors.map(({ id, name, identity }) => ({
      id,
      sortName: nameSortKey(name),
      isAmbiguous: identity.isAmbiguous,
    })),
    papers: papers.map(networkPaper),
    authorships,
  };
}
