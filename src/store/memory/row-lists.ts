/**
 * Rows of a table in an order, sorted once per order and kept: four bytes a row. Rows of a table stand in id order, so
 * that the row itself breaks ties.
 */
import { comparePositions } from '../../model/index.ts';
import type { Order } from '../../model/index.ts';
import type { RecordTable } from '../columns/record-table.ts';

export class RowLists<T extends { readonly id: string }> {
  readonly #table: RecordTable<T>;
  readonly #rows: Uint32Array;
  readonly #byOrder = new Map<string, Uint32Array>();

  constructor(table: RecordTable<T>, rows: Uint32Array) {
    this.#table = table;
    this.#rows = rows;
  }

  in(order: Order<T>): Uint32Array {
    let sorted = this.#byOrder.get(order.name);
    if (sorted === undefined) this.#byOrder.set(order.name, (sorted = this.#sorted(order)));
    return sorted;
  }

  #sorted({ values, direction }: Order<T>): Uint32Array {
    const places = Array.from(this.#rows, (row) => ({ row, values: values(this.#table.look(row)), id: '' }));
    places.sort((a, b) => comparePositions(direction, a, b) || a.row - b.row);
    return Uint32Array.from(places, ({ row }) => row);
  }
}

export function allRows(length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, row) => row);
}
