/**
 * Ids of one kind in three quarters of their letters: after the prefix (`A_`) they are base64url, of the same length
 * each, so the bytes they stand for are kept.
 */
import type { SearchKind } from './words.ts';

const FORMS: Readonly<Record<SearchKind, { readonly prefix: string; readonly width: number }>> = {
  AUTHOR: { prefix: 'A_', width: 18 },
  PAPER: { prefix: 'P_', width: 12 },
  INSTITUTION: { prefix: 'I_', width: 12 },
  VENUE: { prefix: 'V_', width: 12 },
};

/** Bytes that become more as ids are added. */
export class PackedIds {
  readonly #kind: SearchKind;
  #bytes = Buffer.alloc(1024);
  #length = 0;

  constructor(kind: SearchKind) {
    this.#kind = kind;
  }

  push(id: string): void {
    const { prefix, width } = FORMS[this.#kind];
    if (this.#length + width > this.#bytes.length) {
      const next = Buffer.alloc(2 * this.#bytes.length);
      next.set(this.#bytes);
      this.#bytes = next;
    }
    const written = this.#bytes.write(id.slice(prefix.length), this.#length, width, 'base64url');
    if (written !== width || !id.startsWith(prefix)) {
      throw new Error(`"${id}" has not the form of an id of the kind ${this.#kind}.`);
    }
    this.#length += width;
  }

  whole(): Uint8Array {
    return new Uint8Array(this.#bytes.subarray(0, this.#length));
  }
}

/** How many ids the bytes hold. */
export function idCount(kind: SearchKind, packed: Uint8Array): number {
  return packed.length / FORMS[kind].width;
}

export function idAt(kind: SearchKind, packed: Uint8Array, place: number): string {
  const { prefix, width } = FORMS[kind];
  const { buffer, byteOffset } = packed;
  return `${prefix}${Buffer.from(buffer, byteOffset + place * width, width).toString('base64url')}`;
}
