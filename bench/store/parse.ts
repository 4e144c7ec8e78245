/**
 * Reads a file and saves the corpus, or opens a saved one, network and all: `tsx bench/store/parse.ts FILE FOLDER`, then
 * `tsx bench/store/parse.ts - FOLDER`. Prints a line of JSON.
 */
import { openCorpus, openSavedCorpus, saveCorpus } from '../../src/corpus/index.ts';

import { memory, timed } from './process.ts';

export interface Parsed {
  readonly seconds: number;
  readonly peakBytes: number;
  readonly papers: number;
}

const [file = '', folder = ''] = process.argv.slice(2);
const [corpus, seconds] = await timed(() => (file === '-' ? openSavedCorpus(folder) : openCorpus({ paths: [file] })));
const parsed: Parsed = { seconds, peakBytes: memory().peak, papers: corpus.view().store.summary.paperCount };
if (file !== '-') await saveCorpus(corpus, folder);
console.log(JSON.stringify(parsed));
