/**
 * The entries at the top of a YAML file, one at a time: each begins in the first column, what belongs to it is indented.
 * So a file is never parsed as a whole, and a broken entry costs only itself. Right for files that a program or a
 * careful hand wrote as one long list or map; not for YAML at large.
 */
export interface Entry {
  readonly text: string;
  /** Of its first line, from 1. */
  readonly line: number;
  /** It was longer than allowed; the text is only its beginning. */
  readonly isTooLong: boolean;
  /** Nothing follows it. */
  readonly isLast: boolean;
}

type Take = (entry: Entry) => void;

const LINE_END = /\r\n?|\n/g;
// Comments and markers of documents belong to no entry.
const NO_ENTRY = /^(?:#|%|---|\.\.\.)/;

export class TopLevelEntries {
  readonly #take: Take;
  readonly #longest: number;
  #text = '';
  #line = 1;
  #isTooLong = false;
  #rest = '';
  #nextLine = 1;

  constructor(longest: number, take: Take) {
    this.#longest = longest;
    this.#take = take;
  }

  push(piece: string): void {
    const whole = this.#rest + piece;
    // A CR at the end may be half of a line ending.
    const isCut = whole.endsWith('\r');
    const text = isCut ? whole.slice(0, -1) : whole;
    let start = 0;
    for (const ending of text.matchAll(LINE_END)) {
      this.#add(text.slice(start, ending.index));
      start = ending.index + ending[0].length;
      this.#nextLine++;
    }
    this.#rest = whole.slice(start);
    // A line that never ends is not kept: its beginning is enough to say so.
    if (this.#rest.length > this.#longest) this.#rest = `${this.#rest.slice(0, this.#longest)}${isCut ? '\r' : ''}`;
  }

  end(): void {
    if (this.#rest !== '') this.#add(this.#rest.replace(/\r$/, ''));
    this.#finish(true);
  }

  #add(printed: string): void {
    const line = this.#nextLine === 1 ? printed.replace(/^\uFEFF/, '') : printed;
    if (/^[^\s#]/.test(line)) {
      this.#finish(false);
      if (NO_ENTRY.test(line)) return;
      this.#line = this.#nextLine;
    } else if (this.#text === '') return;
    if (this.#isTooLong) return;
    if (this.#text.length + line.length >= this.#longest) this.#isTooLong = true;
    this.#text += `${line.slice(0, this.#longest)}\n`;
  }

  #finish(isLast: boolean): void {
    const text = this.#text;
    this.#text = '';
    if (text !== '') this.#take({ text, line: this.#line, isTooLong: this.#isTooLong, isLast });
    this.#isTooLong = false;
  }
}
