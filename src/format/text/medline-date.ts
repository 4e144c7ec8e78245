/**
 * Dates as MEDLINE prints them: `1993 Oct 8`, `2009`, `2012 Jan-Feb`, `1998 Dec-1999 Jan`, `2000 Spring`, `2013 06 10`,
 * and the looser `Apr 2019` of other catalogues that write the same tags. A range is dated by its beginning, a season
 * by its year alone.
 */
import { MONTHS } from './month.ts';
import { dayExists } from '../../model/index.ts';
import type { PartialDate } from '../../model/index.ts';

const NAME = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const NUMBER = '\\d{1,2}(?!\\d)';
const YEAR_FIRST = new RegExp(`\\b((?:1[4-9]|20)\\d\\d)(?:[-/ ]+(${NAME}|${NUMBER})(?:[-/ ]+(${NUMBER}))?)?`, 'i');
const YEAR_LAST = new RegExp(`(?:(${NUMBER}) +)?\\b(${NAME})(?: +(${NUMBER})),? +((?:1[4-9]|20)\\d\\d)\\b`, 'i');
const MONTH_YEAR = new RegExp(`(?:\\b(${NUMBER}) +)?\\b(${NAME})[a-z/ -]{0,20} +((?:1[4-9]|20)\\d\\d)\\b`, 'i');

/** The date, or undefined when no year can be read. A day that does not exist is left out. */
export function parseMedlineDate(text: string): PartialDate | undefined {
  const reversed = YEAR_LAST.exec(text);
  if (reversed !== null) return partialDate(reversed[4], reversed[2], reversed[3] ?? reversed[1]);
  const monthFirst = MONTH_YEAR.exec(text);
  const yearFirst = YEAR_FIRST.exec(text);
  if (monthFirst !== null && (yearFirst === null || monthFirst.index < yearFirst.index)) {
    return partialDate(monthFirst[3], monthFirst[2], monthFirst[1]);
  }
  return yearFirst === null ? undefined : partialDate(yearFirst[1], yearFirst[2], yearFirst[3]);
}

/** A date of parts that stand apart, as in XML; the month by number or name in English. */
export function partialDate(yearText?: string, monthText?: string, dayText?: string): PartialDate | undefined {
  const year = /^\d{4}$/.test(yearText?.trim() ?? '') ? Number(yearText) : undefined;
  if (year === undefined || year === 0) return undefined;
  const month = monthOf(monthText?.trim() ?? '');
  if (month === undefined) return { year };
  const day = /^\d{1,2}$/.test(dayText?.trim() ?? '') ? Number(dayText) : undefined;
  return day !== undefined && dayExists(year, month, day) ? { year, month, day } : { year, month };
}

function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) {
    const number = Number(text);
    return number >= 1 && number <= 12 ? number : undefined;
  }
  const at = MONTHS.findIndex((month) => text.toLowerCase().startsWith(month));
  return at < 0 ? undefined : at + 1;
}

/** Whether the parts name a day of a month that has no such day. */
export function isImpossible(date: PartialDate, dayText?: string): boolean {
  return date.month !== undefined && date.day === undefined && /^\s*\d{1,2}\s*$/.test(dayText ?? '');
}
