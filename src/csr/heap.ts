/** A binary heap (J. W. J. Williams, "Algorithm 232: Heapsort", Comm. ACM 7, 347, 1964): the least item comes first. */
export class Heap<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #items: T[] = [];

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  push(item: T): void {
    let at = this.#items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      const above = this.#at(parent);
      if (this.#compare(above, item) <= 0) break;
      this.#items[at] = above;
      at = parent;
    }
    this.#items[at] = item;
  }

  /** Takes the least item out; absent when the heap is empty. */
  pop(): T | undefined {
    const least = this.#items[0];
    const item = this.#items.pop();
    const { length } = this.#items;
    if (item === undefined || length === 0) return least;
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && this.#compare(this.#at(child + 1), this.#at(child)) < 0) child++;
      const below = this.#at(child);
      if (this.#compare(item, below) <= 0) break;
      this.#items[at] = below;
      at = child;
    }
    this.#items[at] = item;
    return least;
  }

  #at(place: number): T {
    return this.#items[place] as T; // inside the heap by construction
  }
}
