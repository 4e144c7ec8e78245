/**
 * A binary heap of numbers (J. W. J. Williams, "Algorithm 232: Heapsort", Comm. ACM 7, 347, 1964): of what was pushed,
 * the least cost comes first, and of equal costs the fewest hops.
 */
import { at } from '../at.ts';

export class LabelHeap {
  readonly #costs: number[] = [];
  readonly #hops: number[] = [];
  readonly #items: number[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** Of the first; Infinity in an empty heap. */
  get cost(): number {
    return this.#costs[0] ?? Infinity;
  }

  get hops(): number {
    return this.#hops[0] ?? Infinity;
  }

  get item(): number {
    return at(this.#items, 0);
  }

  push(item: number, cost: number, hops: number): void {
    let place = this.#items.length;
    this.#set(place, item, cost, hops);
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      if (!isLess(cost, hops, at(this.#costs, parent), at(this.#hops, parent))) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#set(place, item, cost, hops);
  }

  /** Drops the first. */
  pop(): void {
    const item = this.#items.pop() ?? 0;
    const cost = this.#costs.pop() ?? 0;
    const hops = this.#hops.pop() ?? 0;
    const { length } = this.#items;
    if (length === 0) return;
    let place = 0;
    for (let child = 1; child < length; child = 2 * place + 1) {
      if (child + 1 < length && this.#isBefore(child + 1, child)) child++;
      if (!isLess(at(this.#costs, child), at(this.#hops, child), cost, hops)) break;
      this.#move(child, place);
      place = child;
    }
    this.#set(place, item, cost, hops);
  }

  #isBefore(place: number, other: number): boolean {
    return isLess(at(this.#costs, place), at(this.#hops, place), at(this.#costs, other), at(this.#hops, other));
  }

  #move(from: number, to: number): void {
    this.#set(to, at(this.#items, from), at(this.#costs, from), at(this.#hops, from));
  }

  #set(place: number, item: number, cost: number, hops: number): void {
    this.#items[place] = item;
    this.#costs[place] = cost;
    this.#hops[place] = hops;
  }
}

function isLess(cost: number, hops: number, otherCost: number, otherHops: number): boolean {
  return cost < otherCost || (cost === otherCost && hops < otherHops);
}
