/**
 * The records of a saved corpus, and the arrays beside them: every file is read whole, checked against the manifest, and
 * looked at where it lies. A file that is not what was written is refused, and with it the corpus.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { arrayIn, ColumnFileError, inFile, rowCounts, storeIn } from '../../store/index.ts';
import type { ColumnStore, NumberArray } from '../../store/index.ts';
import { InputError } from '../input-error.ts';
import { AGAIN, checkedFile } from './checked-file.ts';
import { MANIFEST, parseManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { putBack } from './recovery.ts';

export interface SavedParts {
  readonly manifest: Manifest;
  readonly store: ColumnStore;
  /** Arrays beside the records, as they were saved. */
  readonly arrays: Readonly<Record<ArrayGroup, Readonly<Record<string, NumberArray>>>>;
}

/** What a file of an array is named after: "network-paperAuthors.arrow". */
export type ArrayGroup = 'network' | 'search';

/** Throws an `InputError` in one line for a corpus that is damaged, incomplete or of another format version. */
export async function readSaved(folder: string): Promise<SavedParts> {
  await putBack(resolve(folder));
  const manifest = parseManifest(
    await readFile(join(folder, MANIFEST), 'utf8').catch(missing(folder)),
    join(folder, MANIFEST),
  );
  const contents = new Map<string, Uint8Array>();
  for (const file of manifest.files) contents.set(file.name, await checkedFile(folder, file));
  const bytesOf = (name: string): Uint8Array => {
    const bytes = contents.get(`${name}.arrow`);
    if (bytes === undefined) throw new InputError(`"${join(folder, MANIFEST)}" does not list ${name}.arrow: ${AGAIN}.`);
    return bytes;
  };
  try {
    const store = storeIn(manifest.version, bytesOf);
    checkRows(store, manifest);
    return { manifest, store, arrays: arraysOf(manifest, bytesOf) };
  } catch (error) {
    if (!(error instanceof ColumnFileError)) throw error;
    throw new InputError(`"${join(folder, `${error.file}.arrow`)}" cannot be used: ${error.message}: ${AGAIN}.`);
  }
}

function checkRows(store: ColumnStore, { rows }: Manifest): void {
  const found = rowCounts(store);
  for (const name of new Set([...Object.keys(found), ...Object.keys(rows)])) {
    if (found[name] === rows[name]) continue;
    throw new ColumnFileError(`it has ${found[name] ?? 0} rows, not ${rows[name] ?? 0}`, name);
  }
}

function arraysOf({ files }: Manifest, bytesOf: (name: string) => Uint8Array): SavedParts['arrays'] {
  const inGroup = (group: ArrayGroup): Record<string, NumberArray> => {
    const arrays: Record<string, NumberArray> = {};
    for (const { name } of files) {
      const file = name.replace(/\.arrow$/, '');
      if (file.startsWith(`${group}-`))
        arrays[file.slice(group.length + 1)] = inFile(file, () => arrayIn(bytesOf(file)));
    }
    return arrays;
  };
  return { network: inGroup('network'), search: inGroup('search') };
}

function missing(folder: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw new InputError(
      `"${folder}" holds no saved corpus (${error.code ?? error.message} for ${MANIFEST}): ${AGAIN}.`,
    );
  };
}
