/**
 * Which of the bearers of one name are one person: agglomerative clustering, the likeliest pair first, what it tells
 * taken together, until no pair is more likely one person than two. Which pair comes first depends on likeness and then
 * on the order of the bearers alone.
 */
import { together } from './features.ts';
import type { Features, FeatureTable } from './features.ts';
import { likeness } from './likeness.ts';
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

/** Beyond this many, only bearers that share a coauthor are compared: the others are nobody's likely double. */
const MOST_COMPARED = 300;

/** What is known of two bearers beside their papers. */
export interface Bearing {
  /** Log odds of one person before any evidence. */
  readonly prior: (one: number, other: number) => number;
  /** Whether something forbids that the two are one person. */
  readonly areApart: (one: number, other: number) => boolean;
  /** Told of every join as it is made; the smaller id stays. */
  readonly join: (made: Join) => void;
}

/**
 * @param bearers in order of id
 * @returns of each bearer left that has a likely double, by id: the probability that another one is the same person
 */
export function cluster(
  bearers: readonly Bearer[],
  { prior, areApart, join: told }: Bearing,
  table: FeatureTable,
): ReadonlyMap<number, number> {
  const left = new Map(bearers.map((bearer) => [bearer.id, bearer]));
  const score = (one: Bearer, other: Bearer): Join => {
    const like = likeness(one.features, other.features, table);
    const logOdds = like.logOdds + prior(one.id, other.id);
    return { one: one.id, other: other.id, logOdds, grounds: like.grounds };
  };
  const join = (made: Join): Bearer => {
    const [one, other] = [left.get(made.one), left.get(made.other)];
    if (one === undefined || other === undefined) throw new Error('Only bearers that are left can be joined.');
    told(made);
    left.delete(other.id);
    const joined = { id: one.id, features: together(one.features, other.features) };
    left.set(one.id, joined);
    return joined;
  };
  if (bearers.length > MOST_COMPARED) joinByCoauthors(bearers, left, score, join, areApart);
  const doubts = new Map<number, number>();
  if (left.size <= MOST_COMPARED) joinLikeliest(left, score, join, areApart, doubts);
  return doubts;
}

type Score = (one: Bearer, other: Bearer) => Join;
type Joins = (made: Join) => Bearer;
type AreApart = (one: number, other: number) => boolean;

// Every bearer with the first other that has the coauthor: the sets grow as they are joined, so chains are found too.
function joinByCoauthors(
  bearers: readonly Bearer[],
  left: ReadonlyMap<number, Bearer>,
  score: Score,
  join: Joins,
  areApart: AreApart,
): void {
  const nowIn = new Map<number, number>();
  const current = (id: number): number => {
    let at = id;
    for (let next = nowIn.get(at); next !== undefined; next = nowIn.get(at)) at = next;
    return at;
  };
  const withCoauthor = new Map<number, number>();
  for (const bearer of bearers) {
    for (const coauthor of bearer.features.coauthors) {
      const known = withCoauthor.get(coauthor);
      if (known === undefined) {
        withCoauthor.set(coauthor, bearer.id);
        continue;
      }
      const [one, other] = [left.get(current(known)), left.get(current(bearer.id))];
      if (one === undefined || other === undefined || one === other || areApart(one.id, other.id)) continue;
      const [first, second] = one.id < other.id ? [one, other] : [other, one];
      const scored = score(first, second);
      if (scored.logOdds <= 0) continue;
      join(scored);
      nowIn.set(second.id, first.id);
    }
  }
}

function joinLikeliest(
  left: ReadonlyMap<number, Bearer>,
  score: Score,
  join: Joins,
  areApart: AreApart,
  doubts: Map<number, number>,
): void {
  const scores = new Map<number, Map<number, Join>>();
  const rescore = (bearer: Bearer): void => {
    for (const other of left.values()) {
      if (other.id === bearer.id) continue;
      const [first, second] = bearer.id < other.id ? [bearer, other] : [other, bearer];
      const row = scores.get(first.id) ?? new Map<number, Join>();
      scores.set(first.id, row);
      if (areApart(first.id, second.id)) row.delete(second.id);
      else row.set(second.id, score(first, second));
    }
  };
  for (const bearer of left.values()) {
    for (const other of left.values()) {
      if (other.id <= bearer.id || areApart(bearer.id, other.id)) continue;
      const row = scores.get(bearer.id) ?? new Map<number, Join>();
      scores.set(bearer.id, row.set(other.id, score(bearer, other)));
    }
  }
  for (;;) {
    let best: Join | undefined;
    for (const row of scores.values()) {
      for (const scored of row.values()) if (best === undefined || isLikelier(scored, best)) best = scored;
    }
    if (best === undefined || best.logOdds <= 0) break;
    const joined = join(best);
    scores.delete(best.other);
    for (const row of scores.values()) row.delete(best.other);
    rescore(joined);
  }
  for (const row of scores.values()) {
    for (const { one, other, logOdds } of row.values()) {
      for (const id of [one, other]) doubts.set(id, 1 - (1 - (doubts.get(id) ?? 0)) * (1 - probability(logOdds)));
    }
  }
}

/** Of log odds. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function isLikelier(one: Join, other: Join): boolean {
  return (
    one.logOdds > other.logOdds ||
    (one.logOdds === other.logOdds && (one.one - other.one || one.other - other.other) < 0)
  );
}
