/**
 * When the distance of two people changed. Papers only ever come on top, so with the years a distance never grows:
 * where it is the same at both ends of a span of years, it is the same in between, and no search looks there. It takes
 * about two searches per change times the logarithm of the years, not one per year.
 */
import { at } from '../at.ts';
import { paperTest } from '../filter.ts';
import type { WalkFilter } from '../filter.ts';
import { yearOf } from '../graph-arrays.ts';
import { distanceBetween } from '../path/shortest-path.ts';
import type { Steps } from '../steps.ts';
import type { Budget } from '../walk.ts';

/** From this year on; the distance is Infinity where nothing connects them. */
export interface YearDistance {
  readonly year: number;
  readonly distance: number;
}

/**
 * Of two different authors, neither excluded: ascending, from the year by which both have a paper that passes; empty
 * where one of them has none with a year. Throws `WalkStopped`.
 *
 * @param newest year of the corpus
 */
export function distanceChanges(
  steps: Steps,
  [from, to]: readonly [number, number],
  filter: WalkFilter,
  newest: number,
  budget: Budget = { left: Infinity },
): readonly YearDistance[] {
  const first = Math.max(firstYear(steps, from, filter), firstYear(steps, to, filter));
  const last = Math.min(newest, filter.toYear ?? newest);
  if (first > last) return [];
  const changes: YearDistance[] = [];
  const distanceAt = (year: number): number => distanceBetween(steps, from, to, { ...filter, toYear: year }, budget);
  // Adds the changes after the year `low`, up to and with the year `high`.
  const bisect = (low: number, atLow: number, high: number, atHigh: number): void => {
    if (atLow === atHigh) return;
    if (high - low === 1) {
      changes.push({ year: high, distance: atHigh });
      return;
    }
    const middle = (low + high) >>> 1;
    const atMiddle = distanceAt(middle);
    bisect(low, atLow, middle, atMiddle);
    bisect(middle, atMiddle, high, atHigh);
  };
  const atFirst = distanceAt(first);
  changes.push({ year: first, distance: atFirst });
  bisect(first, atFirst, last, last === first ? atFirst : distanceAt(last));
  return changes;
}

// Infinity where no paper of theirs that passes has a year.
function firstYear({ graph }: Steps, author: number, filter: WalkFilter): number {
  const passes = paperTest(graph, filter);
  let first = Infinity;
  const last = at(graph.authorOffsets, author + 1);
  for (let entry = at(graph.authorOffsets, author); entry < last; entry++) {
    const paper = at(graph.authorPapers, entry);
    const year = yearOf(at(graph.paperTraits, paper));
    if (year > 0 && passes(paper)) first = Math.min(first, year);
  }
  return first;
}
