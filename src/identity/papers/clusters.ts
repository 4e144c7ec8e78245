/**
 * Sets of records that tell one paper each, which never take in two records that one catalogue keys apart, whatever
 * chain of matches leads from one to the other. A set is named by its first record's place.
 */
import type { PaperRecord } from '../../model/index.ts';

import { IntSets } from '../int-sets.ts';

import { isPersonal } from './catalogues.ts';
import { tellingApart } from './paper-identifiers.ts';

type ByScheme = Map<string, Set<string>>;

export class Clusters {
  readonly #records: readonly PaperRecord[];
  readonly #sets: IntSets;
  // Of sets of several records; of one alone the record itself says it.
  readonly #catalogues = new Map<number, Set<string>>();
  readonly #identifiers = new Map<number, ByScheme>();

  /** @param records records of one key are one set from the beginning */
  constructor(records: readonly PaperRecord[]) {
    this.#records = records;
    this.#sets = new IntSets(records.length);
    const firsts = new Map<string, number>();
    records.forEach(({ key }, at) => {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, at);
      else this.join(first, at);
    });
  }

  find(place: number): number {
    return this.#sets.find(place);
  }

  /** Joins two sets because an identifier says so, unless one catalogue keys them apart. */
  joinIdentified(one: number, other: number): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b && areApart(this.#cataloguesOf(a), this.#cataloguesOf(b))) this.#unite(a, b);
  }

  /** Joins two sets because their titles, years and people are alike, unless something else says that they are two. */
  joinAlike(one: number, other: number): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a === b || !areApart(this.#cataloguesOf(a), this.#cataloguesOf(b))) return;
    if (!contradict(this.#identifiersOf(a), this.#identifiersOf(b))) this.#unite(a, b);
  }

  /** Joins two sets because their catalogue says so. */
  join(one: number, other: number): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.#unite(a, b);
  }

  #unite(a: number, b: number): void {
    const catalogues = united(this.#cataloguesOf(a), this.#cataloguesOf(b));
    const identifiers = unitedBySchemes(this.#identifiersOf(a), this.#identifiersOf(b));
    for (const root of [a, b]) {
      this.#catalogues.delete(root);
      this.#identifiers.delete(root);
    }
    const root = this.#sets.join(a, b);
    this.#catalogues.set(root, catalogues);
    this.#identifiers.set(root, identifiers);
  }

  #cataloguesOf(root: number): Set<string> {
    const known = this.#catalogues.get(root);
    if (known !== undefined) return known;
    const record = this.#records[root] as PaperRecord; // a root is a place
    return new Set(isPersonal(record) ? [] : [record.catalogue]);
  }

  #identifiersOf(root: number): ByScheme {
    const known = this.#identifiers.get(root);
    if (known !== undefined) return known;
    const own: ByScheme = new Map();
    for (const [scheme, text] of tellingApart(this.#records[root] as PaperRecord)) {
      own.set(scheme, (own.get(scheme) ?? new Set()).add(text));
    }
    return own;
  }
}

function contradict(one: ByScheme, other: ByScheme): boolean {
  for (const [scheme, texts] of one) {
    const others = other.get(scheme);
    if (others !== undefined && areApart(texts, others)) return true;
  }
  return false;
}

function areApart(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  for (const text of few) if (many.has(text)) return false;
  return true;
}

// The larger of the two is kept, so that a set of n records costs O(n log n) however it came together.
function united(one: Set<string>, other: Set<string>): Set<string> {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  for (const text of few) many.add(text);
  return many;
}

function unitedBySchemes(one: ByScheme, other: ByScheme): ByScheme {
  for (const [scheme, texts] of other) one.set(scheme, united(one.get(scheme) ?? new Set(), texts));
  return one;
}
