/**
 * The mention keys of every node: what ids are made of (SEMANTICS: a person's id is the smallest of their mention
 * keys').
 */
import { authorIdOf, compareText, mentionKeyText } from '../../model/index.ts';
import type { AuthorId, MentionKey, PersonRecord } from '../../model/index.ts';

import { foldedName } from '../name-match.ts';
import type { Sourced } from '../sourced.ts';

import type { Names } from './names.ts';
import type { PlacedMention, Places } from './places.ts';

export class Keyring {
  readonly #places: Places;
  readonly #persons: readonly Sourced<PersonRecord>[];
  readonly #names: Names;

  constructor(places: Places, persons: readonly Sourced<PersonRecord>[], names: Names) {
    this.#places = places;
    this.#persons = persons;
    this.#names = names;
  }

  /** The ids that the keys of one node make, in the order of the keys. */
  idsOf(node: number): readonly AuthorId[] {
    return this.of(node).map(authorIdOf);
  }

  /** The id that these nodes together have: their smallest key's. */
  idOf(nodes: readonly number[]): AuthorId {
    let smallest: MentionKey | undefined;
    for (const node of nodes) {
      for (const key of this.of(node)) {
        if (smallest === undefined || compareKeys(key, smallest) < 0) smallest = key;
      }
    }
    if (smallest === undefined) throw new Error('A person has at least one mention.');
    return authorIdOf(smallest);
  }

  /** The keys of one node, each once. */
  of(node: number): readonly MentionKey[] {
    const mentions = this.#places.at(node);
    const [first] = mentions;
    if (first !== undefined && mentions.length === 1) return mentionKeys(first, this.#names.textAt(node));
    if (first !== undefined) return mentions.flatMap((placed) => mentionKeys(placed, foldedName(placed.mention.name)));
    const record = this.#persons[node - this.#places.length]?.record;
    return record === undefined ? [] : [{ recordKey: record.key, position: 'owner', name: foldedName(record.name) }];
  }

  *all(): Generator<readonly [node: number, id: AuthorId]> {
    const size = this.#places.length + this.#persons.length;
    for (let node = 0; node < size; node++) for (const id of this.idsOf(node)) yield [node, id];
  }
}

/** The order of their texts; the texts themselves are only made where the records' keys do not decide. */
function compareKeys(one: MentionKey, other: MentionKey): number {
  const [a, b] = [one.recordKey, other.recordKey];
  if (a !== b && !a.startsWith(b) && !b.startsWith(a)) return compareText(a, b);
  return compareText(mentionKeyText(one), mentionKeyText(other));
}

// The owner of a page is a mention of every paper on it, also where the printed list names them: a later capture may
// print what this one hides, and the id must not change with it. Whoever else is not printed has no other place either.
function mentionKeys({ sourced, mention }: PlacedMention, name: string): MentionKey[] {
  const recordKey = sourced.record.key;
  const { position, isOwner } = mention;
  const keys: MentionKey[] = [];
  if (position !== undefined) keys.push({ recordKey, position, name });
  if (isOwner === true || position === undefined) keys.push({ recordKey, position: 'owner', name });
  return keys;
}
