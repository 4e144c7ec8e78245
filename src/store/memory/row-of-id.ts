import { compareText } from '../../model/index.ts';
import type { RecordTable } from '../columns/record-table.ts';

/** The row of an id, found by halving; undefined where nobody has it. The table stands in id order. */
export function rowOfId<T extends { readonly id: string }>(table: RecordTable<T>, id: string): number | undefined {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const compared = compareText(table.look(middle).id, id);
    if (compared === 0) return middle;
    if (compared < 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}
