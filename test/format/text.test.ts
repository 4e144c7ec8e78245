import fc from 'fast-check';
import { expect, test } from 'vitest';

import { decodeHead, decodeText } from '../../src/format/index.ts';
import { LineSplitter, splitLines } from '../../src/format/text/lines.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isBigEndian = false): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
};

test.each([
  ['UTF-8', utf8('Dominé\n'), 'utf-8'],
  ['UTF-8 with a mark', utf8('\uFEFFDominé\n'), 'utf-8'],
  ['UTF-16, little end first', utf16('Dominé\n'), 'utf-16le'],
  ['UTF-16, big end first', utf16('Dominé\n', true), 'utf-16be'],
])('reads %s', (_, bytes, encoding) => {
  expect(decodeText('a.txt', bytes)).toEqual({ text: 'Dominé\n', encoding });
  expect(decodeHead(bytes)).toBe('Dominé\n');
});

test('reads what is no UTF-8 as windows-1252 and says where it is not', () => {
  const bytes = Buffer.from('Ada\r\nCl\xe9mentine \x93Domin\xe9\x94\n', 'latin1');
  expect(decodeText('a.txt', bytes)).toEqual({
    text: 'Ada\r\nClémentine “Dominé”\n',
    encoding: 'windows-1252',
    problem: {
      kind: 'wrong-encoding',
      file: 'a.txt',
      line: 2,
      byte: 7,
      message: 'The file is not valid UTF-8: byte 0xE9 begins no character.',
      found: 'byte 0xE9',
      kept: 'the whole text, read as windows-1252',
    },
  });
  expect(decodeHead(bytes)).toBe('Ada\r\nClémentine “Dominé”\n');
});

test('loses one bad byte, not every accent, where the rest is UTF-8', () => {
  const bytes = Buffer.concat([utf8('Dominé\nRaventós '), Buffer.from([0xe9]), utf8('\nZürich\n')]);
  const { text, encoding, problem } = decodeText('a.txt', bytes);
  expect(text).toBe('Dominé\nRaventós \uFFFD\nZürich\n');
  expect(encoding).toBe('utf-8');
  expect(problem).toMatchObject({ kind: 'wrong-encoding', line: 2 });
});

test('takes a replacement character that was written as such for no damage', () => {
  expect(decodeText('a.txt', utf8('a \uFFFD b'))).toEqual({ text: 'a \uFFFD b', encoding: 'utf-8' });
});

test('leaves out a character that the head cuts in two', () => {
  expect(decodeHead(utf8('Dominé').subarray(0, 6))).toBe('Domin');
  expect(decodeHead(utf16('Domin').subarray(0, 11))).toBe('Domi');
});

test.each([
  ['NUL bytes', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00)],
  ['UTF-16 without a mark', Buffer.from('Ada', 'utf16le')],
  ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)],
])('takes %s for binary', (_, bytes) => {
  expect(decodeHead(bytes)).toBeUndefined();
});

test('reads NUL bytes past the head as spaces, with a problem', () => {
  expect(decodeText('a.txt', utf8('a\nb\0c'))).toMatchObject({
    text: 'a\nb c',
    problem: { kind: 'binary-file', line: 2 },
  });
});

test('decodes any bytes without throwing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      decodeHead(bytes);
      decodeText('a.txt', bytes);
    }),
  );
});

test('decodes what was encoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
      expect(decodeText('a.txt', utf8(text)).text).toBe(text);
    }),
  );
});

test('ends a line at LF, CRLF and a lone CR, and counts from 1', () => {
  expect(splitLines('\uFEFFa\nb\r\nc\rd\n\ne')).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: 'b' },
    { number: 3, text: 'c' },
    { number: 4, text: 'd' },
    { number: 5, text: '' },
    { number: 6, text: 'e' },
  ]);
});

test('splits pieces as it splits the whole, wherever they end', () => {
  const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é'), maxLength: 4 }));
  fc.assert(
    fc.property(pieces, (some) => {
      const whole = some.join('');
      const expected = whole.split(/\r\n|\r|\n/);
      if (expected.at(-1) === '') expected.pop();
      const lines: string[] = [];
      const splitter = new LineSplitter();
      const take = ({ text }: { readonly text: string }): void => void lines.push(text);
      for (const piece of some) splitter.push(piece, take);
      splitter.end(take);
      expect(lines).toEqual(expected);
      expect(splitLines(whole).map((line) => line.text)).toEqual(expected);
    }),
  );
});
