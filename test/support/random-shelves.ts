/**
 * Random shelves: a few sources over the same few titles, names, days and ORCIDs, so that records meet in every way; pages
 * with their owners hidden or printed, and records of a catalogue.
 */
import fc from 'fast-check';

import type { SourceRecord } from '../../src/model/index.ts';

import { orcid, page, paper } from './worlds.ts';
import type { Told, World } from './worlds.ts';

const NAMES = ['Ada Byron', 'Byron, Ada', 'Grace Hopper', 'Kurt Gödel', 'Kurt Godel', 'KURT GÖDEL', 'Wei Wang'];
const PEOPLE: readonly Told[] = [
  ...NAMES,
  orcid('Wei Wang', '0000-0002-1825-0097'),
  orcid('Wei Wang', '0000-0001-5109-3700'),
  orcid('Wang, W.', '0000-0001-5109-3700'),
];

const people = fc.array(fc.constantFrom(...PEOPLE), { maxLength: 4 });

const papers = fc
  .record({
    title: fc.constantFrom('Looms', 'looms!', 'Lathes', '織機'),
    by: people,
    year: fc.option(fc.constantFrom(2023, 2024, 2025)),
    month: fc.option(fc.constantFrom(5, 6)),
    day: fc.option(fc.constantFrom(19, 20)),
    isYearInferred: fc.boolean(),
    isCut: fc.boolean(),
    keyed: fc.option(fc.constantFrom('one', 'two')),
    abstract: fc.option(fc.constantFrom('Short.', 'Longer.', 'Langer.')),
    institutions: fc.subarray(['deepmind', 'DeepMind', 'ucl']),
    groups: fc.subarray(['The ATLAS Collaboration', 'the atlas collaboration']),
    categories: fc.subarray(['LG', 'cs.LG', 'CO']),
  })
  .map(({ title, by, year, month, day, keyed, abstract, ...told }) =>
    paper(title, by, {
      ...told,
      isYearInferred: year !== null && month !== null && day !== null && keyed === null && told.isYearInferred,
      ...(year === null ? {} : { year }),
      ...(month === null ? {} : { month, ...(day === null ? {} : { day }) }),
      ...(abstract === null ? {} : { abstract }),
      ...(keyed === null ? {} : { keyed: ['dblp', keyed] as const }),
    }),
  );

const figures = fc.record({
  hIndex: fc.nat(3),
  paperCount: fc.nat(2),
  capturedOn: fc.constantFrom('2024', '2025', '2025-03-01'),
});

const sources = fc.oneof(
  fc.array(papers, { maxLength: 4 }),
  fc
    .tuple(fc.constantFrom(...NAMES), fc.array(papers, { maxLength: 4 }), figures)
    .map(([owner, own, reported]) => page(owner, own, reported)),
);

export const shelves: fc.Arbitrary<readonly World[]> = fc
  .array(sources, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((records, at) => ({ name: `source ${at}`, records: numbered(records) })));

// A file has each record on a line of its own.
function numbered(records: readonly SourceRecord[]): SourceRecord[] {
  return records.map((record, at) => ({ ...record, line: at + 1 }));
}
