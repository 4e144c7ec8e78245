/** Places in a text, each looked for once: what a scan from left to right asks again and again. */

/** Where words stand in a text, asked from left to right: no part of it is searched twice for one of them. */
export class NextPlaces {
  readonly #text: string;
  readonly #known = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  after(word: string, at: number): number | undefined {
    let place = this.#known.get(word) ?? -1;
    if (place < at) {
      const found = this.#text.indexOf(word, at);
      place = found < 0 ? Infinity : found;
      this.#known.set(word, place);
    }
    return place === Infinity ? undefined : place;
  }
}

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
