/**
 * Which rows have a text: hashes of 32 bits in order, each with its row, eight bytes a text. The texts themselves are
 * not kept; a row that is found is asked whether it really has the one sought.
 */
import type { RecordTable } from '../columns/record-table.ts';

export class TextIndex<T extends object> {
  readonly #table: RecordTable<T>;
  readonly #textsOf: (record: T) => readonly string[];
  readonly #hashes: Uint32Array;
  readonly #rows: Uint32Array;

  constructor(table: RecordTable<T>, textsOf: (record: T) => readonly string[]) {
    this.#table = table;
    this.#textsOf = textsOf;
    const pairs = sortedPairs(table, textsOf);
    this.#hashes = Uint32Array.from(pairs, (pair) => Number(pair >> 32n));
    this.#rows = Uint32Array.from(pairs, (pair) => Number(pair & 0xffffffffn));
  }

  /** Rows that have the text, each once, ascending. */
  rowsWith(text: string): number[] {
    const hash = hashOf(text);
    const found: number[] = [];
    for (let at = this.#firstAt(hash); this.#hashes[at] === hash; at++) {
      const row = this.#rows[at] ?? 0;
      if (row !== found.at(-1) && this.#textsOf(this.#table.look(row)).includes(text)) found.push(row);
    }
    return found;
  }

  #firstAt(hash: number): number {
    let low = 0;
    let high = this.#hashes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#hashes[middle] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

// Hash above row in one number of 64 bits, which sorts without a function to compare.
function sortedPairs<T extends object>(
  table: RecordTable<T>,
  textsOf: (record: T) => readonly string[],
): BigUint64Array {
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
  return pairs.subarray(0, count).sort();
}

/** FNV-1a over UTF-16 units: the same on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
