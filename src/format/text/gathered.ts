/**
 * A reader that is handed its text in pieces of middling size, however small or large those are that come. What a piece
 * cuts (a record, a tag, the head of a file) is looked at again with the next one: rarely when pieces are large, and at
 * a cost in proportion to the text. Without this a tag of 8,000 characters in pieces of ten is read four hundred times
 * over. What a reader needs beside a piece, in proportion to it, stays small because no piece is huge.
 */
import type { TextReader } from '../format.ts';

const ENOUGH = 2 ** 16;
const MOST = 2 ** 18;

export class Gathered implements TextReader {
  readonly #reader: TextReader;
  #text = '';

  constructor(reader: TextReader) {
    this.#reader = reader;
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= ENOUGH) this.#handOn();
  }

  end(): void {
    this.#handOn();
    this.#reader.end();
  }

  #handOn(): void {
    const text = this.#text;
    this.#text = '';
    for (let from = 0; from < text.length; from += MOST) this.#reader.write(text.slice(from, from + MOST));
  }
}
