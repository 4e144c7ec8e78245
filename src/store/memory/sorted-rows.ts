/**
 * Rows in the order of their keys, ties in the order of rows. Four bytes of each key are sorted at a time, beside the
 * row in one number of 64 bits, which sorts without a function to compare; what is equal so far goes on with the next
 * four (a radix sort from the left, as in McIlroy, Bostic and McIlroy, Engineering Radix Sort, 1993).
 */
import type { SortValue } from '../../model/index.ts';
import { setBit } from '../columns/chunk.ts';
import { SortKeys } from './sort-keys.ts';

export interface SortedRows {
  readonly rows: Uint32Array;
  /** A bit per place, lowest first: 1 where the row sorts by the same values as the one before. */
  readonly ties: Uint8Array;
}

/** Runs so short are sorted by comparing. */
const FEW = 12;

export function sortedRows(length: number, valuesOf: (row: number) => readonly SortValue[]): SortedRows {
  const keys = new SortKeys(length, valuesOf);
  const pairs = new BigUint64Array(length);
  // The row is the lower half of each, the word of its key the upper; the machine's least byte stands first, as Arrow's.
  const halves = new Uint32Array(pairs.buffer);
  for (let at = 0; at < length; at++) halves[2 * at] = at;
  const ties = new Uint8Array((length + 7) >> 3);
  const waiting: Run[] = [{ from: 0, to: length, place: 0 }];
  for (let run = waiting.pop(); run !== undefined; run = waiting.pop()) {
    if (run.to - run.from <= FEW) sortFew(halves, run, keys, ties);
    else sortByWord(pairs, halves, run, keys, ties, waiting);
  }
  return { rows: Uint32Array.from({ length }, (_, at) => halves[2 * at] ?? 0), ties };
}

/** Places whose keys are equal before `place`. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly place: number;
}

function sortByWord(
  pairs: BigUint64Array,
  halves: Uint32Array,
  { from, to, place }: Run,
  keys: SortKeys,
  ties: Uint8Array,
  waiting: Run[],
): void {
  for (let at = from; at < to; at++) halves[2 * at + 1] = keys.wordAt(halves[2 * at] ?? 0, place);
  pairs.subarray(from, to).sort();
  for (let first = from, at = from + 1; at <= to; at++) {
    if (at < to && halves[2 * at + 1] === halves[2 * first + 1]) continue;
    if (at - first > 1) {
      // Keys that are equal to the end of one are equal.
      const isEnd = keys.lengthOf(halves[2 * first] ?? 0) <= place + 4;
      if (isEnd) for (let tie = first + 1; tie < at; tie++) setBit(ties, tie);
      else waiting.push({ from: first, to: at, place: place + 4 });
    }
    first = at;
  }
}

function sortFew(halves: Uint32Array, { from, to, place }: Run, keys: SortKeys, ties: Uint8Array): void {
  const rows = Array.from({ length: to - from }, (_, at) => halves[2 * (from + at)] ?? 0);
  rows.sort((a, b) => keys.compare(a, b, place) || a - b);
  for (const [at, row] of rows.entries()) {
    halves[2 * (from + at)] = row;
    if (at > 0 && keys.compare(rows[at - 1] ?? 0, row, place) === 0) setBit(ties, from + at);
  }
}
