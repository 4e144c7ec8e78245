/**
 * A heap of numbers with labels (J. W. J. Williams, "Algorithm 232: Heapsort", Comm. ACM 7, 347, 1964; four children to
 * a node, as they lie on one cache line): the least cost comes first, and of equal costs the fewest hops.
 */
import { at } from '../at.ts';

const CHILDREN = 4;
const LEAST = 64;

export class LabelHeap {
  #costs = new Float64Array(LEAST);
  #hops = new Uint32Array(LEAST);
  #items = new Uint32Array(LEAST);
  #size = 0;
  readonly #places: Uint32Array | undefined;

  /**
   * @param places for each item, where it is in the heap, and 1; zeros for an empty heap. With it an item is in the heap
   * once, and what is pushed again must have a lesser label; without it an item may be there many times.
   */
  constructor(places?: Uint32Array) {
    this.#places = places;
  }

  get size(): number {
    return this.#size;
  }

  /** Of the first; Infinity in an empty heap. */
  get cost(): number {
    return this.#size === 0 ? Infinity : at(this.#costs, 0);
  }

  get hops(): number {
    return this.#size === 0 ? Infinity : at(this.#hops, 0);
  }

  get item(): number {
    return at(this.#items, 0);
  }

  push(item: number, cost: number, hops: number): void {
    const known = this.#places === undefined ? 0 : at(this.#places, item);
    if (known === 0 && this.#size === this.#items.length) this.#grow();
    let place = known === 0 ? this.#size++ : known - 1;
    while (place > 0) {
      const parent = Math.floor((place - 1) / CHILDREN);
      if (!this.#isAfter(parent, cost, hops)) break;
      this.#set(place, at(this.#items, parent), at(this.#costs, parent), at(this.#hops, parent));
      place = parent;
    }
    this.#set(place, item, cost, hops);
  }

  /** Drops the first. */
  pop(): void {
    if (this.#places !== undefined) this.#places[this.item] = 0;
    const last = --this.#size;
    if (last <= 0) return;
    const [item, cost, hops] = [at(this.#items, last), at(this.#costs, last), at(this.#hops, last)];
    let place = 0;
    for (;;) {
      const first = CHILDREN * place + 1;
      const end = Math.min(first + CHILDREN, last);
      if (first >= end) break;
      let least = first;
      for (let child = first + 1; child < end; child++) {
        if (this.#isAfter(least, at(this.#costs, child), at(this.#hops, child))) least = child;
      }
      const [leastCost, leastHops] = [at(this.#costs, least), at(this.#hops, least)];
      if (leastCost > cost || (leastCost === cost && leastHops >= hops)) break;
      this.#set(place, at(this.#items, least), leastCost, leastHops);
      place = least;
    }
    this.#set(place, item, cost, hops);
  }

  /** Empties the heap, and the places. */
  clear(): void {
    if (this.#places !== undefined) {
      for (let place = 0; place < this.#size; place++) this.#places[at(this.#items, place)] = 0;
    }
    this.#size = 0;
  }

  #isAfter(place: number, cost: number, hops: number): boolean {
    const own = at(this.#costs, place);
    return own > cost || (own === cost && at(this.#hops, place) > hops);
  }

  #set(place: number, item: number, cost: number, hops: number): void {
    this.#items[place] = item;
    this.#costs[place] = cost;
    this.#hops[place] = hops;
    if (this.#places !== undefined) this.#places[item] = place + 1;
  }

  #grow(): void {
    const size = 2 * this.#size;
    const [costs, hops, items] = [this.#costs, this.#hops, this.#items];
    this.#costs = new Float64Array(size);
    this.#hops = new Uint32Array(size);
    this.#items = new Uint32Array(size);
    this.#costs.set(costs);
    this.#hops.set(hops);
    this.#items.set(items);
  }
}
