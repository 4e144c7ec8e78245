import fc from 'fast-check';
import { expect, test } from 'vitest';

import { abstractOf } from '../../src/format/openalex/inverted-index.ts';

test('puts words back in order, wherever their places are', () => {
  expect(abstractOf({ again: [2], and: [1], over: [0, 3] })).toBe('over and again over');
  expect(abstractOf({ late: [1e9], early: [-1], between: [0.5] })).toBe('early between late');
  expect(abstractOf({ one: [0], other: [0], 'left out': [7] })).toBe('one other left out');
  expect(abstractOf({ a: ['0', null], b: [0] })).toBe('b');
  for (const none of [undefined, null, [], {}, { a: [] }, { a: 0 }]) expect(abstractOf(none)).toBeUndefined();
});

test('says the same as sorting all words by their places', () => {
  const places = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer(), fc.double({ noNaN: true })), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), places), (index) => {
      const words = Object.entries(index).flatMap(([word, all]) => all.map((place) => [place, word] as const));
      const sorted = words.toSorted(([left], [right]) => left - right).map(([, word]) => word);
      expect(abstractOf(index) ?? '').toBe(sorted.join(' '));
    }),
  );
});
