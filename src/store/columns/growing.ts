/** Buffers that grow by doubling while a column is filled, and are cut to size when it is full. */
import type { Numbers } from './chunk.ts';

const LEAST = 64;

export class GrowingNumbers {
  #values: Int32Array | Float64Array = new Int32Array(LEAST);
  #length = 0;
  #isWhole = true;
  #least = 0;
  #most = 0;

  get length(): number {
    return this.#length;
  }

  /** 32-bit whole numbers while all values are such, else double precision. */
  push(value: number): void {
    if (this.#isWhole && !Object.is(value | 0, value)) {
      this.#isWhole = false;
      this.#values = Float64Array.from(this.#values);
    }
    if (value < this.#least) this.#least = value;
    if (value > this.#most) this.#most = value;
    if (this.#length === this.#values.length) {
      const next = new (this.#isWhole ? Int32Array : Float64Array)(2 * this.#length);
      next.set(this.#values);
      this.#values = next;
    }
    this.#values[this.#length++] = value;
  }

  cut(): Int32Array | Float64Array {
    return this.#values.slice(0, this.#length);
  }

  /** In as few bytes each as hold all of them. */
  cutNarrow(): Numbers {
    const values = this.#values.subarray(0, this.#length);
    if (!this.#isWhole) return values.slice();
    if (this.#least >= -0x80 && this.#most <= 0x7f) return Int8Array.from(values);
    if (this.#least >= -0x8000 && this.#most <= 0x7fff) return Int16Array.from(values);
    return values.slice();
  }
}

export class GrowingBytes {
  #bytes = Buffer.alloc(LEAST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  write(text: string): void {
    this.#makeRoom(this.#length + 3 * text.length); // bytes that UTF-8 takes for a UTF-16 unit at most
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  push(byte: number): void {
    this.#makeRoom(this.#length + 1);
    this.#bytes[this.#length++] = byte;
  }

  /** What was written so far, where it lies. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  cut(): Uint8Array {
    return new Uint8Array(this.view());
  }

  #makeRoom(most: number): void {
    if (most <= this.#bytes.length) return;
    const next = Buffer.alloc(Math.max(most, 2 * this.#bytes.length));
    next.set(this.view());
    this.#bytes = next;
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
