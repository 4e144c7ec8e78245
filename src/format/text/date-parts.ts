/** `{"date-parts": [[2021, 5, 3]]}`, as Crossref and CSL-JSON write dates: any part may be missing, null or text. */
import { MONTHS } from './month.ts';
import { dayExists, parseFullDate } from '../../model/index.ts';
import type { PartialDate } from '../../model/index.ts';

import { countIn, listIn, objectIn, textIn } from './json-fields.ts';

/** The beginning of the date, or undefined when it has no year. */
export function dateOfParts(value: unknown): PartialDate | undefined {
  const first = listIn(objectIn(value)['date-parts'])[0];
  const [year, month, day] = listIn(first).map(countIn);
  return dateOf(year, month, day);
}

/** A date of numbers: parts that cannot be are left out. */
export function dateOf(year?: number, month?: number, day?: number): PartialDate | undefined {
  if (year === undefined || year < 1 || year > 9999) return undefined;
  if (month === undefined || month < 1 || month > 12) return { year };
  if (day === undefined || !dayExists(year, month, day)) return { year, month };
  return { year, month, day };
}

/** `2021-05-03`, `2021-05`, `2021`, `May 3, 2021`, `3 May 2021`, `circa 1980`: as much as can be read, else undefined. */
export function dateOfText(value: unknown): PartialDate | undefined {
  const text = textIn(value);
  if (text === undefined) return undefined;
  const full = parseFullDate(text.slice(0, 10));
  if (full !== undefined) return full;
  const numbers = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:$|[^\d])/.exec(text);
  if (numbers !== null) return dateOf(Number(numbers[1]), countIn(numbers[2]), countIn(numbers[3]));
  const year = /(?:^|[^\d])(\d{4})(?:$|[^\d])/.exec(text)?.[1];
  const word = /\p{L}{3,}/gu;
  const month = [...text.toLowerCase().matchAll(word)].map((match) => MONTHS.indexOf(match[0].slice(0, 3)) + 1);
  const day = /(?:^|[^\d])(\d{1,2})(?:$|[^\d])/.exec(text)?.[1];
  return dateOf(
    countIn(year),
    month.find((number) => number > 0),
    countIn(day),
  );
}
