/**
 * The best way on from a path begun: to the end, past nobody met before, and with some first hops barred. A search that
 * looks first where cost so far and least cost from there promise most (A*: P. Hart, N. Nilsson and B. Raphael, IEEE
 * Trans. Systems Science and Cybernetics 4, 100, 1968). What remains from each author was found by one search from the
 * end, without bars: exactly for those nearer to it than the start is, and at least that much for all others. So it never
 * promises too little, and the search seldom strays.
 *
 * Of equal promises the path first by ranks is followed first: so the path found is the first of the best, by cost, hops
 * and ranks.
 */
import { at } from '../at.ts';
import { levels } from '../distance/reach.ts';
import { Heap } from '../heap.ts';
import { walking } from '../walk.ts';
import type { Links } from './links.ts';
import { Side } from './side.ts';
import { tieScratchOf } from './tie-scratch.ts';

export interface FoundPath {
  readonly authors: readonly number[];
  readonly cost: number;
}

interface Trail extends FoundPath {
  /** At least the cost and the hops of the whole path. */
  readonly promise: { readonly cost: number; readonly hops: number };
}

export class SpurSearch {
  readonly #links: Links;
  readonly #to: number;
  readonly #maxHops: number;
  readonly #toEnd: Side;
  /** Hops to the end and 1, of whoever is near enough; read only with a bound on hops. */
  readonly #hopsToEnd: Uint32Array;
  readonly #near: number[] = [];

  /** Searches from the end; `clear` must follow, also when it or what follows throws `WalkStopped`. */
  constructor(links: Links, from: number, to: number, maxHops: number) {
    const scratch = tieScratchOf(links.steps);
    this.#links = links;
    this.#to = to;
    this.#maxHops = maxHops;
    this.#hopsToEnd = scratch.hopsToEnd;
    this.#toEnd = new Side(scratch.far);
    try {
      if (maxHops < Infinity) this.#countHops();
      this.#toEnd.propose(to, 0, 0);
      while (this.#toEnd.cost < Infinity && !this.#toEnd.isSettled(from)) this.#settleNext();
    } catch (error) {
      this.clear();
      throw error;
    }
  }

  /** Authors that the search from the end found. */
  get visited(): number {
    return this.#toEnd.found;
  }

  clear(): void {
    this.#toEnd.clear();
    for (const author of this.#near) this.#hopsToEnd[author] = 0;
  }

  /**
   * Absent when there is none. Throws `WalkStopped`.
   *
   * @param begun at least the start; the search goes on from its last author
   * @param barred who may not come next
   */
  onwards(begun: FoundPath, barred: ReadonlySet<number>): FoundPath | undefined {
    const isMet = new Set(begun.authors);
    const fewest = new Map<number, number>();
    const waiting = new Heap<Trail>((a, b) => this.#comparePromises(a, b));
    const follow = (path: FoundPath, author: number, hop: number): void => {
      const hops = path.authors.length;
      if (this.#maxHops < Infinity) {
        const left = at(this.#hopsToEnd, author);
        if (left === 0 || hops + left - 1 > this.#maxHops) return;
      }
      const isExact = this.#toEnd.isSettled(author);
      const rest = isExact ? this.#toEnd.costOf(author) : this.#toEnd.cost;
      if (rest === Infinity) return;
      const cost = path.cost + hop;
      const promise = { cost: cost + rest, hops: hops + (isExact ? this.#toEnd.hopsOf(author) : this.#toEnd.hops) };
      waiting.push({ authors: [...path.authors, author], cost, promise });
    };
    const leave = (path: FoundPath, but?: ReadonlySet<number>): void =>
      this.#links.each(lastOf(path), (next, hop) => {
        if (!isMet.has(next) && but?.has(next) !== true) follow(path, next, hop);
      });
    leave(begun, barred);
    for (let trail = waiting.pop(); trail !== undefined; trail = waiting.pop()) {
      const author = lastOf(trail);
      if (author === this.#to) return { authors: trail.authors, cost: trail.cost };
      // Whoever came here before came cheaper; only with a bound on hops is a dearer, shorter way of use.
      const known = fewest.get(author);
      if (known !== undefined && (this.#maxHops === Infinity || known <= trail.authors.length)) continue;
      fewest.set(author, trail.authors.length);
      leave(trail);
    }
    return undefined;
  }

  #settleNext(): void {
    const author = this.#toEnd.settle();
    const [cost, hops] = [this.#toEnd.costOf(author), this.#toEnd.hopsOf(author)];
    this.#links.each(author, (next, hop) => this.#toEnd.propose(next, cost + hop, hops + 1));
  }

  #countHops(): void {
    const { steps, rules, budget } = this.#links;
    walking(steps, rules.filter, budget, (queues) => {
      const counts = levels(steps, queues, this.#to, this.#maxHops);
      let place = 0;
      for (const [level, count] of counts.entries()) {
        for (const end = place + count; place < end; place++) {
          const author = at(steps.scratch.nearQueue, place);
          this.#near.push(author);
          this.#hopsToEnd[author] = level + 1;
        }
      }
    });
  }

  #comparePromises(a: Trail, b: Trail): number {
    if (a.promise.cost !== b.promise.cost) return a.promise.cost - b.promise.cost;
    if (a.promise.hops !== b.promise.hops) return a.promise.hops - b.promise.hops;
    return compareRanks(a.authors, b.authors, this.#links.steps.graph.authorRanks);
  }
}

/** Author by author; the beginning of a path comes before the path. */
export function compareRanks(one: readonly number[], other: readonly number[], ranks: Uint32Array): number {
  for (let place = 0; place < one.length && place < other.length; place++) {
    const difference = at(ranks, at(one, place)) - at(ranks, at(other, place));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function lastOf({ authors }: FoundPath): number {
  return at(authors, authors.length - 1);
}
