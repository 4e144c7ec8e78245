import fc from 'fast-check';
import { expect, test } from 'vitest';

import { StreamDecoder } from '../../src/format/index.ts';
import type { Problem } from '../../src/model/index.ts';

interface Decoded {
  readonly pieces: readonly string[];
  readonly problems: readonly Problem[];
}

function decode(bytes: Uint8Array, cuts: readonly number[], head = bytes): Decoded {
  const problems: Problem[] = [];
  const decoder = new StreamDecoder('a.txt', head, (problem) => void problems.push(problem));
  const pieces: string[] = [];
  let from = 0;
  for (let turn = 0; from < bytes.length; turn++) {
    const to = from + (cuts[turn % cuts.length] ?? 1);
    pieces.push(...decoder.decode(bytes.subarray(from, to)));
    from = to;
  }
  pieces.push(decoder.end());
  return { pieces, problems };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const cutsOf = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const HEAD = utf8('é');

test('gives the text of the whole, wherever the bytes are cut and whatever they are', () => {
  const some = fc.oneof(
    fc.constantFrom('a', '\n', 'é', '\u2003', '\u{1F600}', '\uFEFF', '\uFFFD').map(utf8),
    fc.uint8Array({ minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(some, { maxLength: 30 }), cutsOf, (parts, cuts) => {
      const bytes = Buffer.concat(parts);
      const whole = new TextDecoder().decode(bytes).replaceAll('\0', ' ');
      expect(decode(bytes, cuts, HEAD).pieces.join('')).toBe(whole);
    }),
    { numRuns: 500 },
  );
});

test('tells the line of the first byte that begins no character, once', () => {
  const bytes = Buffer.concat([utf8('é\né\n\uFFFD é'), Uint8Array.of(0xe9), utf8('\nb'), Uint8Array.of(0xff)]);
  for (const cuts of [[bytes.length], [1], [3, 4]]) {
    const { problems } = decode(bytes, cuts, HEAD);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['wrong-encoding', 3]]);
  }
});

test('has nothing to say of a replacement character that the file holds itself', () => {
  expect(decode(utf8('a \uFFFD b\n'), [2], HEAD).problems).toEqual([]);
});

test('ends pieces where lines end, and holds no line that is longer than the bytes at hand', () => {
  const lines = utf8(`${'x'.repeat(5000)}\n`.repeat(20));
  const { pieces } = decode(lines, [30_000]);
  expect(pieces.filter((piece) => piece !== '' && !piece.endsWith('\n'))).toEqual([]);
  const endless = decode(utf8('x'.repeat(100_000)), [10_000]).pieces;
  expect(endless.map((piece) => piece.length)).toEqual([...Array.from({ length: 10 }, () => 10_000), 0]);
});
