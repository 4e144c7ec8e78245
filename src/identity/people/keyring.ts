/**
 * The mention keys of every node: what ids are made of (SEMANTICS: a person's id is the smallest of their mention
 * keys').
 */
import type { MentionKey, PersonRecord } from '../../model/index.ts';

import { foldedName } from '../name-match.ts';
import type { Sourced } from '../sourced.ts';

import type { Place } from './places.ts';

export class Keyring {
  readonly #places: readonly Place[];
  readonly #persons: readonly Sourced<PersonRecord>[];

  constructor(places: readonly Place[], persons: readonly Sourced<PersonRecord>[]) {
    this.#places = places;
    this.#persons = persons;
  }

  /** The keys of one node, each once. */
  of(node: number): readonly MentionKey[] {
    const place = this.#places[node];
    if (place !== undefined) return placeKeys(place);
    const record = this.#persons[node - this.#places.length]?.record;
    return record === undefined ? [] : [{ recordKey: record.key, position: 'owner', name: foldedName(record.name) }];
  }

  *all(): Generator<readonly [node: number, key: MentionKey]> {
    const size = this.#places.length + this.#persons.length;
    for (let node = 0; node < size; node++) for (const key of this.of(node)) yield [node, key];
  }
}

// The owner of a page is a mention of every paper on it, also where the printed list names them: a later capture may
// print what this one hides, and the id must not change with it. Whoever else is not printed has no other place either.
function placeKeys({ mentions }: Place): MentionKey[] {
  const keys: MentionKey[] = [];
  for (const { sourced, mention, name } of mentions) {
    const recordKey = sourced.record.key;
    const { position, isOwner } = mention;
    if (position !== undefined) keys.push({ recordKey, position, name });
    if (isOwner === true || position === undefined) keys.push({ recordKey, position: 'owner', name });
  }
  return keys;
}
