/** All joins that made one person, summed up: millions of them are kept. */
import type { Join } from './cluster.ts';
import { EXAMPLES } from './likeness.ts';
import type { Ground } from './likeness.ts';

export interface Grounding {
  /** Log odds of the least likely join. */
  readonly weakest: number;
  /** One for each kind; counts of several joins are added up. */
  readonly grounds: readonly Ground[];
}

const NO_GROUNDS: readonly Ground[] = [];

/** A join, and what was known of the two before. */
export function grounded(made: Join, one: Grounding | undefined, other: Grounding | undefined): Grounding {
  const weakest = Math.min(made.logOdds, one?.weakest ?? Infinity, other?.weakest ?? Infinity);
  const grounds = together(together(made.grounds, one?.grounds ?? NO_GROUNDS), other?.grounds ?? NO_GROUNDS);
  return { weakest, grounds };
}

function together(some: readonly Ground[], others: readonly Ground[]): readonly Ground[] {
  if (some.length === 0) return others;
  if (others.length === 0) return some;
  const all = [...some]; // of the four kinds
  for (const ground of others) {
    const at = all.findIndex(({ kind }) => kind === ground.kind);
    const known = all[at];
    if (known === undefined) all.push(ground);
    else all[at] = sum(known, ground);
  }
  return all;
}

function sum(one: Ground, other: Ground): Ground {
  const full = one.examples.length >= EXAMPLES;
  const examples = full ? one.examples : [...new Set([...one.examples, ...other.examples])].slice(0, EXAMPLES);
  return { kind: one.kind, count: one.count + other.count, examples };
}
