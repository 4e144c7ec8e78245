/**
 * Laws of the twin rules on random records of catalogues, bibliographies and profile pages that meet in every way, and
 * the rules again as SEMANTICS.md tells them: every pair looked at, best first.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { forEachCandidate } from '../../src/identity/papers/candidates.ts';
import { nameTokens } from '../../src/identity/papers/authors-fit.ts';
import { pairRank } from '../../src/identity/papers/pair-rank.ts';
import { told } from '../../src/identity/papers/told.ts';
import { inOneOrder } from '../../src/identity/sourced.ts';
import type { Sourced } from '../../src/identity/sourced.ts';
import { groupTwins } from '../../src/identity/twins.ts';
import { compareText, foldText } from '../../src/model/index.ts';
import type { PaperRecord } from '../../src/model/index.ts';
import { identifier, paper, sourced } from '../support/worlds.ts';

const PERSONAL = ['bibtex', 'ris', 'csl'];
const KEYED = ['dblp', 'openalex', 'crossref'];
const NAMES = ['Ada Byron', 'A. Byron', 'Byron, Ada', 'Grace Hopper', 'G. Hopper', 'Wei Wang', 'Kurt Gödel'];

const records = fc
  .record({
    catalogue: fc.constantFrom(...PERSONAL, ...KEYED),
    key: fc.constantFrom('1', '2', '3'),
    title: fc.constantFrom('Looms', 'looms!', 'Lathes', '[untitled]'),
    year: fc.option(fc.constantFrom(2020, 2021, 2022), { freq: 4 }),
    by: fc.subarray(NAMES, { maxLength: 3 }),
    isCut: fc.boolean(),
    type: fc.constantFrom('PREPRINT' as const, 'ARTICLE' as const, undefined),
    identifiers: fc.subarray(['doi:10.1000/1', 'doi:10.1000/2', 'arxiv:2001.00001', 'isbn:9783642321566'], {
      maxLength: 2,
    }),
    citationKey: fc.option(fc.constantFrom('loom', 'lathe')),
  })
  .map(({ catalogue, key, title, year, by, isCut, type, identifiers, citationKey }): PaperRecord => {
    const record = paper(title, by, {
      keyed: [catalogue, key],
      isCut,
      identifiers: identifiers.map(identifier),
      ...(year === null ? {} : { year }),
    });
    return { ...record, ...(type === undefined ? {} : { type }), ...(citationKey === null ? {} : { citationKey }) };
  });

const shelves = fc
  .array(fc.array(records, { maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((files) => sourced(...files.map((file, at) => ({ name: `file ${at}`, records: numbered(file) }))))
  .map((all) => all as Sourced<PaperRecord>[]); // papers are all there is

describe('records that tell one paper', () => {
  it('are those that the rules say, every pair looked at', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        expect(namesOf(groupTwins(inOneOrder(shelf)))).toEqual(namesOf(obviousTwins(inOneOrder(shelf))));
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same in every order of files, and when one is read twice', () => {
    const shuffled = shelves.chain((shelf) =>
      fc.tuple(fc.constant(shelf), fc.shuffledSubarray([...shelf, ...shelf], { minLength: 2 * shelf.length })),
    );
    fc.assert(
      fc.property(shuffled, ([shelf, otherwise]) => {
        expect(namesOf(groupTwins(inOneOrder(otherwise)))).toEqual(namesOf(groupTwins(inOneOrder(shelf))));
      }),
    );
  });

  it('are never two that one catalogue keys apart, along whatever chain', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        for (const group of groupTwins(inOneOrder(shelf))) {
          const keys = new Set(group.map(({ record }) => record.key));
          const keyed = [...keys]
            .map((key) => key.split(':')[0] ?? '')
            .filter((catalogue) => KEYED.includes(catalogue));
          expect(new Set(keyed).size).toBe(keyed.length);
        }
      }),
    );
  });

  it('stand in the order given, each once, all of one key together', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        const ordered = inOneOrder(shelf);
        const groups = groupTwins(ordered);
        const places = groups.map((group) => group.map((each) => ordered.indexOf(each)));
        expect(places.flat().toSorted((a, b) => a - b)).toEqual([...ordered.keys()]);
        for (const group of places) expect(group).toEqual(group.toSorted((a, b) => a - b));
        expect(places.map(([first]) => first)).toEqual(places.map(([first]) => first ?? 0).toSorted((a, b) => a - b));
        const keys = groups.flatMap((group) => [...new Set(group.map(({ record }) => record.key))]);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('pairs worth comparing', () => {
  it('are found by what they share also where too many bear one title', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 12 }), (list) => {
        const all = list.map(told);
        const most = 6;
        const signs = all.flatMap(({ record, tying, containers }) => [
          ...new Set([...record.authors.flatMap(({ name }) => nameTokens(name)), ...tying, ...containers]),
          ...(record.citationKey === undefined ? [] : [record.citationKey]),
        ]);
        fc.pre(signs.every((sign) => signs.filter((other) => other === sign).length <= most));
        const found = new Set<string>();
        forEachCandidate(all, (one, other) => found.add(`${one} ${other}`), most);
        for (const [at, other] of all.entries()) {
          for (const [before, one] of all.slice(0, at).entries()) {
            if (pairRank(one, other) !== undefined) expect(found).toContain(`${before} ${at}`);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** The rules, slowly: all pairs, the best first, each joined unless its paper then had two records of one catalogue. */
function obviousTwins(shelf: readonly Sourced<PaperRecord>[]): Sourced<PaperRecord>[][] {
  const byKey = new Map(shelf.map(({ record: { key } }) => [key, shelf.filter(({ record }) => record.key === key)]));
  const paperOf = new Map(shelf.map((each) => [each, byKey.get(each.record.key) ?? []]));
  const pairs = shelf
    .flatMap((one, at) =>
      shelf.slice(at + 1).map((other) => ({ one, other, match: matchOf(one.record, other.record) })),
    )
    .filter(({ match }) => match.length > 0)
    .toSorted((a, b) => compareLists(b.match, a.match));
  for (const { one, other, match } of pairs) {
    const [a, b] = [paperOf.get(one) ?? [], paperOf.get(other) ?? []];
    if (a === b) continue;
    const keyed = (some: typeof a): string[] =>
      some.flatMap(({ record }) => (KEYED.includes(record.catalogue) ? [record.catalogue] : []));
    if (keyed(a).some((catalogue) => keyed(b).includes(catalogue))) continue;
    if (match[0] !== 2 && contradict(a, b)) continue;
    const joined = [...a, ...b];
    for (const each of joined) paperOf.set(each, joined);
  }
  return [...new Set(paperOf.values())];
}

/** What ties two records, then how alike they are; empty when nothing does. */
function matchOf(one: PaperRecord, other: PaperRecord): number[] {
  const isPersonal = [one, other].every(({ catalogue }) => PERSONAL.includes(catalogue));
  if (one.key === other.key || (one.catalogue === other.catalogue && !isPersonal)) return [];
  const isTitled = one.title !== '[untitled]' && foldText(one.title) === foldText(other.title);
  const [a, b] = [one.date.year, other.date.year];
  const isPair = (one.type === 'PREPRINT') !== (other.type === 'PREPRINT');
  const isNear = a !== undefined && b !== undefined && isPair && Math.abs(a - b) === 1;
  const years = a === b ? (a === undefined ? 1 : 3) : isNear ? 2 : 0;
  const alike = [isTitled ? 1 : 0, years, isPair ? 0 : 1];
  const found = other.authors.filter(({ name }) => one.authors.some((who) => isSameName(who.name, name)));
  const shared = one.identifiers.filter(({ value, scheme }) => {
    return (scheme !== 'ISBN' || isTitled) && other.identifiers.some((its) => its.value === value);
  });
  if (shared.length > 0) {
    const areTitled = one.title !== '[untitled]' && other.title !== '[untitled]';
    const areSigned = one.authors.length > 0 && other.authors.length > 0;
    const isSlip = isPersonal && !isTitled && areTitled && areSigned && found.length === 0;
    return isSlip ? [] : [2, ...alike, 0];
  }
  if (!isTitled) return [];
  const isCited = isPersonal && one.citationKey !== undefined && one.citationKey === other.citationKey;
  if (isCited && a === b) return [1, ...alike, 0];
  const authors = authorsMatch(one, other);
  return years === 0 || authors === 0 ? [] : [0, ...alike, authors];
}

function authorsMatch(one: PaperRecord, other: PaperRecord): number {
  const [few, many] = [one.authors, other.authors].toSorted((a, b) => a.length - b.length) as [
    PaperRecord['authors'],
    PaperRecord['authors'],
  ];
  if (few.length === 0) return 0;
  const inPlace = few.filter(({ name }, at) => isSameName(name, many[at]?.name ?? '')).length;
  if (few.length === many.length && inPlace === few.length) return 2;
  const free = many.map(({ name }) => name);
  let found = 0;
  for (const { name } of few) {
    const at = free.findIndex((its) => isSameName(name, its));
    if (at < 0) continue;
    free.splice(at, 1);
    found++;
  }
  const needed = few.length === many.length ? few.length / 2 : few.length;
  return Math.max(inPlace, found) >= needed ? 1 : 0;
}

// Enough for the few people of these records.
function isSameName(one: string, other: string): boolean {
  const sign = (name: string): string => {
    const words = name.includes(',') ? name.split(', ').toReversed() : name.split(' ');
    return `${words[0]?.[0]} ${words.at(-1)}`;
  };
  return sign(one) === sign(other);
}

// A DOI or arXiv number of the one, and none of it on the other, which has another. A preprint's are its own.
function contradict(a: readonly Sourced<PaperRecord>[], b: readonly Sourced<PaperRecord>[]): boolean {
  const valuesOf = (some: typeof a, isPreprint: boolean, scheme: string): string[] =>
    some
      .filter(({ record }) => (record.type === 'PREPRINT') === isPreprint)
      .flatMap(({ record }) => record.identifiers.flatMap((told) => (told.scheme === scheme ? [told.value] : [])));
  return [true, false].some((isPreprint) =>
    ['DOI', 'ARXIV'].some((scheme) => {
      const [ones, others] = [valuesOf(a, isPreprint, scheme), valuesOf(b, isPreprint, scheme)];
      return ones.length > 0 && others.length > 0 && !ones.some((value) => others.includes(value));
    }),
  );
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value - (b[at] ?? 0);
  return 0;
}

function namesOf(groups: readonly (readonly Sourced<PaperRecord>[])[]): string[] {
  const names = groups.map((group) => group.map(({ sourceId, record }) => `${sourceId}/${record.line}`));
  return names.map((group) => group.toSorted(compareText).join(' ')).toSorted(compareText);
}

// A file has each record on a line of its own.
function numbered(list: readonly PaperRecord[]): PaperRecord[] {
  return list.map((record, at) => ({ ...record, line: at + 1 }));
}
