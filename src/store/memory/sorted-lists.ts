/**
 * Lists sorted once per order and kept, so that a page costs two binary searches and the page. The store never
 * changes, so nothing here is ever thrown away.
 */
import { sortedBy } from '../../model/index.ts';
import type { Order } from '../../model/index.ts';

export class SortedLists<T> {
  readonly #items: readonly T[];
  readonly #byOrder = new Map<string, readonly T[]>();

  constructor(items: readonly T[]) {
    this.#items = items;
  }

  in(order: Order<T>): readonly T[] {
    let sorted = this.#byOrder.get(order.name);
    if (sorted === undefined) this.#byOrder.set(order.name, (sorted = sortedBy(order, this.#items)));
    return sorted;
  }
}
