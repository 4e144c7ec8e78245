/** The index of a view: built of its store's lists when it is first asked for, and kept as long as the store is. */
import { setImmediate } from 'node:timers/promises';

import type { PageRequest } from '../../model/index.ts';
import type { Records, RecordStore } from '../../store/index.ts';
import { KindBuilder } from './kind-builder.ts';
import type { SearchDocument } from './kind-builder.ts';
import { KindIndex } from './kind-index.ts';
import { SearchIndex } from './search-index.ts';
import type { SearchKind } from './words.ts';

const kept = new WeakMap<RecordStore, Promise<SearchIndex>>();

/** Records that are read at a time; between two pages other requests have their turn. */
const PAGE = 4096;

export function searchIndexOf({ store }: { readonly store: RecordStore }): Promise<SearchIndex> {
  let index = kept.get(store);
  if (index === undefined) {
    kept.set(store, (index = builtIndex(store)));
    index.catch(() => kept.delete(store)); // a store that failed may answer the next time
  }
  return index;
}

/** Takes an index that was saved with the records of the store. */
export function keepSearchIndex({ store }: { readonly store: RecordStore }, index: SearchIndex): void {
  kept.set(store, Promise.resolve(index));
}

async function builtIndex({ authors, papers, institutions, venues }: RecordStore): Promise<SearchIndex> {
  return new SearchIndex({
    AUTHOR: await builtKind('AUTHOR', documents(authors, {}, 'PAPER_COUNT', named)),
    PAPER: await builtKind(
      'PAPER',
      documents(papers, { filter: {} }, 'CITATION_COUNT', ({ id, title, citationCount }) => ({
        id,
        texts: [title],
        weight: citationCount === undefined ? 0 : citationCount + 1, // those that nobody counted come last
      })),
    ),
    INSTITUTION: await builtKind('INSTITUTION', documents(institutions, {}, 'PAPER_COUNT', named)),
    VENUE: await builtKind('VENUE', documents(venues, {}, 'PAPER_COUNT', named)),
  });
}

async function builtKind(kind: SearchKind, all: AsyncIterable<SearchDocument>): Promise<KindIndex> {
  const builder = new KindBuilder(kind);
  for await (const document of all) builder.add(document);
  return new KindIndex(kind, builder.arrays());
}

function named(record: {
  readonly id: string;
  readonly name: string;
  readonly nameVariants: readonly string[];
  readonly paperCount: number;
}): SearchDocument {
  return { id: record.id, texts: [record.name, ...record.nameVariants], weight: record.paperCount };
}

// Orders descend, and their equals ascend by id, as a builder takes them.
async function* documents<T, Query, Field extends string>(
  records: Records<T, Query, Field>,
  query: Query,
  field: Field,
  documentOf: (record: T) => SearchDocument,
): AsyncIterable<SearchDocument> {
  let request: PageRequest = { from: 'start', size: PAGE };
  for (;;) {
    const { entries, hasNextPage } = await records.page(query, { field, direction: 'DESC' }, request);
    for (const { item } of entries) yield documentOf(item);
    const last = entries.at(-1);
    if (!hasNextPage || last === undefined) return;
    request = { from: 'start', size: PAGE, after: last.cursor };
    await setImmediate();
  }
}
