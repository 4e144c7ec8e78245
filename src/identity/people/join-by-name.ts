/**
 * People by name and evidence: first those of one folded name, then those whose names can be one person's.
 */
import { formsAgree, isInitialsOnly, nameForm } from '../name-match.ts';
import type { NameForm } from '../name-match.ts';

import { cluster } from './cluster.ts';
import type { Drafts } from './drafts.ts';
import type { FeatureTable } from './features.ts';
import { priorLogOdds } from './likeness.ts';
import { expectedNamesakes } from './rarity.ts';

/** A source that numbers or marks namesakes where it knows of any, and prints one name for one person otherwise. */
const CURATED = 3;
/** Of two different forms of a name, fewer pairs are one person than of two equal ones. */
const OTHER_FORM = -1.5;
const OTHER_INITIALS = -1;

export function joinEqualNames(drafts: Drafts, table: FeatureTable, isShared: (node: number) => boolean): void {
  for (const [name, nodes] of nodesByKey(drafts, (node) => drafts.namesAt(node))) {
    const ids = currentIds(nodes, drafts);
    if (ids.length < 2) continue;
    const rare = priorLogOdds(expectedNamesakes(nameForm(name)));
    const curated = new Map(ids.map((id) => [id, curatedNames(id, drafts, isShared)]));
    joinWithin(ids, drafts, table, {
      prior: (one, other) => rare + (meet(curated.get(one), curated.get(other)) ? CURATED : 0),
      mayJoin: () => true,
    });
  }
}

export function joinNameForms(drafts: Drafts, table: FeatureTable): void {
  for (const [, nodes] of nodesByKey(drafts, (node) => drafts.namesAt(node).map(blockOf))) {
    const ids = currentIds(nodes, drafts);
    if (ids.length < 2) continue;
    const forms = new Map(ids.map((id) => [id, [...drafts.namesOf(id)].map(nameForm)]));
    joinWithin(ids, drafts, table, {
      prior: (one, other) => formPrior(forms.get(one) ?? [], forms.get(other) ?? []),
      mayJoin: (one, other) =>
        (forms.get(one) ?? []).some((form) => (forms.get(other) ?? []).some((with_) => formsAgree(form, with_))),
    });
  }
}

interface Within {
  readonly prior: (one: number, other: number) => number;
  readonly mayJoin: (one: number, other: number) => boolean;
}

function joinWithin(ids: readonly number[], drafts: Drafts, table: FeatureTable, { prior, mayJoin }: Within): void {
  const bearers = ids.map((id) => ({ id, features: drafts.featuresOf(id) }));
  const doubts = cluster(
    bearers,
    {
      prior,
      areApart: (one, other) => !mayJoin(one, other) || drafts.areApart(one, other),
      join: (made) => drafts.join(made),
    },
    table,
  );
  for (const [id, doubt] of doubts) drafts.doubt(id, doubt);
}

function formPrior(one: readonly NameForm[], other: readonly NameForm[]): number {
  let best = -Infinity;
  for (const form of one) {
    for (const with_ of other) {
      if (!formsAgree(form, with_)) continue;
      const [short, long] =
        form.givens.join(' ').length <= with_.givens.join(' ').length ? [form, with_] : [with_, form];
      const isSameLetters = short.givens.join('') === long.givens.join('');
      const initials = isInitialsOnly(short) ? OTHER_INITIALS : 0;
      const prior = priorLogOdds(expectedNamesakes(short)) + (isSameLetters ? 0 : OTHER_FORM + initials);
      best = Math.max(best, prior);
    }
  }
  return best;
}

function blockOf(name: string): string {
  const { family, givens } = nameForm(name);
  return `${family.replaceAll(' ', '')} ${givens[0]?.[0] ?? ''}`;
}

function curatedNames(id: number, drafts: Drafts, isShared: (node: number) => boolean): ReadonlySet<string> {
  return drafts.membersOf(id).some(isShared) ? new Set() : drafts.curatedNamesOf(id);
}

function meet(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  for (const name of one ?? []) if (other?.has(name) === true) return true;
  return false;
}

function nodesByKey(drafts: Drafts, keysOf: (node: number) => readonly string[]): Map<string, number[]> {
  const byKey = new Map<string, number[]>();
  for (let node = 0; node < drafts.size; node++) {
    for (const key of new Set(keysOf(node))) {
      const nodes = byKey.get(key);
      if (nodes === undefined) byKey.set(key, [node]);
      else nodes.push(node);
    }
  }
  return byKey;
}

// The drafts that the nodes are in by now.
function currentIds(nodes: readonly number[], drafts: Drafts): number[] {
  return [...new Set(nodes.map((node) => drafts.of(node)))].sort((a, b) => a - b);
}
