import fc from 'fast-check';
import { expect, test } from 'vitest';

import { compareText, sortedUnique } from '../../src/model/index.ts';

test('orders by code point, where UTF-16 units would put 😀 before ﬀ', () => {
  expect(['😀', 'ﬀ', 'z', 'É', 'Z'].sort(compareText)).toEqual(['Z', 'z', 'É', 'ﬀ', '😀']);
});

test('puts a text before the longer one that begins with it', () => {
  expect(compareText('Lee', 'Leeds')).toBeLessThan(0);
});

test('agrees with a comparison of code points, on any two texts', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(slowCompare([...a], [...b]));
    }),
  );
});

test('gives each text once, in order', () => {
  expect(sortedUnique(['b', 'a', 'b'])).toEqual(['a', 'b']);
});

function slowCompare(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(a.length - b.length);
}
