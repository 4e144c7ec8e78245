/** Counts the line endings of a text from its beginning on, each looked for once. */
export class LineEndings {
  readonly #text: string;
  readonly #hasReturns: boolean;
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#hasReturns = text.includes('\r');
    this.#next = this.#find(0);
  }

  /** How many begin before `end` that were not counted yet. */
  countTo(end: number): number {
    let count = 0;
    for (; this.#next < end; this.#next = this.#find(this.#next + 1)) count++;
    return count;
  }

  /** The line endings before `end` are counted by somebody else. */
  skipTo(end: number): void {
    if (this.#next < end) this.#next = this.#find(end);
  }

  #find(from: number): number {
    const text = this.#text;
    const feed = text.indexOf('\n', from);
    if (!this.#hasReturns) return feed < 0 ? Infinity : feed;
    for (let at = from; at < text.length; at++) {
      if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) return at;
    }
    return Infinity;
  }
}
