// A format's reader driven by hand: text in pieces in, records and problems out; and text damaged at random but the same
// on every run.

import type { Format } from '../../src/format/index.ts';
import type { PaperRecord, PersonRecord, Problem, RedirectRecord, SourceRecord } from '../../src/model/index.ts';

export interface ReadText {
  readonly records: readonly SourceRecord[];
  readonly papers: readonly PaperRecord[];
  readonly persons: readonly PersonRecord[];
  readonly redirects: readonly RedirectRecord[];
  readonly problems: readonly Problem[];
}

/** Reads a text whole, or in pieces cut at the given lengths in turn. */
export function readText(
  format: Format,
  text: string,
  cuts: readonly number[] = [text.length],
  file = 'a.txt',
): ReadText {
  return readPieces(format, piecesOf(text, cuts), { file });
}

/** Reads a text in the pieces it comes in. */
export function readPieces(
  format: Format,
  pieces: readonly string[],
  context: { readonly file: string; readonly capturedOn?: string },
): ReadText {
  const records: SourceRecord[] = [];
  const problems: Problem[] = [];
  const reader = format.open({
    ...context,
    record: (record) => void records.push(record),
    problem: (problem) => void problems.push(problem),
  });
  for (const piece of pieces) reader.write(piece);
  reader.end();
  return {
    records,
    papers: records.filter((record) => record.kind === 'paper'),
    persons: records.filter((record) => record.kind === 'person'),
    redirects: records.filter((record) => record.kind === 'redirect'),
    problems,
  };
}

/** A text in pieces of the given lengths, in turn. */
export function piecesOf(text: string, cuts: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = Math.max(1, cuts[turn % cuts.length] ?? text.length);
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

/** The same text damaged in one to four places: changed, cut out, repeated, moved, cut off. The seed decides. */
export function damaged(text: string, seed: number): string {
  const random = randomOf(seed);
  let result = text;
  for (let left = 1 + random(4); left > 0; left--) {
    const from = random(result.length + 1);
    const part = result.slice(from, from + random(200));
    const rest = result.slice(from + part.length);
    const before = result.slice(0, from);
    const other = random(result.length + 1);
    const ways = [
      () => `${before}${String.fromCharCode(random(128))}${result.slice(from + 1)}`,
      () => before + rest,
      () => before + part + part + rest,
      () => result.slice(0, other) + part + result.slice(other),
      () => before + '<>&"\'[]{}-!?/;:'.charAt(random(15)) + result.slice(from),
      () => (random(4) === 0 ? before : result),
    ];
    result = ways[random(ways.length)]?.() ?? result;
  }
  return result;
}

// Mulberry32: any 32-bit seed, an even stream.
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
