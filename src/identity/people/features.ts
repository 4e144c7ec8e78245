/**
 * What papers tell about who wrote them, as values: everything is a whole number and every list ascends, so that two are
 * compared in one walk along both.
 */

/** Features and how many papers tell each. */
export interface Counted {
  readonly features: readonly number[];
  readonly counts: readonly number[];
}

/** What one paper, or all papers of one person so far, tells. */
export interface Features {
  readonly papers: readonly number[];
  /** Names written with: family and first given name. */
  readonly coauthors: readonly number[];
  readonly institutions: readonly number[];
  readonly venues: Counted;
  /** Words of titles, and categories. */
  readonly words: Counted;
  /** Length of the vector of words, as they are weighed. */
  readonly wordsLength: number;
  /** NaN when no year is known. */
  readonly firstYear: number;
  readonly lastYear: number;
}

const NONE: readonly number[] = [];

export const NOTHING: Counted = { features: NONE, counts: NONE };

export const NOTHING_TOLD: Features = {
  papers: NONE,
  coauthors: NONE,
  institutions: NONE,
  venues: NOTHING,
  words: NOTHING,
  wordsLength: 0,
  firstYear: Number.NaN,
  lastYear: Number.NaN,
};

/**
 * What two sets of papers tell together.
 *
 * @param lengthOf of a vector of words
 */
export function together(one: Features, other: Features, lengthOf: (words: Counted) => number): Features {
  if (one === NOTHING_TOLD) return other;
  if (other === NOTHING_TOLD) return one;
  const words = sum(one.words, other.words);
  return {
    papers: union(one.papers, other.papers),
    coauthors: union(one.coauthors, other.coauthors),
    institutions: union(one.institutions, other.institutions),
    venues: sum(one.venues, other.venues),
    words,
    wordsLength: lengthOf(words),
    firstYear: least(one.firstYear, other.firstYear),
    lastYear: -least(-one.lastYear, -other.lastYear),
  };
}

/** What is in both. */
export function shared(one: readonly number[], other: readonly number[]): readonly number[] {
  let both: number[] | undefined;
  let a = 0;
  let b = 0;
  while (a < one.length && b < other.length) {
    const left = one[a] as number; // within both
    const right = other[b] as number;
    if (left === right) {
      if (both === undefined) both = [left];
      else both.push(left);
    }
    if (left <= right) a++;
    if (right <= left) b++;
  }
  return both ?? NONE;
}

/** Whether anything is in both. */
export function meet(one: readonly number[], other: readonly number[]): boolean {
  let a = 0;
  let b = 0;
  while (a < one.length && b < other.length) {
    const left = one[a] as number; // within both
    const right = other[b] as number;
    if (left === right) return true;
    if (left < right) a++;
    else b++;
  }
  return false;
}

/** Sorts the numbers in place and takes out repeats. */
export function ascending(numbers: number[]): number[] {
  sort(numbers);
  let kept = Math.min(1, numbers.length);
  for (let at = 1; at < numbers.length; at++) {
    if (numbers[at] !== numbers[at - 1]) numbers[kept++] = numbers[at] as number; // within
  }
  numbers.length = kept;
  return numbers;
}

/** Each of the numbers once, and how often it is there. Sorts them in place. */
export function counted(numbers: number[]): Counted {
  if (numbers.length === 0) return NOTHING;
  sort(numbers);
  const features: number[] = [];
  const counts: number[] = [];
  let first = 0;
  for (let at = 1; at <= numbers.length; at++) {
    if (numbers[at] === numbers[first]) continue;
    features.push(numbers[first] as number); // within
    counts.push(at - first);
    first = at;
  }
  return { features, counts };
}

/** An unknown year is NaN. */
export function least(one: number, other: number): number {
  if (Number.isNaN(one)) return other;
  return Number.isNaN(other) ? one : Math.min(one, other);
}

// Nearly all lists are short, and putting in beats a sort that has to call back.
const SHORT = 24;

function sort(numbers: number[]): void {
  if (numbers.length > SHORT) {
    numbers.sort((a, b) => a - b);
    return;
  }
  for (let at = 1; at < numbers.length; at++) {
    const own = numbers[at] as number; // within
    let place = at;
    while (place > 0 && (numbers[place - 1] as number) > own) {
      numbers[place] = numbers[place - 1] as number;
      place--;
    }
    numbers[place] = own;
  }
}

function union(one: readonly number[], other: readonly number[]): readonly number[] {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const all: number[] = [];
  let a = 0;
  let b = 0;
  while (a < one.length && b < other.length) {
    const left = one[a] as number; // within both
    const right = other[b] as number;
    all.push(left < right ? left : right);
    if (left <= right) a++;
    if (right <= left) b++;
  }
  for (; a < one.length; a++) all.push(one[a] as number); // what is left of either
  for (; b < other.length; b++) all.push(other[b] as number);
  return all;
}

function sum(one: Counted, other: Counted): Counted {
  if (one.features.length === 0) return other;
  if (other.features.length === 0) return one;
  const features: number[] = [];
  const counts: number[] = [];
  let a = 0;
  let b = 0;
  while (a < one.features.length && b < other.features.length) {
    const left = one.features[a] as number; // within both
    const right = other.features[b] as number;
    features.push(left < right ? left : right);
    counts.push((left <= right ? (one.counts[a++] ?? 0) : 0) + (right <= left ? (other.counts[b++] ?? 0) : 0));
  }
  addRest(one, a, features, counts);
  addRest(other, b, features, counts);
  return { features, counts };
}

function addRest(of: Counted, from: number, features: number[], counts: number[]): void {
  for (let at = from; at < of.features.length; at++) {
    features.push(of.features[at] as number); // within both
    counts.push(of.counts[at] as number);
  }
}
