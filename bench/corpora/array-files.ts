/**
 * A made corpus as files of bare numbers, little-endian, which programs in any language read alike: offsets.bin and
 * authors.bin (paper → authors, 32 bits), years.bin (16 bits), and pairs.bin, the pairs of authors that are asked for:
 * drawn at random, for a search from where the numbering began is several times as quick as from anybody else.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Random } from '../random.ts';
import { makePapers } from './made-papers.ts';
import type { MadePapers, Size } from './made-papers.ts';

const PAIRS = 1000;

export interface PaperArrays extends Pick<MadePapers, 'paperOffsets' | 'paperAuthors' | 'years'> {
  /** Of different authors in the giant component. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** Makes the corpus of a size in a folder of its own, unless it is there; returns that folder. */
export function arrayFolder(root: string, size: Size, seed: number): string {
  const folder = join(root, `${size}-${seed}`);
  if (!existsSync(join(folder, 'pairs.bin'))) writeArrays(folder, makePapers(size, seed), seed);
  return folder;
}

export function writeArrays(folder: string, papers: MadePapers, seed: number): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'offsets.bin'), papers.paperOffsets);
  writeFileSync(join(folder, 'authors.bin'), papers.paperAuthors);
  writeFileSync(join(folder, 'years.bin'), papers.years);
  writeFileSync(join(folder, 'pairs.bin'), drawPairs(papers, new Random(seed + 1))); // last: it tells that all are there
}

export function readArrays(folder: string): PaperArrays {
  const numbers = words(join(folder, 'pairs.bin'));
  return {
    paperOffsets: words(join(folder, 'offsets.bin')),
    paperAuthors: words(join(folder, 'authors.bin')),
    years: new Uint16Array(bytes(join(folder, 'years.bin'))),
    pairs: Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[2 * at] ?? 0, numbers[2 * at + 1] ?? 0]),
  };
}

function drawPairs({ authors, paperOffsets, paperAuthors }: MadePapers, random: Random): Uint32Array {
  const giant = giantComponent(authors, paperOffsets, paperAuthors);
  const pairs: number[] = [];
  while (pairs.length < 2 * PAIRS) {
    const [from = 0, to = 0] = [giant[random.below(giant.length)], giant[random.below(giant.length)]];
    if (from !== to) pairs.push(from, to);
  }
  return Uint32Array.from(pairs);
}

// Union-find: joins the authors of each paper, halving the ways up as it goes.
function giantComponent(authors: number, offsets: Uint32Array, seats: Uint32Array): Uint32Array {
  const above = Uint32Array.from({ length: authors }, (_, author) => author);
  const top = (author: number): number => {
    let at = author;
    for (let next = above[at] ?? 0; next !== at; next = above[at] ?? 0) at = above[at] = above[next] ?? 0;
    return at;
  };
  for (let paper = 0; paper + 1 < offsets.length; paper++) {
    const first = offsets[paper] ?? 0;
    for (let seat = first + 1; seat < (offsets[paper + 1] ?? 0); seat++)
      above[top(seats[seat] ?? 0)] = top(seats[first] ?? 0);
  }
  const sizes = new Uint32Array(authors);
  let giant = 0;
  for (let author = 0; author < authors; author++) {
    const component = top(author);
    sizes[component] = (sizes[component] ?? 0) + 1;
    if ((sizes[component] ?? 0) > (sizes[giant] ?? 0)) giant = component;
  }
  return Uint32Array.from({ length: authors }, (_, author) => author).filter((author) => top(author) === giant);
}

function words(path: string): Uint32Array {
  return new Uint32Array(bytes(path));
}

function bytes(path: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
