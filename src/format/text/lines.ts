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

type Take = (line: Line) => void;

/** The lines of a text at hand. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const splitter = new LineSplitter();
  const take: Take = (line) => void lines.push(line);
  splitter.push(text, take);
  splitter.end(take);
  return lines;
}

/** Splits a text that arrives in pieces. A text that ends with a line ending has no empty line after it. */
export class LineSplitter {
  #count = 0;
  #pending = '';
  #isAfterReturn = false;

  push(piece: string, take: Take): void {
    let start = 0;
    for (;;) {
      const at = nextEnding(piece, start);
      if (at < 0) break;
      const isSecondHalf = at === 0 && this.#isAfterReturn && piece[0] === '\n';
      if (!isSecondHalf) this.#take(piece.slice(start, at), take);
      // CRLF within a piece is one ending.
      start = piece[at] === '\r' && piece[at + 1] === '\n' ? at + 2 : at + 1;
    }
    if (piece !== '') this.#isAfterReturn = start === piece.length && piece.endsWith('\r');
    this.#pending += piece.slice(start);
  }

  end(take: Take): void {
    if (this.#pending !== '') this.#take('', take);
  }

  #take(rest: string, take: Take): void {
    const text = this.#pending + rest;
    this.#pending = '';
    this.#count++;
    take({ number: this.#count, text: this.#count === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text });
  }
}

const ENDING = /[\n\r]/g;

function nextEnding(text: string, from: number): number {
  ENDING.lastIndex = from;
  return ENDING.exec(text)?.index ?? -1;
}
