/**
 * How much two sets of papers under one name speak for one person: log odds, as sums of what each kind of evidence
 * adds (naive Bayes, Fellegi & Sunter 1969, J. Am. Stat. Assoc. 64, 1183). Above 0 they are more likely one person
 * than two. Weights were set on AMiner's labelled names and the ACL Anthology (bench/identity.md).
 */
import type { EvidenceKind } from '../../model/index.ts';

import type { Features, FeatureTable } from './features.ts';

/** One kind of evidence, what it adds, and the features it rests on. */
export interface Ground {
  readonly kind: EvidenceKind;
  readonly logOdds: number;
  readonly shared: readonly number[];
}

export interface Likeness {
  readonly logOdds: number;
  readonly grounds: readonly Ground[];
}

export const W = {
  coauthor: 7,
  coauthorMost: 9,
  noCoauthor: -0.6,
  institution: 4,
  otherInstitution: -1,
  venue: 0.45,
  venueMost: 2.5,
  words: 9,
  wordsMost: 4,
  noWords: -0.5,
  gapPerYear: -0.1,
};

/** Log odds of the name alone: the more people may bear it, the less an equal name says. */
export function priorLogOdds(namesakes: number): number {
  return -Math.log(namesakes + 0.02);
}

export function likeness(one: Features, other: Features, table: FeatureTable): Likeness {
  const grounds: Ground[] = [];
  const coauthors = sharedOf(one.coauthors, other.coauthors);
  if (coauthors.length > 0) {
    const sum = coauthors.reduce((total, coauthor) => total + coauthorWeight(table.namesakesOf(coauthor)), 0);
    grounds.push({ kind: 'SHARED_COAUTHOR', logOdds: Math.min(W.coauthorMost, sum), shared: coauthors });
  } else if (one.coauthors.size > 0 && other.coauthors.size > 0) {
    grounds.push({ kind: 'SHARED_COAUTHOR', logOdds: W.noCoauthor, shared: [] });
  }
  if (one.institutions.size > 0 && other.institutions.size > 0) {
    const institutions = sharedOf(one.institutions, other.institutions);
    const logOdds = institutions.length > 0 ? W.institution : W.otherInstitution;
    grounds.push({ kind: 'SHARED_INSTITUTION', logOdds, shared: institutions });
  }
  const venues = sharedOf(one.venues, other.venues);
  if (venues.length > 0) {
    const sum = venues.reduce((total, venue) => total + W.venue * rarityOf(venue, table), 0);
    grounds.push({ kind: 'SHARED_VENUE', logOdds: Math.min(W.venueMost, sum), shared: venues });
  }
  const cosine = cosineOf(one.words, other.words, table);
  const words = Math.min(W.wordsMost, W.noWords + W.words * cosine);
  grounds.push({ kind: 'SHARED_CATEGORY', logOdds: words, shared: words > 0 ? sharedOf(one.words, other.words) : [] });
  const gap = Math.max(one.firstYear - other.lastYear, other.firstYear - one.lastYear);
  const logOdds =
    grounds.reduce((total, ground) => total + ground.logOdds, 0) + (gap > 8 ? W.gapPerYear * (gap - 8) : 0);
  return { logOdds, grounds };
}

function coauthorWeight(namesakes: number): number {
  return Math.max(0.7, W.coauthor - 0.6 * Math.log1p(namesakes));
}

function rarityOf(feature: number, table: FeatureTable): number {
  return Math.log((table.paperCount + 1) / table.papersWith(feature));
}

function sharedOf(
  one: ReadonlySet<number> | ReadonlyMap<number, number>,
  other: ReadonlySet<number> | ReadonlyMap<number, number>,
): number[] {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  const shared: number[] = [];
  for (const feature of few.keys()) if (many.has(feature)) shared.push(feature);
  return shared;
}

// Of vectors tf · idf, tf dampened (Salton & Buckley 1988, Inf. Process. Manag. 24, 513).
function cosineOf(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>, table: FeatureTable): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let product = 0;
  for (const [word, count] of few) {
    const otherCount = many.get(word);
    if (otherCount !== undefined) product += weight(count, word, table) * weight(otherCount, word, table);
  }
  return product === 0 ? 0 : product / (lengthOf(few, table) * lengthOf(many, table));
}

function lengthOf(words: ReadonlyMap<number, number>, table: FeatureTable): number {
  let sum = 0;
  for (const [word, count] of words) sum += weight(count, word, table) ** 2;
  return Math.sqrt(sum);
}

function weight(count: number, word: number, table: FeatureTable): number {
  return (1 + Math.log(count)) * rarityOf(word, table);
}
