/**
 * Which of the bearers of one name are one person: agglomerative clustering, the likeliest pair first, what it tells
 * taken together, until no pair is more likely one person than two. Which pair comes first depends on likeness and then
 * on the order of the bearers alone.
 */
import type { FeatureTable } from './feature-table.ts';
import { meet, together } from './features.ts';
import type { Features } from './features.ts';
import { Kin } from './kin.ts';
import { groundsFor, LEAST_LIKENESS, likeness, unlikeness } from './likeness.ts';
import type { Ground } from './likeness.ts';
import { PairScores } from './pair-scores.ts';

/** Mentions that are one person for certain, or so far. */
export interface Bearer {
  /** The number of the set of mentions; the smallest. */
  readonly id: number;
  /** The names under which it is compared, as numbers of whoever knows them. */
  readonly names: readonly number[];
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
  /** Log odds of one person before any evidence; minus infinity where the two cannot be. */
  readonly prior: (one: Bearer, other: Bearer) => number;
  /** Whether something forbids that the two are one person. */
  readonly areApart: (one: number, other: number) => boolean;
  /** Told of every join as it is made, and of what the two tell together; the smaller id stays. */
  readonly join: (made: Join, features: Features) => void;
}

/** Beyond this many, only bearers that share a coauthor are compared; of the others the name alone says how doubtful. */
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
  const [one, other] = bearers;
  if (one !== undefined && other !== undefined && bearers.length === 2) return joinTwo(one, other, bearing, table);
  const left = bearers.length > MOST_COMPARED ? joinByCoauthors(bearers, bearing, table) : [...bearers];
  return left.length > MOST_COMPARED ? doubtsInCrowd(left, bearing) : joinLikeliest(left, bearing, table);
}

// The most frequent case: what the rest of this file does, without its tables.
function joinTwo(one: Bearer, other: Bearer, bearing: Bearing, table: FeatureTable): ReadonlyMap<number, number> {
  const odds = logOdds(one, other, bearing, table);
  if (odds > 0) {
    joined(one, other, odds, bearing, table);
    return NO_DOUBTS;
  }
  const same = odds < LEAST_DOUBT_ODDS ? 0 : probability(odds);
  if (same < LEAST_DOUBT) return NO_DOUBTS;
  const doubt = 1 - (1 - same); // as among several
  return new Map([
    [one.id, doubt],
    [other.id, doubt],
  ]);
}

// As if nothing spoke for one person, for each bearer and the next ones after it: enough to tell that it is in doubt.
function doubtsInCrowd(left: readonly Bearer[], { prior, areApart }: Bearing): ReadonlyMap<number, number> {
  const doubts = new Map<number, number>();
  let [odds, isAnother] = [NaN, 0]; // the same for most
  for (const [at, bearer] of left.entries()) {
    let isNobody = 1;
    for (let next = 1; next <= MOST_COMPARED; next++) {
      const other = left[(at + next) % left.length] ?? bearer;
      if (areApart(bearer.id, other.id)) continue;
      const own = prior(bearer, other) + LEAST_LIKENESS;
      if (own !== odds) [odds, isAnother] = [own, 1 - probability(own)];
      isNobody *= isAnother;
    }
    doubts.set(bearer.id, 1 - isNobody);
  }
  return doubts;
}

function logOdds(one: Bearer, other: Bearer, { prior, areApart }: Bearing, table: FeatureTable): number {
  const before = prior(one, other);
  if (before === APART) return APART;
  // Two names on one paper are two people.
  if (meet(one.features.papers, other.features.papers) || areApart(one.id, other.id)) return APART;
  return before + likeness(one.features, other.features, table);
}

// The same of two that share nothing.
function unlikeLogOdds(one: Bearer, other: Bearer, { prior, areApart }: Bearing): number {
  const before = prior(one, other);
  return before === APART || areApart(one.id, other.id) ? APART : before + unlikeness(one.features, other.features);
}

function joined(one: Bearer, other: Bearer, odds: number, { join }: Bearing, table: FeatureTable): Bearer {
  const features = together(one.features, other.features, table.lengthOf);
  join({ one: one.id, other: other.id, logOdds: odds, grounds: groundsFor(one.features, other.features) }, features);
  return { id: one.id, names: one.names, features };
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
      left.set(first.id, joined(first, second, odds, bearing, table));
      left.delete(second.id);
      nowIn.set(second.id, first.id);
    }
  }
  return [...left.values()];
}

/** Joins until no pair is likely; `left` has of those that were joined the first. */
function joinLikeliest(left: Bearer[], bearing: Bearing, table: FeatureTable): ReadonlyMap<number, number> {
  const kin = new Kin(left);
  const scores = new PairScores(left.length, (first, second) => {
    const [one, other] = [left[first] as Bearer, left[second] as Bearer]; // places of bearers
    return kin.meet(first, second) ? logOdds(one, other, bearing, table) : unlikeLogOdds(one, other, bearing);
  });
  for (;;) {
    const best = scores.best();
    if (best === undefined) break;
    const { first, second, score } = best;
    left[first] = joined(left[first] as Bearer, left[second] as Bearer, score, bearing, table); // likewise
    kin.join(first, second);
    scores.join(first, second);
  }
  return doubtsAmong(left, scores);
}

function doubtsAmong(left: readonly Bearer[], scores: PairScores): ReadonlyMap<number, number> {
  const doubtOf: number[] = [];
  for (let bearer = 0; bearer < left.length; bearer++) doubtOf.push(0);
  let [odds, same] = [NaN, 0]; // the same for most
  scores.forEach((first, second, score) => {
    if (score < LEAST_DOUBT_ODDS) return;
    if (score !== odds) [odds, same] = [score, probability(score)];
    if (same < LEAST_DOUBT) return;
    doubtOf[first] = 1 - (1 - (doubtOf[first] ?? 0)) * (1 - same);
    doubtOf[second] = 1 - (1 - (doubtOf[second] ?? 0)) * (1 - same);
  });
  const doubts = new Map<number, number>();
  for (const [bearer, { id }] of left.entries()) {
    const doubt = doubtOf[bearer] ?? 0;
    if (doubt > 0) doubts.set(id, doubt);
  }
  return doubts;
}

const NO_DOUBTS: ReadonlyMap<number, number> = new Map();

/** A smaller probability is not worth telling. */
const LEAST_DOUBT = 0.001;
/** Below, no probability is as great; most pairs are. */
const LEAST_DOUBT_ODDS = -7;

/** Of log odds. */
export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
