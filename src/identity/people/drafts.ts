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
import { NOTHING_TOLD, together } from './features.ts';
import type { Features, FeatureTable } from './features.ts';
import type { Places } from './places.ts';

export interface Draft {
  /** The smallest of its members. */
  readonly id: number;
  /** Places, then records of people, by number. */
  readonly members: readonly number[];
  /** Why its parts are one person, where that is not certain. */
  readonly grounding?: Grounding;
  /** The probability that another author is the same person. */
  readonly doubt: number;
}

const NO_NAMES: ReadonlySet<string> = new Set();
const NOTHING_EXCLUSIVE: ReadonlyMap<string, string> = new Map();

export class Drafts {
  readonly #places: Places;
  readonly #persons: readonly Sourced<PersonRecord>[];
  readonly #table: FeatureTable;
  readonly #certain: Certain;
  readonly #sets: IntSets;
  /** Members of the sets that have several. */
  readonly #members = new Map<number, number[]>();
  readonly #groundings = new Map<number, Grounding>();
  readonly #doubts = new Map<number, number>();
  readonly #features = new Map<number, Features>();
  readonly #exclusive = new Map<number, ReadonlyMap<string, string>>();
  readonly size: number;

  constructor(places: Places, persons: readonly Sourced<PersonRecord>[], certain: Certain, table: FeatureTable) {
    this.#places = places;
    this.#persons = persons;
    this.#sets = certain.sets;
    this.#certain = certain;
    this.#table = table;
    this.size = places.length + persons.length;
    for (let node = 0; node < this.size; node++) {
      const root = this.#sets.find(node);
      if (root === node) continue;
      const known = this.#members.get(root);
      if (known === undefined) this.#members.set(root, [root, node]);
      else known.push(node);
    }
  }

  of(node: number): number {
    return this.#sets.find(node);
  }

  membersOf(id: number): readonly number[] {
    return this.#members.get(id) ?? [id];
  }

  featuresOf(id: number): Features {
    const members = this.#members.get(id);
    if (members === undefined) return this.#places.has(id) ? this.#table.of(id) : NOTHING_TOLD;
    let features = this.#features.get(id);
    if (features === undefined) {
      const own = members.filter((node) => this.#places.has(node));
      features = own.map((node) => this.#table.of(node)).reduce(together, NOTHING_TOLD);
      this.#features.set(id, features);
    }
    return features;
  }

  /** What the sources that tell people of one name apart themselves call the person. */
  curatedNamesOf(id: number): ReadonlySet<string> {
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

  /** Identifiers say that the two are different people. */
  areIdentifiedApart(one: number, other: number): boolean {
    const known = this.#exclusiveOf(other);
    if (known.size === 0) return false;
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
    this.#members.set(root, [...this.membersOf(root), ...this.membersOf(gone)]);
    this.#members.delete(gone);
    this.#groundings.set(root, grounded(made, this.#groundings.get(root), this.#groundings.get(gone)));
    this.#groundings.delete(gone);
    if (features === undefined) this.#features.delete(root);
    else this.#features.set(root, features);
    this.#features.delete(gone);
    this.#exclusive.delete(root);
    const doubt = Math.max(this.#doubts.get(root) ?? 0, this.#doubts.get(gone) ?? 0);
    if (doubt > 0) this.#doubts.set(root, doubt);
  }

  doubt(id: number, probability: number): void {
    this.#doubts.set(id, Math.max(probability, this.#doubts.get(id) ?? 0));
  }

  /** What these tell is not needed any more, or not for long. */
  forgetFeatures(ids: readonly number[]): void {
    for (const id of ids) this.#features.delete(id);
  }

  /** Of each node, the draft it is in by now. */
  roots(): Int32Array {
    return Int32Array.from({ length: this.size }, (_, node) => this.of(node));
  }

  /** Every draft, in order of id. */
  *all(): Generator<Draft> {
    for (let node = 0; node < this.size; node++) {
      if (this.of(node) !== node) continue;
      const all = this.#members.get(node);
      const members = all === undefined ? [node] : [...all].sort((a, b) => a - b);
      const grounding = this.#groundings.get(node);
      const doubt = this.#doubts.get(node) ?? 0;
      yield { id: node, members, ...(grounding === undefined ? {} : { grounding }), doubt };
    }
  }

  #exclusiveOf(id: number): ReadonlyMap<string, string> {
    // Nearly all have none, and a lookup costs more than finding that out.
    if (!this.#members.has(id) && this.#isPlain(id)) return NOTHING_EXCLUSIVE;
    let known = this.#exclusive.get(id);
    if (known === undefined) {
      const own = this.membersOf(id).flatMap((node) => this.#exclusiveAt(node));
      known = own.length === 0 ? NOTHING_EXCLUSIVE : new Map(own);
      this.#exclusive.set(id, known);
    }
    return known;
  }

  #isPlain(node: number): boolean {
    const mentions = this.#places.at(node);
    if (mentions.length !== 1 || this.#certain.hasNameFile) return false;
    const [{ sourced, mention } = { sourced: undefined, mention: undefined }] = mentions;
    return mention?.identifiers === undefined && sourced?.record.catalogue !== 'acl';
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
