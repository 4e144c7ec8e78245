/**
 * What the papers of a name tell about who wrote them: with whom, where, in which venue, in which words. Everything is
 * a whole number and every list ascends, so that two are compared in one walk along both.
 */
import { foldText } from '../../model/index.ts';
import type { InstitutionMention, PaperRecord, VenueMention } from '../../model/index.ts';

import type { Sourced } from '../sourced.ts';

import type { Names } from './names.ts';
import type { Places } from './places.ts';

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
  /** NaN when no year is known. */
  readonly firstYear: number;
  readonly lastYear: number;
}

/** Which institutions and venue a record names; the ids are only compared. */
export interface Surroundings {
  readonly institutionsOf: (mention: InstitutionMention) => readonly string[];
  readonly venueOf: (mention: VenueMention) => string;
}

const NOTHING: Counted = { features: [], counts: [] };

export const NOTHING_TOLD: Features = {
  papers: [],
  coauthors: [],
  institutions: [],
  venues: NOTHING,
  words: NOTHING,
  firstYear: Number.NaN,
  lastYear: Number.NaN,
};

// On a longer list people need not know each other, so it ties nobody to anybody.
const LONGEST_LIST = 60;
const UNKNOWN = -1;
const STOP_WORDS = new Set(
  'a an and are as at be by can do for from how in into is it its new not of on or our over the their this to toward towards under using via versus we what when which with without based approach method'.split(
    ' ',
  ),
);

/** Numbers for the things papers tell, and how many papers tell each. */
export class FeatureTable {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #paperCounts: number[] = [];
  readonly #rarity: number[] = [];
  readonly #groups: readonly (readonly Sourced<PaperRecord>[])[];
  readonly #places: Places;
  readonly #surroundings: Surroundings;
  /** By paper. */
  readonly #wordsOf: (readonly number[])[] = [];
  readonly #venueOf: Int32Array;
  /** By name, its number as others' coauthor. */
  readonly #coauthorOf: Int32Array;
  readonly #names: Names;

  constructor(
    groups: readonly (readonly Sourced<PaperRecord>[])[],
    places: Places,
    surroundings: Surroundings,
    names: Names,
  ) {
    this.#groups = groups;
    this.#places = places;
    this.#surroundings = surroundings;
    this.#venueOf = new Int32Array(groups.length).fill(UNKNOWN);
    this.#names = names;
    this.#coauthorOf = new Int32Array(names.count).fill(UNKNOWN);
    for (const [paper, twins] of groups.entries()) {
      const words = this.#wordsIn(twins);
      this.#wordsOf.push(words);
      for (const word of words) this.#count(word);
      const venue = this.#venueIn(twins);
      if (venue === undefined) continue;
      this.#venueOf[paper] = venue;
      this.#count(venue);
    }
  }

  /** Of a word or a venue: the natural logarithm of one over the share of papers that have it. */
  rarityOf(feature: number): number {
    let rarity = this.#rarity[feature];
    if (rarity === undefined) {
      rarity = Math.log((this.#groups.length + 1) / (this.#paperCounts[feature] ?? 1));
      this.#rarity[feature] = rarity;
    }
    return rarity;
  }

  /** How many people may bear a coauthor's name. */
  namesakesOf(coauthor: number): number {
    return this.#rarity[coauthor] ?? 0;
  }

  /** What the feature stands for, as printed. */
  textOf(feature: number): string {
    return this.#texts[feature] ?? '';
  }

  /** On how many papers these places are, and how many years lie between the first and the last of them. */
  papersAndSpan(nodes: readonly number[]): readonly [papers: number, span: number] {
    const papers = new Set<number>();
    let [first, last] = [Infinity, -Infinity];
    for (const node of nodes) {
      const paper = this.#places.paperOf(node);
      papers.add(paper);
      const year = this.#groups[paper]?.[0]?.record.date.year;
      if (year === undefined) continue;
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
    return [papers.size, Math.max(0, last - first)];
  }

  /** What one place tells. */
  of(place: number): Features {
    const paper = this.#places.paperOf(place);
    const year = this.#groups[paper]?.[0]?.record.date.year ?? Number.NaN;
    const venue = this.#venueOf[paper] ?? UNKNOWN;
    const institutions: number[] = [];
    for (const { mention } of this.#places.at(place)) {
      for (const affiliation of mention.affiliations ?? []) {
        for (const id of this.#surroundings.institutionsOf(affiliation)) {
          institutions.push(this.#number(`i ${id}`, affiliation.name));
        }
      }
    }
    const words = this.#wordsOf[paper] ?? [];
    return {
      papers: [paper],
      coauthors: this.#coauthorsOf(place, paper),
      institutions: ascending(institutions),
      venues: venue === UNKNOWN ? NOTHING : { features: [venue], counts: [1] },
      words: { features: words, counts: ones(words.length) },
      firstYear: year,
      lastYear: year,
    };
  }

  #coauthorsOf(place: number, paper: number): number[] {
    const [from, to] = this.#places.on(paper);
    if (to - from > LONGEST_LIST) return [];
    const coauthors: number[] = [];
    for (let other = from; other < to; other++) if (other !== place) coauthors.push(this.#coauthorNumber(other));
    return ascending(coauthors);
  }

  #coauthorNumber(place: number): number {
    const known = this.#coauthorOf[this.#names.firstAt(place)] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const name = this.#names.firstAt(place);
    const { family, givens } = this.#names.form(name);
    const given = givens.find((each) => each.length > 1) ?? givens[0] ?? '';
    const number = this.#number(`c ${family}|${given}`, this.#places.at(place)[0]?.mention.name ?? '');
    this.#rarity[number] ??= this.#names.namesakes(name);
    this.#coauthorOf[name] = number;
    return number;
  }

  #venueIn(twins: readonly Sourced<PaperRecord>[]): number | undefined {
    for (const { record } of twins) {
      if (record.venue !== undefined) {
        return this.#number(`v ${this.#surroundings.venueOf(record.venue)}`, record.venue.name);
      }
    }
    return undefined;
  }

  #wordsIn([first]: readonly Sourced<PaperRecord>[]): number[] {
    const words: number[] = [];
    for (const word of foldText(first?.record.title ?? '').split(' ')) {
      if (word.length > 2 && !STOP_WORDS.has(word)) words.push(this.#number(`w ${stem(word)}`, word));
    }
    for (const { code } of first?.record.categories ?? []) words.push(this.#number(`w ${code}`, code));
    return ascending(words);
  }

  #count(feature: number): void {
    this.#paperCounts[feature] = (this.#paperCounts[feature] ?? 0) + 1;
  }

  #number(key: string, text: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#texts.push(text) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** What two sets of papers tell together. */
export function together(one: Features, other: Features): Features {
  if (one === NOTHING_TOLD) return other;
  if (other === NOTHING_TOLD) return one;
  return {
    papers: union(one.papers, other.papers),
    coauthors: union(one.coauthors, other.coauthors),
    institutions: union(one.institutions, other.institutions),
    venues: sum(one.venues, other.venues),
    words: sum(one.words, other.words),
    firstYear: least(one.firstYear, other.firstYear),
    lastYear: -least(-one.lastYear, -other.lastYear),
  };
}

/** What is in both. */
export function shared(one: readonly number[], other: readonly number[]): number[] {
  const both: number[] = [];
  let [a, b] = [0, 0];
  while (a < one.length && b < other.length) {
    const [left, right] = [one[a] as number, other[b] as number]; // within both
    if (left === right) both.push(left);
    if (left <= right) a++;
    if (right <= left) b++;
  }
  return both;
}

function union(one: readonly number[], other: readonly number[]): readonly number[] {
  if (one.length === 0) return other;
  return other.length === 0 ? one : ascending([...one, ...other]);
}

function sum(one: Counted, other: Counted): Counted {
  if (one.features.length === 0) return other;
  if (other.features.length === 0) return one;
  const features: number[] = [];
  const counts: number[] = [];
  let [a, b] = [0, 0];
  while (a < one.features.length || b < other.features.length) {
    const [left, right] = [one.features[a] ?? Infinity, other.features[b] ?? Infinity];
    features.push(Math.min(left, right));
    counts.push((left <= right ? (one.counts[a++] ?? 0) : 0) + (right <= left ? (other.counts[b++] ?? 0) : 0));
  }
  return { features, counts };
}

function ascending(numbers: number[]): number[] {
  if (numbers.length < 2) return numbers;
  numbers.sort((a, b) => a - b);
  let kept = 1;
  for (let at = 1; at < numbers.length; at++) {
    if (numbers[at] !== numbers[at - 1]) numbers[kept++] = numbers[at] as number; // within
  }
  numbers.length = kept;
  return numbers;
}

const ONES: (readonly number[])[] = [];

function ones(length: number): readonly number[] {
  return (ONES[length] ??= Array.from({ length }, () => 1));
}

// An unknown year is NaN.
function least(one: number, other: number): number {
  if (Number.isNaN(one)) return other;
  return Number.isNaN(other) ? one : Math.min(one, other);
}

// English endings that titles vary in; enough to bring "networks" to "network" and "learning" to "learn".
function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  for (const ending of ['ing', 'es', 'ed', 's']) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) return word.slice(0, -ending.length);
  }
  return word;
}
