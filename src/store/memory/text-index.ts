/**
 * Which rows have a text: hashes of 32 bits in order, each with its row, eight bytes a text. The texts themselves are
 * not kept; a row that is found is asked whether it really has the one sought.
 */
import { ColumnFileError } from '../columns/column-file-error.ts';
import type { RecordTable } from '../columns/record-table.ts';

/** Hashes ascend; each has its row at the same place. */
export interface HashedRows {
  readonly hashes: Uint32Array;
  readonly rows: Uint32Array;
}

export class TextIndex<T extends object> {
  readonly hashed: HashedRows;
  readonly #table: RecordTable<T>;
  readonly #textsOf: (record: T) => readonly string[];

  /**
   * @param textsOf what a row is found by
   * @param saved what came of these texts before; throws a `ColumnFileError` where it cannot have
   */
  constructor(table: RecordTable<T>, textsOf: (record: T) => readonly string[], saved?: HashedRows) {
    if (saved !== undefined && saved.hashes.length !== saved.rows.length) {
      throw new ColumnFileError(`it has ${saved.hashes.length} hashes of ${saved.rows.length} rows`);
    }
    this.#table = table;
    this.#textsOf = textsOf;
    this.hashed = saved ?? hashedRows(table, textsOf);
  }

  /** The records that have the text, in the order of rows. */
  all(text: string): T[] {
    return Array.from(this.#rowsWith(text), (row) => this.#table.get(row));
  }

  first(text: string): T | undefined {
    return this.all(text)[0];
  }

  // Each once, ascending.
  *#rowsWith(text: string): Iterable<number> {
    const { hashes, rows } = this.hashed;
    const hash = hashOf(text);
    let last = -1;
    for (let at = firstAt(hashes, hash); hashes[at] === hash; at++) {
      const row = rows[at] ?? 0;
      if (row === last || !this.#textsOf(this.#table.look(row)).includes(text)) continue;
      yield (last = row);
    }
  }
}

function firstAt(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Hash above row in one number of 64 bits, which sorts without a function to compare.
function hashedRows<T extends object>(table: RecordTable<T>, textsOf: (record: T) => readonly string[]): HashedRows {
  let pairs = new BigUint64Array(64);
  let count = 0;
  for (let row = 0; row < table.length; row++) {
    for (const text of textsOf(table.look(row))) {
      if (count === pairs.length) {
        const next = new BigUint64Array(2 * count);
        next.set(pairs);
        pairs = next;
      }
      pairs[count++] = (BigInt(hashOf(text)) << 32n) | BigInt(row);
    }
  }
  const sorted = pairs.subarray(0, count).sort();
  return {
    hashes: Uint32Array.from(sorted, (pair) => Number(pair >> 32n)),
    rows: Uint32Array.from(sorted, (pair) => Number(pair & 0xffffffffn)),
  };
}

/** FNV-1a over UTF-16 units: the same on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
