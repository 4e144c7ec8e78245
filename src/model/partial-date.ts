/** A date of which the year, the month or the day may be unknown: what papers really carry. */
export interface PartialDate {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
}

/** Whether such a day exists (Gregorian calendar): 29 February only in leap years. */
export function dayExists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `YYYY-MM-DD` when year, month and day are known, else undefined. */
export function fullDate(date: PartialDate): string | undefined {
  if (date.year === undefined || date.month === undefined || date.day === undefined) return undefined;
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

/** The date as it was printed, ISO 8601 where it can be: `2022-06-16`, `2022-06`, `2022`, `--05-19`, or `undated`. */
export function dateText(date: PartialDate): string {
  const month = date.month === undefined ? '' : `-${pad(date.month, 2)}`;
  const day = date.day === undefined ? '' : `-${pad(date.day, 2)}`;
  if (date.year !== undefined) return `${pad(date.year, 4)}${month}${day}`;
  return month === '' ? 'undated' : `-${month}${day}`;
}

/** Reads `YYYY-MM-DD`; undefined when it is not one or names a day that does not exist. */
export function parseFullDate(text: string): Required<PartialDate> | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return dayExists(year, month, day) ? { year, month, day } : undefined;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
