/**
 * Bytes to text, for every format. A byte order mark decides; without one the text is UTF-8. Text that is not valid
 * UTF-8 is read as windows-1252, the usual other encoding of western pages, and a problem says so: unless most of its
 * letters are good UTF-8, when only the bad bytes are lost. A file with NUL bytes and no UTF-16 mark is binary.
 */
import type { Problem } from '../../model/index.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly problem?: Problem;
}

const REPLACEMENT = '\uFFFD';
// From 0x80; the five bytes that mean nothing stay what they are.
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The beginning of a file as text, or undefined when the file is binary. A character cut at the end is left out. */
export function decodeHead(bytes: Uint8Array): string | undefined {
  const marked = encodingOfMark(bytes);
  if (marked === undefined && bytes.includes(0)) return undefined;
  const text = textOf(bytes, encodingOf(bytes), { isCut: true });
  // UTF-32 begins with the mark of UTF-16 and shows as every other character NUL.
  return text.includes('\0') ? undefined : text;
}

/** What a file's head says of its encoding: a mark, a declaration, else whether its bytes are UTF-8. */
export function encodingOf(head: Uint8Array): Encoding {
  const told = encodingOfMark(head) ?? declaredEncoding(head);
  if (told !== undefined) return told;
  return isMostlyUtf8(textOf(head, 'utf-8', { isCut: true })) ? 'utf-8' : 'windows-1252';
}

/** The encoding that an XML declaration names, where it is one of ours; windows-1252 holds all of ISO-8859-1. */
export function declaredEncoding(head: Uint8Array): Encoding | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 200)).toString('latin1');
  const name = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  if (/^(?:iso-?8859-?1|latin-?1|windows-1252|cp1252)$/.test(name)) return 'windows-1252';
  return /^(?:utf-?8|us-ascii|ascii)$/.test(name) ? 'utf-8' : undefined;
}

/** A whole file as text. Never throws: what is no valid text is read as near as can be, with a problem. */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const encoding = encodingOfMark(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  const decoded = encoding === 'utf-8' ? fromUtf8(file, bytes) : { text: textOf(bytes, encoding), encoding };
  if (!decoded.text.includes('\0')) return decoded;
  return { ...decoded, text: decoded.text.replaceAll('\0', ' '), problem: decoded.problem ?? nulProblem(file, bytes) };
}

function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function textOf(bytes: Uint8Array, encoding: Encoding, { isCut = false } = {}): string {
  if (encoding === 'windows-1252') return fromWindows1252(bytes);
  return new TextDecoder(encoding).decode(bytes, { stream: isCut });
}

// Node 20's TextDecoder reads windows-1252 as latin1, which has no quotes or dashes between 0x80 and 0x9F.
export function fromWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}

function fromUtf8(file: string, bytes: Uint8Array): DecodedText {
  const text = textOf(bytes, 'utf-8');
  const badByte = firstBadByte(bytes);
  if (badByte === undefined) return { text, encoding: 'utf-8' };
  const isUtf8 = isMostlyUtf8(text);
  const found = `byte 0x${(bytes[badByte] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  const problem: Problem = {
    kind: 'wrong-encoding',
    file,
    line: lineOf(bytes, badByte),
    byte: badByte,
    message: `The file is not valid UTF-8: ${found} begins no character.`,
    found,
    kept: isUtf8 ? `the rest; the byte is read as ${REPLACEMENT}` : 'the whole text, read as windows-1252',
  };
  if (isUtf8) return { text, encoding: 'utf-8', problem };
  return { text: textOf(bytes, 'windows-1252'), encoding: 'windows-1252', problem };
}

// One bad byte among many good letters is damage; bad bytes and hardly a good letter are another encoding.
function isMostlyUtf8(text: string): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) bad++;
    else if (unit > 0x7f) good++;
  }
  return good >= bad;
}

// Text decoded with replacements and encoded again differs from the bytes first where they are no UTF-8.
function firstBadByte(bytes: Uint8Array): number | undefined {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  for (let at = 0; at < Math.max(bytes.length, again.length); at++) if (bytes[at] !== again[at]) return at;
  return undefined;
}

function nulProblem(file: string, bytes: Uint8Array): Problem {
  const byte = bytes.indexOf(0);
  return {
    kind: 'binary-file',
    file,
    line: lineOf(bytes, byte),
    byte,
    message: 'The file holds NUL bytes, which no text has.',
    found: 'byte 0x00',
    kept: 'the text around them; each is read as a space',
  };
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line++;
  }
  return line;
}
