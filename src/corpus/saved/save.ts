/**
 * Writes a whole corpus into a folder, or nothing. All files are written into a folder beside it, flushed to the disk,
 * and the manifest last; then the old corpus is moved aside, the new one takes its name, and the old one is removed. A
 * process that is killed leaves the old corpus, the new one, or for a moment the old one under the name beside it,
 * where opening finds it.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { arrayFile, rowCounts, storeFiles } from '../../store/index.ts';
import type { ColumnStore } from '../../store/index.ts';
import type { SavedArrays } from '../../graph/index.ts';
import type { Corpus } from '../corpus.ts';
import { InputError } from '../input-error.ts';
import { indexArrays } from '../search/index-arrays.ts';
import { searchIndexOf } from '../search/index-of-view.ts';
import { networkArrays } from '../view.ts';
import type { CorpusView } from '../view.ts';
import { FORMAT_VERSION, MANIFEST, sealed } from './manifest.ts';
import type { SavedFile } from './manifest.ts';
import type { ArrayGroup } from './read-saved.ts';
import { besideNames, putBack } from './recovery.ts';

/**
 * Saves the version that the corpus serves now. Throws an `InputError` for a folder that holds something else than a
 * corpus; what stands there then stays as it is.
 */
export async function saveCorpus(corpus: Corpus, folder: string): Promise<void> {
  const view = corpus.view();
  const { store } = view;
  if (!isColumnStore(store)) throw new Error('The records of this corpus are not in columns: it cannot be saved.');
  const target = resolve(folder);
  const { fresh, old } = besideNames(target);
  await putBack(target);
  const isThere = await checkTarget(target, folder);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  try {
    const files: SavedFile[] = [];
    for (const { name, parts } of storeFiles(store)) files.push(await written(fresh, `${name}.arrow`, parts));
    for (const [group, arrays] of Object.entries(await arraysBeside(view))) {
      for (const [name, array] of Object.entries(arrays)) {
        files.push(await written(fresh, `${group}-${name}.arrow`, arrayFile(array)));
      }
    }
    const { problems: _saved, ...report } = corpus.report;
    const manifest = sealed({
      format: 'coauthor-corpus',
      formatVersion: FORMAT_VERSION,
      version: store.version,
      rows: rowCounts(store),
      report,
      files,
    });
    await written(fresh, MANIFEST, [Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`)]);
    await flushed(fresh);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
  if (isThere) await rename(target, old);
  await rename(fresh, target);
  await flushed(dirname(target));
  await rm(old, { recursive: true, force: true });
}

// The network, and what is searched.
async function arraysBeside(view: CorpusView): Promise<Readonly<Record<ArrayGroup, SavedArrays>>> {
  return { network: networkArrays(view), search: indexArrays(await searchIndexOf(view)) };
}

/** Fails now rather than after hours of reading, when the folder holds something else than a corpus. */
export async function checkSaveTarget(folder: string): Promise<void> {
  await putBack(resolve(folder));
  await checkTarget(resolve(folder), folder);
}

// Whether something is there to be moved aside.
async function checkTarget(target: string, folder: string): Promise<boolean> {
  let names: string[];
  try {
    names = await readdir(target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    if (code === 'ENOTDIR') throw new InputError(`"${folder}" is a file: --out takes a folder.`);
    throw error;
  }
  if (names.length === 0 || names.includes(MANIFEST)) return true;
  throw new InputError(`"${folder}" holds other files than a saved corpus: give --out a folder that is empty or new.`);
}

async function written(
  folder: string,
  name: string,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<SavedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(join(folder, basename(name)), 'wx');
  try {
    for await (const part of parts) {
      hash.update(part);
      bytes += part.byteLength;
      await file.writeFile(part); // goes on where it stopped, and writes all of it
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

async function flushed(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isColumnStore(store: object): store is ColumnStore {
  return 'tables' in store;
}
