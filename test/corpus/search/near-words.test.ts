import fc from 'fast-check';
import { expect, test } from 'vitest';

import { Dictionary } from '../../../src/corpus/search/dictionary.ts';
import { eachNearWord } from '../../../src/corpus/search/near-words.ts';
import { compareText } from '../../../src/model/index.ts';
import { typoDistance } from '../../support/search-reference.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });

function dictionaryOf(words: readonly string[]): Dictionary {
  const sorted = [...new Set(words)].sort(compareText);
  const starts = [0];
  for (const word of sorted) starts.push((starts.at(-1) ?? 0) + Buffer.byteLength(word));
  return new Dictionary(Buffer.from(sorted.join('')), Uint32Array.from(starts));
}

function near(dictionary: Dictionary, sought: string, most: number): [string, number][] {
  const found: [string, number][] = [];
  eachNearWord(dictionary, Buffer.from(sought), most, (word, distance) =>
    found.push([dictionary.word(word), distance]),
  );
  return found;
}

test('finds exactly the words that are a typo or two away', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), letters, fc.constantFrom(1, 2), (words, sought, most) => {
      const dictionary = dictionaryOf(words);
      const expected = [...new Set(words)]
        .sort(compareText)
        .map((word): [string, number] => [word, typoDistance(word, sought)])
        .filter(([, distance]) => distance <= most);
      expect(near(dictionary, sought, most)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('counts two neighbours that changed places as one typo', () => {
  const dictionary = dictionaryOf(['smith', 'smtih', 'simth', 'sitmh', 'msith', 'smiths']);
  expect(near(dictionary, 'smith', 1)).toEqual([
    ['msith', 1],
    ['simth', 1],
    ['smith', 0],
    ['smiths', 1],
    ['smtih', 1],
  ]);
});

test('finds the words that begin so as a range', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), letters, (words, beginning) => {
      const dictionary = dictionaryOf(words);
      const [first, end] = dictionary.beginningWith(Buffer.from(beginning));
      const found = Array.from({ length: end - first }, (_, at) => dictionary.word(first + at));
      const all = [...new Set(words)].sort(compareText);
      expect(found).toEqual(all.filter((word) => word.startsWith(beginning)));
      const at = dictionary.find(Buffer.from(beginning));
      expect(at === undefined ? undefined : dictionary.word(at)).toBe(all.find((word) => word === beginning));
    }),
  );
});
