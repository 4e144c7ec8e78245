/** What a reader says of a text, in one piece or in many, and texts damaged in every usual way. */
import type { Format } from '../../src/format/format.ts';
import type { PaperRecord, PersonRecord, Problem, SourceRecord } from '../../src/model/index.ts';
import { readPieces } from './read-text.ts';

export interface Trial {
  readonly records: readonly SourceRecord[];
  readonly papers: readonly PaperRecord[];
  readonly people: readonly PersonRecord[];
  readonly problems: readonly Problem[];
}

export function tryReader(format: Format, text: string | readonly string[]): Trial {
  const { persons, ...read } = readPieces(format, typeof text === 'string' ? [text] : text, { file: 'a-file' });
  return { ...read, people: persons };
}

/** The text in pieces, cut at these places. */
export function cutAt(text: string, places: readonly number[]): string[] {
  const cuts = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
  return cuts.slice(1).map((cut, at) => text.slice(cuts[at], cut));
}

/** `count` damaged copies of the text: characters changed, cut, repeated, spliced. The same for the same seed. */
export function* damaged(text: string, count: number, seed = 1): Generator<string> {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  for (let at = 0; at < count; at++) {
    let copy = text;
    for (let times = 1 + random(4); times > 0; times--) {
      const from = random(copy.length + 1);
      const to = Math.min(copy.length, from + random(200));
      const piece = copy.slice(from, to);
      const kind = random(4);
      if (kind === 0) copy = `${copy.slice(0, from)}${String.fromCodePoint(random(300))}${copy.slice(from + 1)}`;
      else if (kind === 1) copy = copy.slice(0, from) + copy.slice(to);
      else if (kind === 2) copy = copy.slice(0, to) + piece.repeat(1 + random(5)) + copy.slice(to);
      else copy = copy.slice(0, random(copy.length + 1)) + piece + copy.slice(from);
    }
    yield copy;
  }
}

/** `family | given` of an expected person and of a read name, folded alike: letters and their order, nothing else. */
export function letters(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
