/**
 * People by name and evidence: first those of one folded name, then those whose names can be one person's.
 */
import { formsAgree, isInitialsOnly } from '../name-match.ts';

import { cluster } from './cluster.ts';
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
    joinWithin(ids, drafts, table, (one, other) =>
      curated.size > 0 && meet(curated.get(one), curated.get(other)) ? rare + CURATED : rare,
    );
  }
}

/**
 * A name so rare that no evidence could keep its bearers apart needs none looked at. Not where years, a paper or an
 * identifier may: then nothing is joined here.
 */
function joinsRare(ids: readonly number[], rare: number, drafts: Drafts, table: FeatureTable): boolean {
  const years = table.yearsBetween(ids.flatMap((id) => drafts.membersOf(id)));
  if (years === undefined || rare + LEAST_LIKENESS + forYearsApart(years) <= 0) return false;
  const [first, ...others] = ids;
  if (first === undefined || !drafts.mayBeOne(ids)) return false;
  for (const other of others) drafts.join({ one: first, other, logOdds: rare, grounds: NO_GROUNDS });
  return true;
}

/** Joins across the forms of a name that agree, after equal names are decided. */
export function joinNameForms(drafts: Drafts, names: Names, table: FeatureTable): void {
  const bearers = new Lists(names.blockCount, drafts.size, (node) => names.at(node).map((name) => names.block(name)));
  for (let block = 0; block < names.blockCount; block++) {
    const nodes = bearers.of(block);
    if (nodes.length < 2) continue;
    const agreement = new Agreement(currentIds(nodes, drafts), drafts, names);
    const ids = agreement.withOthers();
    if (ids.length < 2) continue;
    joinWithin(ids, drafts, table, (one, other) => agreement.prior(one, other));
  }
}

/** Which names of one block can be one person's, and how likely before any evidence. */
class Agreement {
  readonly #names: Names;
  readonly #namesOf = new Map<number, readonly number[]>();
  /** Of two names that agree: to each the others. */
  readonly #priors = new Map<number, Map<number, number>>();

  constructor(ids: readonly number[], drafts: Drafts, names: Names) {
    this.#names = names;
    const all = new Set<number>();
    for (const id of ids) {
      const members = drafts.membersOf(id);
      const own = members.length === 1 ? names.at(id) : [...new Set(members.flatMap((node) => names.at(node)))];
      this.#namesOf.set(id, own);
      for (const name of own) all.add(name);
    }
    const list = [...all].sort((a, b) => a - b);
    for (let at = 0; at < list.length; at++) {
      const one = list[at] as number; // within
      for (let next = at + 1; next < list.length; next++) {
        const other = list[next] as number; // within
        if (!formsAgree(names.form(one), names.form(other))) continue;
        const prior = this.#formPrior(one, other);
        this.#note(one, other, prior);
        this.#note(other, one, prior);
      }
    }
  }

  /** The drafts of which some name agrees with another name of the block. */
  withOthers(): number[] {
    if (this.#priors.size === 0) return [];
    return [...this.#namesOf].flatMap(([id, names]) => (names.some((name) => this.#priors.has(name)) ? [id] : []));
  }

  /** Minus infinity where no two names agree. */
  prior(one: number, other: number): number {
    let best = -Infinity;
    const others = this.#namesOf.get(other) ?? [];
    for (const a of this.#namesOf.get(one) ?? []) {
      for (const b of others) {
        const own = a === b ? priorLogOdds(this.#names.namesakes(a)) : (this.#priors.get(a)?.get(b) ?? best);
        if (own > best) best = own;
      }
    }
    return best;
  }

  #note(one: number, other: number, prior: number): void {
    const known = this.#priors.get(one);
    if (known === undefined) this.#priors.set(one, new Map([[other, prior]]));
    else known.set(other, prior);
  }

  #formPrior(one: number, other: number): number {
    const [a, b] = [this.#names.form(one).given, this.#names.form(other).given];
    const short = a.length < b.length || (a.length === b.length && one < other) ? one : other;
    const rare = priorLogOdds(this.#names.namesakes(short));
    if (a === b) return rare;
    // Initials alone join nobody, however rare the family name: something has to be shared.
    return isInitialsOnly(this.#names.form(short))
      ? Math.min(0, rare + OTHER_FORM + OTHER_INITIALS)
      : rare + OTHER_FORM;
  }
}

function joinWithin(
  ids: readonly number[],
  drafts: Drafts,
  table: FeatureTable,
  prior: (one: number, other: number) => number,
): void {
  const bearers = ids.map((id) => ({ id, features: drafts.featuresOf(id) }));
  const doubts = cluster(
    bearers,
    {
      prior,
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
