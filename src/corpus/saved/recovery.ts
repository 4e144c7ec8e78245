/** The folders beside a saved corpus while another takes its place, and what a killed process may have left there. */
import { access, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { MANIFEST } from './manifest.ts';

/** @param target an absolute path */
export function besideNames(target: string): { readonly fresh: string; readonly old: string } {
  return { fresh: `${target}.coauthor-new`, old: `${target}.coauthor-old` };
}

/** Gives the old corpus its name back when the process was killed between moving it aside and putting the new one there. */
export async function putBack(target: string): Promise<void> {
  const { old } = besideNames(target);
  if (!(await exists(target)) && (await exists(join(old, MANIFEST)))) await rename(old, target);
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
