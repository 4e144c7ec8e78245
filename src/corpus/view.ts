/** A version of a corpus, made of records that are resolved: network and store in step. */
import { createBipartiteNetwork, createSnapshot } from '../graph/index.ts';
import type { AuthorshipGraph, Network, NetworkInput } from '../graph/index.ts';
import { nameSortKey } from '../model/index.ts';
import { createMemoryStore } from '../store/index.ts';
import type { ColumnStore, RecordStore, StoreContent } from '../store/index.ts';

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
  const { version, authors } = content;
  const input = networkInput(content);
  const network = createSnapshot(input);
  const coauthorCounts = new Map(authors.map(({ id }) => [id, network.coauthorCount(id)]));
  const store = createMemoryStore({ ...content, coauthorCounts });
  return Object.freeze({ version, store, network, graph: graphOnce(input, network) });
}

/** The view of a store that was filled before: only the network is built, from the store's columns. */
export function viewOfStore(store: ColumnStore): CorpusView {
  const { version, tables, authorshipAt } = store;
  const input = networkInput({
    version,
    authors: Array.from({ length: tables.authors.length }, (_, row) => tables.authors.look(row)),
    papers: Array.from({ length: tables.papers.length }, (_, row) => tables.papers.look(row)),
    authorships: Array.from({ length: tables.authorships.length }, (_, row) => authorshipAt(row)),
  });
  const network = createSnapshot(input);
  return Object.freeze({ version, store, network, graph: graphOnce(input, network) });
}

function graphOnce(input: NetworkInput, { authorshipCount }: Network): () => AuthorshipGraph {
  let graph: AuthorshipGraph | undefined;
  return () => {
    if (authorshipCount > GRAPH_LIMIT) {
      const message = `The corpus has ${authorshipCount} authorships, more than the ${GRAPH_LIMIT} of which a graph is built`;
      throw new RangeError(`${message}: ask the network instead, or open fewer papers.`);
    }
    return (graph ??= createBipartiteNetwork(input).graph);
  };
}

function networkInput({
  version,
  authors,
  papers,
  authorships,
}: Pick<StoreContent, 'version' | 'authors' | 'papers' | 'authorships'>): NetworkInput {
  return {
    version,
    authors: authors.map(({ id, name, identity }) => ({
      id,
      sortName: nameSortKey(name),
      isAmbiguous: identity.isAmbiguous,
    })),
    papers: papers.map((paper) => ({
      id: paper.id,
      ...(paper.date.year === undefined ? {} : { year: paper.date.year }),
      ...(paper.authorCount === undefined ? {} : { authorCount: paper.authorCount }),
      isAuthorListComplete: paper.isAuthorListComplete,
      categories: paper.categories.map((category) => category.code),
      type: paper.type,
      ...(paper.venueId === undefined ? {} : { venueId: paper.venueId }),
    })),
    authorships,
  };
}
