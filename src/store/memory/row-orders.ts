/**
 * The rows of a table in the orders of its fields, and some of them. Of each field the ascending order is sorted or was
 * saved, four bytes and a bit a row; the descending one follows from it when it is first asked for. Rows of a table
 * stand in id order, so that the row itself breaks ties.
 */
import { comparePositions } from '../../model/index.ts';
import type { Order, OrderBy } from '../../model/index.ts';
import { hasBit } from '../columns/chunk.ts';
import { ColumnFileError } from '../columns/column-file-error.ts';
import type { RecordTable } from '../columns/record-table.ts';
import { sortedRows } from './sorted-rows.ts';
import type { SortedRows } from './sorted-rows.ts';

/** Below this share of a table its rows are sorted, above it they are picked out of the table's order. */
const FEW = 1 / 8;

export class RowOrders<T extends { readonly id: string }, Field extends string> {
  readonly #table: RecordTable<T>;
  readonly #order: (orderBy: OrderBy<Field>) => Order<T>;
  readonly #ascending = new Map<Field, SortedRows>();
  readonly #descending = new Map<Field, Uint32Array>();

  constructor(table: RecordTable<T>, order: (orderBy: OrderBy<Field>) => Order<T>) {
    this.#table = table;
    this.#order = order;
  }

  /** Takes an order that was saved. Throws a `ColumnFileError` where it does not fit the table. */
  take(field: Field, saved: SortedRows): void {
    const { length } = this.#table;
    if (saved.rows.length !== length || saved.ties.length !== (length + 7) >> 3) {
      throw new ColumnFileError(`its order by ${field} has ${saved.rows.length} rows, not ${length}`);
    }
    this.#ascending.set(field, saved);
  }

  sorted(field: Field): SortedRows {
    let sorted = this.#ascending.get(field);
    if (sorted === undefined) {
      const { values } = this.#order({ field, direction: 'ASC' });
      sorted = sortedRows(this.#table.length, (row) => values(this.#table.look(row)));
      this.#ascending.set(field, sorted);
    }
    return sorted;
  }

  all({ field, direction }: OrderBy<Field>): Uint32Array {
    const ascending = this.sorted(field);
    if (direction === 'ASC') return ascending.rows;
    let rows = this.#descending.get(field);
    if (rows === undefined) this.#descending.set(field, (rows = descending(ascending, this.#knownCount(field))));
    return rows;
  }

  /** @param rows each once, in any order */
  some(rows: Uint32Array, orderBy: OrderBy<Field>): Uint32Array {
    if (rows.length < FEW * this.#table.length) return this.#sortedAlone(rows, this.#order(orderBy));
    const isAsked = new Uint8Array(this.#table.length);
    for (const row of rows) isAsked[row] = 1;
    return this.all(orderBy).filter((row) => isAsked[row] === 1);
  }

  #sortedAlone(rows: Uint32Array, { values, direction }: Order<T>): Uint32Array {
    const places = Array.from(rows, (row) => ({ row, values: values(this.#table.look(row)), id: '' }));
    places.sort((a, b) => comparePositions(direction, a, b) || a.row - b.row);
    return Uint32Array.from(places, ({ row }) => row);
  }

  // How many rows have a value to be sorted by; the others stand last in both directions.
  #knownCount(field: Field): number {
    const { rows } = this.sorted(field);
    const { values } = this.#order({ field, direction: 'ASC' });
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const [first = null] = values(this.#table.look(rows[middle] ?? 0));
      if (first === null) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

// Groups of rows with the same values change their places, not the rows in them.
function descending({ rows, ties }: SortedRows, knownCount: number): Uint32Array {
  const turned = new Uint32Array(rows.length);
  let next = 0;
  for (const [from, to] of [
    [0, knownCount],
    [knownCount, rows.length],
  ] as const) {
    for (let end = to, at = to - 1; at >= from; at--) {
      if (at > from && hasBit(ties, at)) continue;
      turned.set(rows.subarray(at, end), next);
      next += end - at;
      end = at;
    }
  }
  return turned;
}
