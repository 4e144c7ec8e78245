/**
 * Reads a file of records and saves the corpus, in a process of its own; prints one line of JSON.
 *
 *     node --import tsx bench/corpora/import-corpus.ts FILE FOLDER
 */
import type * as CorpusRoom from '../../src/corpus/index.ts';
import { memory, timed } from '../store/process.ts';
import { compiled } from './compiled.ts';

export interface Imported {
  readonly papers: number;
  readonly authors: number;
  readonly authorships: number;
  readonly problems: number;
  /** Until who is who is decided, and until all is on the disk. */
  readonly readSeconds: number;
  readonly saveSeconds: number;
  readonly peakBytes: number;
}

const { openCorpus, saveCorpus } = (await compiled('corpus/index.js')) as typeof CorpusRoom;
const [file = '', folder = ''] = process.argv.slice(2);
const [corpus, readSeconds] = await timed(() => openCorpus({ paths: [file] }));
const [, saveSeconds] = await timed(() => saveCorpus(corpus, folder));
const { papers, authors, authorships } = corpus.report.counts;
const problems = corpus.report.problems.length;
const seconds = { readSeconds, saveSeconds };
const imported: Imported = { papers, authors, authorships, problems, ...seconds, peakBytes: memory().peak };
console.log(JSON.stringify(imported));
