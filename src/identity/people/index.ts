/**
 * Which mentions are one person. Identifiers decide first, then what sources and files say of names, then evidence:
 * whom they wrote with, where, on what, and how rare the name is. People's own decisions have the last word.
 */
import type { LoggedDecision, PaperRecord, PersonRecord, RedirectRecord } from '../../model/index.ts';

import type { Addresses } from '../papers/addresses.ts';
import type { SourceMentions } from '../source-mentions.ts';
import type { Sourced } from '../sourced.ts';

import { Assembly } from './assembly.ts';
import type { Parts, People } from './assembly.ts';
import { Certain } from './certain.ts';
import { applyDecisions } from './decisions.ts';
import { Drafts } from './drafts.ts';
import { FeatureTable } from './feature-table.ts';
import type { Surroundings } from './feature-table.ts';
import { joinEqualNames, joinNameForms } from './join-by-name.ts';
import { Keyring } from './keyring.ts';
import { Names } from './names.ts';
import { Partition } from './partition.ts';
import { Places } from './places.ts';

/** What is known of papers and their records beside the people. */
export interface Facts extends Surroundings {
  readonly addresses: Addresses;
  readonly mentions: SourceMentions;
}

/** @param groups the records of each paper, in one order */
export function resolvePeople(
  groups: readonly (readonly Sourced<PaperRecord>[])[],
  persons: readonly Sourced<PersonRecord>[],
  redirects: readonly RedirectRecord[],
  facts: Facts,
  decisions: readonly LoggedDecision[],
): People {
  const places = new Places(groups);
  const certain = new Certain(places, persons, redirects);
  const isShared = (node: number): boolean =>
    certain.hasShared && places.at(node).some((placed) => certain.isShared(placed));
  const { names, texts, byEqualNames, partition } = joinedByName({ groups, places, persons, certain, isShared }, facts);
  const keyring = new Keyring(places, persons, names, facts.addresses);
  const decided = applyDecisions(partition, decisions, { groups, places, keyring });
  const { mentions } = facts;
  return new Assembly({
    places,
    persons,
    names,
    texts,
    keyring,
    decided,
    byEqualNames,
    isAnyShared: (nodes) => certain.hasShared && nodes.some(isShared),
    mentions,
  }).people();
}

interface Known {
  readonly groups: readonly (readonly Sourced<PaperRecord>[])[];
  readonly places: Places;
  readonly persons: readonly Sourced<PersonRecord>[];
  readonly certain: Certain;
  readonly isShared: (node: number) => boolean;
}

interface JoinedByName extends Pick<Parts, 'names' | 'texts' | 'byEqualNames'> {
  readonly partition: Partition;
}

// What is compared is as large as the records, and gone when this returns.
function joinedByName({ groups, places, persons, certain, isShared }: Known, facts: Facts): JoinedByName {
  const names = new Names(places, persons);
  const table = new FeatureTable(groups, places, facts, names);
  const drafts = new Drafts(places, persons, certain, table);
  joinEqualNames(drafts, names, table, isShared);
  const byEqualNames = drafts.roots();
  joinNameForms(drafts, names, table);
  return { names: names.folded(), texts: table.texts, byEqualNames, partition: new Partition(drafts) };
}
