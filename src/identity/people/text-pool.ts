/**
 * Millions of short texts, each with a number: their letters stand one behind the other in one array, so none of them is
 * an object for the garbage collector to look at. Found by hashing (FNV-1a) with open addressing, in constant time.
 */
import { GrowingNumbers } from './growing-numbers.ts';

const NOBODY = -1;
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export class TextPool {
  #letters = new Uint16Array(4096);
  /** By number where each begins, and the end of the last. */
  readonly #starts = new GrowingNumbers();
  readonly #hashes = new GrowingNumbers();
  /** At most half full. */
  #table = new Int32Array(1024).fill(NOBODY);

  constructor() {
    this.#starts.push(0);
  }

  get size(): number {
    return this.#hashes.length;
  }

  /** The number of the text, -1 where it is not here. @param letters of which the first `length` are the text */
  find(letters: Uint16Array, length: number): number {
    return this.#table[this.#slotOf(letters, length, hashOf(letters, length))] ?? NOBODY;
  }

  /** Puts in a text that is not here. Numbers count up from 0. */
  add(letters: Uint16Array, length: number): number {
    if (2 * this.size >= this.#table.length) this.#grow();
    const hash = hashOf(letters, length);
    const slot = this.#slotOf(letters, length, hash);
    const number = this.size;
    const start = this.#starts.at(number);
    if (start + length > this.#letters.length) {
      const larger = new Uint16Array(2 * (start + length));
      larger.set(this.#letters);
      this.#letters = larger;
    }
    for (let at = 0; at < length; at++) this.#letters[start + at] = letters[at] ?? 0;
    this.#starts.push(start + length);
    this.#hashes.push(hash);
    this.#table[slot] = number;
    return number;
  }

  // Where the text stands in the table, or would.
  #slotOf(letters: Uint16Array, length: number, hash: number): number {
    const mask = this.#table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#table[slot] ?? NOBODY;
      if (number === NOBODY || (this.#hashes.at(number) === hash && this.#isText(number, letters, length))) return slot;
    }
  }

  #isText(number: number, letters: Uint16Array, length: number): boolean {
    const start = this.#starts.at(number);
    if (this.#starts.at(number + 1) - start !== length) return false;
    for (let at = 0; at < length; at++) if (this.#letters[start + at] !== letters[at]) return false;
    return true;
  }

  #grow(): void {
    const table = new Int32Array(2 * this.#table.length).fill(NOBODY);
    const mask = table.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = this.#hashes.at(number) & mask;
      while (table[slot] !== NOBODY) slot = (slot + 1) & mask;
      table[slot] = number;
    }
    this.#table = table;
  }
}

function hashOf(letters: Uint16Array, length: number): number {
  let hash = FNV_START;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (letters[at] ?? 0), FNV_PRIME);
  return (hash ^ (hash >>> 15)) | 0;
}
