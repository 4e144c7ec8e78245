/** A corpus of records that are already resolved, for what no resolver has to decide first. */
import { createBipartiteNetwork } from '../../src/graph/index.ts';
import type { Corpus } from '../../src/corpus/index.ts';
import { nameSortKey } from '../../src/model/index.ts';
import { createMemoryStore } from '../../src/store/index.ts';
import type { StoreContent } from '../../src/store/index.ts';

export function toldCorpus(content: StoreContent): Corpus {
  const { version, authorships } = content;
  const authors = content.authors.map(({ id, name, identity: { isAmbiguous } }) => ({
    id,
    sortName: nameSortKey(name),
    isAmbiguous,
  }));
  const papers = content.papers.map(({ id, date, authorCount, isAuthorListComplete, categories, type }) => ({
    id,
    ...(date.year === undefined ? {} : { year: date.year }),
    ...(authorCount === undefined ? {} : { authorCount }),
    isAuthorListComplete,
    categories: categories.map(({ code }) => code),
    type,
  }));
  const network = createBipartiteNetwork({ version, authors, papers, authorships });
  const coauthorCounts = new Map(authors.map(({ id }) => [id, network.coauthorCount(id)]));
  const view = { version, store: createMemoryStore({ ...content, coauthorCounts }), network };
  const counts = { paperRecords: 0, papers: 0, joined: 0, personRecords: 0, authors: 0, authorships: 0 };
  return { view: () => view, report: { files: [], refused: [], passedOver: [], counts, problems: [] } };
}
