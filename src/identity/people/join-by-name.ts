/**
 * People by name and evidence: first those of one folded name, then those whose names can be one person's.
 */
import { formsAgree, isInitialsOnly } from '../name-match.ts';
import type { NameForm } from '../name-match.ts';

import { cluster } from './cluster.ts';
import type { Bearer } from './cluster.ts';
import type { Drafts } from './drafts.ts';
import type { FeatureTable } from './feature-table.ts';
import { ascending } from './features.ts';
import { forYearsApart, LEAST_LIKENESS, priorLogOdds } from './likeness.ts';
import type { Ground } from './likeness.ts';
import { Lists } from './lists.ts';
import type { Names } from './names.ts';

/** A source that numbers or marks namesakes where it knows of any, and prints one name for one person otherwise. */
const CURATED = 3;
/** Of two different forms of a name, fewer pairs are one person than of two equal ones. */
const OTHER_FORM = -1.5;
const OTHER_INITIALS = -1;

/**
 * Joins the bearers of each folded name, as far as evidence and the name's rarity reach.
 *
 * @param isShared whether a source has the name at a node for several people
 */
export function joinEqualNames(
  drafts: Drafts,
  names: Names,
  table: FeatureTable,
  isShared: (node: number) => boolean,
): void {
  const bearers = new Lists(names.count, drafts.size, (node) => names.at(node));
  for (let name = 0; name < names.count; name++) {
    const ids = currentIds(bearers.of(name), drafts);
    if (ids.length < 2) continue;
    const rare = priorLogOdds(names.namesakes(name));
    if (rare + LEAST_LIKENESS > 0 && joinsRare(ids, rare, drafts, table)) continue;
    const curated = curatedNamesOf(ids, drafts, isShared);
    const prior =
      curated.size === 0
        ? () => rare
        : (one: Bearer, other: Bearer) => (meet(curated.get(one.id), curated.get(other.id)) ? rare + CURATED : rare);
    const own = [name];
    joinWithin(ids, drafts, table, { prior, namesOf: () => own });
  }
}

/**
 * A name so rare that no evidence could keep its bearers apart needs none looked at. Not where years, a paper or an
 * identifier may: then nothing is joined here.
 */
function joinsRare(ids: readonly number[], rare: number, drafts: Drafts, table: FeatureTable): boolean {
  const years = table.yearsBetween(drafts.membersOfAll(ids));
  if (years === undefined || rare + LEAST_LIKENESS + forYearsApart(years) <= 0) return false;
  const [first, ...others] = ids;
  if (first === undefined || !drafts.mayBeOne(ids)) return false;
  for (const other of others) drafts.join({ one: first, other, logOdds: rare, grounds: NO_GROUNDS });
  return true;
}

/** Joins across the forms of a name that agree, after equal names are decided. */
export function joinNameForms(drafts: Drafts, names: Names, table: FeatureTable): void {
  const bearers = new Lists(names.blockCount, drafts.size, (node) => names.blocksAt(node));
  for (let block = 0; block < names.blockCount; block++) {
    const nodes = bearers.of(block);
    if (nodes.length < 2) continue;
    const current = currentIds(nodes, drafts);
    if (current.length < 2) continue;
    const agreement = new Agreement(current, drafts, names);
    const ids = agreement.withOthers();
    if (ids.length < 2) continue;
    joinWithin(ids, drafts, table, agreement);
  }
}

/** Which names of one block can be one person's, and how likely before any evidence. */
class Agreement {
  readonly #names: Names;
  /** Ascending; in what follows a name is its place here. */
  readonly #list: readonly number[];
  readonly #forms: readonly NameForm[];
  readonly #namesOf = new Map<number, readonly number[]>();
  /** Of two names, at one × count + other; minus infinity where they do not agree. */
  readonly #priors: Float64Array;
  /** Whether a name agrees with another one. */
  readonly #hasOther: Uint8Array;

  constructor(ids: readonly number[], drafts: Drafts, names: Names) {
    this.#names = names;
    const all: number[] = [];
    for (const id of ids) {
      const own = drafts.isAlone(id) ? names.at(id) : namesOfAll(drafts.membersOf(id), names);
      this.#namesOf.set(id, own);
      for (const name of own) if (name !== all.at(-1)) all.push(name);
    }
    this.#list = ascending(all);
    const count = this.#list.length;
    this.#forms = count < 2 ? [] : this.#list.map((name) => names.form(name));
    this.#priors = new Float64Array(count < 2 ? 0 : count * count).fill(-Infinity);
    this.#hasOther = new Uint8Array(count);
    if (count > 1) for (let one = 0; one < count; one++) this.#compareWithLater(one);
  }

  /** The drafts of which some name agrees with another name of the block. */
  withOthers(): number[] {
    if (!this.#hasOther.includes(1)) return [];
    const places = new Map(this.#list.map((name, at) => [name, at]));
    const ids: number[] = [];
    for (const [id, names] of this.#namesOf) {
      const own = names.map((name) => places.get(name) ?? 0);
      this.#namesOf.set(id, own);
      if (own.some((at) => this.#hasOther[at] === 1)) ids.push(id);
    }
    return ids;
  }

  /** Of one of those with others. */
  namesOf(id: number): readonly number[] {
    return this.#namesOf.get(id) ?? [];
  }

  /** Minus infinity where no two names agree. */
  prior(one: Bearer, other: Bearer): number {
    const count = this.#list.length;
    let best = -Infinity;
    for (const a of one.names) {
      for (const b of other.names) {
        const own = this.#priors[a * count + b] ?? -Infinity;
        if (own > best) best = own;
      }
    }
    return best;
  }

  #compareWithLater(one: number): void {
    const count = this.#list.length;
    this.#priors[one * count + one] = priorLogOdds(this.#names.namesakes(this.#list[one] ?? 0));
    for (let other = one + 1; other < count; other++) {
      if (!formsAgree(this.#forms[one] as NameForm, this.#forms[other] as NameForm)) continue; // within
      const prior = this.#formPrior(one, other);
      this.#priors[one * count + other] = prior;
      this.#priors[other * count + one] = prior;
      this.#hasOther[one] = 1;
      this.#hasOther[other] = 1;
    }
  }

  #formPrior(one: number, other: number): number {
    const [a, b] = [this.#forms[one]?.given ?? '', this.#forms[other]?.given ?? ''];
    const short = a.length < b.length || (a.length === b.length && one < other) ? one : other;
    const rare = priorLogOdds(this.#names.namesakes(this.#list[short] ?? 0));
    if (a === b) return rare;
    // Initials alone join nobody, however rare the family name: something has to be shared.
    return isInitialsOnly(this.#forms[short] as NameForm) // within
      ? Math.min(0, rare + OTHER_FORM + OTHER_INITIALS)
      : rare + OTHER_FORM;
  }
}

/** Each once, in the order in which the nodes have them. */
function namesOfAll(nodes: readonly number[], names: Names): readonly number[] {
  const [first = -1] = nodes;
  const own = names.at(first);
  if (own.length === 1 && nodes.every((node) => names.at(node) === own)) return own;
  return [...new Set(nodes.flatMap((node) => names.at(node)))];
}

/** What is known of the names of bearers. */
interface Known {
  readonly prior: (one: Bearer, other: Bearer) => number;
  /** By id. */
  readonly namesOf: (id: number) => readonly number[];
}

function joinWithin(ids: readonly number[], drafts: Drafts, table: FeatureTable, known: Known): void {
  const bearers: Bearer[] = [];
  for (const id of ids) bearers.push({ id, names: known.namesOf(id), features: drafts.featuresOf(id) });
  const doubts = cluster(
    bearers,
    {
      prior: (one, other) => known.prior(one, other),
      areApart: (one, other) => drafts.areIdentifiedApart(one, other),
      join: (made, features) => drafts.join(made, features),
    },
    table,
  );
  for (const [id, doubt] of doubts) drafts.doubt(id, doubt);
  drafts.forgetFeatures(ids);
}

/** Of those whom such a source names, by id. */
function curatedNamesOf(
  ids: readonly number[],
  drafts: Drafts,
  isShared: (node: number) => boolean,
): ReadonlyMap<number, ReadonlySet<string>> {
  const curated = new Map<number, ReadonlySet<string>>();
  for (const id of ids) {
    const names = drafts.curatedNamesOf(id);
    if (names.size > 0 && !drafts.membersOf(id).some(isShared)) curated.set(id, names);
  }
  return curated;
}

const NO_GROUNDS: readonly Ground[] = [];

function meet(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  for (const name of one ?? []) if (other?.has(name) === true) return true;
  return false;
}

// The drafts that the nodes are in by now.
function currentIds(nodes: Int32Array, drafts: Drafts): number[] {
  if (nodes.length === 1) return [];
  const ids: number[] = [];
  for (const node of nodes) ids.push(drafts.of(node));
  return ascending(ids);
}
