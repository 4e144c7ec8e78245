/** The texts of one kind, to be asked: which words there are, which documents have one, and what stands in a document. */
import { Dictionary } from './dictionary.ts';
import type { KindArrays } from './kind-arrays.ts';
import { idAt } from './packed-ids.ts';
import type { WordRange } from './reading.ts';
import type { SearchKind } from './words.ts';

export class KindIndex {
  readonly kind: SearchKind;
  readonly arrays: KindArrays;
  readonly dictionary: Dictionary;
  /** Number of documents. */
  readonly length: number;
  /** Of each word the first document that has it. */
  readonly #firsts: Uint32Array;

  constructor(kind: SearchKind, arrays: KindArrays) {
    this.kind = kind;
    this.arrays = arrays;
    this.dictionary = new Dictionary(arrays.words, arrays.wordStarts);
    this.length = arrays.weights.length;
    this.#firsts = Uint32Array.from({ length: this.dictionary.length }, (_, word) => this.#first(word));
  }

  idAt(document: number): string {
    return idAt(this.kind, this.arrays.ids, document);
  }

  weightAt(document: number): number {
    return this.arrays.weights[document] ?? 0;
  }

  /** How many documents have the word. */
  countOf(word: number): number {
    return this.arrays.counts[word] ?? 0;
  }

  /** Marks the documents from `from` to before `end` that have a word of the ranges, a bit each. */
  mark(ranges: readonly WordRange[], from: number, end: number, bits: Uint32Array): void {
    for (const [first, stop] of ranges) {
      for (let word = first; word < stop; word++) {
        if ((this.#firsts[word] ?? end) < end) this.#markWord(word, from, end, bits);
      }
    }
  }

  #markWord(word: number, from: number, end: number, bits: Uint32Array): void {
    const { postings, postingStarts } = this.arrays;
    const stop = postingStarts[word + 1] ?? 0;
    let document = -1;
    for (let at = postingStarts[word] ?? 0; at < stop;) {
      let byte = postings[at++] ?? 0;
      let gap = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = postings[at++] ?? 0;
        gap |= (byte & 0x7f) << shift;
      }
      document += gap;
      if (document >= end) return;
      if (document >= from) bits[document >>> 5] = (bits[document >>> 5] ?? 0) | (1 << (document & 31));
    }
  }

  #first(word: number): number {
    const { postings, postingStarts } = this.arrays;
    let at = postingStarts[word] ?? 0;
    let byte = postings[at++] ?? 0;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = postings[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
    }
    return gap - 1;
  }
}
