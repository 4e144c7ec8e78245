/** The row that has a text in a column in which they ascend, found by halving the bytes as they lie. */
import type { RecordTable } from '../columns/record-table.ts';

const encoder = new TextEncoder();

/** Undefined where no row has it. `name` is a column of texts, in the order of code points. */
export function rowOfText<T extends object>(
  table: RecordTable<T>,
  name: keyof T & string,
  text: string,
): number | undefined {
  const { chunkOf, placeMask } = table.column(name);
  const sought = encoder.encode(text); // bytes of UTF-8 stand in the order of their code points
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { values, offsets } = chunkOf(middle) ?? {};
    const at = middle & placeMask;
    const compared = compareBytes(values as Uint8Array, offsets?.[at] ?? 0, offsets?.[at + 1] ?? 0, sought);
    if (compared === 0) return middle;
    if (compared < 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

/** The row of an id. The table stands in id order. */
export function rowOfId<T extends { readonly id: string }>(table: RecordTable<T>, id: string): number | undefined {
  return rowOfText(table, 'id', id);
}

function compareBytes(bytes: Uint8Array, from: number, to: number, sought: Uint8Array): number {
  const length = Math.min(to - from, sought.length);
  for (let at = 0; at < length; at++) {
    const difference = (bytes[from + at] ?? 0) - (sought[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return to - from - sought.length;
}
