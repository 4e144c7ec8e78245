/**
 * How much two sets of papers under one name speak for one person: log odds, as sums of what each kind of evidence
 * adds (naive Bayes, Fellegi & Sunter 1969, J. Am. Stat. Assoc. 64, 1183). Above 0 they are more likely one person
 * than two. The weights were set on AMiner's labelled names and the ACL Anthology (bench/identity.md).
 */
import type { EvidenceKind } from '../../model/index.ts';

import type { FeatureTable } from './feature-table.ts';
import { meet, shared } from './features.ts';
import type { Features } from './features.ts';

/** One kind of evidence, how many features it rests on, and the first few of them. */
export interface Ground {
  readonly kind: EvidenceKind;
  readonly count: number;
  readonly examples: readonly number[];
}

/** How many examples a ground keeps. */
export const EXAMPLES = 3;

const COAUTHOR = 7;
/** A coauthor of a common name says less: by this, times the logarithm of how many bear it. */
const COMMON_COAUTHOR = -0.6;
const COAUTHOR_LEAST = 0.7;
const COAUTHORS_MOST = 9;
const NO_COAUTHOR = -0.6;
const INSTITUTION = 4;
const OTHER_INSTITUTION = -1;
/** Per natural logarithm of its rarity. */
const VENUE = 0.47;
const VENUES_MOST = 2.5;
/** Per cosine. */
const WORDS = 9;
const WORDS_MOST = 4;
const NO_WORDS = -0.5;
const YEARS_WITHOUT_PAPER = 8;
const PER_YEAR_BEYOND = -0.1;

/** No evidence takes more than this away, but for years without a paper. */
export const LEAST_LIKENESS = NO_COAUTHOR + OTHER_INSTITUTION + NO_WORDS;

/** No name is so rare that two who bear it are one person for certain. */
const NEVER_UNIQUE = 0.02;

/** Log odds of the name alone: the more people may bear it, the less an equal name says. */
export function priorLogOdds(namesakes: number): number {
  return -Math.log(namesakes + NEVER_UNIQUE);
}

/** Log odds of all evidence but the name. */
export function likeness(one: Features, other: Features, table: FeatureTable): number {
  const gap = Math.max(one.firstYear - other.lastYear, other.firstYear - one.lastYear);
  return (
    byCoauthors(one, other, table) +
    byInstitutions(one, other) +
    byVenues(one, other, table) +
    Math.min(WORDS_MOST, NO_WORDS + WORDS * cosine(one, other, table)) +
    forYearsApart(gap)
  );
}

/** The same of two that share nothing: no paper, coauthor, institution, venue or word. */
export function unlikeness(one: Features, other: Features): number {
  const gap = Math.max(one.firstYear - other.lastYear, other.firstYear - one.lastYear);
  const coauthors = one.coauthors.length === 0 || other.coauthors.length === 0 ? 0 : NO_COAUTHOR;
  const institutions = one.institutions.length === 0 || other.institutions.length === 0 ? 0 : OTHER_INSTITUTION;
  return coauthors + institutions + NO_WORDS + forYearsApart(gap);
}

/** What years without a paper between two sets of papers take away; the gap may be NaN. */
export function forYearsApart(gap: number): number {
  return gap > YEARS_WITHOUT_PAPER ? PER_YEAR_BEYOND * (gap - YEARS_WITHOUT_PAPER) : 0;
}

/** What speaks for one person, the kinds of which something is shared. */
export function groundsFor(one: Features, other: Features): Ground[] {
  const grounds: Ground[] = [];
  note('SHARED_COAUTHOR', shared(one.coauthors, other.coauthors), grounds);
  note('SHARED_INSTITUTION', shared(one.institutions, other.institutions), grounds);
  note('SHARED_VENUE', shared(one.venues.features, other.venues.features), grounds);
  note('SHARED_CATEGORY', shared(one.words.features, other.words.features), grounds);
  return grounds;
}

function note(kind: EvidenceKind, both: readonly number[], grounds: Ground[]): void {
  if (both.length === 0) return;
  grounds.push({ kind, count: both.length, examples: both.slice(0, EXAMPLES) });
}

function byCoauthors(one: Features, other: Features, table: FeatureTable): number {
  if (one.coauthors.length === 0 || other.coauthors.length === 0) return 0;
  const both = shared(one.coauthors, other.coauthors);
  if (both.length === 0) return NO_COAUTHOR;
  let total = 0;
  for (const coauthor of both) {
    total += Math.max(COAUTHOR_LEAST, COAUTHOR + COMMON_COAUTHOR * Math.log1p(table.namesakesOf(coauthor)));
  }
  return Math.min(COAUTHORS_MOST, total);
}

function byInstitutions(one: Features, other: Features): number {
  if (one.institutions.length === 0 || other.institutions.length === 0) return 0;
  return meet(one.institutions, other.institutions) ? INSTITUTION : OTHER_INSTITUTION;
}

function byVenues(one: Features, other: Features, table: FeatureTable): number {
  let total = 0;
  for (const venue of shared(one.venues.features, other.venues.features)) total += VENUE * table.rarityOf(venue);
  return Math.min(VENUES_MOST, total);
}

// Of the vectors of words.
function cosine(one: Features, other: Features, table: FeatureTable): number {
  const words = one.words.features;
  const others = other.words.features;
  let product = 0;
  let a = 0;
  let b = 0;
  while (a < words.length && b < others.length) {
    const word = words[a] as number; // within both
    const otherWord = others[b] as number;
    if (word === otherWord) {
      product += table.weightOf(word, one.words.counts[a] ?? 0) * table.weightOf(word, other.words.counts[b] ?? 0);
    }
    if (word <= otherWord) a++;
    if (otherWord <= word) b++;
  }
  return product === 0 ? 0 : product / (one.wordsLength * other.wordsLength);
}
