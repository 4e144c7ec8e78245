/** A version of a corpus, made of records that are resolved: network and store in step. */
import { createBipartiteNetwork } from '../graph/index.ts';
import type { Network } from '../graph/index.ts';
import { nameSortKey } from '../model/index.ts';
import { createMemoryStore } from '../store/index.ts';
import type { RecordStore, StoreContent } from '../store/index.ts';

/** One immutable version of a corpus: what a request sees from its first field to its last. */
export interface CorpusView {
  readonly version: string;
  readonly store: RecordStore;
  readonly network: Network;
}

/** Builds the network, works out the numbers that only it knows, and fills the store. */
export function viewOf(content: Omit<StoreContent, 'coauthorCounts'>): CorpusView {
  const { version, authors, papers, authorships } = content;
  const network = createBipartiteNetwork({
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
  const coauthorCounts = new Map(authors.map(({ id }) => [id, network.coauthorCount(id)]));
  return Object.freeze({ version, store: createMemoryStore({ ...content, coauthorCounts }), network });
}
