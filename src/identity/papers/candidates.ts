/**
 * Pairs of records that are worth comparing: those that share an identifier or a title. Never all pairs of a long list.
 *
 * A title that many records bear ("Introduction") is taken together with each family name on them, one of which every two
 * fitting author lists share, and the year, or with the citation key. What is still long is sorted, so that likely twins
 * stand close, and each record meets only those that follow it in a window: the sorted neighbourhood of Hernández &
 * Stolfo (1995, SIGMOD Rec. 24(2), 127). Blocks up to the window, and so every block that anybody has seen, are compared whole. For n records of
 * blocks bounded in size O(n log n), else O(n · window).
 */
import { compareText } from '../../model/index.ts';
import type { PaperRecord } from '../../model/index.ts';

import { nameTokens } from './authors-fit.ts';
import type { Told } from './told.ts';

const WINDOW = 50;

/** Calls `pair` with each candidate, some more than once. */
export function forEachCandidate(
  records: readonly Told[],
  pair: (one: number, other: number) => void,
  window: number = WINDOW,
): void {
  for (const block of blocksBy(records, allOf(records), ({ tying }) => tying)) neighbours(records, block, pair, window);
  for (const block of blocksBy(records, allOf(records), ({ title }) => (title === '' ? [] : [title]))) {
    if (block.length <= window) neighbours(records, block, pair, window);
    else {
      const isGuessed = block.some((at) => (records[at] as Told).record.isYearInferred);
      for (const part of blocksBy(records, block, signsWith(isGuessed))) neighbours(records, part, pair, window);
    }
  }
}

function* allOf(records: readonly Told[]): Iterable<number> {
  for (let at = 0; at < records.length; at++) yield at;
}

// What two records of one title have in common when they are one paper: a name in a year that both can be of, the
// citation key, the identifier of a container. `isGuessed`: the year of some record may be any.
function signsWith(isGuessed: boolean): (told: Told) => Iterable<string> {
  return ({ record, citationKey, containers }) => {
    const found = new Set(containers);
    if (citationKey !== undefined) found.add(`key ${citationKey}`);
    const years = isGuessed ? [...yearsOf(record), 'any'] : yearsOf(record);
    for (const { name } of record.authors) {
      for (const token of nameTokens(name)) for (const year of years) found.add(`${token} ${year}`);
    }
    return found;
  };
}

function yearsOf({ date: { year }, type }: PaperRecord): readonly (number | string)[] {
  if (year === undefined) return ['none'];
  return type === 'PREPRINT' ? [year - 1, year, year + 1] : [year];
}

/** Blocks of at least two. Most keys are borne by one record, which then needs no list. */
function blocksBy(
  records: readonly Told[],
  places: Iterable<number>,
  keysOf: (told: Told) => Iterable<string>,
): Iterable<readonly number[]> {
  const firsts = new Map<string, number>();
  const blocks = new Map<string, number[]>();
  for (const at of places) {
    for (const key of keysOf(records[at] as Told)) {
      const first = firsts.get(key);
      const block = blocks.get(key);
      if (block !== undefined) block.push(at);
      else if (first === undefined) firsts.set(key, at);
      else if (first !== at) blocks.set(key, [first, at]);
    }
  }
  return blocks.values();
}

function neighbours(
  records: readonly Told[],
  block: readonly number[],
  pair: (one: number, other: number) => void,
  window: number,
): void {
  const sorted = block.length > window ? inLikeness(records, block) : block;
  sorted.forEach((one, at) => {
    for (const other of sorted.slice(at + 1, at + 1 + window)) pair(Math.min(one, other), Math.max(one, other));
  });
}

function inLikeness(records: readonly Told[], block: readonly number[]): number[] {
  const likeness = block.map((at) => {
    const { record, title } = records[at] as Told;
    const names = record.authors.flatMap(({ name }) => nameTokens(name)[0] ?? []);
    return { at, title, year: record.date.year ?? 0, names: names.join(' ') };
  });
  likeness.sort(
    (a, b) => compareText(a.title, b.title) || a.year - b.year || compareText(a.names, b.names) || a.at - b.at,
  );
  return likeness.map(({ at }) => at);
}
