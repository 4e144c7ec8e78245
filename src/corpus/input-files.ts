/**
 * The files that a person's words mean: a file is itself, a folder is every file below it, in order of name. Links are
 * followed, and a folder that was seen already is not entered again, so a loop of links ends.
 */
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { compareText, sortedUnique } from '../model/index.ts';

import { InputError } from './input-error.ts';

export interface InputFile {
  /** As the person gave it, or the folder's name as given and the way below it. */
  readonly name: string;
  /** Named itself, not found in a folder: then it is refused in words when nothing recognises it. */
  readonly isNamed: boolean;
}

/** Throws an `InputError` for a path that does not exist; every other path still counts. */
export async function inputFiles(paths: readonly string[]): Promise<InputFile[]> {
  const files = new Map<string, InputFile>();
  const seenFolders = new Set<string>();
  for (const path of sortedUnique(paths)) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new InputError(
        error.code === 'ENOENT' ? `No file or folder "${path}".` : `Cannot read "${path}": ${error.message}.`,
      );
    });
    if (!found.isDirectory()) files.set(path, { name: path, isNamed: true });
    else
      for (const name of await below(path, seenFolders))
        if (!files.has(name)) files.set(name, { name, isNamed: false });
  }
  return [...files.values()].sort((a, b) => compareText(a.name, b.name));
}

async function below(folder: string, seen: Set<string>): Promise<string[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const names: string[] = [];
  for (const entry of (await readdir(folder)).sort(compareText)) {
    const path = join(folder, entry);
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() === true) names.push(...(await below(path, seen)));
    else names.push(path);
  }
  return names;
}
