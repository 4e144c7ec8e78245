/**
 * Which papers on profile pages are one. They have no key of a catalogue, so their key is folded title and printed date;
 * two pages captured in different years may print one paper with and without its year, and those are one paper when
 * title, month and day agree and the years can be one.
 */
import { appendTo, foldText } from '../../model/index.ts';
import type { PaperRecord, RecordKey } from '../../model/index.ts';

import { PROFILE } from './catalogues.ts';

type KeyPair = readonly [one: RecordKey, other: RecordKey];

/** Keys of one paper, in pairs; keys that are equal are not told. */
export function joinedPages(records: readonly PaperRecord[]): KeyPair[] {
  return [...recordsBySameDay(records).values()].flatMap(joinedYears);
}

function recordsBySameDay(records: readonly PaperRecord[]): Map<string, PaperRecord[]> {
  const groups = new Map<string, PaperRecord[]>();
  for (const record of records) {
    const day = record.catalogue === PROFILE ? printedDay(record.key) : undefined;
    if (day === undefined) continue;
    appendTo(groups, `${foldText(record.title)}|${day}`, record);
  }
  return groups;
}

// Month and day as the page prints them, which is what the key holds: the record itself drops a day that does not exist
// in the year it was taken for (29 February), and that year may be wrong.
function printedDay(key: RecordKey): string | undefined {
  return /\|(?:\d{4}|-)-(\d{2}-\d{2})$/.exec(key)?.[1];
}

// A printed year joins only its equal. A year that was not printed joins the printed year it equals, or the only
// printed year there is; where several are printed and none fits, nothing says which, and it stays apart. Records of
// one key are decided together, by the latest year any page implies, so that they never tie two printed years.
function joinedYears(records: readonly PaperRecord[]): KeyPair[] {
  const printed = new Map<number, RecordKey>();
  const open = new Map<RecordKey, number>();
  const pairs: KeyPair[] = [];
  for (const record of records) {
    const { year } = record.date;
    if (year === undefined || record.isYearInferred)
      open.set(record.key, Math.max(year ?? 0, open.get(record.key) ?? 0));
    else {
      const twin = printed.get(year) ?? record.key;
      printed.set(year, twin);
      pairs.push([twin, record.key]);
    }
  }
  const only = printed.size === 1 ? [...printed.values()][0] : undefined;
  for (const [key, year] of open) {
    const twin = printed.get(year) ?? only ?? (printed.size === 0 ? [...open.keys()][0] : undefined);
    if (twin !== undefined) pairs.push([twin, key]);
  }
  return pairs;
}
