/** A store as it is after it was saved and opened, without a disk. */
import { storeFiles, storeIn } from '../../src/store/index.ts';
import type { ColumnStore } from '../../src/store/index.ts';

export async function reopened(store: ColumnStore): Promise<ColumnStore> {
  const files = await filesOf(store);
  return storeIn(store.version, (name) => files.get(name) ?? new Uint8Array());
}

/** By name. */
export async function filesOf(store: ColumnStore): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { name, parts } of storeFiles(store)) {
    const pieces: Uint8Array[] = [];
    for await (const part of parts) pieces.push(part);
    files.set(name, new Uint8Array(Buffer.concat(pieces)));
  }
  return files;
}
