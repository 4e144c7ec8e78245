/** What joins the two sides of a search, of the best paths so far. */
import { isLess } from './side.ts';

/** @template T a hop, or a paper, from what one side has settled to what the other has */
export class Crossings<T> {
  cost = Infinity;
  hops = Infinity;
  places: T[] = [];

  add(place: T, cost: number, hops: number): void {
    if (isLess(this.cost, this.hops, cost, hops)) return;
    if (cost !== this.cost || hops !== this.hops) this.places = [];
    this.cost = cost;
    this.hops = hops;
    this.places.push(place);
  }

  /** Whether no path of so much or more can be one of the best. */
  isBetterThan(cost: number, hops: number): boolean {
    // Where one side has settled everybody it can reach, the sum is infinite.
    return cost === Infinity || isLess(this.cost, this.hops, cost, hops);
  }
}
