/**
 * XML that comes in several wrappings: the first element that can be a record tells which elements are the records of
 * the whole file. Until it has come the text waits, a short head at most; then it is handed on as it stands.
 */
import type { TextReader } from '../format.ts';

const LONGEST_HEAD = 2 ** 18;
// A name cut in two begins so far back.
const OVERLAP = 200;

export class RootChoice implements TextReader {
  readonly #candidate: RegExp;
  readonly #open: (name: string | undefined) => TextReader;
  #head = '';
  #reader: TextReader | undefined;

  /**
   * @param names the names, without prefix, of which the first that opens decides; or all names
   * @param open makes the reader for the name, or for a file in which none came
   */
  constructor(names: readonly string[] | 'any', open: (name: string | undefined) => TextReader) {
    const name = names === 'any' ? '[A-Za-z_][\\w-]{0,63}' : names.join('|');
    this.#candidate = new RegExp(`<(?:[A-Za-z_][\\w.-]{0,63}:)?(${name})(?=[\\s/>])`, 'g');
    this.#open = open;
  }

  write(text: string): void {
    if (this.#reader !== undefined) {
      this.#reader.write(text);
      return;
    }
    const from = Math.max(0, this.#head.length - OVERLAP);
    this.#head += text;
    this.#candidate.lastIndex = from;
    const name = this.#candidate.exec(this.#head.slice(0, LONGEST_HEAD))?.[1];
    if (name !== undefined || this.#head.length >= LONGEST_HEAD) this.#begin(name);
  }

  end(): void {
    if (this.#reader === undefined) this.#begin(undefined);
    this.#reader?.end();
  }

  #begin(name: string | undefined): void {
    this.#reader = this.#open(name);
    this.#reader.write(this.#head);
    this.#head = '';
  }
}
