/** Dates of bibliographies: biblatex's ISO dates with ranges, doubts and seasons; years and months in words. */
import { dayExists } from '../../model/index.ts';
import type { PartialDate } from '../../model/index.ts';

export interface DateRead {
  readonly date: PartialDate;
  /** Words for what could not be read or cannot be. */
  readonly problem?: { readonly kind: 'mangled-date' | 'impossible-date'; readonly found: string };
}

const ISO = /^\W*?(-?\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?(?![\d])/;
const YEAR = /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/;
const NO_YEAR = /^(?:|\W+|n\.?\s*d\.?|(?:in|to|forthcoming|submitted|accepted|unpublished|under|preprint|press)\b.*)$/i;
const MONTH_WORD =
  /(?<!\p{L})(jan|feb|m(?:ar|är|rz)|apr|avr|ma[iy]|ju[nl]|juin|juil|aug|ao[uû]|sep|o[ck]t|nov|de[cz])\p{L}*/iu;
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  mär: 3,
  mrz: 3,
  apr: 4,
  avr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  juin: 6,
  jul: 7,
  juil: 7,
  aug: 8,
  aou: 8,
  aoû: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
};

/** One text that tells the whole date: `2001-06-12`, `2001-06/2002`, `1931?`, `2001/09/01`, `12 June 2001`. */
export function readDate(text: string): DateRead {
  const found = text.trim();
  const iso = ISO.exec(found);
  if (iso !== null) return checked(Number(iso[1]), monthNumber(iso[2]), dayNumber(iso[3]), found);
  return readDateParts(found, found, undefined);
}

/** BibTeX's `year`, `month` and `day`. The month may hold the day (`jun # "~16"`) or a second month. */
export function readDateParts(year: string | undefined, month: string | undefined, day: string | undefined): DateRead {
  const inWords = month === undefined ? undefined : MONTH_WORD.exec(month)?.[1]?.toLowerCase();
  const number = inWords === undefined ? monthNumber(/^\D*(\d{1,2})(?!\d)/.exec(month ?? '')?.[1]) : MONTHS[inWords];
  const dayInMonth = inWords === undefined ? undefined : /(?<!\d)(\d{1,2})(?!\d)/.exec(month ?? '')?.[1];
  const yearText = year ?? '';
  const yearNumber = YEAR.exec(yearText)?.[1] ?? /^\D*(\d{4})(?!\d)/.exec(yearText)?.[1];
  const read = checked(
    yearNumber === undefined ? undefined : Number(yearNumber),
    number,
    number === undefined ? undefined : dayNumber(day ?? dayInMonth),
    [year, month, day].filter(Boolean).join(' '),
  );
  if (yearNumber !== undefined || NO_YEAR.test(yearText.trim())) return read;
  return { ...read, problem: { kind: 'mangled-date', found: yearText } };
}

/** Seasons (21 to 24) and months that are none are left out. */
function monthNumber(text: string | undefined): number | undefined {
  const month = Number(text ?? 0);
  return month >= 1 && month <= 12 ? month : undefined;
}

function dayNumber(text: string | undefined): number | undefined {
  const day = Number(/\d{1,2}/.exec(text ?? '')?.[0] ?? 0);
  return day >= 1 && day <= 31 ? day : undefined;
}

function checked(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
  found: string,
): DateRead {
  const known = {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
  };
  if (month === undefined || day === undefined) return { date: known };
  if (dayExists(year ?? 2000, month, day)) return { date: { ...known, day } };
  return { date: known, problem: { kind: 'impossible-date', found } };
}
