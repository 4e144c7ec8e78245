/**
 * The mention keys of every node: what ids are made of (SEMANTICS: a person's id is the smallest of their mention
 * keys').
 */
import { authorIdOf, compareText, mentionKeyText, nameDigest } from '../../model/index.ts';
import type { AuthorId, Mention, MentionKey, MentionPosition, PersonRecord } from '../../model/index.ts';

import { foldedName } from '../name-match.ts';
import type { Addresses } from '../papers/addresses.ts';
import type { Sourced } from '../sourced.ts';

import type { FoldedNames } from './names.ts';
import type { PlacedMention, Places } from './places.ts';

const NO_POSITIONS: readonly MentionPosition[] = [];

export class Keyring {
  readonly #places: Places;
  readonly #persons: readonly Sourced<PersonRecord>[];
  readonly #names: FoldedNames;
  readonly #addresses: Addresses;
  /** By paper: 1 where its record's key is the beginning of the next paper's. */
  readonly #begins: Uint8Array;
  /** By name. */
  readonly #digests: Float64Array;

  constructor(places: Places, persons: readonly Sourced<PersonRecord>[], names: FoldedNames, addresses: Addresses) {
    this.#places = places;
    this.#persons = persons;
    this.#names = names;
    this.#addresses = addresses;
    this.#begins = places.keysThatBegin();
    this.#digests = Float64Array.from(names.texts, nameDigest);
  }

  /** The id that the only key of the node makes; undefined where the node has several keys, or several records tell it. */
  onlyIdOf(node: number): AuthorId | undefined {
    const only = this.#places.onlyAt(node);
    return only === undefined || only.position === undefined || only.isOwner === true
      ? undefined
      : this.#idAt(node, only.position);
  }

  /** The ids that the keys of one node make, in the order of the keys. */
  idsOf(node: number): readonly AuthorId[] {
    const only = this.#places.onlyAt(node);
    if (only === undefined) return this.of(node).map(authorIdOf);
    return positionsOf(only).map((position) => this.#idAt(node, position));
  }

  /** The id that these nodes together have: their smallest key's. */
  idOf(nodes: readonly number[]): AuthorId {
    let smallest: MentionKey | undefined;
    let [first, paper] = [-1, -1];
    for (const node of nodes) {
      if (smallest !== undefined && this.#isBehind(node, paper)) continue;
      for (const key of this.of(node)) {
        if (smallest !== undefined && compareKeys(key, smallest) >= 0) continue;
        smallest = key;
        first = node;
        paper = this.#places.paperOf(node);
      }
    }
    if (smallest === undefined) throw new Error('A person has at least one mention.');
    return this.onlyIdOf(first) ?? authorIdOf(smallest);
  }

  /** The keys of one node, each once. */
  of(node: number): readonly MentionKey[] {
    const mentions = this.#places.at(node);
    const [first] = mentions;
    if (first !== undefined && mentions.length === 1) return mentionKeys(first, this.#names.at(node));
    if (first !== undefined) return mentions.flatMap((placed) => mentionKeys(placed, foldedName(placed.mention.name)));
    const record = this.#persons[node - this.#places.length]?.record;
    return record === undefined ? [] : [{ recordKey: record.key, position: 'owner', name: foldedName(record.name) }];
  }

  *all(): Generator<readonly [node: number, id: AuthorId]> {
    const size = this.#places.length + this.#persons.length;
    for (let node = 0; node < size; node++) for (const id of this.idsOf(node)) yield [node, id];
  }

  // Of a place on a paper that one record tells.
  #idAt(node: number, position: MentionPosition): AuthorId {
    const digest = this.#digests[this.#names.firstAt(node)] ?? 0;
    return this.#addresses.authorId(this.#places.paperOf(node), position, digest);
  }

  // Papers are in the order of their records' keys. A key that begins with another may still be the smaller one in a
  // mention's, and where several records tell a paper nothing is said of the order of the others.
  #isBehind(node: number, smallest: number): boolean {
    const paper = this.#places.paperOf(node);
    if (smallest < 0 || paper <= smallest || this.#begins[smallest] === 1) return false;
    return !this.#places.isAligned(paper) && !this.#places.isAligned(smallest);
  }
}

/** The order of their texts; the texts themselves are only made where the records' keys do not decide. */
function compareKeys(one: MentionKey, other: MentionKey): number {
  const [a, b] = [one.recordKey, other.recordKey];
  if (a !== b && !a.startsWith(b) && !b.startsWith(a)) return compareText(a, b);
  return compareText(mentionKeyText(one), mentionKeyText(other));
}

function mentionKeys({ sourced, mention }: PlacedMention, name: string): MentionKey[] {
  const recordKey = sourced.record.key;
  return positionsOf(mention).map((position) => ({ recordKey, position, name }));
}

// The owner of a page is a mention of every paper on it, also where the printed list names them: a later capture may
// print what this one hides, and the id must not change with it. Whoever else is not printed has no other place either.
function positionsOf({ position, isOwner }: Mention): readonly MentionPosition[] {
  const positions = position === undefined ? NO_POSITIONS : [position];
  return isOwner === true || position === undefined ? [...positions, 'owner'] : positions;
}
