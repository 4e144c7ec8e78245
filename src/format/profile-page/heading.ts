/**
 * Where papers begin: a category code stuck to a date, `LGJun 16, 2022` or `LGMay 19`.
 *
 * A known code with a date that can be read is a heading by its shape alone, since no sentence has it. Headings without
 * a code, and those whose date is mangled (`LGJnu 16, 2022`, `LG`), could be a line of an abstract; they count only where
 * a paper would begin: on top of a paragraph, a title below, and a line of authors after that. Costs one look at each
 * line.
 */
import { isCategoryCode } from '../../model/index.ts';

import { isCertainAuthorLine } from './author-line.ts';
import { isHeadLine } from './figure.ts';
import { textOf } from './paragraph.ts';
import type { Paragraph } from './paragraph.ts';

/** A date as the page prints it: the day may not exist, the year may not be printed. */
export interface PrintedDate {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

export interface Heading {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** As printed. */
  readonly code?: string;
  /** Absent when mangled. */
  readonly date?: PrintedDate;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
// 'Jan|January|Feb|…', the longer form first so that it is taken whole.
const MONTH = MONTHS.map((month) => (month.length > 3 ? `${month}|${month.slice(0, 3)}` : month)).join('|');
const WHOLE = new RegExp(`^([A-Za-z][A-Za-z.-]*?)?(${MONTH}|Sept)\\.? (\\d{1,2})(?:,? (\\d{4})|,(\\d{4}))?$`);
const LOOSE_DATE = /^ ?([A-Za-z]{3,9})[. ]{0,2}(\d{1,2})(?:[, ]{0,2}(\d{4}))?$/;
const LONGEST_HEADING = 60;
const LONGEST_REST = 24;
const LONGEST_TITLE_LINES = 8;

/** The headings among a page's paragraphs, in order. */
export function findHeadings(paragraphs: readonly Paragraph[]): Heading[] {
  return paragraphs.flatMap((paragraph, at) => headingsIn(paragraph, paragraphs[at + 1]));
}

function headingsIn(paragraph: Paragraph, next: Paragraph | undefined): Heading[] {
  const headings: Heading[] = [];
  // Asked once for all lines of a paragraph, so that no page costs more than its length.
  let isAboveAuthors: boolean | undefined;
  const isPaper = (index: number): boolean =>
    hasTitle(paragraph, index) && (isAboveAuthors ??= next !== undefined && hasAuthors(next));
  for (const [index, line] of paragraph.entries()) {
    if (line.text.length > LONGEST_HEADING) continue;
    const onTop = index === 0 || isHeadLine(paragraph[index - 1]?.text ?? '');
    const heading = readHeading(line.text, onTop, () => isPaper(index));
    if (heading !== undefined) headings.push({ line: line.number, ...heading });
  }
  return headings;
}

function readHeading(text: string, onTop: boolean, isPaper: () => boolean): Omit<Heading, 'line'> | undefined {
  const whole = readWhole(text);
  if (whole?.code !== undefined && (onTop || isCategoryCode(whole.code))) return whole;
  if (!onTop) return undefined;
  if (whole !== undefined) return isPaper() ? whole : undefined;
  const mangled = readMangled(text);
  return mangled !== undefined && (mangled.date !== undefined || isPaper()) ? mangled : undefined;
}

function readWhole(text: string): Omit<Heading, 'line'> | undefined {
  const match = WHOLE.exec(text);
  if (match === null) return undefined;
  const [, code, month = '', day, year, closeYear] = match;
  const date = dateOf(month, day, year ?? closeYear);
  return { text, ...(code === undefined ? {} : { code }), ...(date === undefined ? {} : { date }) };
}

// A known code, and after it what may be left of a date.
function readMangled(text: string): Omit<Heading, 'line'> | undefined {
  const letters = /^[A-Za-z.-]+/.exec(text)?.[0] ?? '';
  for (let length = letters.length; length >= 2; length--) {
    const code = letters.slice(0, length);
    if (!isCategoryCode(code)) continue;
    const rest = text.slice(length);
    if (!isRuinOfDate(rest)) continue;
    const [, month = '', day, year] = LOOSE_DATE.exec(rest) ?? [];
    const date = dateOf(month, day, year);
    return { text, code, ...(date === undefined ? {} : { date }) };
  }
  return undefined;
}

function isRuinOfDate(rest: string): boolean {
  if (rest.length > LONGEST_REST) return false;
  const words = rest.match(/\p{L}+/gu) ?? [];
  const [word] = words;
  return word === undefined || (words.length === 1 && (/\d/.test(rest) || monthOf(word) !== undefined));
}

function dateOf(month: string, day: string | undefined, year: string | undefined): PrintedDate | undefined {
  const number = monthOf(month);
  if (number === undefined || day === undefined) return undefined;
  return { month: number, day: Number(day), ...(year === undefined ? {} : { year: Number(year) }) };
}

function monthOf(word: string): number | undefined {
  const folded = word.toLowerCase();
  const at = MONTHS.findIndex((month) => {
    const full = month.toLowerCase();
    return folded === full || folded === full.slice(0, 3) || (folded === 'sept' && full === 'september');
  });
  return at < 0 ? undefined : at + 1;
}

// The owner's category above the figures, `LG` over `h-index8`, is no heading over a title.
function hasTitle(paragraph: Paragraph, index: number): boolean {
  const below = paragraph.slice(index + 1, index + 1 + LONGEST_TITLE_LINES);
  return below.length > 0 && !below.some(({ text }) => isHeadLine(text) || readWhole(text) !== undefined);
}

function hasAuthors(next: Paragraph): boolean {
  return isCertainAuthorLine(textOf(next)) || isCertainAuthorLine(next[0]?.text ?? '');
}
