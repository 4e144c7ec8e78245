/**
 * The score of every pair of a few things, and the best of them, while the two of the best pair become one. The best
 * partner of each thing is kept, so that finding the best pair costs one look at each thing, not at each pair.
 */

// Most sets are tiny and there are very many of them; an array for each costs more than filling it.
let room = new Float64Array(0);

function roomFor(scores: number): Float64Array {
  if (room.length < scores) room = new Float64Array(scores);
  return room;
}

/** No pair. */
const NONE = -1;

export interface ScoredPair {
  readonly first: number;
  readonly second: number;
  readonly score: number;
}

export class PairScores {
  readonly #size: number;
  /** Of each pair, at first × size + second; larger ones may be left from others. */
  readonly #scores: Float64Array;
  /** Of each thing the best of those behind it; none where no score is above 0. */
  readonly #partner: Int32Array;
  readonly #present: number[] = [];
  readonly #scoreOf: (first: number, second: number) => number;

  /**
   * Only one of these may be in use at a time: they take turns in the same memory.
   *
   * @param scoreOf of two things, the first the smaller
   */
  constructor(size: number, scoreOf: (first: number, second: number) => number) {
    this.#size = size;
    this.#scores = roomFor(size * size);
    this.#partner = new Int32Array(size).fill(NONE);
    this.#scoreOf = scoreOf;
    for (let thing = 0; thing < size; thing++) this.#present.push(thing);
    for (let thing = 0; thing < size; thing++) this.#scoreWithLater(thing);
  }

  /** The pair with the greatest score above 0; among equals the first. */
  best(): ScoredPair | undefined {
    let [first, score] = [NONE, 0];
    for (const thing of this.#present) {
      const own = this.#bestOf(thing);
      if (own > score) [first, score] = [thing, own];
    }
    return first === NONE ? undefined : { first, second: this.#partner[first] ?? NONE, score };
  }

  /** The second is gone, and the first, which now is both, is scored anew. */
  join(first: number, second: number): void {
    this.#present.splice(this.#present.indexOf(second), 1);
    for (const thing of this.#present) {
      if (thing >= second) break;
      const partner = this.#partner[thing];
      if (thing < first) {
        const score = this.#score(thing, first);
        if (partner === first || partner === second) this.#findPartner(thing);
        else if (score > this.#bestOf(thing) || (score === this.#bestOf(thing) && first < (partner ?? NONE))) {
          this.#partner[thing] = first;
        }
      } else if (thing > first && partner === second) this.#findPartner(thing);
    }
    this.#scoreWithLater(first);
  }

  /** Every pair that is left, in order. */
  forEach(visit: (first: number, second: number, score: number) => void): void {
    const present = this.#present;
    for (let at = 0; at < present.length; at++) {
      const first = present[at] as number; // within
      for (let next = at + 1; next < present.length; next++) {
        const second = present[next] as number; // within
        visit(first, second, this.#at(first, second));
      }
    }
  }

  #scoreWithLater(thing: number): void {
    for (const other of this.#present) if (other > thing) this.#score(thing, other);
    this.#findPartner(thing);
  }

  #score(first: number, second: number): number {
    const score = this.#scoreOf(first, second);
    this.#scores[first * this.#size + second] = score;
    return score;
  }

  #findPartner(thing: number): void {
    let [partner, best] = [NONE, 0];
    for (const other of this.#present) {
      if (other <= thing) continue;
      const score = this.#at(thing, other);
      if (score > best) [partner, best] = [other, score];
    }
    this.#partner[thing] = partner;
  }

  #bestOf(thing: number): number {
    const partner = this.#partner[thing] ?? NONE;
    return partner === NONE ? 0 : this.#at(thing, partner);
  }

  #at(first: number, second: number): number {
    return this.#scores[first * this.#size + second] ?? 0;
  }
}
