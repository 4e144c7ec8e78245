import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { comparePositions } from '../../src/model/index.ts';
import type { SortValue } from '../../src/model/index.ts';
import { sortedRows } from '../../src/store/memory/sorted-rows.ts';

const text = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'a\0', 'a\0b', '\0', 'ﬀ', '😀', 'the same words to begin with, and then 1', 'é'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }), fc.constantFrom(-0, 0, 2024));
/** Lists of rows whose values are of the same kinds, as those of one order are. */
const values: fc.Arbitrary<readonly (readonly SortValue[])[]> = fc
  .array(fc.constantFrom('text', 'number'), { minLength: 1, maxLength: 3 })
  .chain((kinds) =>
    fc.array(fc.tuple(...kinds.map((kind) => (kind === 'text' ? text : fc.option(number, { freq: 4 })))), {
      maxLength: 80,
    }),
  );

describe('rows in an order', () => {
  it('stand as a comparison of their values has them, ties by row and marked', () => {
    fc.assert(
      fc.property(values, (all) => {
        const { rows, ties } = sortedRows(all.length, (row) => all[row] ?? []);
        const compare = (a: number, b: number): number =>
          comparePositions('ASC', { values: all[a] ?? [], id: '' }, { values: all[b] ?? [], id: '' });
        const expected = [...all.keys()].sort((a, b) => compare(a, b) || a - b);
        expect([...rows]).toEqual(expected);
        const isTie = (at: number): boolean => (((ties[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
        expect(expected.map((_, at) => isTie(at))).toEqual(
          expected.map((row, at) => at > 0 && compare(expected[at - 1] ?? 0, row) === 0),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('are found among thousands that begin alike', () => {
    const words = Array.from({ length: 3000 }, (_, row) => `On the same long beginning ${(row * 7919) % 500}`);
    const expected = [...words.keys()].sort(
      (a, b) => Number(words[a]?.slice(27)) - Number(words[b]?.slice(27)) || a - b,
    );
    const padded = words.map((word) => [word.slice(0, 27), Number(word.slice(27))]);
    expect([...sortedRows(words.length, (row) => padded[row] ?? []).rows]).toEqual(expected);
  });
});
