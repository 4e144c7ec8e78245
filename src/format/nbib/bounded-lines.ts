/**
 * Lines of bounded length out of text in pieces. A line that grows beyond the bound is dropped while it arrives, so a
 * file of one endless line costs no memory; the lines after it are read.
 */
import { LineSplitter } from '../text/lines.ts';
import type { Line } from '../text/lines.ts';

const MAX_LINE = 64 * 1024 * 1024;

interface Events {
  readonly line: (text: string, number: number) => void;
  readonly tooLong: (number: number) => void;
}

export class BoundedLines {
  readonly #events: Events;
  readonly #splitter = new LineSplitter();
  /** Characters of the line that has not ended yet. */
  #open = 0;
  #isSkipping = false;

  constructor(events: Events) {
    this.#events = events;
  }

  push(text: string): void {
    const rest = this.#isSkipping ? this.#afterSkipped(text) : text;
    const lastEnding = Math.max(rest.lastIndexOf('\n'), rest.lastIndexOf('\r'));
    this.#splitter.push(rest, this.#take);
    this.#open = lastEnding < 0 ? this.#open + rest.length : rest.length - lastEnding - 1;
    if (this.#open > MAX_LINE) this.#skip();
  }

  end(): void {
    this.#splitter.end(this.#take);
  }

  readonly #take = ({ text, number }: Line): void => {
    if (text.length > MAX_LINE) this.#events.tooLong(number);
    else this.#events.line(text, number);
  };

  // A lone return ends the line for the splitter, which takes a line feed that comes next for the same ending.
  #skip(): void {
    this.#splitter.push('\r', this.#take);
    this.#isSkipping = true;
    this.#open = 0;
  }

  #afterSkipped(text: string): string {
    const ending = text.search(/[\r\n]/);
    if (ending < 0) return '';
    this.#isSkipping = false;
    return text.slice(text[ending] === '\r' ? ending + 1 : ending);
  }
}
