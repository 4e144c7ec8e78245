/**
 * What the papers of a name tell about who wrote them: with whom, where, in which venue, in which words. Everything is
 * a whole number, so that two sets are compared quickly.
 */
import { foldText } from '../../model/index.ts';
import type { InstitutionMention, PaperRecord, VenueMention } from '../../model/index.ts';

import { nameForm } from '../name-match.ts';
import type { Sourced } from '../sourced.ts';

import type { Place } from './places.ts';
import { expectedNamesakes } from './rarity.ts';

/** What one paper, or all papers of one person so far, tells. */
export interface Features {
  readonly papers: ReadonlySet<number>;
  /** Names written with: family and first given name. */
  readonly coauthors: ReadonlySet<number>;
  readonly institutions: ReadonlySet<number>;
  readonly venues: ReadonlyMap<number, number>;
  /** Words of titles, and categories. */
  readonly words: ReadonlyMap<number, number>;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** Which institutions and venue a record names; the ids are only compared. */
export interface Surroundings {
  readonly institutionsOf: (mention: InstitutionMention) => readonly string[];
  readonly venueOf: (mention: VenueMention) => string;
}

// On a longer list people need not know each other, so it ties nobody to anybody.
const LONGEST_LIST = 60;
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
  readonly #ofPaper: (readonly number[] | undefined)[] = [];
  readonly #rarity: number[] = [];
  readonly #groups: readonly (readonly Sourced<PaperRecord>[])[];
  readonly #placesOf: readonly (readonly number[])[];
  readonly #places: readonly Place[];
  readonly #surroundings: Surroundings;
  readonly paperCount: number;

  constructor(
    groups: readonly (readonly Sourced<PaperRecord>[])[],
    places: readonly Place[],
    placesOf: readonly (readonly number[])[],
    surroundings: Surroundings,
  ) {
    this.#groups = groups;
    this.#places = places;
    this.#placesOf = placesOf;
    this.#surroundings = surroundings;
    this.paperCount = groups.length;
    for (const [paper] of groups.entries()) {
      for (const word of new Set(this.#wordsOf(paper))) this.#paperCounts[word] = (this.#paperCounts[word] ?? 0) + 1;
      const venue = this.#venueOf(paper);
      if (venue !== undefined) this.#paperCounts[venue] = (this.#paperCounts[venue] ?? 0) + 1;
    }
  }

  /** How many papers have the word or the venue. */
  papersWith(feature: number): number {
    return this.#paperCounts[feature] ?? 1;
  }

  /** What the feature stands for, as printed. */
  textOf(feature: number): string {
    return this.#texts[feature] ?? '';
  }

  /** How many people may bear a coauthor's name. */
  namesakesOf(coauthor: number): number {
    return this.#rarity[coauthor] ?? 0;
  }

  /** What one place tells. */
  of(place: number): Features {
    const { paper, mentions } = this.#places[place] as Place; // a place of the table
    const year = this.#groups[paper]?.[0]?.record.date.year ?? Number.NaN;
    const venue = this.#venueOf(paper);
    const institutions = new Set<number>();
    for (const { mention } of mentions) {
      for (const affiliation of mention.affiliations ?? []) {
        for (const id of this.#surroundings.institutionsOf(affiliation)) {
          institutions.add(this.#number(`i ${id}`, affiliation.name));
        }
      }
    }
    const words = new Map<number, number>();
    for (const word of this.#wordsOf(paper)) words.set(word, 1);
    return {
      papers: new Set([paper]),
      coauthors: new Set(this.#coauthorsOf(place, paper)),
      institutions,
      venues: venue === undefined ? new Map() : new Map([[venue, 1]]),
      words,
      firstYear: year,
      lastYear: year,
    };
  }

  #coauthorsOf(place: number, paper: number): number[] {
    const places = this.#placesOf[paper] ?? [];
    if (places.length > LONGEST_LIST) return [];
    return places.flatMap((other) => (other === place ? [] : [this.coauthorNumber(other)]));
  }

  /** The number of a place's name, as others' coauthor. */
  coauthorNumber(place: number): number {
    const name = this.#places[place]?.mentions[0]?.mention.name ?? '';
    const form = nameForm(name);
    const key = `c ${form.family}|${form.givens.find((given) => given.length > 1) ?? form.givens[0] ?? ''}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#number(key, name);
    this.#rarity[number] = expectedNamesakes(form);
    return number;
  }

  #venueOf(paper: number): number | undefined {
    for (const { record } of this.#groups[paper] ?? []) {
      if (record.venue !== undefined)
        return this.#number(`v ${this.#surroundings.venueOf(record.venue)}`, record.venue.name);
    }
    return undefined;
  }

  #wordsOf(paper: number): readonly number[] {
    const known = this.#ofPaper[paper];
    if (known !== undefined) return known;
    const [first] = this.#groups[paper] ?? [];
    const words = new Set<number>();
    for (const word of foldText(first?.record.title ?? '').split(' ')) {
      if (word.length > 2 && !STOP_WORDS.has(word)) words.add(this.#number(`w ${stem(word)}`, word));
    }
    for (const { code } of first?.record.categories ?? []) words.add(this.#number(`w ${code}`, code));
    const list = [...words];
    this.#ofPaper[paper] = list;
    return list;
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
  return {
    papers: new Set([...one.papers, ...other.papers]),
    coauthors: new Set([...one.coauthors, ...other.coauthors]),
    institutions: new Set([...one.institutions, ...other.institutions]),
    venues: summed(one.venues, other.venues),
    words: summed(one.words, other.words),
    firstYear: least(one.firstYear, other.firstYear),
    lastYear: -least(-one.lastYear, -other.lastYear),
  };
}

function summed(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): Map<number, number> {
  const sums = new Map(one);
  for (const [feature, count] of other) sums.set(feature, (sums.get(feature) ?? 0) + count);
  return sums;
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
