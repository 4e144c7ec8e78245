/**
 * Pairwise scores: of the pairs of mentions that were joined, how many belong together (precision); of the pairs that
 * belong together, how many were joined (recall). Counted from cluster sizes, one pass, no pair is ever listed.
 */

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Pairs as counted, so that scores of several groups can be added up. */
export interface PairCounts {
  readonly joinedRightly: number;
  readonly joined: number;
  readonly belonging: number;
}

/** @param truth the true person of each mention; `told` whom the mention was taken for, in the same order */
export function pairCounts(truth: readonly string[], told: readonly string[]): PairCounts {
  if (truth.length !== told.length) throw new Error(`${truth.length} labels for ${told.length} mentions.`);
  const both = truth.map((label, at) => `${label}\u0000${told[at]}`);
  return { joinedRightly: pairsWithin(both), joined: pairsWithin(told), belonging: pairsWithin(truth) };
}

/** No pair joined is no pair joined wrongly: precision 1. No pair to find is none missed: recall 1. */
export function scoreOf({ joinedRightly, joined, belonging }: PairCounts): Score {
  const precision = joined === 0 ? 1 : joinedRightly / joined;
  const recall = belonging === 0 ? 1 : joinedRightly / belonging;
  return { precision, recall, f1: f1Of(precision, recall) };
}

export function pairwise(truth: readonly string[], told: readonly string[]): Score {
  return scoreOf(pairCounts(truth, told));
}

export function minus(one: PairCounts, other: PairCounts): PairCounts {
  return {
    joinedRightly: one.joinedRightly - other.joinedRightly,
    joined: one.joined - other.joined,
    belonging: one.belonging - other.belonging,
  };
}

/** The mean of each figure: every group weighs the same, whatever its size. */
export function macro(scores: readonly Score[]): Score {
  const mean = (figure: (score: Score) => number): number =>
    scores.reduce((sum, score) => sum + figure(score), 0) / scores.length;
  return { precision: mean((s) => s.precision), recall: mean((s) => s.recall), f1: mean((s) => s.f1) };
}

function f1Of(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function pairsWithin(clusters: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  let pairs = 0;
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2;
  return pairs;
}
