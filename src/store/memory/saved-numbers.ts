/** Arrays by name out of a file, of the kind they should be. */
import type { NamedArrays } from '../columns/array-file.ts';
import { ColumnFileError } from '../columns/column-file-error.ts';

/** Throws a `ColumnFileError` where there is none of the name, or one of other numbers. */
export function numbersOf(saved: NamedArrays, name: string): Uint32Array {
  const array = saved[name];
  if (array instanceof Uint32Array) return array;
  throw new ColumnFileError(`it has no array "${name}" of 32-bit numbers`);
}

/** The same for bytes. */
export function bytesOf(saved: NamedArrays, name: string): Uint8Array {
  const array = saved[name];
  if (array instanceof Uint8Array) return array;
  throw new ColumnFileError(`it has no array "${name}" of bytes`);
}
