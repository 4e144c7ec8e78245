/** Bytes damaged as bytes are: flipped, cut, repeated, moved, spliced with another file's, encoded as something else. */
import type { Random } from '../../bench/random.ts';

export interface Mutated {
  readonly bytes: Buffer;
  /** What was done, in order, for whoever has to understand a failure. */
  readonly steps: readonly string[];
}

const LONGEST = 1024 * 1024;
/** What opens, closes and separates in one of the formats. */
const MARKS = ['{', '}', '"', "'", '<', '>', '</', '&', ';', '[', ']', '(', ')', ',', '@', '\\', '#', '%', '\n', '\r'];
const TOKENS = [
  ...MARKS,
  '<!--',
  ']]>',
  '<![CDATA[',
  '<?',
  '<!DOCTYPE d [',
  '&#0;',
  '&#x110000;',
  '&amp;amp;',
  '\\u0000',
  '\\ud800',
  '\0',
  '\ufeff',
  '\u2028',
  '\ud800',
  'null',
  '[[',
  '{}',
  '1e999',
  '-0',
  '__proto__',
  'constructor',
  '\r\n\r\n',
  '@string{',
  '@comment{',
  'crossref = {',
  ' and ',
  "\\'{\\i}",
  '$',
  'TY  - ',
  'ER  - ',
  'PMID- ',
  '      ',
];

export function mutate(original: Buffer, other: Buffer, random: Random): Mutated {
  let bytes = original;
  const steps: string[] = [];
  for (let left = random.between(1, 5); left > 0; left--) {
    const step = random.pick(STEPS);
    bytes = step(bytes, other, random);
    if (bytes.length > LONGEST) bytes = bytes.subarray(0, LONGEST);
    steps.push(step.name);
  }
  return { bytes, steps };
}

type Step = (bytes: Buffer, other: Buffer, random: Random) => Buffer;

// Often those that leave most of a file whole: a file that is all damage tries little beyond its first record.
const STEPS: readonly Step[] = [
  flipBits,
  flipBits,
  setBytes,
  setBytes,
  cutOut,
  cutOut,
  cutOff,
  repeat,
  repeat,
  move,
  splice,
  splice,
  insertToken,
  insertToken,
  insertToken,
  swapToken,
  swapToken,
  repeatOften,
  asUtf16,
  asLatin1,
  withoutNewlines,
];

function flipBits(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = random.between(1, 20); left > 0; left--) {
    const at = random.below(copy.length);
    if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  }
  return copy;
}

function setBytes(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = random.between(1, 8); left > 0; left--) copy[random.below(copy.length)] = random.below(256);
  return copy;
}

function cutOut(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const [from, to] = stretch(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}

function cutOff(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  return random.chance(0.3) ? bytes.subarray(random.below(bytes.length)) : bytes.subarray(0, place(bytes, random));
}

function repeat(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const [from, to] = stretch(bytes, random);
  const times = Array.from({ length: random.between(2, 5) }, () => bytes.subarray(from, to));
  return Buffer.concat([bytes.subarray(0, from), ...times, bytes.subarray(to)]);
}

function move(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const [from, to] = stretch(bytes, random);
  const rest = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  const at = place(rest, random);
  return Buffer.concat([rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at)]);
}

function splice(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const at = place(bytes, random);
  const [from, to] = stretch(other, random);
  const after = random.chance(0.5) ? bytes.subarray(at) : bytes.subarray(place(bytes, random));
  return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), after]);
}

function insertToken(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const at = place(bytes, random);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(TOKENS)), bytes.subarray(at)]);
}

/** One mark of the file, wherever it stands, becomes another or nothing: a brace lost, a quote too many. */
function swapToken(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const mark = random.pick(MARKS);
  const at = bytes.indexOf(mark, place(bytes, random));
  if (at < 0) return bytes;
  const instead = random.chance(0.5) ? '' : random.pick(TOKENS);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(instead), bytes.subarray(at + mark.length)]);
}

/** Thousands of the same thing: what is quadratic shows itself. */
function repeatOften(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const at = place(bytes, random);
  const isToken = random.chance(0.6);
  const piece = isToken ? Buffer.from(random.pick(TOKENS)) : bytes.subarray(at, at + random.between(1, 120));
  if (piece.length === 0) return bytes;
  const total = 2 ** random.between(8, 19);
  const pieces = Buffer.alloc(total - (total % piece.length), piece);
  return Buffer.concat([bytes.subarray(0, at), pieces, bytes.subarray(at)]);
}

function asUtf16(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const encoded = Buffer.from(`${random.chance(0.7) ? '\ufeff' : ''}${bytes.toString('utf8')}`, 'utf16le');
  return random.chance(0.3) ? encoded.swap16() : encoded;
}

/** Letters of another encoding in the middle of a file. */
function asLatin1(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const [from, to] = stretch(bytes, random);
  const isBack = random.chance(0.5);
  const text = bytes.toString(isBack ? 'utf8' : 'latin1', from, to);
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(text, isBack ? 'latin1' : 'utf8'), bytes.subarray(to)]);
}

function withoutNewlines(bytes: Buffer, _other: Buffer, random: Random): Buffer {
  const instead = random.pick(['', ' ', '\r', '\r\n', '\n\n']);
  return Buffer.from(bytes.toString('latin1').replaceAll(/\r?\n/g, instead), 'latin1');
}

function place(bytes: Buffer, random: Random): number {
  return random.below(bytes.length + 1);
}

// Mostly short, sometimes most of the file.
function stretch(bytes: Buffer, random: Random): readonly [from: number, to: number] {
  const from = place(bytes, random);
  const length = random.chance(0.8) ? random.below(300) : random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + length)];
}
