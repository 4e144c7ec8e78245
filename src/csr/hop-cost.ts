/**
 * What one hop of a path costs under each preference, once for every body of the network. Costs are more than 0 and
 * multiples of 2^-30, so sums below 2^23 are exact, whatever the order they are added in: two paths of one cost are
 * never told apart by rounding.
 */

/** The years of the oldest and the newest paper of a corpus, of those with a year. */
export interface CorpusYears {
  readonly oldest: number;
  readonly newest: number;
}

const PARTS = 2 ** 30;

/** `FEWEST_HOPS`: every hop costs the same. */
export const PLAIN_HOP_COST = 1;

/**
 * `STRONGEST_TIES`: 1/strength, as M. E. J. Newman measures how far two people are apart ("Scientific collaboration
 * networks. II", Phys. Rev. E 64, 016132, 2001).
 *
 * @param strength more than 0
 */
export function strongTieCost(strength: number): number {
  return Math.round(PARTS / strength) / PARTS;
}

/**
 * `RECENT_TIES`: 1 in the newest year of the corpus, and 1 more for each year before.
 *
 * @param lastYear of the joint papers; absent when none has a year: then it counts as the oldest
 * @param years absent when no paper of the corpus has a year: then every hop costs 1
 */
export function recentTieCost(lastYear: number | undefined, years: CorpusYears | undefined): number {
  return years === undefined ? 1 : 1 + years.newest - (lastYear ?? years.oldest);
}

/** Absent when there is no year. */
export function corpusYears(papers: Iterable<{ readonly year?: number }>): CorpusYears | undefined {
  let years: CorpusYears | undefined;
  for (const { year } of papers) {
    if (year === undefined) continue;
    years = { oldest: Math.min(year, years?.oldest ?? year), newest: Math.max(year, years?.newest ?? year) };
  }
  return years;
}
