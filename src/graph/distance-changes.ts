/**
 * When the distance of two people changed. Papers only ever come on top, so with the years a distance never grows:
 * where it is the same at both ends of a span of years, it is the same in between, and no search looks there. It takes
 * about two searches per change times the logarithm of the years, not one per year.
 */
import type { AuthorId } from '../model/index.ts';
import type { PaperNode } from './authorship-graph.ts';
import type { Meter } from './meter.ts';
import type { DistanceChange, DistanceChangesOutcome } from './network.ts';
import { reach } from './reach.ts';
import type { Walk } from './walk.ts';

export interface YearsQuestion {
  readonly from: AuthorId;
  readonly to: AuthorId;
  readonly papers: readonly PaperNode[];
  /** The walk under the question's filter. */
  readonly walk: Walk;
  /** The same, without papers after a year or without one. */
  readonly walkTo: (year: number) => Walk;
}

export async function distanceChanges(question: YearsQuestion, meter: Meter): Promise<DistanceChangesOutcome> {
  const { from, to, walkTo } = question;
  const years = yearsOfBoth(question);
  // Place in the years → distance; Infinity where nothing connects them.
  const known = new Map<number, number>();
  const distanceAt = async (at: number): Promise<number> => {
    await meter.pause();
    const distance = reach(walkTo(years[at] ?? 0), to, from).get(from) ?? Infinity;
    known.set(at, distance);
    return distance;
  };
  const bisect = async (low: number, atLow: number, high: number, atHigh: number): Promise<void> => {
    if (atLow === atHigh || high - low < 2) return;
    const middle = (low + high) >>> 1;
    const atMiddle = await distanceAt(middle);
    await bisect(low, atLow, middle, atMiddle);
    await bisect(middle, atMiddle, high, atHigh);
  };
  const last = years.length - 1;
  if (last >= 0) await bisect(0, await distanceAt(0), last, await distanceAt(last));
  return { kind: 'changes', changes: changesIn(years, known) };
}

// Ascending, from the year by which both have a paper; none when one of them has no paper with a year.
function yearsOfBoth({ from, to, papers, walk }: YearsQuestion): readonly number[] {
  if (from === to) return [];
  const firstYear = (author: AuthorId): number =>
    walk.papersOf(author).reduce((first, { year }) => Math.min(first, year ?? Infinity), Infinity);
  const first = Math.max(firstYear(from), firstYear(to));
  const years = new Set<number>();
  for (const paper of papers) {
    if (paper.year !== undefined && paper.year >= first && walk.passes(paper)) years.add(paper.year);
  }
  return [...years].sort((a, b) => a - b);
}

function changesIn(years: readonly number[], known: ReadonlyMap<number, number>): DistanceChange[] {
  const changes: DistanceChange[] = [];
  let before: number | undefined;
  for (const [at, distance] of [...known].sort(([a], [b]) => a - b)) {
    const year = years[at];
    if (year === undefined || distance === before) continue;
    changes.push(distance === Infinity ? { year } : { year, distance });
    before = distance;
  }
  return changes;
}
