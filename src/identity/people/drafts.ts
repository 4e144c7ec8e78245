/**
 * People as far as they are known: sets of places and of records about people, with what is compared of them.
 */
import { nameSlug } from '../../model/index.ts';
import type { Identifier, PersonRecord } from '../../model/index.ts';

import type { IntSets } from '../int-sets.ts';
import type { Sourced } from '../sourced.ts';

import { isExclusive } from './certain.ts';
import type { Certain } from './certain.ts';
import type { Join } from './cluster.ts';
import { grounded } from './grounding.ts';
import type { Grounding } from './grounding.ts';
import type { FeatureTable } from './feature-table.ts';
import type { Features } from './features.ts';
import { Members } from './members.ts';
import type { Places } from './places.ts';

/** What is told of one of them beside its members. */
export interface Draft {
  /** Why its parts are one person, where that is not certain. */
  readonly grounding?: Grounding;
  /** The probability that another author is the same person. */
  readonly doubt: number;
}

const NO_NAMES: ReadonlySet<string> = new Set();
const NOTHING_EXCLUSIVE: ReadonlyMap<string, string> = new Map();
/** What some mention of a draft may have, as bits; nearly all have neither. */
const [EXCLUSIVE, CURATED] = [1, 2];

export class Drafts {
  readonly #places: Places;
  readonly #persons: readonly Sourced<PersonRecord>[];
  readonly #table: FeatureTable;
  readonly #certain: Certain;
  readonly #sets: IntSets;
  readonly #members: Members;
  /** By draft. */
  readonly #marks: Uint8Array;
  readonly #doubts: Float64Array;
  readonly #groundings = new Map<number, Grounding>();
  readonly #features = new Map<number, Features>();
  readonly #exclusive = new Map<number, ReadonlyMap<string, string>>();

  constructor(places: Places, persons: readonly Sourced<PersonRecord>[], certain: Certain, table: FeatureTable) {
    this.#places = places;
    this.#persons = persons;
    this.#sets = certain.sets;
    this.#certain = certain;
    this.#table = table;
    const size = places.length + persons.length;
    this.#members = new Members(size);
    this.#doubts = new Float64Array(size);
    this.#marks = this.#marksOfNodes(size);
    for (let node = 0; node < size; node++) {
      const root = this.#sets.find(node);
      if (root === node) continue;
      this.#members.append(root, node);
      this.#mark(root, node);
    }
  }

  get size(): number {
    return this.#members.size;
  }

  of(node: number): number {
    return this.#sets.find(node);
  }

  membersOf(id: number): readonly number[] {
    return this.#members.of(id);
  }

  /** Of all these drafts together. */
  membersOfAll(ids: readonly number[]): number[] {
    const members: number[] = [];
    for (const id of ids) this.#members.addTo(members, id);
    return members;
  }

  /** Whether the draft is one node. */
  isAlone(id: number): boolean {
    return this.#members.isAlone(id);
  }

  featuresOf(id: number): Features {
    return this.#features.get(id) ?? this.#table.of(this.membersOf(id));
  }

  /** What the sources that tell people of one name apart themselves call the person. */
  curatedNamesOf(id: number): ReadonlySet<string> {
    if (!this.#hasMark(id, CURATED)) return NO_NAMES;
    let names: Set<string> | undefined;
    for (const node of this.membersOf(id)) {
      for (const { sourced, mention } of this.#places.at(node)) {
        if (mention.personKey === undefined) continue;
        names ??= new Set();
        names.add(`${sourced.record.catalogue} ${mention.personKey}`);
      }
    }
    return names ?? NO_NAMES;
  }

  /** No identifiers say that any two of these are different people. */
  mayBeOne(ids: readonly number[]): boolean {
    const known = new Map<string, string>();
    for (const id of ids) {
      if (!this.#hasMark(id, EXCLUSIVE)) continue;
      for (const [scheme, value] of this.#exclusiveOf(id)) {
        if ((known.get(scheme) ?? value) !== value) return false;
        known.set(scheme, value);
      }
    }
    return true;
  }

  /** Identifiers say that the two are different people. */
  areIdentifiedApart(one: number, other: number): boolean {
    if (!this.#hasMark(one, EXCLUSIVE) || !this.#hasMark(other, EXCLUSIVE)) return false;
    const known = this.#exclusiveOf(other);
    for (const [scheme, value] of this.#exclusiveOf(one)) {
      const others = known.get(scheme);
      if (others !== undefined && others !== value) return true;
    }
    return false;
  }

  /** @param features what the two tell together, where that is known already */
  join(made: Join, features?: Features): void {
    const root = this.#sets.join(made.one, made.other);
    const gone = root === made.one ? made.other : made.one;
    this.#members.append(root, gone);
    this.#mark(root, gone);
    this.#groundings.set(root, grounded(made, this.#groundings.get(root), this.#groundings.get(gone)));
    this.#groundings.delete(gone);
    if (features === undefined) this.#features.delete(root);
    else this.#features.set(root, features);
    this.#features.delete(gone);
    this.#exclusive.delete(root);
    this.doubt(root, this.#doubts[gone] ?? 0);
  }

  doubt(id: number, probability: number): void {
    this.#doubts[id] = Math.max(probability, this.#doubts[id] ?? 0);
  }

  /** What these tell is not needed any more, or not for long. */
  forgetFeatures(ids: readonly number[]): void {
    for (const id of ids) this.#features.delete(id);
  }

  /** Of each node, the draft it is in by now. */
  roots(): Int32Array {
    return Int32Array.from({ length: this.size }, (_, node) => this.of(node));
  }

  /** What is told of a draft, for when the drafts themselves are not needed any more. */
  told(): (id: number) => Draft | undefined {
    const [groundings, doubts] = [this.#groundings, this.#doubts];
    return (id) => {
      const [grounding, doubt] = [groundings.get(id), doubts[id] ?? 0];
      if (grounding === undefined) return doubt > 0 ? { doubt } : undefined;
      return { grounding, doubt };
    };
  }

  #marksOfNodes(size: number): Uint8Array {
    const marks = new Uint8Array(size).fill(EXCLUSIVE, this.#places.length);
    const { hasNameFile } = this.#certain;
    this.#places.forEach((place, { record }, { identifiers, personKey }) => {
      const mayBeExclusive = hasNameFile || identifiers !== undefined || record.catalogue === 'acl';
      const mark = (mayBeExclusive ? EXCLUSIVE : 0) | (personKey === undefined ? 0 : CURATED);
      if (mark !== 0) marks[place] = (marks[place] ?? 0) | mark;
    });
    return marks;
  }

  #mark(id: number, other: number): void {
    this.#marks[id] = (this.#marks[id] ?? 0) | (this.#marks[other] ?? 0);
  }

  #hasMark(id: number, mark: number): boolean {
    return ((this.#marks[id] ?? 0) & mark) !== 0;
  }

  #exclusiveOf(id: number): ReadonlyMap<string, string> {
    let known = this.#exclusive.get(id);
    if (known === undefined) {
      const own = this.membersOf(id).flatMap((node) => this.#exclusiveAt(node));
      known = own.length === 0 ? NOTHING_EXCLUSIVE : new Map(own);
      this.#exclusive.set(id, known);
    }
    return known;
  }

  #exclusiveAt(node: number): [kind: string, value: string][] {
    if (!this.#places.has(node)) return exclusive(this.#persons[node - this.#places.length]?.record.identifiers ?? []);
    return this.#places.at(node).flatMap((placed) => {
      const { sourced, mention } = placed;
      const own = exclusive(mention.identifiers ?? []);
      const byFile = this.#certain.idByNameFile(placed);
      if (byFile !== undefined) own.push(['ACL', byFile]);
      if (sourced.record.catalogue !== 'acl') return own;
      // In the Anthology an explicit id says that it is not the person whom the name alone would be.
      const slug = nameSlug(mention.name);
      return [...own, [`slug ${slug}`, own.find(([scheme]) => scheme === 'ACL')?.[1] ?? slug]];
    });
  }
}

function exclusive(identifiers: readonly Identifier[]): [kind: string, value: string][] {
  return identifiers.filter(isExclusive).map(({ scheme, value }) => [scheme, value]);
}
