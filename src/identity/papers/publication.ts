/**
 * What a paper is, where and when it appeared. Of a preprint and its published version the published one speaks, and
 * that they differ is no conflict.
 */
import { PAPER_TYPES, dateText } from '../../model/index.ts';
import type { FieldConflict, Paper, PaperRecord, PaperType, PartialDate, VenueId } from '../../model/index.ts';

import { byPreference } from '../preferred.ts';
import type { Sourced } from '../sourced.ts';
import type { Venues } from '../venues.ts';

import { choose } from './choice.ts';
import type { Telling } from './choice.ts';

type Twins = readonly Sourced<PaperRecord>[];

export interface Publication {
  readonly type: PaperType;
  readonly date: PartialDate;
  readonly isYearInferred: boolean;
  readonly venueId?: VenueId;
  readonly conflicts: readonly FieldConflict[];
}

export function publicationOf(twins: Twins, venues: Venues): Publication {
  const [only] = twins;
  if (only !== undefined && twins.length === 1) return publicationIn(only.record, venues);
  const telling = withoutPreprints(twins);
  const type = choose('type', typesOf(telling), (a, b) => PAPER_TYPES.indexOf(a) - PAPER_TYPES.indexOf(b));
  const venue = choose('venue', venuesOf(telling, venues));
  // A publication that tells no year still is not older than its preprint.
  const years = yearsOf(telling);
  const year = choose('year', years.length === 0 ? yearsOf(twins) : years, (a, b) => a - b);
  return {
    type: type?.value ?? 'OTHER',
    ...datesOf(telling, twins, year?.value),
    ...(venue === undefined ? {} : { venueId: venue.value }),
    conflicts: [type, venue, year].flatMap((choice) => choice?.conflict ?? []),
  };
}

// Nobody disagrees with one record.
function publicationIn({ type = 'OTHER', date, isYearInferred, venue }: PaperRecord, venues: Venues): Publication {
  return {
    type,
    date,
    isYearInferred,
    ...(venue === undefined ? {} : { venueId: venues.venueOf(venue) }),
    conflicts: NO_CONFLICTS,
  };
}

const NO_CONFLICTS: readonly FieldConflict[] = [];

/** The records of the published version and those that do not tell what they are; all where none is published. */
export function withoutPreprints(twins: Twins): Twins {
  const isPublished = twins.some(
    ({ record: { type } }) => type !== undefined && type !== 'OTHER' && type !== 'PREPRINT',
  );
  return isPublished ? twins.filter(({ record }) => record.type !== 'PREPRINT') : twins;
}

// `OTHER` says as much as no type.
function typesOf(twins: Twins): Telling<PaperType>[] {
  return twins.flatMap((by) => {
    const { type } = by.record;
    return type === undefined || type === 'OTHER' ? [] : [{ by, value: type, key: type, text: type }];
  });
}

function venuesOf(twins: Twins, venues: Venues): Telling<VenueId>[] {
  return twins.flatMap((by) => {
    const { venue } = by.record;
    if (venue === undefined) return [];
    const value = venues.venueOf(venue);
    return [{ by, value, key: value, text: venue.name }];
  });
}

function yearsOf(twins: Twins): Telling<number>[] {
  return twins.flatMap((by) => {
    const { date, isYearInferred } = by.record;
    if (date.year === undefined || isYearInferred) return [];
    return [{ by, value: date.year, key: String(date.year), text: String(date.year) }];
  });
}

// The fullest date of the year that is told. Where none is printed, each page's guess is the earliest year it can be,
// so the latest holds.
function datesOf(telling: Twins, twins: Twins, year: number | undefined): Pick<Paper, 'date' | 'isYearInferred'> {
  if (year === undefined) {
    const [latest] = twins.map(({ record }) => record).sort((a, b) => (b.date.year ?? 0) - (a.date.year ?? 0));
    return { date: latest?.date ?? {}, isYearInferred: latest?.isYearInferred ?? false };
  }
  const ofYear = (some: Twins): readonly PartialDate[] =>
    some.flatMap(({ record: { date, isYearInferred } }) => (date.year === year && !isYearInferred ? [date] : []));
  const own = ofYear(telling);
  const dates = own.length === 0 ? ofYear(twins) : own;
  const most = Math.max(...dates.map(partCount));
  const fullest = dates.filter((date) => partCount(date) === most);
  const [text] = byPreference(fullest.map(dateText));
  return { date: fullest.find((date) => dateText(date) === text) ?? { year }, isYearInferred: false };
}

// A day without its month counts for nothing.
function partCount({ month, day }: PartialDate): number {
  return month === undefined ? 0 : day === undefined ? 1 : 2;
}
