/** Opens the records of a saved corpus, without a network: `tsx bench/store/open.ts FOLDER`. Prints a line of JSON. */
import { checkedFile } from '../../src/corpus/saved/checked-file.ts';
import { readSaved } from '../../src/corpus/saved/read-saved.ts';
import { pageRequest } from '../../src/model/index.ts';

import { memory, timed } from './process.ts';

export interface Opened {
  readonly openSeconds: number;
  /** Of which all files were read and checked; measured apart. */
  readonly checkSeconds: number;
  readonly fileBytes: number;
  /** Of the process, with the heap cleared. */
  readonly bytes: number;
  readonly peakBytes: number;
  readonly heapBytes: number;
  readonly papers: number;
  readonly authors: number;
  readonly authorships: number;
  /** The first page of the newest papers, of the first authors by name, and a paper by its title. */
  readonly pageSeconds: readonly number[];
}

const [folder = ''] = process.argv.slice(2);
const [{ store, manifest }, openSeconds] = await timed(() => readSaved(folder));
globalThis.gc?.();
const { now, peak } = memory();
const heapBytes = process.memoryUsage().heapUsed;
const pageSeconds: number[] = [];
for (const ask of [
  () => store.papers.page({ filter: {} }, { field: 'PUBLISHED_ON', direction: 'DESC' }, pageRequest({})),
  () => store.authors.page({}, { field: 'NAME', direction: 'ASC' }, pageRequest({})),
  () => store.papersTitled(store.tables.papers.get(7).title),
]) {
  pageSeconds.push((await timed<unknown>(ask))[1]);
}
const [, checkSeconds] = await timed(async () => {
  for (const file of manifest.files) await checkedFile(folder, file);
});
const { paperCount: papers, authorCount: authors, authorshipCount: authorships } = store.summary;
const sizes = { papers, authors, authorships, fileBytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) };
const opened: Opened = { ...sizes, openSeconds, checkSeconds, bytes: now, peakBytes: peak, heapBytes, pageSeconds };
console.log(JSON.stringify(opened));
