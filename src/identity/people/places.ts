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
}

type Group = readonly Sourced<PaperRecord>[];

/**
 * All places, numbered: those of one paper stand together. Of a paper that one record tells, which is most, nothing is
 * kept but where its places begin.
 */
export class Places {
  readonly #groups: readonly Group[];
  /** By paper, and the end of the last. */
  readonly #starts: Int32Array;
  readonly #paperOf: Int32Array;
  /** How many there are. */
  readonly length: number;
  /** Of papers that several records tell: the mentions of each place. */
  readonly #aligned = new Map<number, readonly (readonly PlacedMention[])[]>();

  /** @param groups the records of each paper, in one order */
  constructor(groups: readonly Group[]) {
    this.#groups = groups;
    this.#starts = new Int32Array(groups.length + 1);
    for (const [paper, group] of groups.entries()) {
      const [first] = group;
      let count = first?.record.authors.length ?? 0;
      if (group.length > 1) {
        const aligned = placesOn(group);
        this.#aligned.set(paper, aligned);
        count = aligned.length;
      }
      this.#starts[paper + 1] = (this.#starts[paper] ?? 0) + count;
    }
    this.length = this.#starts[groups.length] ?? 0;
    this.#paperOf = new Int32Array(this.length);
    for (const paper of groups.keys()) this.#paperOf.fill(paper, this.#starts[paper], this.#starts[paper + 1]);
  }

  /** Whether the node is a place; else it is a record of a person. */
  has(node: number): boolean {
    return node < this.length;
  }

  /** Index of the paper among the groups. */
  paperOf(place: number): number {
    return this.#paperOf[place] ?? -1;
  }

  /** By paper: 1 where its first record's key is the beginning of the next paper's. */
  keysThatBegin(): Uint8Array {
    return Uint8Array.from(this.#groups, ([first], paper) => {
      const next = this.#groups[paper + 1]?.[0];
      return first !== undefined && next?.record.key.startsWith(first.record.key) === true ? 1 : 0;
    });
  }

  /** On how many papers these are. @param places ascending, so that those of one paper stand together */
  paperCountOf(places: readonly number[]): number {
    let [count, last] = [0, -1];
    for (const place of places) {
      const paper = this.paperOf(place);
      if (paper !== last) count++;
      last = paper;
    }
    return count;
  }

  /** The places of a paper: from the first to before the second. */
  on(paper: number): readonly [from: number, to: number] {
    return [this.#starts[paper] ?? 0, this.#starts[paper + 1] ?? 0];
  }

  /** Whether several records tell the paper. */
  isAligned(paper: number): boolean {
    return (this.#groups[paper]?.length ?? 0) > 1;
  }

  /** At least one, at most one per record; none where the node is no place. */
  at(node: number): readonly PlacedMention[] {
    if (!this.has(node)) return [];
    const paper = this.paperOf(node);
    const at = node - (this.#starts[paper] ?? 0);
    const group = this.#groups[paper];
    if (group !== undefined && group.length > 1) return this.#aligned.get(paper)?.[at] ?? [];
    const sourced = group?.[0];
    const mention = sourced?.record.authors[at];
    return sourced === undefined || mention === undefined ? [] : [{ sourced, mention }];
  }

  /** The mentions of all these nodes, in their order. */
  ofAll(nodes: readonly number[]): PlacedMention[] {
    const placed: PlacedMention[] = [];
    for (const node of nodes) for (const each of this.at(node)) placed.push(each);
    return placed;
  }

  /** The mention of a place of a paper that one record tells. */
  onlyAt(node: number): Mention | undefined {
    return this.onlyRecordAt(node)?.authors[node - (this.#starts[this.paperOf(node)] ?? 0)];
  }

  /** The record that alone tells the paper of the place. */
  onlyRecordAt(node: number): PaperRecord | undefined {
    const group = this.#groups[this.paperOf(node)];
    return group?.length === 1 ? group[0]?.record : undefined;
  }

  /** Every mention with its place, in the order of places. */
  forEach(visit: (place: number, sourced: Sourced<PaperRecord>, mention: Mention) => void): void {
    let place = 0;
    for (const [paper, group] of this.#groups.entries()) {
      const [sourced] = group;
      if (group.length > 1) {
        for (const mentions of this.#aligned.get(paper) ?? []) {
          for (const placed of mentions) visit(place, placed.sourced, placed.mention);
          place++;
        }
      } else if (sourced !== undefined) {
        for (const mention of sourced.record.authors) visit(place++, sourced, mention);
      }
    }
  }
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
  { keys: ({ mention }) => [`${mention.position ?? ''} ${foldedName(mention.name)}`] },
  { keys: ({ mention }) => (mention.identifiers ?? []).map(identifierText) },
  { keys: ({ mention }) => [foldedName(mention.name)] },
  { keys: ({ mention }) => (mention.position === undefined ? [] : [mention.position]), holds: byLikeness },
  { keys: ({ mention }) => [nameForm(mention.name).family], holds: byLikeness, isUnique: true },
];

/**
 * The places of one paper, in the order its records first print them.
 *
 * @param twins the records of the paper, in one order
 */
function placesOn(twins: Group): PlacedMention[][] {
  const places: OpenPlace[] = [];
  const indexes = RULES.map(() => new Map<string | number, OpenPlace[]>());
  for (const sourced of twins) {
    let waiting = sourced.record.authors.map((mention): PlacedMention => ({ sourced, mention }));
    for (const [at, rule] of RULES.entries()) {
      if (places.length > 0) waiting = waiting.filter((placed) => !findsPlace(placed, rule, indexes, at));
    }
    for (const placed of waiting) {
      const place: OpenPlace = { mentions: [], takenBy: sourced.record };
      places.push(place);
      put(placed, place, indexes);
    }
  }
  return places.map(({ mentions }) => mentions);
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
