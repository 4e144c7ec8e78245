/** Counting how often something was printed, and choosing by it. */
import { compareText } from '../model/index.ts';

export function count<Key>(counts: Map<Key, number>, key: Key, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

/** The keys from the most to the least frequent; among equals those with more letters outside ASCII, then by code point. */
export function byCount<T extends string>(counts: ReadonlyMap<T, number>): T[] {
  return [...counts]
    .sort(([a, timesA], [b, timesB]) => timesB - timesA || beyondAscii(b) - beyondAscii(a) || compareText(a, b))
    .map(([key]) => key);
}

const ASCII = /^[\0-\x7f]*$/;

function beyondAscii(text: string): number {
  if (ASCII.test(text)) return 0;
  return [...text].filter((character) => character > '\u007f').length;
}
