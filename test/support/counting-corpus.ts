import type { Corpus, RecordStore, Records } from '../../src/corpus/index.ts';

/** What a request asked of the record store. */
export interface Work {
  /** Calls by name: `authors.getMany`, `papers.page`. */
  readonly calls: Readonly<Record<string, number>>;
  /** Ids fetched in batches, all batches together. */
  readonly idsFetched: number;
}

/** The same corpus, with the work of its store counted. */
export function countingCorpus(corpus: Corpus): { readonly corpus: Corpus; readonly work: () => Work } {
  const calls = new Map<string, number>();
  let idsFetched = 0;
  const view = corpus.view();
  const count = (name: string): void => void calls.set(name, (calls.get(name) ?? 0) + 1);
  const counted = <T, Query, Field extends string>(
    name: string,
    records: Records<T, Query, Field>,
  ): Records<T, Query, Field> => ({
    getMany: (ids) => {
      count(`${name}.getMany`);
      idsFetched += ids.length;
      return records.getMany(ids);
    },
    page: (...asked) => {
      count(`${name}.page`);
      return records.page(...asked);
    },
    count: (query) => {
      count(`${name}.count`);
      return records.count(query);
    },
  });
  const store: RecordStore = {
    ...countedCalls(view.store, count),
    authors: counted('authors', view.store.authors),
    papers: counted('papers', view.store.papers),
    institutions: counted('institutions', view.store.institutions),
    venues: counted('venues', view.store.venues),
  };
  return {
    corpus: { ...corpus, view: () => ({ ...view, store }) },
    work: () => ({ calls: Object.fromEntries([...calls].sort(([a], [b]) => (a < b ? -1 : 1))), idsFetched }),
  };
}

function countedCalls(store: RecordStore, count: (name: string) => void): RecordStore {
  const {
    authorsNamed,
    papersTitled,
    institutionsNamed,
    venuesNamed,
    identified,
    authorships,
    getSources,
    sources,
    problems,
    problemCount,
  } = store;
  const watch =
    <Arguments extends readonly unknown[], Result>(name: string, call: (...given: Arguments) => Result) =>
    (...given: Arguments): Result => {
      count(name);
      return call(...given);
    };
  return {
    ...store,
    authorsNamed: watch('authorsNamed', authorsNamed),
    papersTitled: watch('papersTitled', papersTitled),
    institutionsNamed: watch('institutionsNamed', institutionsNamed),
    venuesNamed: watch('venuesNamed', venuesNamed),
    identified: watch('identified', identified),
    authorships: watch('authorships', authorships),
    getSources: watch('getSources', getSources),
    sources: watch('sources', sources),
    problems: watch('problems', problems),
    problemCount: watch('problemCount', problemCount),
  };
}
