/**
 * Which printed names are one thing, for venues: those that share an identifier, else equal folded names. A name that
 * is printed with identifiers somewhere and without elsewhere is one thing, unless two differently identified ones
 * bear it.
 */
import { compareText, foldText, groupedBy, identifierText, remembered, sortedUnique } from '../model/index.ts';
import type { Identifier } from '../model/index.ts';

import { DisjointSets } from './disjoint-sets.ts';
import { byPreference } from './preferred.ts';
import { identifierKey, inOrder } from './identifiers.ts';

export interface NamedMention {
  readonly name: string;
  readonly identifiers: readonly Identifier[];
}

/** All printings of one thing. */
export interface NamedSet<T extends NamedMention> {
  /** The smallest of its keys: an identifier's where it has one. */
  readonly key: string;
  /** Every key of it, its own included: what other ids it may be asked by. */
  readonly keys: readonly string[];
  readonly mentions: readonly T[];
  readonly name: string;
  readonly nameVariants: readonly string[];
  /** In order of their text. */
  readonly identifiers: readonly Identifier[];
}

export interface NamedSets<T extends NamedMention> {
  /** In order of key. */
  readonly sets: readonly NamedSet<T>[];
  readonly keyOf: (mention: NamedMention) => string;
}

/** @param mentions every printing, repeats included: the form printed most often is shown */
export function namedSets<T extends NamedMention>(mentions: readonly T[]): NamedSets<T> {
  const joined = joinedKeys(mentions);
  const keyOf = (mention: NamedMention): string => joined.find(firstKey(mention));
  const groups = groupedBy(mentions, (mention) => [keyOf(mention)]);
  const sets = [...groups].sort(([a], [b]) => compareText(a, b)).map(([key, group]) => namedSet(key, group));
  return { sets, keyOf };
}

function namedSet<T extends NamedMention>(key: string, mentions: readonly T[]): NamedSet<T> {
  const [name = '', ...variants] = byPreference(mentions.map((mention) => mention.name));
  const identifiers = new Map<string, Identifier>();
  for (const mention of mentions) {
    for (const identifier of mention.identifiers) identifiers.set(identifierText(identifier), identifier);
  }
  return {
    key,
    keys: keysOf(mentions),
    mentions,
    name,
    nameVariants: sortedUnique(variants),
    identifiers: inOrder(identifiers),
  };
}

function keysOf(mentions: readonly NamedMention[]): string[] {
  const keys = new Set<string>();
  for (const mention of mentions) {
    for (const identifier of mention.identifiers) keys.add(identifierKey(identifier));
    keys.add(nameKey(mention));
  }
  return sortedUnique(keys);
}

function joinedKeys(mentions: readonly NamedMention[]): DisjointSets {
  const joined = new DisjointSets();
  for (const mention of mentions) {
    if (mention.identifiers.length < 2) continue;
    const [first, ...others] = mention.identifiers.map(identifierKey);
    if (first !== undefined) for (const other of others) joined.join(first, other);
  }
  const bearers = new Map<string, Set<string>>();
  for (const mention of mentions) {
    const [first] = mention.identifiers;
    if (first === undefined) continue;
    const known = bearers.get(nameKey(mention)) ?? new Set();
    bearers.set(nameKey(mention), known.add(joined.find(identifierKey(first))));
  }
  for (const [name, keys] of bearers) {
    const [only] = keys;
    if (keys.size === 1 && only !== undefined) joined.join(only, name);
  }
  return joined;
}

function firstKey(mention: NamedMention): string {
  const [first] = mention.identifiers;
  return first === undefined ? nameKey(mention) : identifierKey(first);
}

function nameKey(mention: NamedMention): string {
  return keyOfName(mention.name);
}

const REMEMBERED = 100_000;
const keyOfName = remembered((name) => `name:${foldText(name)}`, { most: REMEMBERED, longest: Infinity });
