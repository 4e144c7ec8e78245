/** Lines of a text in pieces; a line longer than the limit is passed over and never held as a whole. */
import { LineSplitter } from './lines.ts';
import type { Line } from './lines.ts';

export interface LineEvents {
  readonly line: (line: Line) => void;
  readonly tooLong: (line: number) => void;
}

export class BoundedLines {
  readonly #events: LineEvents;
  readonly #longest: number;
  readonly #splitter = new LineSplitter();
  /** Characters of the line that has not ended. */
  #open = 0;
  #isTooLong = false;

  constructor(events: LineEvents, longest: number) {
    this.#events = events;
    this.#longest = longest;
  }

  write(piece: string): void {
    const last = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'));
    if (last < 0) {
      this.#open += piece.length;
      if (this.#open > this.#longest) this.#isTooLong = true;
      if (!this.#isTooLong) this.#splitter.push(piece, this.#take);
      return;
    }
    this.#splitter.push(this.#isTooLong ? piece.slice(piece.search(/[\n\r]/)) : piece, this.#take);
    this.#open = piece.length - last - 1;
  }

  end(): void {
    this.#splitter.end(this.#take);
  }

  readonly #take = (line: Line): void => {
    if (this.#isTooLong || line.text.length > this.#longest) this.#events.tooLong(line.number);
    else this.#events.line(line);
    this.#isTooLong = false;
  };
}
