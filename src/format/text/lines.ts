/**
 * Text in pieces to lines, whatever ends them: LF, CRLF or a lone CR, also where a piece ends between the two. Each
 * character is looked at once, however small the pieces.
 */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its ending; the first line without a byte order mark. */
  readonly text: string;
}

/** The lines of a text that arrives in pieces. A text that ends with a line ending has no empty line after it. */
export async function* linesOf(text: AsyncIterable<string>): AsyncIterable<Line> {
  const splitter = new LineSplitter();
  for await (const piece of text) yield* splitter.push(piece);
  yield* splitter.end();
}

/** The lines of a text at hand. */
export function splitLines(text: string): Line[] {
  const splitter = new LineSplitter();
  return [...splitter.push(text), ...splitter.end()];
}

class LineSplitter {
  #count = 0;
  #pending = '';
  #isAfterReturn = false;

  *push(piece: string): Iterable<Line> {
    let start = 0;
    for (let at = 0; at < piece.length; at++) {
      const character = piece[at];
      const isEnd = character === '\n' || character === '\r';
      const isSecondHalf = character === '\n' && this.#isAfterReturn;
      this.#isAfterReturn = character === '\r';
      if (!isEnd) continue;
      if (!isSecondHalf) yield this.#take(piece.slice(start, at));
      start = at + 1;
    }
    this.#pending += piece.slice(start);
  }

  *end(): Iterable<Line> {
    if (this.#pending !== '') yield this.#take('');
  }

  #take(rest: string): Line {
    const text = this.#pending + rest;
    this.#pending = '';
    this.#count++;
    return { number: this.#count, text: this.#count === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text };
  }
}
