/** The different words of one kind of texts, in the order of their bytes: found by halving, and by how they begin. */

const decoder = new TextDecoder();

export class Dictionary {
  readonly words: Uint8Array;
  readonly starts: Uint32Array;
  readonly length: number;

  constructor(words: Uint8Array, starts: Uint32Array) {
    this.words = words;
    this.starts = starts;
    this.length = starts.length - 1;
  }

  word(number: number): string {
    return decoder.decode(this.words.subarray(this.starts[number], this.starts[number + 1]));
  }

  /** The number of a word; undefined where no text has it. */
  find(word: Uint8Array): number | undefined {
    const at = this.#firstFrom(word);
    return at < this.length && this.#compare(at, word) === 0 ? at : undefined;
  }

  /** The words that begin so: the first, and the one after the last. */
  beginningWith(beginning: Uint8Array): readonly [first: number, end: number] {
    const first = this.#firstFrom(beginning);
    return [first, this.endOf(first, beginning, beginning.length)];
  }

  /** The first word after `from` that does not share its first `length` bytes with `beginning`, as `from` does. */
  endOf(from: number, beginning: Uint8Array, length: number): number {
    // Steps that double, then halving: ranges are short far more often than long.
    let step = 1;
    let low = from;
    while (low + step < this.length && this.#begins(low + step, beginning, length)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(this.length, low + step);
    if (low === from && (from >= this.length || !this.#begins(from, beginning, length))) return from;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (this.#begins(middle, beginning, length)) low = middle;
      else high = middle;
    }
    return high;
  }

  #firstFrom(word: Uint8Array): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, word) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(number: number, word: Uint8Array): number {
    const from = this.starts[number] ?? 0;
    const own = (this.starts[number + 1] ?? 0) - from;
    const length = Math.min(own, word.length);
    for (let at = 0; at < length; at++) {
      const difference = (this.words[from + at] ?? 0) - (word[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return own - word.length;
  }

  #begins(number: number, beginning: Uint8Array, length: number): boolean {
    const from = this.starts[number] ?? 0;
    if ((this.starts[number + 1] ?? 0) - from < length) return false;
    for (let at = 0; at < length; at++) if (this.words[from + at] !== beginning[at]) return false;
    return true;
  }
}
