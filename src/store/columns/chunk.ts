/**
 * The values of one column for a stretch of rows, laid out as Apache Arrow lays them out: what is filled in memory can
 * be written as it stands, and what is read from a file can be looked at where it lies. Whether a buffer is shared
 * between threads makes no difference.
 */

export type Numbers = Int8Array | Int16Array | Int32Array | Float64Array;

export interface Chunk {
  readonly length: number;
  /** A bit per row, lowest first: 1 where there is a value. Absent where every row has one. */
  readonly present?: Uint8Array;
  /** UTF-8 of texts, numbers, places of words in their list, or a bit per flag. */
  readonly values?: Uint8Array | Numbers;
  /** Of texts and lists: where each row begins, and the end; one more than rows. */
  readonly offsets?: Int32Array;
  /** What lists hold, or a chunk per field of a record: undefined for a field that no row of the stretch has. */
  readonly children?: readonly (Chunk | undefined)[];
  /** Of words: the forms, each once. Grows with the column, shared by all its chunks. */
  readonly words?: readonly string[];
}

export function hasBit(bits: Uint8Array, at: number): boolean {
  return (((bits[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
}

export function setBit(bits: Uint8Array, at: number): void {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
}

/** Bytes of its own buffers and of all below it. */
export function byteLength({ present, values, offsets, children = [] }: Chunk): number {
  const own = [present, values, offsets].reduce((sum, buffer) => sum + (buffer?.byteLength ?? 0), 0);
  return children.reduce((sum, child) => sum + (child === undefined ? 0 : byteLength(child)), own);
}
