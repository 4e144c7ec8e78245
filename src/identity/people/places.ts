/**
 * Places: where a name stands on a paper. A paper that several records tell has each of its people once: the mentions
 * of one person in all of them are one place, whatever spelling each record prints.
 */
import { identifierText } from '../../model/index.ts';
import type { Mention, PaperRecord } from '../../model/index.ts';

import { foldedName, nameForm, namesAgree } from '../name-match.ts';
import type { Sourced } from '../sourced.ts';

/** One mention and the record it stands on. */
export interface PlacedMention {
  readonly sourced: Sourced<PaperRecord>;
  readonly mention: Mention;
  /** Folded. */
  readonly name: string;
}

export interface Place {
  /** Index of the paper among the groups of twins. */
  readonly paper: number;
  /** At least one; at most one per record. */
  readonly mentions: readonly PlacedMention[];
}

interface OpenPlace {
  readonly mentions: PlacedMention[];
  /** The record that last put a mention here, so that none puts two. */
  takenBy: PaperRecord;
}

/** One way to find a name's place: by what it is looked up, and what else must hold. */
interface Rule {
  readonly keys: (placed: PlacedMention) => readonly (string | number)[];
  readonly holds?: (placed: PlacedMention, known: PlacedMention) => boolean;
  /** A name that fits two places belongs to neither. */
  readonly isUnique?: boolean;
}

const byLikeness = (placed: PlacedMention, known: PlacedMention): boolean =>
  namesAgree(placed.mention.name, known.mention.name);

// From the surest to the least sure; each is tried on every name that is left before the next one is.
const RULES: readonly Rule[] = [
  { keys: ({ name, mention }) => [`${mention.position ?? ''} ${name}`] },
  { keys: ({ mention }) => (mention.identifiers ?? []).map(identifierText) },
  { keys: ({ name }) => [name] },
  { keys: ({ mention }) => (mention.position === undefined ? [] : [mention.position]), holds: byLikeness },
  { keys: ({ mention }) => [nameForm(mention.name).family], holds: byLikeness, isUnique: true },
];

/**
 * The places of one paper, in the order its records first print them.
 *
 * @param twins the records of the paper, in one order
 */
export function placesOn(paper: number, twins: readonly Sourced<PaperRecord>[]): Place[] {
  const places: OpenPlace[] = [];
  const indexes = twins.length > 1 ? RULES.map(() => new Map<string | number, OpenPlace[]>()) : [];
  for (const sourced of twins) {
    let waiting = sourced.record.authors.map((mention): PlacedMention => ({
      sourced,
      mention,
      name: foldedName(mention.name),
    }));
    for (const [at, rule] of RULES.entries()) {
      if (places.length > 0) waiting = waiting.filter((placed) => !findsPlace(placed, rule, indexes, at));
    }
    for (const placed of waiting) {
      const place: OpenPlace = { mentions: [], takenBy: sourced.record };
      places.push(place);
      put(placed, place, indexes);
    }
  }
  return places.map(({ mentions }) => ({ paper, mentions }));
}

function findsPlace(
  placed: PlacedMention,
  rule: Rule,
  indexes: readonly Map<string | number, OpenPlace[]>[],
  at: number,
): boolean {
  const { record } = placed.sourced;
  const fitting = new Set(
    rule
      .keys(placed)
      .flatMap((key) => indexes[at]?.get(key) ?? [])
      .filter(
        (place) =>
          place.takenBy !== record &&
          (rule.holds === undefined || place.mentions.some((known) => rule.holds?.(placed, known))),
      ),
  );
  const [place] = rule.isUnique === true && fitting.size > 1 ? [] : fitting;
  if (place === undefined) return false;
  place.takenBy = record;
  put(placed, place, indexes);
  return true;
}

function put(placed: PlacedMention, place: OpenPlace, indexes: readonly Map<string | number, OpenPlace[]>[]): void {
  place.mentions.push(placed);
  for (const [at, index] of indexes.entries()) {
    for (const key of RULES[at]?.keys(placed) ?? []) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [place]);
      else if (!known.includes(place)) known.push(place);
    }
  }
}
