/** A version of a corpus, made of records that are resolved: network and store in step. */
import { createBipartiteNetwork } from '../graph/index.ts';
import type { Network } from '../graph/index.ts';
import { nameSortKey } from '../model/index.ts';
import { createMemoryStore } from '../store/index.ts';
import type { ColumnStore, RecordStore, StoreContent } from '../store/index.ts';

/** One immutable version of a corpus: what a request sees from its first field to its last. */
export interface CorpusView {
  readonly version: string;
  readonly store: RecordStore;
  readonly network: Network;
}

/** Builds the network, works out the numbers that only it knows, and fills the store. */
export function viewOf(content: Omit<StoreContent, 'coauthorCounts'>): CorpusView {
  const { version, authors } = content;
  const network = networkOf(content);
  const coauthorCounts = new Map(authors.map(({ id }) => [id, network.coauthorCount(id)]));
  return Object.freeze({ version, store: createMemoryStore({ ...content, coauthorCounts }), network });
}

/** The view of a store that was filled before: only the network is built, from the store's columns. */
export function viewOfStore(store: ColumnStore): CorpusView {
  const { version, tables, authorshipAt } = store;
  const network = networkOf({
    version,
    authors: Array.from({ length: tables.authors.length }, (_, row) => tables.authors.look(row)),
    papers: Array.from({ length: tables.papers.length }, (_, row) => tables.papers.look(row)),
    authorships: Array.from({ length: tables.authorships.length }, (_, row) => authorshipAt(row)),
  });
  return Object.freeze({ version, store, network });
}

function networkOf({
  version,
  authors,
  papers,
  authorships,
}: Pick<StoreContent, 'version' | 'authors' | 'papers' | 'authorships'>): Network {
  return createBipartiteNetwork({
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
  });
}
