/**
 * Which of the bearers of one name are one person: agglomerative clustering, the likeliest pair first, what it tells
 * taken together, until no pair is more likely one person than two. Which pair comes first depends on likeness and then
 * on the order of the bearers alone.
 */
import { together } from './features.ts';
import type { Features, FeatureTable } from './features.ts';
import { groundsFor, likeness } from './likeness.ts';
import type { Ground } from './likeness.ts';

/** Mentions that are one person for certain, or so far. */
export interface Bearer {
  /** The number of the set of mentions; the smallest. */
  readonly id: number;
  readonly features: Features;
}

export interface Join {
  readonly one: number;
  readonly other: number;
  readonly logOdds: number;
  readonly grounds: readonly Ground[];
}

/** What is known of two bearers beside their papers. */
export interface Bearing {
  /** Log odds of one person before any evidence. */
  readonly prior: (one: number, other: number) => number;
  /** Whether something forbids that the two are one person. */
  readonly areApart: (one: Bearer, other: Bearer) => boolean;
  /** Told of every join as it is made, and of what the two tell together; the smaller id stays. */
  readonly join: (made: Join, features: Features) => void;
}

/** Beyond this many, only bearers that share a coauthor are compared: the others are nobody's likely double. */
const MOST_COMPARED = 300;
const APART = Number.NEGATIVE_INFINITY;

/**
 * @param bearers in order of id
 * @returns of each bearer left that has a likely double, by id: the probability that another one is the same person
 */
export function cluster(
  bearers: readonly Bearer[],
  bearing: Bearing,
  table: FeatureTable,
): ReadonlyMap<number, number> {
  const left = bearers.length > MOST_COMPARED ? joinByCoauthors(bearers, bearing, table) : [...bearers];
  return left.length > MOST_COMPARED ? new Map() : joinLikeliest(left, bearing, table);
}

function logOdds(one: Bearer, other: Bearer, { prior, areApart }: Bearing, table: FeatureTable): number {
  if (areApart(one, other)) return APART;
  return prior(one.id, other.id) + likeness(one.features, other.features, table);
}

function joined(one: Bearer, other: Bearer, odds: number, { join }: Bearing): Bearer {
  const features = together(one.features, other.features);
  join({ one: one.id, other: other.id, logOdds: odds, grounds: groundsFor(one.features, other.features) }, features);
  return { id: one.id, features };
}

// Every bearer with the first other that has the coauthor: the sets grow as they are joined, so chains are found too.
function joinByCoauthors(bearers: readonly Bearer[], bearing: Bearing, table: FeatureTable): Bearer[] {
  const left = new Map(bearers.map((bearer) => [bearer.id, bearer]));
  const nowIn = new Map<number, number>();
  const current = (id: number): Bearer | undefined => {
    let at = id;
    for (let next = nowIn.get(at); next !== undefined; next = nowIn.get(at)) at = next;
    return left.get(at);
  };
  const withCoauthor = new Map<number, number>();
  for (const bearer of bearers) {
    for (const coauthor of bearer.features.coauthors) {
      const known = withCoauthor.get(coauthor);
      if (known === undefined) {
        withCoauthor.set(coauthor, bearer.id);
        continue;
      }
      const [one, other] = [current(known), current(bearer.id)];
      if (one === undefined || other === undefined || one === other) continue;
      const [first, second] = one.id < other.id ? [one, other] : [other, one];
      const odds = logOdds(first, second, bearing, table);
      if (odds <= 0) continue;
      left.set(first.id, joined(first, second, odds, bearing));
      left.delete(second.id);
      nowIn.set(second.id, first.id);
    }
  }
  return [...left.values()];
}

/** Joins until no pair is likely; `left` shrinks to the bearers that stay, in order of id. */
function joinLikeliest(left: Bearer[], bearing: Bearing, table: FeatureTable): ReadonlyMap<number, number> {
  const size = left.length;
  // Of each pair, at first × size + second.
  const odds = new Float64Array(size * size).fill(APART);
  const present = left.map((_, at) => at);
  const score = (a: number, b: number): void => {
    const [first, second] = a < b ? [a, b] : [b, a];
    odds[first * size + second] = logOdds(left[first] as Bearer, left[second] as Bearer, bearing, table); // both present
  };
  for (const a of present) for (let b = a + 1; b < size; b++) score(a, b);
  for (;;) {
    let [best, first, second] = [0, -1, -1];
    for (const [at, a] of present.entries()) {
      for (let next = at + 1; next < present.length; next++) {
        const b = present[next] as number; // within
        const own = odds[a * size + b] ?? APART;
        if (own > best) [best, first, second] = [own, a, b];
      }
    }
    if (first < 0) break;
    left[first] = joined(left[first] as Bearer, left[second] as Bearer, best, bearing);
    present.splice(present.indexOf(second), 1);
    for (const other of present) if (other !== first) score(first, other);
  }
  return doubtsAmong(present, left, odds);
}

function doubtsAmong(
  present: readonly number[],
  left: readonly Bearer[],
  odds: Float64Array,
): ReadonlyMap<number, number> {
  const doubts = new Map<number, number>();
  for (const [at, a] of present.entries()) {
    for (const b of present.slice(at + 1)) {
      const same = probability(odds[a * left.length + b] ?? APART);
      if (same < LEAST_DOUBT) continue;
      for (const bearer of [a, b]) {
        const id = left[bearer]?.id ?? -1;
        doubts.set(id, 1 - (1 - (doubts.get(id) ?? 0)) * (1 - same));
      }
    }
  }
  return doubts;
}

/** A smaller probability is not worth telling. */
const LEAST_DOUBT = 0.001;

/** Of log odds. */
export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
