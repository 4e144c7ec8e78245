/**
 * The bytes of a file of a saved corpus, if they are those that were saved. The next piece is read by another thread
 * while one is hashed, so that the file costs its hashing alone (1.8 GB/s) or its reading, whichever is slower. Hashing in
 * several threads was turned down: with two cores it would save a second of DBLP's three and a half gigabytes, and cost
 * the first answer of whoever opens a small corpus the start of the threads.
 */
import { constants } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { InputError } from '../input-error.ts';
import type { SavedFile } from './manifest.ts';

const PIECE_BYTES = 2 ** 24;
export const AGAIN = 'import again with --out';

/** Throws an `InputError` in one line for a file that is missing, of another size or changed. */
export async function checkedFile(folder: string, { name, bytes, sha256 }: SavedFile): Promise<Uint8Array> {
  const path = join(folder, name);
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`"${path}" of the saved corpus cannot be opened (${error.code ?? error.message}): ${AGAIN}.`);
  });
  try {
    const { size } = await file.stat();
    if (size !== bytes)
      throw new InputError(`"${path}" has ${size} bytes, not the ${bytes} that were saved: ${AGAIN}.`);
    if (bytes > constants.MAX_LENGTH) {
      const most = `this Node.js holds ${constants.MAX_LENGTH} in one array`;
      throw new InputError(`"${path}" has ${bytes} bytes, but ${most}: open it with a newer one, or import less.`);
    }
    const content = new Uint8Array(bytes);
    if ((await hashedWhileRead(file, content)) === sha256) return content;
    throw new InputError(`"${path}" is not as it was saved: its checksum differs: ${AGAIN}.`);
  } finally {
    await file.close();
  }
}

// Fills the array; what the file does not have stays zero, and the hash tells.
async function hashedWhileRead(file: FileHandle, content: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  const read = async (at: number): Promise<number> =>
    at < content.length ? (await file.read(content, at, Math.min(PIECE_BYTES, content.length - at), at)).bytesRead : 0;
  let next = read(0);
  for (let at = 0; ;) {
    const bytesRead = await next;
    if (bytesRead === 0) return hash.digest('hex');
    next = read(at + bytesRead);
    hash.update(content.subarray(at, at + bytesRead));
    at += bytesRead;
  }
}
