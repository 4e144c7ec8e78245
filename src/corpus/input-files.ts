/**
 * The files that a person's words mean: a file is itself, a folder is every file below it, in order of name, and `-` is
 * standard input. Links are followed, and a folder that was seen already is not entered again, so a loop of links ends.
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
  /** Bytes on the disk; absent where nothing tells (a pipe). */
  readonly size?: number;
  /** Why it cannot even be opened. */
  readonly trouble?: string;
  /** A pipe, a device or a link that leads nowhere. */
  readonly isOther?: boolean;
}

export const STANDARD_INPUT = '-';

/** Throws an `InputError` for a path that does not exist. */
export async function inputFiles(paths: readonly string[]): Promise<InputFile[]> {
  const files = new Map<string, InputFile>();
  const seenFolders = new Set<string>();
  for (const path of sortedUnique(paths)) {
    if (path === STANDARD_INPUT) {
      files.set(path, { name: path, isNamed: true });
      continue;
    }
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
      throw new InputError(isMissing ? `No file or folder "${path}".` : `Cannot read "${path}": ${error.message}.`);
    });
    if (!found.isDirectory()) {
      files.set(path, { name: path, isNamed: true, ...(found.isFile() ? { size: found.size } : {}) });
      continue;
    }
    for await (const file of below(path, seenFolders)) if (!files.has(file.name)) files.set(file.name, file);
  }
  return [...files.values()].sort((a, b) => compareText(a.name, b.name));
}

async function* below(folder: string, seen: Set<string>): AsyncIterable<InputFile> {
  let entries: string[];
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    entries = await readdir(folder);
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error);
    yield { name: folder, isNamed: true, trouble }; // a folder that cannot be entered may hold anything: say so
    return;
  }
  for (const entry of entries.sort(compareText)) {
    const path = join(folder, entry);
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() === true) yield* below(path, seen);
    else if (found?.isFile() === true) yield { name: path, isNamed: false, size: found.size };
    // A pipe or a device in a folder would be waited for, and a link may lead nowhere.
    else yield { name: path, isNamed: false, size: 0, isOther: true };
  }
}
