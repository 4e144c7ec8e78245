/** Makes records and saves them: `tsx bench/store/make.ts PAPERS SEED FOLDER`. Prints a line of JSON. */
import { saveCorpus } from '../../src/corpus/saved/save.ts';
import { networkPaper } from '../../src/corpus/store-rows.ts';
import { frozenView } from '../../src/corpus/view.ts';
import type { Corpus } from '../../src/corpus/index.ts';
import { freezeRows, shareOptions } from '../../src/graph/index.ts';
import type { NetworkRows } from '../../src/graph/index.ts';
import type { AuthorId, Authorship, Author, Paper, PaperId } from '../../src/model/index.ts';
import { createMemoryStore } from '../../src/store/index.ts';

import { madeContent } from './made-content.ts';
import { memory, timed } from './process.ts';

export interface Made {
  readonly fillSeconds: number;
  readonly freezeSeconds: number;
  readonly saveSeconds: number;
  readonly peakBytes: number;
}

const [papers = '', seed = '', folder = ''] = process.argv.slice(2);
const content = madeContent(Number(papers), Number(seed));
const [store, fillSeconds] = await timed(() => createMemoryStore(content));
const [frozen, freezeSeconds] = await timed(() => freezeRows(rows(), shareOptions(content.authorships.length)));
const view = frozenView(store, frozen);
const counts = { paperRecords: 0, papers: 0, joined: 0, personRecords: 0, authors: 0, authorships: 0 };
const corpus: Corpus = {
  view: () => view,
  report: { files: [], refused: [], passedOver: [], counts, problems: [] },
};
const [, saveSeconds] = await timed(() => saveCorpus(corpus, folder));
const made: Made = { fillSeconds, freezeSeconds, saveSeconds, peakBytes: memory().peak };
console.log(JSON.stringify(made));

// The records as they are made: they stand in the order of the store's rows.
function rows(): NetworkRows {
  const { version, authors, papers: works, authorships } = content;
  return {
    version,
    authorCount: authors.length,
    paperCount: works.length,
    authorshipCount: authorships.length,
    authorRow: (id: AuthorId) => store.authorRow(id),
    paperRow: (id: PaperId) => store.paperRow(id),
    author: (row) => {
      const { id, identity } = authors[row] as Author; // rows are places in the lists
      return { id, sortName: ['', ''], isAmbiguous: identity.isAmbiguous };
    },
    paper: (row) => networkPaper(works[row] as Paper),
    authorship: (row) => authorships[row] as Authorship,
  };
}
