/**
 * Which of a few bearers of a name have anything in common: a paper, a coauthor, an institution, a venue or a word. Of a
 * common name hardly any two have, and those need no further comparison. Costs as much as there are features, and pairs
 * that share one.
 */
import type { Features } from './features.ts';

const NOBODY = -1;

/** Of each feature or paper the last bearer that was found to have it, as a place in the lists below; kept clean. */
const lastWith = { features: new Int32Array(0), papers: new Int32Array(0) };
/** By place: the bearer, and the place of the one before with the same feature. */
let bearerAt = new Int32Array(1024);
let placeBefore = new Int32Array(1024);
let flags = new Uint8Array(0);

export class Kin {
  readonly #size: number;
  /** Of each pair, at one × size + other, both ways. */
  readonly #flags: Uint8Array;
  #places = 0;

  /** Only one of these may be in use at a time: they take turns in the same memory. */
  constructor(bearers: readonly { readonly features: Features }[]) {
    this.#size = bearers.length;
    if (flags.length < this.#size ** 2) flags = new Uint8Array(this.#size ** 2);
    this.#flags = flags.fill(0, 0, this.#size ** 2);
    for (const [at, { features }] of bearers.entries()) {
      this.#note(at, features.papers, 'papers');
      for (const list of listsOf(features)) this.#note(at, list, 'features');
    }
    for (const { features } of bearers) {
      for (const paper of features.papers) lastWith.papers[paper] = NOBODY;
      for (const list of listsOf(features)) for (const feature of list) lastWith.features[feature] = NOBODY;
    }
  }

  meet(one: number, other: number): boolean {
    return this.#flags[one * this.#size + other] === 1;
  }

  /** What the second has in common with others, the first now has too. */
  join(first: number, second: number): void {
    const [size, pairs] = [this.#size, this.#flags];
    for (let other = 0; other < size; other++) {
      if (pairs[second * size + other] !== 1) continue;
      pairs[first * size + other] = 1;
      pairs[other * size + first] = 1;
    }
  }

  #note(bearer: number, list: readonly number[], kind: keyof typeof lastWith): void {
    const [size, pairs] = [this.#size, this.#flags];
    makeRoom(kind, list, this.#places + list.length);
    const last = lastWith[kind];
    for (const feature of list) {
      const before = last[feature] ?? NOBODY;
      for (let at = before; at !== NOBODY; at = placeBefore[at] ?? NOBODY) {
        const other = bearerAt[at] ?? 0;
        pairs[bearer * size + other] = 1;
        pairs[other * size + bearer] = 1;
      }
      bearerAt[this.#places] = bearer;
      placeBefore[this.#places] = before;
      last[feature] = this.#places++;
    }
  }
}

function listsOf({ coauthors, institutions, venues, words }: Features): readonly (readonly number[])[] {
  return [coauthors, institutions, venues.features, words.features];
}

// Lists ascend.
function makeRoom(kind: keyof typeof lastWith, list: readonly number[], places: number): void {
  const most = list.at(-1) ?? 0;
  if (most >= lastWith[kind].length) {
    const larger = new Int32Array(2 * (most + 1)).fill(NOBODY);
    larger.set(lastWith[kind]);
    lastWith[kind] = larger;
  }
  if (places <= bearerAt.length) return;
  bearerAt = larger(bearerAt, places);
  placeBefore = larger(placeBefore, places);
}

function larger(numbers: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const all = new Int32Array(2 * least);
  all.set(numbers);
  return all;
}
