/**
 * Which records tell the same paper. Records of one key do, and profile pages by their own rule. Of the others, pairs
 * that may be one are gathered and joined best match first; a match that would bring two records of one catalogue
 * together, be it along a chain, comes too late and is left. So matching between two catalogues is one to one, and no
 * outcome depends on the order of files: equal ranks are decided by the records' keys.
 *
 * Costs O(n log n) for n records: see `papers/candidates.ts`.
 */
import type { PaperRecord } from '../model/index.ts';

import { appendTo } from '../model/index.ts';
import { forEachCandidate } from './papers/candidates.ts';
import { Clusters } from './papers/clusters.ts';
import { RANKS, isByIdentifier, pairRank } from './papers/pair-rank.ts';
import { joinedPages } from './papers/profile-pages.ts';
import { told } from './papers/told.ts';
import type { Told } from './papers/told.ts';
import type { Sourced } from './sourced.ts';

/**
 * Groups of records that tell one paper each; groups and records in the order given.
 *
 * @param sourced in one order (`inOneOrder`)
 */
export function groupTwins(sourced: readonly Sourced<PaperRecord>[]): Sourced<PaperRecord>[][] {
  const records = sourced.map(({ record }) => record);
  const clusters = new Clusters(records);
  joinPages(records, clusters);
  for (const [rank, pairs] of matches(records.map(told))) {
    for (const pair of pairs) {
      const [one, other] = [Math.floor(pair / records.length), pair % records.length];
      if (isByIdentifier(rank)) clusters.joinIdentified(one, other);
      else clusters.joinAlike(one, other);
    }
  }
  const groups = new Map<number, Sourced<PaperRecord>[]>();
  sourced.forEach((each, at) => appendTo(groups, clusters.find(at), each));
  return [...groups.values()];
}

function joinPages(records: readonly PaperRecord[], clusters: Clusters): void {
  const pairs = joinedPages(records);
  if (pairs.length === 0) return;
  const places = new Map(records.map(({ key }, at) => [key, at]));
  for (const [one, other] of pairs) clusters.join(places.get(one) as number, places.get(other) as number); // keys of these records
}

/**
 * Pairs that may be one, the best rank first, and in each rank in the order of their records. A pair of places is one
 * number, `one * n + other`: millions of them are sorted without an object for each.
 */
function* matches(records: readonly Told[]): Iterable<readonly [rank: number, pairs: Float64Array]> {
  const byRank = Array.from({ length: RANKS }, (): number[] => []);
  forEachCandidate(records, (one, other) => {
    const rank = pairRank(records[one] as Told, records[other] as Told); // candidates are places
    if (rank !== undefined) byRank[rank]?.push(one * records.length + other);
  });
  for (let rank = RANKS - 1; rank >= 0; rank--) yield [rank, Float64Array.from(byRank[rank] ?? []).sort()];
}
