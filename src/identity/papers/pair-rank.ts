/**
 * How well two records match, as one number to sort by; undefined where nothing makes them one paper.
 *
 * An identifier ties by itself, unless it is a slip of the pen. Else the folded title has to be the same and the years compatible, and then either the
 * authors fit or, in personal files, the citation key is the same. What is left orders the candidates: of two records
 * that both could be the twin, the one of the same title, year and kind is.
 */
import type { PaperRecord } from '../../model/index.ts';

import { authorsFit, shareAuthor } from './authors-fit.ts';
import { areKeyedApart, isPersonal } from './catalogues.ts';
import type { Told } from './told.ts';

/** What a rank is made of, the weightiest first; each stays below its base. */
const BASES = { tie: 3, title: 2, years: 4, kind: 2, authors: 3 } as const;

const [BY_AUTHORS, BY_CITATION_KEY, BY_IDENTIFIER] = [0, 1, 2];

/** Every rank is below this. */
export const RANKS = Object.values(BASES).reduce((product, base) => product * base, 1);

const FIRST_BY_IDENTIFIER = (RANKS / BASES.tie) * BY_IDENTIFIER;

export function isByIdentifier(rank: number): boolean {
  return rank >= FIRST_BY_IDENTIFIER;
}

/** The greater, the better. `one` stands before `other` in the order of records. */
export function pairRank(one: Told, other: Told): number | undefined {
  if (one.record.key === other.record.key || areKeyedApart(one.record, other.record)) return undefined;
  const title = one.title !== '' && one.title === other.title ? 1 : 0;
  const years = yearsFit(one.record, other.record);
  const kind = isPreprint(one.record) === isPreprint(other.record) ? 1 : 0;
  if (sharesIdentifier(one, other, title === 1)) {
    return title === 0 && isSlip(one, other) ? undefined : rankOf(BY_IDENTIFIER, title, years, kind, 0);
  }
  if (title === 0) return undefined;
  if (sharesCitationKey(one, other) && isSameYear(one.record, other.record)) {
    return rankOf(BY_CITATION_KEY, title, years, kind, 0);
  }
  if (years === 0) return undefined;
  const authors = authorsFit(one.record, other.record);
  return authors === 0 ? undefined : rankOf(BY_AUTHORS, title, years, kind, authors);
}

function rankOf(tie: number, title: number, years: number, kind: number, authors: number): number {
  return (((tie * BASES.title + title) * BASES.years + years) * BASES.kind + kind) * BASES.authors + authors;
}

/** 3: the same year; 2: a preprint and its publication, one year apart; 1: one is a guess, or none tells; 0: two years. */
function yearsFit(one: PaperRecord, other: PaperRecord): number {
  const [a, b] = [one.date.year, other.date.year];
  if (a === undefined || b === undefined) return a === b ? 1 : 0;
  if (a === b) return 3;
  if (isPreprint(one) !== isPreprint(other) && Math.abs(a - b) === 1) return 2;
  return one.isYearInferred || other.isYearInferred ? 1 : 0;
}

function isSameYear(one: PaperRecord, other: PaperRecord): boolean {
  return one.date.year === other.date.year;
}

export function isPreprint({ type }: PaperRecord): boolean {
  return type === 'PREPRINT';
}

function sharesIdentifier(one: Told, other: Told, isOfOneTitle: boolean): boolean {
  return meet(one.tying, other.tying) || (isOfOneTitle && meet(one.containers, other.containers));
}

// People copy entries and forget to change the DOI. Two entries with nothing else in common, neither title nor anybody
// who wrote them, are two papers. What a catalogue says of its own record is no slip.
function isSlip(one: Told, other: Told): boolean {
  if (!isPersonal(one.record) || !isPersonal(other.record) || one.title === '' || other.title === '') return false;
  const areTold = one.record.authors.length > 0 && other.record.authors.length > 0;
  return areTold && !shareAuthor(one.record, other.record);
}

function sharesCitationKey(one: Told, other: Told): boolean {
  return one.citationKey !== undefined && one.citationKey === other.citationKey;
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((text) => others.includes(text));
}
