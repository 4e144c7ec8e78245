/** A made corpus as files of bare numbers: what both our code and the C++ read, and the pairs that are asked for. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AuthorLists, FrozenGraph } from '../../src/csr/index.ts';
import { Random } from '../random.ts';
import { makePapers } from './made-papers.ts';
import type { Size } from './made-papers.ts';
import { csr } from './measured-csr.ts';

const PAIRS = 1000;

/** Makes the corpus of a size in a folder of its own, unless it is there; returns that folder. */
export function corpusFolder(root: string, size: Size, seed: number): string {
  const folder = join(root, `${size}-${seed}`);
  if (existsSync(join(folder, 'pairs.bin'))) return folder;
  mkdirSync(folder, { recursive: true });
  const { paperOffsets, paperAuthors, years } = makePapers(size, seed);
  writeFileSync(join(folder, 'offsets.bin'), paperOffsets);
  writeFileSync(join(folder, 'authors.bin'), paperAuthors);
  writeFileSync(join(folder, 'years.bin'), years);
  writeFileSync(join(folder, 'pairs.bin'), pairsIn(frozen(listsIn(folder)), seed));
  return folder;
}

export function listsIn(folder: string): AuthorLists {
  const paperOffsets = words(join(folder, 'offsets.bin'));
  const paperAuthors = words(join(folder, 'authors.bin'));
  const years = new Uint16Array(bytes(join(folder, 'years.bin')));
  const authors = paperAuthors.reduce((most, author) => Math.max(most, author + 1), 0);
  const paperTraits = Uint32Array.from(years, (year, paper) =>
    csr.packTraits({
      year,
      authorCount: (paperOffsets[paper + 1] ?? 0) - (paperOffsets[paper] ?? 0),
      isCountUnknown: false,
    }),
  );
  return { authors, paperOffsets, paperAuthors, paperTraits, authorFlags: new Uint8Array(authors) };
}

/** Pairs of different authors of the giant component, as in the file. */
export function pairsOf(folder: string): [number, number][] {
  const numbers = words(join(folder, 'pairs.bin'));
  return Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[2 * at] ?? 0, numbers[2 * at + 1] ?? 0]);
}

export function frozen(lists: AuthorLists, threads = 1): FrozenGraph {
  return csr.freeze(lists, { threads });
}

/** The caller's number of an author → that of the graph. */
export function numbersOf({ authors }: FrozenGraph): Uint32Array {
  const numbers = new Uint32Array(authors.length);
  for (const [number, author] of authors.entries()) numbers[author] = number;
  return numbers;
}

function pairsIn(graph: FrozenGraph, seed: number): Uint32Array {
  const random = new Random(seed + 1);
  const { componentOffsets } = graph.graph;
  let giant = 0;
  const sizeOf = (at: number): number => (componentOffsets[at + 1] ?? 0) - (componentOffsets[at] ?? 0);
  for (let at = 1; at + 1 < componentOffsets.length; at++) if (sizeOf(at) > sizeOf(giant)) giant = at;
  const pick = (): number => graph.authors[(componentOffsets[giant] ?? 0) + random.below(sizeOf(giant))] ?? 0;
  const pairs: number[] = [];
  while (pairs.length < 2 * PAIRS) {
    const [from, to] = [pick(), pick()];
    if (from !== to) pairs.push(from, to);
  }
  return Uint32Array.from(pairs);
}

function words(path: string): Uint32Array {
  return new Uint32Array(bytes(path));
}

function bytes(path: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
