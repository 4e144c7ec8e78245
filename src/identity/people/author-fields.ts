/** What an author carries beside the name: identifiers, what a page reported, and where it all stands. */
import { compareText, identifierText, nameSlug } from '../../model/index.ts';
import type { Identifier, ReportedProfile, SourceMention } from '../../model/index.ts';

import { inOrder } from '../identifiers.ts';
import type { Told } from './evidence.ts';

/** Of whoever has none. */
export const NO_IDENTIFIERS: readonly Identifier[] = [];

/**
 * The records that tell of a person, in order, each once.
 *
 * @param hidden folded names
 */
export function sourcesOf(
  { sources, persons, mentions }: Told,
  hidden: ReadonlySet<string> | undefined,
): readonly SourceMention[] {
  const isInOrder = sources.every((source, at) => {
    const before = sources[at - 1];
    return before === undefined || compareSources(before, source) < 0;
  });
  if (isInOrder && persons.length === 0 && hidden === undefined) return sources;
  return [...new Set([...sources, ...persons.map((sourced) => mentions.of(sourced))])]
    .filter(({ recordKey }) => !namesHidden(recordKey, hidden))
    .sort(compareSources);
}

/** The key of an owner's page is the owner's name. */
export function namesHidden(recordKey: string, hidden: ReadonlySet<string> | undefined): boolean {
  return hidden !== undefined && [...hidden].some((name) => recordKey.endsWith(`:${name}`));
}

function compareSources(one: SourceMention, other: SourceMention): number {
  return compareText(one.sourceId, other.sourceId) || compareText(one.recordKey, other.recordKey);
}

export function identifiersOf({ placed, persons }: Told): readonly Identifier[] {
  const isBare =
    persons.length === 0 &&
    placed.every(({ mention }) => mention.identifiers === undefined && mention.personKey === undefined);
  if (isBare) return NO_IDENTIFIERS;
  const identifiers = new Map<string, Identifier>();
  const slugs = new Set<string>();
  for (const { sourced, mention } of placed) {
    for (const identifier of mention.identifiers ?? []) identifiers.set(identifierText(identifier), identifier);
    if (sourced.record.catalogue === 'acl' && mention.personKey !== undefined) slugs.add(nameSlug(mention.name));
  }
  for (const { record } of persons) {
    for (const identifier of record.identifiers) identifiers.set(identifierText(identifier), identifier);
  }
  // Where no file gives a person an Anthology id, the slug of the name is the id that people cite.
  if (![...identifiers.values()].some(({ scheme }) => scheme === 'ACL')) {
    for (const value of slugs) identifiers.set(`acl:${value}`, { scheme: 'ACL', value });
  }
  return inOrder(identifiers);
}

/**
 * Of several captures of one page the latest speaks. A told day beats the bare year a page implies; among equals the
 * capture that counts more papers is the later one.
 */
export function latest(profiles: readonly ReportedProfile[]): ReportedProfile | undefined {
  return [...profiles].sort(
    (a, b) =>
      compareText(b.capturedOn ?? '', a.capturedOn ?? '') ||
      (b.paperCount ?? 0) - (a.paperCount ?? 0) ||
      compareText(a.source.sourceId, b.source.sourceId),
  )[0];
}
