/**
 * What a printed date means: the page prints no year for papers of the year it was captured in, and now and then a day
 * that does not exist. The clock is never asked.
 */
import { dateText, dayExists, parseFullDate } from '../../model/index.ts';
import type { PartialDate, ProblemKind } from '../../model/index.ts';

import type { Heading, PrintedDate } from './heading.ts';

const LAST_YEAR = 9999;

export interface PageDate {
  readonly date: PartialDate;
  readonly isYearInferred: boolean;
  /** The date as printed, by which records of one paper are told: a year that was not printed is not in it. */
  readonly printed: string;
  readonly trouble?: DateTrouble;
}

export interface DateTrouble {
  readonly kind: ProblemKind;
  readonly message: string;
  readonly kept: string;
}

/** The year of the day the page was captured on, else the year after the newest one printed, else undefined. */
export function captureYear(headings: readonly Heading[], capturedOn: string | undefined): number | undefined {
  const told = capturedOn === undefined ? undefined : parseFullDate(capturedOn)?.year;
  if (told !== undefined) return told;
  let newest: number | undefined;
  for (const { date } of headings) if (date?.year !== undefined && date.year > (newest ?? -1)) newest = date.year;
  // A mangled 9999 has no year after it that a date could carry.
  return newest === undefined || newest >= LAST_YEAR ? undefined : newest + 1;
}

export function pageDate(printed: PrintedDate | undefined, captured: number | undefined): PageDate {
  if (printed === undefined) {
    const trouble = { kind: 'mangled-date', message: 'The date cannot be read.', kept: 'the paper, undated' } as const;
    return { date: {}, isYearInferred: false, printed: dateText({}), trouble };
  }
  const { month, day } = printed;
  const year = printed.year ?? captured;
  const isYearInferred = printed.year === undefined && year !== undefined;
  const text = dateText(printed);
  // Without a year, 29 February may exist: judged as in a leap year.
  if (!dayExists(year ?? 2000, month, day)) {
    const date: PartialDate = year === undefined ? { month } : { year, month };
    return { date, isYearInferred, printed: text, trouble: noSuchDay(year, day, date, isYearInferred) };
  }
  if (year !== undefined) return { date: { year, month, day }, isYearInferred, printed: text };
  const message = 'The date has no year, and no date on the page has one.';
  const kept = `the paper, dated ${text}, without a year`;
  return { date: { month, day }, isYearInferred, printed: text, trouble: { kind: 'unknown-year', message, kept } };
}

function noSuchDay(year: number | undefined, day: number, date: PartialDate, isYearInferred: boolean): DateTrouble {
  const what = year === undefined ? 'The month' : `${dateText(date)}${isYearInferred ? ' (the year is inferred)' : ''}`;
  return {
    kind: 'impossible-date',
    message: `${what} has no day ${day}.`,
    kept: `the paper, dated ${dateText(date)}, without a day`,
  };
}
