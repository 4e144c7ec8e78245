/**
 * Bytes to text, piece by piece, for files too large to hold. The head decides the encoding: a byte order mark, an XML
 * declaration, else UTF-8 or, when the head is plainly no UTF-8, windows-1252. Bytes further on that do not fit it are
 * read as replacement characters, and one problem tells the first.
 */
import type { Problem } from '../../model/index.ts';
import { declaredEncoding, decodeText, encodingOf, fromWindows1252 } from './decode.ts';
import type { Encoding } from './decode.ts';

const REPLACEMENT = '\uFFFD';
const REPLACEMENT_BYTES = [0xef, 0xbf, 0xbd];

export class StreamDecoder {
  readonly encoding: Encoding;
  readonly #file: string;
  readonly #report: (problem: Problem) => void;
  readonly #decoder: TextDecoder | undefined;
  #line = 1;
  #hasTold = false;

  /** @param head the first bytes of the file, 64 KiB or the whole; they still have to be decoded */
  constructor(file: string, head: Uint8Array, report: (problem: Problem) => void) {
    this.#file = file;
    this.#report = report;
    this.encoding = encodingOf(head);
    this.#decoder = this.encoding === 'windows-1252' ? undefined : new TextDecoder(this.encoding);
    const declared = declaredEncoding(head);
    if (this.encoding === 'windows-1252' && declared === undefined) {
      this.#tell('wrong-encoding', 'The file is not valid UTF-8.', 'the whole text, read as windows-1252');
    }
  }

  decode(bytes: Uint8Array): string {
    if (this.#decoder === undefined) return this.#checked(fromWindows1252(bytes), bytes);
    return this.#checked(this.#decoder.decode(bytes, { stream: true }), bytes);
  }

  /** What a character cut at the end of the file leaves. */
  end(): string {
    return this.#decoder === undefined ? '' : this.#checked(this.#decoder.decode(), new Uint8Array());
  }

  #checked(text: string, bytes: Uint8Array): string {
    if (this.#hasTold && !text.includes('\0')) return text;
    if (text.includes('\0')) {
      this.#tellAt(
        text,
        '\0',
        'binary-file',
        'The file holds NUL bytes, which no text has.',
        'the text around them; each is read as a space',
      );
    } else if (text.includes(REPLACEMENT) && countOf(text, REPLACEMENT) > replacementsIn(bytes)) {
      const message = `The file is not valid ${this.encoding.toUpperCase()} here.`;
      this.#tellAt(
        text,
        REPLACEMENT,
        'wrong-encoding',
        message,
        `the rest; what begins no character is read as ${REPLACEMENT}`,
      );
    }
    if (!this.#hasTold) this.#line += countOf(text, '\n');
    return text.includes('\0') ? text.replaceAll('\0', ' ') : text;
  }

  #tellAt(text: string, mark: string, kind: 'binary-file' | 'wrong-encoding', message: string, kept: string): void {
    this.#line += countOf(text.slice(0, text.indexOf(mark)), '\n');
    this.#tell(kind, message, kept, this.#line);
  }

  #tell(kind: 'binary-file' | 'wrong-encoding', message: string, kept: string, line?: number): void {
    if (this.#hasTold) return;
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

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

// Replacement characters that the file itself holds are no mistake of its encoding.
function replacementsIn(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = Buffer.from(REPLACEMENT_BYTES);
  let count = 0;
  for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + mark.length)) count++;
  return count;
}
