/**
 * Bytes to text, piece by piece, for files too large to hold. The head decides the encoding: a byte order mark, an XML
 * declaration, else UTF-8 or, when the head is plainly no UTF-8, windows-1252. Bytes further on that do not fit it are
 * read as replacement characters, and one problem tells the first.
 *
 * Pieces are short and end where lines end: a reader of lines has hardly a line to put together, and a letter outside
 * Latin-1, which doubles what each character of its piece takes, leaves the other pieces quick to read.
 */
import { isUtf8 } from 'node:buffer';

import type { Problem } from '../../model/index.ts';
import { declaredEncoding, decodeText, encodingOf, fromWindows1252 } from './decode.ts';
import type { Encoding } from './decode.ts';

const REPLACEMENT = '\uFFFD';
const MARK = '\uFEFF';
const NEWLINE = 0x0a;
/** Bytes; a piece goes on to the end of its line. In short ones fewer letters share their piece with a foreign one. */
const PIECE = 1024;

export class StreamDecoder {
  readonly encoding: Encoding;
  readonly #file: string;
  readonly #report: (problem: Problem) => void;
  /** Of UTF-16, in which a newline is no byte of its own. */
  readonly #utf16: TextDecoder | undefined;
  /** The beginning of the next line, or of a character. */
  #rest: Uint8Array = new Uint8Array();
  #isAtStart = true;
  #line = 1;
  #hasTold = false;

  /** @param head the first bytes of the file, 64 KiB or the whole; they still have to be decoded */
  constructor(file: string, head: Uint8Array, report: (problem: Problem) => void) {
    this.#file = file;
    this.#report = report;
    this.encoding = encodingOf(head);
    this.#utf16 = this.encoding.startsWith('utf-16') ? new TextDecoder(this.encoding) : undefined;
    const declared = declaredEncoding(head);
    if (this.encoding === 'windows-1252' && declared === undefined) {
      this.#tell('wrong-encoding', 'The file is not valid UTF-8.', 'the whole text, read as windows-1252');
    }
  }

  /**
   * The text up to the last line's end in the bytes so far; without one, up to the last whole character. To be read to
   * its end before the next bytes.
   */
  *decode(bytes: Uint8Array): Iterable<string> {
    if (this.#utf16 !== undefined) {
      yield this.#fromUtf16(this.#utf16.decode(bytes, { stream: true }));
      return;
    }
    // The line that began in the last bytes first, so that only it is copied.
    const newline = this.#rest.length === 0 ? -1 : bytes.indexOf(NEWLINE);
    const split = this.#rest.length === 0 ? 0 : newline < 0 ? bytes.length : newline + 1;
    if (split > 0) yield* this.#lines(Buffer.concat([this.#rest, bytes.subarray(0, split)]));
    if (split < bytes.length)
      yield* this.#lines(Buffer.from(bytes.buffer, bytes.byteOffset + split, bytes.length - split));
  }

  *#lines(all: Buffer): Iterable<string> {
    const end = all.lastIndexOf(NEWLINE) + 1 || endOfCharacters(all);
    const whole = all.subarray(0, end);
    const isValid = this.encoding !== 'utf-8' || isUtf8(whole);
    const isClean = isValid && !whole.includes(0);
    for (let from = 0; from < end;) {
      const to = all.indexOf(NEWLINE, from + PIECE) + 1 || end;
      yield isClean ? this.#cleanText(all, from, to) : this.#textOf(all, from, to, isValid);
      from = to;
    }
    this.#rest = all.subarray(end);
  }

  /** The last line, and what a character cut at the end of the file leaves. */
  end(): string {
    if (this.#utf16 !== undefined) return this.#fromUtf16(this.#utf16.decode());
    return this.#textOf(Buffer.from(this.#rest), 0, this.#rest.length, false);
  }

  /** Of bytes that all fit the encoding, which was asked of many pieces at once. */
  #cleanText(bytes: Buffer, from: number, to: number): string {
    const text = this.#decoded(bytes, from, to);
    if (!this.#hasTold) this.#line += countOf(text, '\n');
    return text;
  }

  #textOf(bytes: Buffer, from: number, to: number, isValid: boolean): string {
    const isSound = isValid || this.encoding !== 'utf-8' || isUtf8(bytes.subarray(from, to));
    return this.#checked(this.#decoded(bytes, from, to), isSound);
  }

  #decoded(bytes: Buffer, from: number, to: number): string {
    if (this.encoding === 'windows-1252') return fromWindows1252(bytes.subarray(from, to));
    const text = bytes.toString('utf8', from, to);
    if (!this.#isAtStart) return text;
    this.#isAtStart = text === '';
    return text.startsWith(MARK) ? text.slice(1) : text;
  }

  #fromUtf16(text: string): string {
    return this.#checked(text, !text.includes(REPLACEMENT));
  }

  #checked(text: string, isValid: boolean): string {
    const hasNul = text.includes('\0');
    if (hasNul) {
      const kept = 'the text around them; each is read as a space';
      this.#tellAt(text, '\0', 'binary-file', 'The file holds NUL bytes, which no text has.', kept);
    } else if (!isValid) {
      const message = `The file is not valid ${this.encoding.toUpperCase()} here.`;
      const kept = `the rest; what begins no character is read as ${REPLACEMENT}`;
      this.#tellAt(text, REPLACEMENT, 'wrong-encoding', message, kept);
    }
    if (!this.#hasTold) this.#line += countOf(text, '\n');
    return hasNul ? text.replaceAll('\0', ' ') : text;
  }

  #tellAt(text: string, mark: string, kind: 'binary-file' | 'wrong-encoding', message: string, kept: string): void {
    if (this.#hasTold) return;
    this.#line += countOf(text.slice(0, text.indexOf(mark)), '\n');
    this.#tell(kind, message, kept, this.#line);
  }

  #tell(kind: 'binary-file' | 'wrong-encoding', message: string, kept: string, line?: number): void {
    this.#hasTold = true;
    this.#report({ kind, file: this.#file, ...(line === undefined ? {} : { line }), message, kept });
  }
}

/** A whole file that is at hand, as text; finds the very byte that fits no encoding. */
export function decodeWhole(file: string, bytes: Uint8Array, report: (problem: Problem) => void): string {
  const { text, problem } = decodeText(file, bytes);
  if (problem !== undefined) report(problem);
  return text;
}

/** Where a last character begins that may go on in the next bytes, else their end. */
function endOfCharacters(bytes: Uint8Array): number {
  const isContinuation = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  let last = bytes.length - 1;
  while (last > 0 && bytes.length - last < 4 && isContinuation(last)) last--;
  return (bytes[last] ?? 0) < 0xc0 ? bytes.length : last;
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}
