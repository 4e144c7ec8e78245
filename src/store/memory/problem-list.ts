/** Problems in order, a page at a time. */
import { pageOf } from '../../model/index.ts';
import type { Order, Page, PageRequest, Problem, SortValue } from '../../model/index.ts';
import type { NamedArrays } from '../columns/array-file.ts';
import { hasBit } from '../columns/chunk.ts';
import { ColumnFileError } from '../columns/column-file-error.ts';
import type { RecordTable } from '../columns/record-table.ts';
import { bytesOf, numbersOf } from './saved-numbers.ts';
import { sortedRows } from './sorted-rows.ts';
import type { SortedRows } from './sorted-rows.ts';

export class ProblemList {
  readonly #table: RecordTable<Problem>;
  readonly #saved: SortedRows | undefined;
  #sorted: SortedRows | undefined;
  #allPlaces: Uint32Array | undefined;

  /** @param saved what `sorted` was; throws a `ColumnFileError` where it does not fit the table */
  constructor(table: RecordTable<Problem>, saved?: NamedArrays) {
    this.#table = table;
    this.#saved = saved && { rows: numbersOf(saved, 'rows'), ties: bytesOf(saved, 'ties') };
    const { rows } = this.#saved ?? {};
    if (rows === undefined || rows.length === table.length) return;
    throw new ColumnFileError(`it has an order of ${rows.length} problems, not ${table.length}`);
  }

  get count(): number {
    return this.#table.length;
  }

  /** Those of the same words stand as they were met. */
  get sorted(): SortedRows {
    return (this.#sorted ??= this.#saved ?? sortedRows(this.count, (row) => wordsOf(this.#table.look(row))));
  }

  page(page: PageRequest): Page<Problem> {
    const { rows, ties } = this.sorted;
    const at = (place: number): Problem => this.#table.get(rows[place] ?? 0);
    // A problem has no id, so that its place is made of its words alone, and of how many of the same words come before:
    // a cursor holds when others are found before it.
    const order: Order<number> = {
      name: 'problems',
      direction: 'ASC',
      values: (place) => [...wordsOf(at(place)), place - firstOf(ties, place)],
      id: () => '',
    };
    const { entries, ...found } = pageOf(this.#places(), order, page);
    return { ...found, entries: entries.map(({ cursor, item }) => ({ cursor, item: at(item) })) };
  }

  #places(): Uint32Array {
    return (this.#allPlaces ??= new Uint32Array(this.count).map((_, place) => place));
  }
}

// Problems without a line concern the file as a whole and stand before those with one.
function wordsOf({ file, line, byte, kind, message, found, kept }: Problem): readonly SortValue[] {
  return [file, line ?? 0, byte ?? 0, kind, message, found ?? '', kept ?? ''];
}

function firstOf(ties: Uint8Array, place: number): number {
  let first = place;
  while (hasBit(ties, first)) first--;
  return first;
}
