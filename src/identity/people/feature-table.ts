/**
 * What the papers of a name tell about who wrote them: with whom, where, in which venue, in which words. Each such thing
 * has a number, and of each it is known how many papers tell it. What a place tells is put together when it is asked
 * for: few places are compared at a time, and all of them together would be larger than the records.
 */
import type { InstitutionMention, PaperRecord, VenueMention } from '../../model/index.ts';

import type { Sourced } from '../sourced.ts';

import { Affiliated, NOWHERE } from './affiliated.ts';
import { ascending, counted, least, NOTHING, NOTHING_TOLD } from './features.ts';
import type { Counted, Features } from './features.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import type { Names } from './names.ts';
import type { Places } from './places.ts';
import { TitleWords } from './title-words.ts';

/** Which institution and venue a record names; the ids are only compared. */
export interface Surroundings {
  readonly institutionsOf: (mention: InstitutionMention) => readonly string[];
  readonly venueOf: (mention: VenueMention) => string;
}

type Group = readonly Sourced<PaperRecord>[];

// On a longer list people need not know each other, so it ties nobody to anybody.
const LONGEST_LIST = 60;
const UNKNOWN = -1;
const DAMPENED = Array.from({ length: 64 }, (_, count) => (count < 2 ? 1 : 1 + Math.log(count)));

export class FeatureTable {
  /** By feature, what it stands for, as printed. */
  readonly texts: string[] = [];
  readonly #institutions = new Map<string, number>();
  readonly #coauthors = new Map<string, number>();
  readonly #places: Places;
  readonly #surroundings: Surroundings;
  readonly #names: Names;
  /** Of all papers one after the other; where each one's begin, and the end of the last. */
  readonly #words: Int32Array;
  readonly #wordStarts: Int32Array;
  /** By paper: the length of the vector of its words. */
  readonly #wordLengths: Float64Array;
  readonly #venueOf: Int32Array;
  /** By word and venue, which have the smallest numbers. */
  readonly #rarity: Float64Array;
  /** By coauthor and institution, from the first number that is no word's or venue's. */
  readonly #namesakes: number[] = [];
  /** By paper; NaN where none is told. */
  readonly #years: Float64Array;
  readonly #affiliated: Affiliated;
  /** By code of an institution that has been asked for, its number. */
  readonly #institutionOf: Int32Array;
  /** By name, its number as others' coauthor. */
  readonly #coauthorOf: Int32Array;

  constructor(groups: readonly Group[], places: Places, surroundings: Surroundings, names: Names) {
    this.#places = places;
    this.#surroundings = surroundings;
    this.#names = names;
    this.#affiliated = new Affiliated(places, surroundings);
    this.#institutionOf = new Int32Array(this.#affiliated.count).fill(UNKNOWN);
    this.#years = Float64Array.from(groups, ([first]) => first?.record.date.year ?? Number.NaN);
    this.#coauthorOf = new Int32Array(names.count).fill(UNKNOWN);
    this.#venueOf = new Int32Array(groups.length).fill(UNKNOWN);
    this.#wordStarts = new Int32Array(groups.length + 1);
    const paperCounts: number[] = [];
    const count = (feature: number): void => {
      paperCounts[feature] = (paperCounts[feature] ?? 0) + 1;
    };
    const titleWords = new TitleWords((text) => this.texts.push(text) - 1);
    const venues = new Map<string, number>();
    const words = new GrowingNumbers();
    for (const [paper, twins] of groups.entries()) {
      for (const word of ascending(wordsOf(twins, titleWords))) {
        words.push(word);
        count(word);
      }
      this.#wordStarts[paper + 1] = words.length;
      const venue = this.#venueIn(twins, venues);
      if (venue === undefined) continue;
      this.#venueOf[paper] = venue;
      count(venue);
    }
    this.#words = words.cut();
    this.#rarity = Float64Array.from(paperCounts, (papers) => Math.log((groups.length + 1) / papers));
    this.#wordLengths = Float64Array.from(groups, (_, paper) => this.#lengthOfWordsOn(paper));
  }

  /** Of a word or a venue: the natural logarithm of one over the share of papers that have it. */
  rarityOf(feature: number): number {
    return this.#rarity[feature] ?? 0;
  }

  /** How many people may bear a coauthor's name. */
  namesakesOf(coauthor: number): number {
    return this.#namesakes[coauthor - this.#rarity.length] ?? 0;
  }

  /** Of a word that so many papers tell: tf · idf, tf dampened (Salton & Buckley 1988, Inf. Process. Manag. 24, 513). */
  weightOf(word: number, count: number): number {
    return (DAMPENED[count] ?? 1 + Math.log(count)) * this.rarityOf(word);
  }

  readonly lengthOf = ({ features, counts }: Counted): number => {
    let sum = 0;
    for (let at = 0; at < features.length; at++) {
      const weight = this.weightOf(features[at] ?? 0, counts[at] ?? 0);
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  };

  /**
   * How many years lie between the first and the last of the papers of these places; undefined where two places are on
   * one paper.
   */
  yearsBetween(nodes: readonly number[]): number | undefined {
    const papers: number[] = [];
    for (const node of nodes) papers.push(this.#places.paperOf(node));
    ascending(papers);
    if (papers.length < nodes.length) return undefined;
    let [first, last] = [Infinity, -Infinity];
    for (const paper of papers) {
      const year = this.#yearOf(paper);
      if (Number.isNaN(year)) continue;
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
    return Math.max(0, last - first);
  }

  /** What these nodes tell together; of them records of people tell nothing. */
  of(nodes: readonly number[]): Features {
    const places = nodes.length === 1 ? nodes : nodes.filter((node) => this.#places.has(node));
    const [first = UNKNOWN] = places;
    if (!this.#places.has(first)) return NOTHING_TOLD;
    return places.length === 1 ? this.#ofOne(first) : this.#ofSeveral(places);
  }

  #ofOne(place: number): Features {
    const paper = this.#places.paperOf(place);
    const year = this.#yearOf(paper);
    const venue = this.#venueOf[paper] ?? UNKNOWN;
    const coauthors: number[] = [];
    this.#addCoauthors(place, paper, coauthors);
    const words: number[] = [];
    this.#addWords(paper, words);
    return {
      papers: [paper],
      coauthors: ascending(coauthors),
      institutions: this.#institutionsAt(place),
      venues: venue === UNKNOWN ? NOTHING : { features: [venue], counts: ones(1) },
      words: { features: words, counts: ones(words.length) },
      wordsLength: this.#wordLengths[paper] ?? 0,
      firstYear: year,
      lastYear: year,
    };
  }

  #ofSeveral(places: readonly number[]): Features {
    const papers: number[] = [];
    const institutions: number[] = [];
    const coauthors: number[] = [];
    const venues: number[] = [];
    const words: number[] = [];
    let [firstYear, lastYear] = [Number.NaN, Number.NaN];
    for (const place of places) {
      const paper = this.#places.paperOf(place);
      papers.push(paper);
      this.#addInstitutions(place, institutions);
      this.#addCoauthors(place, paper, coauthors);
      this.#addWords(paper, words);
      const venue = this.#venueOf[paper] ?? UNKNOWN;
      if (venue !== UNKNOWN) venues.push(venue);
      const year = this.#yearOf(paper);
      firstYear = least(firstYear, year);
      lastYear = -least(-lastYear, -year);
    }
    const all = counted(words);
    return {
      papers: ascending(papers),
      coauthors: ascending(coauthors),
      institutions: ascending(institutions),
      venues: counted(venues),
      words: all,
      wordsLength: this.lengthOf(all),
      firstYear,
      lastYear,
    };
  }

  #yearOf(paper: number): number {
    return this.#years[paper] ?? Number.NaN;
  }

  #institutionsAt(place: number): readonly number[] {
    if (this.#affiliated.codeAt(place) === NOWHERE) return NO_FEATURES;
    const institutions: number[] = [];
    this.#addInstitutions(place, institutions);
    return ascending(institutions);
  }

  #addInstitutions(place: number, institutions: number[]): void {
    const code = this.#affiliated.codeAt(place);
    if (code === NOWHERE) return;
    const known = this.#institutionOf[code] ?? UNKNOWN;
    if (known !== UNKNOWN) {
      institutions.push(known);
      return;
    }
    const before = institutions.length;
    for (const { mention } of this.#places.at(place)) this.#addAffiliations(mention.affiliations, institutions);
    if (code >= 0) this.#institutionOf[code] = institutions[before] ?? UNKNOWN;
  }

  #addAffiliations(affiliations: readonly InstitutionMention[] | undefined, institutions: number[]): void {
    if (affiliations === undefined) return;
    for (const affiliation of affiliations) {
      for (const id of this.#surroundings.institutionsOf(affiliation)) {
        institutions.push(this.#institutions.get(id) ?? this.#add(this.#institutions, id, affiliation.name, 0));
      }
    }
  }

  #addCoauthors(place: number, paper: number, coauthors: number[]): void {
    const [from, to] = this.#places.on(paper);
    if (to - from > LONGEST_LIST) return;
    for (let other = from; other < to; other++) if (other !== place) coauthors.push(this.#coauthorAt(other));
  }

  #coauthorAt(place: number): number {
    const name = this.#names.firstAt(place);
    const known = this.#coauthorOf[name] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const { family, givens } = this.#names.form(name);
    const key = `${family}|${givens.find((each) => each.length > 1) ?? givens[0] ?? ''}`;
    const number =
      this.#coauthors.get(key) ??
      this.#add(this.#coauthors, key, this.#places.at(place)[0]?.mention.name ?? '', this.#names.namesakes(name));
    this.#coauthorOf[name] = number;
    return number;
  }

  #addWords(paper: number, words: number[]): void {
    const end = this.#wordStarts[paper + 1] ?? 0;
    for (let at = this.#wordStarts[paper] ?? 0; at < end; at++) words.push(this.#words[at] ?? UNKNOWN);
  }

  #lengthOfWordsOn(paper: number): number {
    const end = this.#wordStarts[paper + 1] ?? 0;
    let sum = 0;
    for (let at = this.#wordStarts[paper] ?? 0; at < end; at++) {
      const weight = this.rarityOf(this.#words[at] ?? UNKNOWN);
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  }

  #venueIn(twins: Group, venues: Map<string, number>): number | undefined {
    for (const { record } of twins) {
      if (record.venue === undefined) continue;
      const id = this.#surroundings.venueOf(record.venue);
      let number = venues.get(id);
      if (number === undefined) venues.set(id, (number = this.texts.push(record.venue.name) - 1));
      return number;
    }
    return undefined;
  }

  #add(numbers: Map<string, number>, key: string, text: string, namesakes: number): number {
    const number = this.texts.push(text) - 1;
    numbers.set(key, number);
    this.#namesakes.push(namesakes);
    return number;
  }
}

function wordsOf([first]: Group, titleWords: TitleWords): number[] {
  const words: number[] = [];
  titleWords.add(first?.record.title ?? '', words);
  for (const { code } of first?.record.categories ?? []) words.push(titleWords.numberOf(code));
  return words;
}

const NO_FEATURES: readonly number[] = [];
const ONES: (readonly number[])[] = [];

function ones(length: number): readonly number[] {
  return (ONES[length] ??= Array.from({ length }, () => 1));
}
