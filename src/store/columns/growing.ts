/** Buffers that grow by doubling while a column is filled, and are cut to size when it is full. */
import type { Numbers } from './chunk.ts';

const LEAST = 64;

export class GrowingNumbers {
  #values: Numbers = new Int32Array(LEAST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** 32-bit whole numbers while all values are such, else double precision. */
  push(value: number): void {
    if (this.#values instanceof Int32Array && !Object.is(value | 0, value)) {
      this.#values = Float64Array.from(this.#values);
    }
    if (this.#length === this.#values.length) {
      const next = new (this.#values instanceof Int32Array ? Int32Array : Float64Array)(2 * this.#length);
      next.set(this.#values);
      this.#values = next;
    }
    this.#values[this.#length++] = value;
  }

  cut(): Numbers {
    return this.#values.slice(0, this.#length);
  }
}

export class GrowingBytes {
  #bytes = Buffer.alloc(LEAST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  write(text: string): void {
    const most = this.#length + 3 * text.length; // bytes that UTF-8 takes for a UTF-16 unit at most
    if (most > this.#bytes.length) {
      const next = Buffer.alloc(Math.max(most, 2 * this.#bytes.length));
      next.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = next;
    }
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  cut(): Uint8Array {
    return new Uint8Array(this.#bytes.subarray(0, this.#length));
  }
}

export class GrowingBits {
  #bytes = new Uint8Array(LEAST);
  #length = 0;
  #isFull = true;

  /** Whether every bit is 1. */
  get isFull(): boolean {
    return this.#isFull;
  }

  push(bit: boolean): void {
    const at = this.#length++;
    if (at >> 3 === this.#bytes.length) {
      const next = new Uint8Array(2 * this.#bytes.length);
      next.set(this.#bytes);
      this.#bytes = next;
    }
    if (bit) this.#bytes[at >> 3] = (this.#bytes[at >> 3] ?? 0) | (1 << (at & 7));
    else this.#isFull = false;
  }

  cut(): Uint8Array {
    return this.#bytes.slice(0, (this.#length + 7) >> 3);
  }
}
