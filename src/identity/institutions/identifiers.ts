/**
 * Which identifiers are one institution's. Those that one record prints together are, but two ROR ids never are: a GRID
 * or OpenAlex id that records print beside different ROR ids joins neither, nor does one of its own kind beside it.
 */
import type { Identifier } from '../../model/index.ts';

import { DisjointSets } from '../disjoint-sets.ts';
import { identifierKey } from '../identifiers.ts';

/** The sets of the identifiers' keys. `printed` holds the identifiers of each record that has any. */
export function joinedIdentifiers(printed: Iterable<readonly Identifier[]>): DisjointSets {
  const lists = [...printed].filter((list) => list.length > 1);
  const others = new DisjointSets();
  for (const list of lists) {
    const [first, ...more] = othersOf(list);
    if (first !== undefined) for (const other of more) others.join(first, other);
  }
  const rorsOfOne = new Map<string, Set<string>>();
  const rorsOfSet = new Map<string, Set<string>>();
  for (const list of lists) {
    for (const other of othersOf(list)) {
      addAll(rorsOfOne, other, rorsOf(list));
      addAll(rorsOfSet, others.find(other), rorsOf(list));
    }
  }
  const joined = new DisjointSets();
  for (const list of lists) {
    const kept = othersOf(list);
    const isOne = kept.every((other) => (rorsOfSet.get(others.find(other))?.size ?? 0) <= 1);
    const [first, ...more] = kept;
    if (isOne && first !== undefined) for (const other of more) joined.join(first, other);
    for (const other of kept) {
      const rors = rorsOfOne.get(other) ?? new Set();
      const [only] = rors;
      if (rors.size === 1 && only !== undefined) joined.join(only, other);
    }
  }
  return joined;
}

/** The identifier that a record is known by: its ROR id, else the smallest. */
export function leadingKey(identifiers: readonly Identifier[]): string | undefined {
  const [ror] = rorsOf(identifiers);
  const [first] = identifiers.map(identifierKey).sort();
  return ror ?? first;
}

const rorsOf = (list: readonly Identifier[]): string[] =>
  list
    .filter(({ scheme }) => scheme === 'ROR')
    .map(identifierKey)
    .sort();

const othersOf = (list: readonly Identifier[]): string[] =>
  list
    .filter(({ scheme }) => scheme !== 'ROR')
    .map(identifierKey)
    .sort();

function addAll(map: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  const known = map.get(key) ?? new Set<string>();
  for (const value of values) known.add(value);
  map.set(key, known);
}
