/**
 * What is kept of the texts of one kind. A *document* is an author, a paper, an institution or a venue; it has one text
 * or several (a name and its variants), and a weight: papers, or citations of a paper. Documents are numbered from 0 by
 * falling weight, then id, so that whoever reads the first of a list reads the weightiest.
 */

/** Names of the arrays, each with the type of its numbers. */
export interface KindArrays {
  /** The different words, UTF-8, one after the other, in the order of their bytes. */
  readonly words: Uint8Array;
  /** Where each begins, and where the last ends. */
  readonly wordStarts: Uint32Array;
  /** Of each word the documents that have it, ascending: gaps as varints, the first counted from -1. */
  readonly postings: Uint8Array;
  readonly postingStarts: Uint32Array;
  /** Of each word how many documents have it. */
  readonly counts: Uint32Array;
  /** The texts of each document: the number of each word, from 1, in three bytes; 0 ends a text. */
  readonly texts: Uint8Array;
  /** Where the texts of each document begin, and where the last end, in words. */
  readonly textStarts: Uint32Array;
  /** See `packed-ids.ts`. */
  readonly ids: Uint8Array;
  readonly weights: Uint32Array;
}

/** Bytes of a word's number in `texts`. */
export const WORD_BYTES = 3;
/** Different words that such numbers can tell apart. */
export const MAX_WORDS = 2 ** (8 * WORD_BYTES) - 1;

/** The word whose number stands at the byte, from 0; -1 where a text ends. */
export function wordAt(texts: Uint8Array, byte: number): number {
  return ((texts[byte] ?? 0) | ((texts[byte + 1] ?? 0) << 8) | ((texts[byte + 2] ?? 0) << 16)) - 1;
}
