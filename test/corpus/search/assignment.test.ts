import fc from 'fast-check';
import { expect, test } from 'vitest';

import { bestAssignment } from '../../../src/corpus/search/assignment.ts';
import { assignments } from '../../support/search-reference.ts';

const tables = fc.integer({ min: 1, max: 4 }).chain((rows) =>
  fc.integer({ min: rows, max: 5 }).chain((columns) =>
    fc
      .array(fc.constantFrom(0, 0, 0.4, 0.6, 0.75, 0.85, 1), {
        minLength: rows * columns,
        maxLength: rows * columns,
      })
      .map((values) => ({ rows, columns, values: Float64Array.from(values, (value) => value / rows) })),
  ),
);

test('gives each row a column of its own, worth as much as any way of doing so', () => {
  fc.assert(
    fc.property(tables, ({ rows, columns, values }) => {
      const worth = (columnOf: readonly number[]): number =>
        columnOf.reduce((sum, column, row) => sum + (values[row * columns + column] ?? 0), 0);
      const possible = assignments(rows, columns).filter((columnOf) =>
        columnOf.every((column, row) => (values[row * columns + column] ?? 0) > 0),
      );
      const found = bestAssignment(values, rows, columns);
      if (possible.length === 0) expect(found).toBeUndefined();
      else {
        expect(new Set(found).size).toBe(rows);
        expect(worth(found ?? [])).toBeCloseTo(Math.max(...possible.map(worth)), 9);
      }
    }),
    { numRuns: 1000 },
  );
});
