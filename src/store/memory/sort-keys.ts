/**
 * What lists sort by, as bytes: two keys stand in the order of their bytes as `comparePositions` has them ascending.
 * No key is the beginning of another, as all keys of a list have as many values.
 */
import type { SortValue } from '../../model/index.ts';
import { GrowingBytes } from '../columns/growing.ts';

const MOST_BYTES = 2 ** 32 - 1;
const NUMBER = 0x01;
const TEXT = 0x02;
/** Unknown stands last. */
const UNKNOWN = 0xff;

export class SortKeys {
  readonly #bytes: Uint8Array;
  readonly #offsets: Uint32Array;

  /** Throws a `RangeError` for keys of 4 GB and more together. */
  constructor(length: number, valuesOf: (row: number) => readonly SortValue[]) {
    const bytes = new GrowingBytes();
    this.#offsets = new Uint32Array(length + 1);
    for (let row = 0; row < length; row++) {
      for (const value of valuesOf(row)) write(value, bytes);
      if (bytes.length > MOST_BYTES) throw new RangeError('What the list is sorted by is longer than 4 GB.');
      this.#offsets[row + 1] = bytes.length;
    }
    this.#bytes = bytes.view();
  }

  /** Four bytes of a row's key from the place on, as a number; 0 beyond its end. */
  wordAt(row: number, place: number): number {
    const from = (this.#offsets[row] ?? 0) + place;
    const end = this.#offsets[row + 1] ?? 0;
    let word = 0;
    for (let at = from; at < from + 4; at++) word = (word << 8) | (at < end ? (this.#bytes[at] ?? 0) : 0);
    return word >>> 0;
  }

  lengthOf(row: number): number {
    return (this.#offsets[row + 1] ?? 0) - (this.#offsets[row] ?? 0);
  }

  /** The difference of the first bytes that differ from the place on, 0 for equal keys. */
  compare(a: number, b: number, place: number): number {
    const [from, other] = [this.#offsets[a] ?? 0, this.#offsets[b] ?? 0];
    const length = this.lengthOf(a); // a key that is shorter differs before its end
    for (let at = place; at < length; at++) {
      const difference = (this.#bytes[from + at] ?? 0) - (this.#bytes[other + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

const number = new DataView(new ArrayBuffer(8));

function write(value: SortValue, bytes: GrowingBytes): void {
  if (value === null) return bytes.push(UNKNOWN);
  if (typeof value === 'string') {
    bytes.push(TEXT);
    // Two zeros end a text; a zero in it is followed by another byte than zero.
    bytes.write(value.includes('\0') ? value.replaceAll('\0', '\0\u00ff') : value);
    bytes.push(0);
    return bytes.push(0);
  }
  bytes.push(NUMBER);
  number.setFloat64(0, value + 0); // -0 is 0
  // Negative numbers stand before the others and in the other direction.
  const flip = value < 0 ? 0xff : 0;
  for (let at = 0; at < 8; at++) bytes.push(number.getUint8(at) ^ (at === 0 && flip === 0 ? 0x80 : flip));
}
