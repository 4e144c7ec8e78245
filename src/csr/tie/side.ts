/** One side of a search by cost: who is settled, who waits, and with which label. */
import { at } from '../at.ts';
import { LabelHeap } from './label-heap.ts';
import type { SideScratch } from './tie-scratch.ts';

const WAITING = 1;
const SETTLED = 2;

/** Labels are (cost, hops): by cost, then hops. */
export class Side {
  readonly #scratch: SideScratch;
  readonly #heap: LabelHeap;
  readonly #found: number[] = [];

  /** @param scratch all zeros; `clear` makes it so again */
  constructor(scratch: SideScratch) {
    this.#scratch = scratch;
    this.#heap = new LabelHeap(scratch.places);
  }

  /** Of whoever is settled next; Infinity when nobody is. */
  get cost(): number {
    return this.#heap.cost;
  }

  get hops(): number {
    return this.#heap.hops;
  }

  get found(): number {
    return this.#found.length;
  }

  foundBeside(other: Side): number {
    return this.#found.filter((author) => other.#scratch.states[author] === 0).length;
  }

  costOf(author: number): number {
    return at(this.#scratch.costs, author);
  }

  hopsOf(author: number): number {
    return at(this.#scratch.hops, author);
  }

  isSettled(author: number): boolean {
    return this.#scratch.states[author] === SETTLED;
  }

  propose(author: number, cost: number, hops: number): void {
    const { states, costs, hops: lengths } = this.#scratch;
    const state = at(states, author);
    if (state === 0) this.#found.push(author);
    else if (state === SETTLED || !isLess(cost, hops, this.costOf(author), this.hopsOf(author))) return;
    states[author] = WAITING;
    costs[author] = cost;
    lengths[author] = hops;
    this.#heap.push(author, cost, hops);
  }

  settle(): number {
    const author = this.#heap.item;
    this.#scratch.states[author] = SETTLED;
    this.#heap.pop();
    return author;
  }

  clear(): void {
    this.#heap.clear();
    for (const author of this.#found) this.#scratch.states[author] = 0;
  }
}

export function isLess(cost: number, hops: number, otherCost: number, otherHops: number): boolean {
  return cost < otherCost || (cost === otherCost && hops < otherHops);
}
