/** Months as people print them in bibliographies: `August`, `aug.`, `08`, `May 2 - May 7`. */
/** January first, as bibliographies shorten them. */
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_WORD = /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/gi;

/** 1 to 12; undefined when the text names no month or several (`October-November`). */
export function monthOf(text: string): number | undefined {
  const number = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= 12 ? Number(number) : undefined;
  const named = new Set(
    (text.match(MONTH_WORD) ?? []).map((word) => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1),
  );
  const [month] = named;
  return named.size === 1 ? month : undefined;
}
