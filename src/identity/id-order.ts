/**
 * Many things in the order of their ids. Ids are letters of one kind, spread evenly, so nearly always the first few tell
 * which comes first: those are sorted as numbers, each with its place behind it, and only equal beginnings are compared
 * as text. Costs one pass over the ids and the sorting of as many numbers.
 */
import { compareText } from '../model/index.ts';

/** Which kind of id it is: `A_`. */
const PREFIX = 2;
const LETTERS = 4;
const BITS = 7;
/** 28 bits of letters and 24 of places are a whole number still. */
const MOST = 2 ** 24;

/** A copy in the order of ids (`compareText`), which are of one kind; things of equal ids stay in the order given. */
export function sortedById<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  if (items.length > MOST || !items.every(({ id }) => isShortlyTold(id))) return [...items].sort(compareIds);
  const keys = new Float64Array(items.length);
  for (let at = 0; at < items.length; at++) keys[at] = beginning((items[at] as Item).id) * MOST + at; // within
  keys.sort();
  const sorted: Item[] = [];
  for (const key of keys) sorted.push(items[key % MOST] as Item); // made of places
  inOrderWithin(sorted, keys);
  return sorted;
}

function compareIds(one: { readonly id: string }, other: { readonly id: string }): number {
  return compareText(one.id, other.id);
}

function isShortlyTold(id: string): boolean {
  for (let at = 0; at < LETTERS; at++) if (!(id.charCodeAt(PREFIX + at) < 2 ** BITS)) return false;
  return true;
}

function beginning(id: string): number {
  let letters = 0;
  for (let at = 0; at < LETTERS; at++) letters = letters * 2 ** BITS + id.charCodeAt(PREFIX + at);
  return letters;
}

// Those of one beginning stand together already, in the order they came in.
function inOrderWithin(sorted: { readonly id: string }[], keys: Float64Array): void {
  for (let from = 0, to = 0; from < keys.length; from = to) {
    const letters = Math.floor((keys[from] ?? 0) / MOST);
    to = from + 1;
    while (to < keys.length && Math.floor((keys[to] ?? 0) / MOST) === letters) to++;
    if (to - from < 2) continue;
    const same = sorted.slice(from, to).sort(compareIds);
    for (const [at, item] of same.entries()) sorted[from + at] = item;
  }
}
