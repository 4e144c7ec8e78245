/**
 * Finds the entries of a BibTeX file that arrives in pieces, by counting braces and nothing else: BibTeX demands that
 * they balance in quotes, too. Each character is looked at once, and only the entry being read is kept.
 *
 * Where braces do not balance, two things are taken for stronger than the count: an entry that begins a line ends the
 * one before it, and a closed entry that goes on with `, name = {` was not closed. What stands between entries is a
 * comment, as in BibTeX; an `@` behind a `%` or inside a word (an address) begins nothing.
 */
import type { RawEntry } from './entry.ts';

export interface ScannerEvents {
  readonly entry: (entry: RawEntry) => void;
  /** An entry longer than any real one was passed over. */
  readonly tooLong: (line: number, type: string) => void;
}

/** How much of an entry's beginning must be at hand to judge whether it is one. */
const LOOKAHEAD = 300;
const BLANK = String.raw`(?:\s|%[^\n]{0,200}\n)*`;
const HEADER = new RegExp(String.raw`@${BLANK}([A-Za-z][\w-]{0,60})${BLANK}([{(])`, 'y');
/** An entry that begins a line even inside another: it must look like one to its first comma. */
const NEXT_ENTRY =
  /@\s{0,20}(?:(?:string|preamble|comment)\s{0,20}[{(]|[A-Za-z][\w-]{0,60}\s{0,20}[{(]\s{0,40}[^\s,{}()="]{0,200}\s{0,40},)/iy;
const GOES_ON = /\s{0,40},?\s{0,40}[A-Za-z][\w-]{0,60}\s{0,40}=\s{0,40}["{]/y;
const HAS_NOT_ENDED = /^\s*(?:,?\s*(?:[A-Za-z][\w-]{0,60}\s{0,40}(?:=\s{0,40})?)?)?$/;

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const PERCENT = 37;
const CLOSE = 41;
const AT = 64;
const BRACE = 123;
const BRACE_END = 125;

export class Scanner {
  readonly #events: ScannerEvents;
  readonly #longest: number;
  #text = '';
  #at = 0;
  #line = 1;
  #isAfterReturn = false;
  /** Nothing but white space since the line began. */
  #isLineStart = true;
  /** Outside entries: an `@` on this line is part of a comment. */
  #isComment = false;
  #isInWord = false;
  /** The entry being read, or undefined outside entries. */
  #open: OpenEntry | undefined;

  constructor(events: ScannerEvents, longest: number) {
    this.#events = events;
    this.#longest = longest;
  }

  write(piece: string): void {
    this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + piece : piece;
    this.#at = 0;
    this.#run(false);
  }

  /** The line of an entry that never ended, else undefined. */
  end(): number | undefined {
    this.#text = this.#text.slice(this.#at);
    this.#at = 0;
    this.#run(true);
    const open = this.#open;
    if (open !== undefined && !open.isTooLong) this.#finish(open, false);
    this.#text = '';
    return open?.line;
  }

  #run(isLast: boolean): void {
    while (this.#at < this.#text.length) {
      const goesOn = this.#open === undefined ? this.#outside(isLast) : this.#inside(this.#open, isLast);
      if (!goesOn) break;
    }
  }

  /** Looks for the next entry. False when more text is needed to tell. */
  #outside(isLast: boolean): boolean {
    const text = this.#text;
    for (let at = this.#at; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === AT && !this.#isComment && !this.#isInWord) {
        this.#at = at;
        if (text.length - at < LOOKAHEAD && !isLast && !this.#hasHeader(at)) return false;
        if (this.#begin(at)) return true;
      } else if (code === PERCENT) this.#isComment = true;
      this.#count(code);
      this.#isInWord = code > 127 || (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || code === 46;
      if (code === NEWLINE || code === RETURN) this.#isComment = false;
    }
    this.#at = text.length;
    return true;
  }

  #hasHeader(at: number): boolean {
    HEADER.lastIndex = at;
    return HEADER.test(this.#text);
  }

  #begin(at: number): boolean {
    HEADER.lastIndex = at;
    const match = HEADER.exec(this.#text);
    if (match === null) return false;
    this.#open = {
      type: (match[1] ?? '').toLowerCase(),
      isParenthesised: match[2] === '(',
      line: this.#line,
      depth: match[2] === '(' ? 0 : 1,
      isQuoted: false,
      chunks: [],
      length: 0,
      isTooLong: false,
    };
    for (let passed = at; passed < HEADER.lastIndex; passed++) this.#count(this.#text.charCodeAt(passed));
    this.#at = HEADER.lastIndex;
    this.#isComment = false;
    this.#isInWord = false;
    return true;
  }

  /** Reads on to the end of the entry. False when more text is needed to tell. */
  #inside(open: OpenEntry, isLast: boolean): boolean {
    const text = this.#text;
    const start = this.#at;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === BRACE) open.depth++;
      else if (code === BRACE_END || (code === CLOSE && open.isParenthesised)) {
        const depth = code === CLOSE ? open.depth : --open.depth;
        const isEnd = open.isParenthesised ? code === CLOSE && depth === 0 && !open.isQuoted : depth <= 0;
        if (open.isParenthesised && depth < 0) open.depth = 0;
        if (isEnd) {
          const goesOn = this.#goesOn(open, at + 1, isLast);
          if (goesOn === undefined) return this.#pause(open, start, at, open.isParenthesised ? 0 : 1);
          if (!goesOn) return this.#close(open, start, at);
          open.depth = open.isParenthesised ? 0 : 1;
        }
      } else if (code === QUOTE && open.isParenthesised && open.depth === 0) open.isQuoted = !open.isQuoted;
      else if (code === AT && this.#isLineStart && open.type !== 'comment') {
        if (text.length - at < LOOKAHEAD && !isLast) return this.#pause(open, start, at, 0);
        NEXT_ENTRY.lastIndex = at;
        if (NEXT_ENTRY.test(text)) return this.#cut(open, start, at);
      }
      this.#count(code);
    }
    this.#keep(open, start, text.length);
    this.#at = text.length;
    return true;
  }

  /** Whether a field follows the brace that seems to end the entry; undefined when more text is needed to tell. */
  #goesOn(open: OpenEntry, at: number, isLast: boolean): boolean | undefined {
    if (open.type === 'string' || open.type === 'preamble' || open.type === 'comment') return false;
    const text = this.#text;
    GOES_ON.lastIndex = at;
    if (GOES_ON.test(text)) return true;
    const isShort = text.length - at < LOOKAHEAD && !isLast;
    return isShort && HAS_NOT_ENDED.test(text.slice(at)) ? undefined : false;
  }

  /** Waits at a character that cannot be judged yet; it is looked at again with the next piece. */
  #pause(open: OpenEntry, start: number, at: number, depthBack: number): false {
    open.depth += depthBack;
    this.#keep(open, start, at);
    this.#at = at;
    return false;
  }

  #close(open: OpenEntry, start: number, at: number): true {
    this.#keep(open, start, at);
    this.#count(this.#text.charCodeAt(at));
    this.#at = at + 1;
    this.#finish(open, true);
    return true;
  }

  #cut(open: OpenEntry, start: number, at: number): true {
    this.#keep(open, start, at);
    this.#at = at;
    this.#finish(open, false);
    return true;
  }

  #finish(open: OpenEntry, isClosed: boolean): void {
    this.#open = undefined;
    if (open.isTooLong) return;
    const { type, line } = open;
    this.#events.entry({ type, line, isClosed, body: open.chunks.join('') });
  }

  #keep(open: OpenEntry, start: number, end: number): void {
    if (end <= start || open.isTooLong || open.type === 'comment' || open.type === 'preamble') return;
    open.length += end - start;
    if (open.length > this.#longest) {
      open.isTooLong = true;
      open.chunks.length = 0;
      this.#events.tooLong(open.line, open.type);
      return;
    }
    open.chunks.push(this.#text.slice(start, end));
  }

  /** Counts lines: LF, CRLF or a lone CR. */
  #count(code: number): void {
    if (code === NEWLINE || code === RETURN) {
      if (code === RETURN || !this.#isAfterReturn) this.#line++;
      this.#isLineStart = true;
    } else if (code > 32) this.#isLineStart = false;
    this.#isAfterReturn = code === RETURN;
  }
}

interface OpenEntry {
  readonly type: string;
  readonly isParenthesised: boolean;
  readonly line: number;
  depth: number;
  isQuoted: boolean;
  readonly chunks: string[];
  length: number;
  isTooLong: boolean;
}
