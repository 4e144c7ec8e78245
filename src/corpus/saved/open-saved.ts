/**
 * Opens a saved corpus: every file is read whole, checked against the manifest, and looked at where it lies. Nothing is
 * parsed again and nobody is resolved again. A file that is not what was written is refused, and with it the corpus.
 */
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { arrayIn, ColumnFileError, openMemoryStore, tablesIn } from '../../store/index.ts';
import type { NumberArray } from '../../store/index.ts';
import type { Corpus } from '../corpus.ts';
import { InputError } from '../input-error.ts';
import { viewOfStore } from '../view.ts';
import { MANIFEST, parseManifest } from './manifest.ts';
import type { SavedFile } from './manifest.ts';
import { exists, putBack } from './recovery.ts';

const READ_BYTES = 2 ** 28;
const AGAIN = 'import again with --out';

export interface SavedCorpus extends Corpus {
  /** As they were given to be saved. */
  readonly arrays: Readonly<Record<string, NumberArray>>;
}

/** Whether the path is a folder that holds a saved corpus, after a killed process too. */
export async function isSavedCorpus(folder: string): Promise<boolean> {
  await putBack(resolve(folder));
  return exists(join(folder, MANIFEST));
}

/** Throws an `InputError` in one line for a corpus that is damaged, incomplete or of another format version. */
export async function openSavedCorpus(folder: string): Promise<SavedCorpus> {
  await putBack(resolve(folder));
  const manifest = parseManifest(
    await readFile(join(folder, MANIFEST), 'utf8').catch(missing(folder)),
    join(folder, MANIFEST),
  );
  const contents = new Map<string, Uint8Array>();
  for (const file of manifest.files) contents.set(file.name, await contentOf(folder, file));
  const bytesOf = (name: string): Uint8Array => {
    const bytes = contents.get(name);
    if (bytes === undefined) throw new InputError(`"${join(folder, MANIFEST)}" does not list ${name}: ${AGAIN}.`);
    return bytes;
  };
  let reading = '';
  try {
    const tables = tablesIn(manifest.version, (name) => bytesOf((reading = `${name}.arrow`)));
    for (const [name, rows] of Object.entries(manifest.rows)) {
      const found = Object.entries(tables).find(([known]) => known === name)?.[1] as { length: number } | undefined;
      reading = `${name}.arrow`;
      if (found?.length !== rows) throw new ColumnFileError(`it has ${found?.length ?? 0} rows, not ${rows}`);
    }
    const arrays: Record<string, NumberArray> = {};
    for (const { name } of manifest.files) {
      const array = /^network-(.+)\.arrow$/.exec((reading = name))?.[1];
      if (array !== undefined) arrays[array] = arrayIn(bytesOf(name));
    }
    const view = viewOfStore(openMemoryStore(tables));
    const problems = Array.from({ length: tables.problems.length }, (_, row) => tables.problems.get(row));
    return { view: () => view, report: { ...manifest.report, problems }, arrays };
  } catch (error) {
    if (!(error instanceof ColumnFileError)) throw error;
    throw new InputError(`"${join(folder, reading)}" cannot be used: ${error.message}: ${AGAIN}.`);
  }
}

async function contentOf(folder: string, { name, bytes, sha256 }: SavedFile): Promise<Uint8Array> {
  const path = join(folder, name);
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`"${path}" of the saved corpus cannot be opened (${error.code ?? error.message}): ${AGAIN}.`);
  });
  try {
    const { size } = await file.stat();
    if (size !== bytes)
      throw new InputError(`"${path}" has ${size} bytes, not the ${bytes} that were saved: ${AGAIN}.`);
    const content = new Uint8Array(bytes);
    const hash = createHash('sha256');
    for (let at = 0; at < bytes;) {
      const { bytesRead } = await file.read(content, at, Math.min(READ_BYTES, bytes - at), at);
      if (bytesRead === 0) break;
      hash.update(content.subarray(at, at + bytesRead));
      at += bytesRead;
    }
    if (hash.digest('hex') === sha256) return content;
    throw new InputError(`"${path}" is not as it was saved: its checksum differs: ${AGAIN}.`);
  } finally {
    await file.close();
  }
}

function missing(folder: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw new InputError(
      `"${folder}" holds no saved corpus (${error.code ?? error.message} for ${MANIFEST}): ${AGAIN}.`,
    );
  };
}
