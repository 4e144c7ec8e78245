/**
 * The records of a JSON text, whichever way they are wrapped: one per line, elements of an array, elements of the
 * `results` or `items` of a reply, or one single object. Nobody has to say which, and no more than one record is kept.
 *
 * Strings and brackets are followed over the pieces, and the slice of each record goes to JSON.parse, which is many
 * times faster than parsing here. A line that is a record by itself, as in JSON Lines and in arrays with an element
 * per line, is handed over without being looked at: then the cost is that of JSON.parse.
 *
 * A record that is broken costs itself, not its neighbours. Where its end cannot be trusted the scan goes on at the
 * next line that begins the way the broken record did (same indentation), or, in a text without lines, at the next
 * object that is a record.
 */
import type { Problem } from '../../model/index.ts';
import type { ReadContext, TextReader } from '../format.ts';

export interface JsonRecordsOptions {
  readonly context: Pick<ReadContext, 'file' | 'problem'>;
  /** Where replies keep their records: `['results']`, `['items', 'message.items']`. At most two keys deep. */
  readonly lists: readonly string[];
  /** Whether an object is a record, asked where the text is broken and brackets no longer tell. */
  readonly isRecord: (value: JsonObject) => boolean;
  readonly record: (value: JsonObject, line: number) => void;
  /** Characters; longer records are problems. */
  readonly longest?: number;
}

export type JsonObject = Readonly<Record<string, unknown>>;

const LONGEST = 64 * 1024 * 1024;
const LONGEST_KEY = 64;
const LONGEST_HELD = 4 * 1024 * 1024;
const SHOWN = 120;
/** Brackets open around records, and within one; real ones have three, and ten. */
const DEEPEST_AROUND = 100;
const DEEPEST = 1000;
const NO_JSON = 'A record is no valid JSON.';

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const MARK = 0xfeff;

/** No record can begin at this depth: inside an envelope, outside its lists. */
const NOWHERE = -1;

export function openJsonRecords(options: JsonRecordsOptions): TextReader {
  return new JsonRecords(options);
}

class JsonRecords implements TextReader {
  readonly #options: JsonRecordsOptions;
  readonly #longest: number;
  readonly #lists: ReadonlySet<string>;
  readonly #listPaths: readonly (readonly string[])[];

  // Where in the text.
  #line = 1;
  /** Blanks since the line began, while there are only blanks; else -1. */
  #indent = 0;
  /** Of the piece at hand; infinite when it has no more. */
  #newlineAt = -1;
  /** Every line so far that began with an object was one: a line's end is a record's end. */
  #isLines = false;

  // Which brackets are open: the character that opened each.
  #open: number[] = [];
  /** How many brackets are open where records begin. */
  #recordDepth = 0;
  /** The single object at the top has turned out to be a reply around records. */
  #isEnvelope = false;
  /** The last key read at each of the two outer levels. */
  #keys: string[] = [];

  // The string that is open.
  #isString = false;
  #isEscaped = false;
  /** Text of the string, where it may be a key that matters. */
  #string: string | undefined;

  // The record that is open.
  #isRecord = false;
  #parts: string[] = [];
  #length = 0;
  #isTooLong = false;
  #firstLine = 1;
  #recordIndent = 0;
  #expectsValue = true;

  /** A line of JSON Lines whose end is not here yet. */
  #held: string[] = [];
  #heldLength = 0;

  // After a break: what begins the next record.
  #isBroken = false;
  #brokenIndent = 0;
  /** Text that is no record. */
  #stray = '';
  #strayLine = 1;
  #isAtStart = true;

  constructor(options: JsonRecordsOptions) {
    this.#options = options;
    this.#longest = options.longest ?? LONGEST;
    this.#lists = new Set(options.lists);
    this.#listPaths = options.lists.map((path) => path.split('.'));
  }

  write(text: string): void {
    let at = 0;
    if (this.#isAtStart && text !== '') {
      this.#isAtStart = false;
      if (text.charCodeAt(0) === MARK) at = 1;
    }
    if (this.#held.length > 0) at = this.#holdOn(text);
    this.#scan(text, at);
  }

  #scan(text: string, from: number): void {
    this.#newlineAt = -1;
    let at = from;
    while (at < text.length) {
      if (this.#isRecord) at = this.#readRecord(text, at);
      else if (this.#isBroken) at = this.#findRecord(text, at);
      else at = this.#readBetween(text, at);
    }
  }

  end(): void {
    this.#letGo();
    this.#endStray();
    if (this.#isRecord && !this.#isTooLong) {
      this.#report('truncated-file', this.#firstLine, 'The file stops inside a record.', this.#excerpt());
    } else if (this.#open.length > 0 && !this.#isRecord && !this.#isBroken) {
      this.#report('truncated-file', this.#line, 'The file stops before its list of records is closed.');
    }
    this.#closeRecord();
  }

  /** Outside records: blanks, commas, the brackets of lists, and what does not belong. */
  #readBetween(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isString) {
        // No string of JSON goes on in the next line: a quote was left open.
        const end = Math.min(this.#skipString(text, at), this.#nextNewline(text, at));
        if (end < text.length) this.#isString = false;
        at = end - 1;
        continue;
      }
      switch (code) {
        case NEWLINE:
          this.#endStray();
          this.#newline();
          break;
        case SPACE:
        case TAB:
        case RETURN:
          if (this.#indent >= 0) this.#indent++;
          break;
        case COMMA:
          if (this.#recordDepth > 0) this.#endStray();
          this.#indent = -1;
          break;
        case OPEN_OBJECT:
          if (this.#recordDepth !== NOWHERE) {
            this.#endStray();
            return this.#beginRecord(text, at);
          }
          this.#push(OPEN_OBJECT);
          break;
        case OPEN_LIST:
          this.#endStray();
          this.#push(OPEN_LIST);
          this.#enterList();
          break;
        case CLOSE_LIST:
        case CLOSE_OBJECT:
          this.#endStray();
          this.#pop(code, text, at);
          break;
        case QUOTE:
          this.#openString();
          if (this.#isEnvelope && this.#recordDepth === NOWHERE) this.#indent = -1;
          else this.#addStray('"');
          break;
        case COLON:
          this.#endKey();
          break;
        default:
          this.#indent = -1;
          if (!this.#isEnvelope || this.#recordDepth !== NOWHERE) this.#addStray(text[at] ?? '');
      }
    }
    return text.length;
  }

  /** A list at the top, or one of the lists of a reply, holds records; any other is passed over. */
  #enterList(): void {
    const isTop = this.#open.length === 1;
    const isNamed = this.#isEnvelope && this.#lists.has(this.#path());
    if (isTop || isNamed) this.#recordDepth = this.#open.length;
    else if (this.#recordDepth !== NOWHERE) this.#recordDepth = this.#open.length;
  }

  #push(code: number): void {
    if (this.#open.length < DEEPEST_AROUND) this.#open.push(code);
    this.#indent = -1;
  }

  #pop(code: number, text: string, at: number): void {
    this.#indent = -1;
    const opener = code === CLOSE_LIST ? OPEN_LIST : OPEN_OBJECT;
    if (this.#open.at(-1) !== opener) {
      this.#addStray(text[at] ?? '');
      return;
    }
    this.#open.pop();
    this.#keys.length = Math.min(this.#keys.length, this.#open.length);
    if (this.#open.length === 0) {
      this.#isEnvelope = false;
      this.#recordDepth = 0;
    } else if (this.#isEnvelope) {
      this.#recordDepth = NOWHERE;
    } else {
      this.#recordDepth = this.#open.length;
    }
  }

  /** At the brace that opens a record. A line that is one record is done with at once. */
  #beginRecord(text: string, at: number): number {
    const end = this.#indent < 0 ? Infinity : this.#nextNewline(text, at);
    const whole = end === Infinity ? undefined : endOfObject(text, at, end);
    if (whole !== undefined && whole - at <= this.#longest) {
      const value = parsed(text.slice(at, whole));
      if (value !== undefined && !(this.#open.length === 0 && this.#isReply(value))) {
        if (this.#open.length === 0) this.#isLines = true;
        this.#deliver(value, this.#line);
        this.#indent = -1;
        return whole;
      }
    }
    if (end === Infinity && this.#isLines && this.#open.length === 0 && this.#indent >= 0 && !this.#isBroken) {
      this.#held.push(text.slice(at));
      this.#heldLength = text.length - at;
      return text.length;
    }
    this.#startRecord();
    return at;
  }

  /** The rest of a line that began in an earlier piece; returns where the scan goes on. */
  #holdOn(text: string): number {
    const newline = text.indexOf('\n');
    const end = newline < 0 ? text.length : newline;
    this.#held.push(text.slice(0, end));
    this.#heldLength += end;
    if (newline < 0) {
      if (this.#heldLength > LONGEST_HELD) this.#letGo();
      return end;
    }
    const line = this.#held.join('');
    const whole = endOfObject(line, 0, line.length);
    const value = whole === undefined || whole > this.#longest ? undefined : parsed(line.slice(0, whole));
    if (value === undefined || this.#isReply(value)) {
      this.#letGo();
    } else {
      this.#held = [];
      this.#indent = -1;
      this.#deliver(value, this.#line);
    }
    return end;
  }

  /** What was held is no line by itself: it is read like any other text. */
  #letGo(): void {
    if (this.#held.length === 0) return;
    const text = this.#held.join('');
    this.#held = [];
    this.#startRecord();
    this.#scan(text, 0);
  }

  #startRecord(): void {
    this.#isRecord = true;
    this.#firstLine = this.#line;
    this.#recordIndent = this.#indent;
    this.#expectsValue = true;
  }

  /** Inside a record, to its end or the end of the piece; returns where the scan stopped. */
  #readRecord(text: string, from: number): number {
    const open = this.#open;
    const recordDepth = this.#recordDepth;
    for (let at = from; at < text.length; at++) {
      if (this.#isString) {
        const end = this.#skipString(text, at);
        const newline = this.#nextNewline(text, at);
        if (end > newline) return this.#break(text, from, newline);
        at = end - 1;
        continue;
      }
      const code = text.charCodeAt(at);
      switch (code) {
        case NEWLINE:
          this.#line++;
          break;
        case QUOTE: {
          this.#expectsValue = false;
          // Nearly every string ends in this piece and has no backslash before its end.
          const end = text.indexOf('"', at + 1);
          const isPlain = end > 0 && text.charCodeAt(end - 1) !== BACKSLASH && end < this.#nextNewline(text, at);
          if (isPlain && (recordDepth !== 0 || open.length > 2)) at = end;
          else this.#openString();
          break;
        }
        case COMMA:
          this.#expectsValue = open.at(-1) === OPEN_LIST;
          break;
        case COLON:
          if (recordDepth === 0 && open.length <= 2) this.#endKey();
          this.#expectsValue = true;
          break;
        case OPEN_OBJECT:
        case OPEN_LIST:
          // Nothing opens right after a value, nor where a key must stand: an earlier bracket is missing.
          if (!this.#expectsValue || open.length - recordDepth >= DEEPEST || this.#isNextLine(text, from, at)) {
            return this.#break(text, from, at);
          }
          open.push(code);
          this.#expectsValue = code === OPEN_LIST;
          if (code === OPEN_LIST && recordDepth === 0 && open.length <= 3 && this.#lists.has(this.#path())) {
            this.#leaveForList();
            return at + 1;
          }
          break;
        case CLOSE_OBJECT:
        case CLOSE_LIST:
          if (open.at(-1) !== (code === CLOSE_LIST ? OPEN_LIST : OPEN_OBJECT)) return this.#break(text, from, at + 1);
          open.pop();
          this.#expectsValue = false;
          if (open.length === recordDepth) {
            this.#keep(text, from, at + 1);
            this.#finish();
            return at + 1;
          }
          break;
        default:
      }
    }
    this.#indent = this.#indentAt(text, from, text.length);
    this.#keep(text, from, text.length);
    return text.length;
  }

  /** Where every record has its line, a brace that begins a line begins a record. */
  #isNextLine(text: string, from: number, at: number): boolean {
    if (!this.#isLines || this.#recordDepth !== 0 || this.#open.length === 0) return false;
    return this.#indentAt(text, from, at) === 0;
  }

  /** Blanks between the line's beginning and `at`, or -1 where there is more; `#indent` tells of the text before `from`. */
  #indentAt(text: string, from: number, at: number): number {
    let start = at;
    while (start > from && isBlank(text.charCodeAt(start - 1))) start--;
    if (start > from) return text.charCodeAt(start - 1) === NEWLINE ? at - start : -1;
    return this.#indent < 0 ? -1 : this.#indent + at - start;
  }

  /** The object that was read as a record is a reply: its text so far is nothing, its list holds the records. */
  #leaveForList(): void {
    this.#isEnvelope = true;
    this.#closeRecord();
    this.#recordDepth = this.#open.length;
    this.#indent = -1;
  }

  #keep(text: string, from: number, to: number): void {
    if (this.#isTooLong) return;
    this.#length += to - from;
    if (this.#length <= this.#longest) {
      this.#parts.push(from === 0 && to === text.length ? text : text.slice(from, to));
      return;
    }
    const found = this.#excerpt(text.slice(from, from + SHOWN + 1));
    this.#report('too-long', this.#firstLine, `A record is longer than ${this.#longest} characters.`, found);
    this.#isTooLong = true;
    this.#parts = [];
  }

  /** The record's brackets are closed. */
  #finish(): void {
    const isTooLong = this.#isTooLong;
    const text = this.#parts.length === 1 ? (this.#parts[0] ?? '') : this.#parts.join('');
    const line = this.#firstLine;
    this.#closeRecord();
    const value = isTooLong ? undefined : parsed(text);
    if (value !== undefined) {
      if (this.#open.length === 0 && this.#recordIndent >= 0 && line === this.#line) this.#isLines = true;
      this.#deliver(value, line);
    } else if (!isTooLong && !this.#isBroken) {
      this.#report('malformed-record', line, NO_JSON, shown(text));
    }
    this.#indent = -1;
  }

  #deliver(value: JsonObject, line: number): void {
    if (this.#isBroken && !this.#options.isRecord(value)) return;
    this.#isBroken = false;
    this.#options.record(value, line);
  }

  #isReply(value: JsonObject): boolean {
    for (const path of this.#listPaths) if (Array.isArray(valueAt(value, path))) return true;
    return false;
  }

  /** The record cannot be read on at `to`: one problem, and the search for the next one. */
  #break(text: string, from: number, to: number): number {
    const indent = this.#indentAt(text, from, to);
    this.#keep(text, from, to);
    if (!this.#isBroken) {
      if (!this.#isTooLong) this.#report('malformed-record', this.#firstLine, NO_JSON, this.#excerpt());
      this.#brokenIndent = this.#recordIndent;
      this.#isBroken = true;
    }
    this.#closeRecord();
    this.#open.length = Math.min(this.#open.length, this.#recordDepth);
    this.#indent = indent;
    return to;
  }

  /** After a break: to the next brace that may begin a record. */
  #findRecord(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) this.#newline();
      else if (code === OPEN_OBJECT && (this.#brokenIndent < 0 || this.#indent === this.#brokenIndent)) {
        // Indentation tells for sure; without lines only the object itself can.
        if (this.#brokenIndent >= 0) this.#isBroken = false;
        return this.#beginRecord(text, at);
      } else if (!isBlank(code)) this.#indent = -1;
      else if (this.#indent >= 0) this.#indent++;
    }
    return text.length;
  }

  /** From within a string to behind its closing quote, or to the end of the piece. */
  #skipString(text: string, from: number): number {
    let at = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      at++;
    }
    for (;;) {
      const quote = text.indexOf('"', at);
      const end = quote < 0 ? text.length : quote;
      let slashes = 0;
      while (end - slashes > at && text.charCodeAt(end - slashes - 1) === BACKSLASH) slashes++;
      const isEscaped = slashes % 2 === 1;
      if (quote >= 0 && isEscaped) {
        at = quote + 1;
        continue;
      }
      if (this.#string !== undefined && this.#string.length < LONGEST_KEY) {
        this.#string += text.slice(from, Math.min(end, from + LONGEST_KEY));
      }
      if (quote < 0) {
        this.#isEscaped = isEscaped;
        return text.length;
      }
      this.#isString = false;
      return quote + 1;
    }
  }

  #openString(): void {
    this.#isString = true;
    this.#isEscaped = false;
    this.#string = this.#open.length > 0 && this.#open.length <= 2 ? '' : undefined;
  }

  #endKey(): void {
    const depth = this.#open.length;
    if (depth === 0 || depth > 2) return;
    this.#keys.length = Math.min(this.#keys.length, depth);
    this.#keys[depth - 1] = this.#string ?? '';
  }

  /** The keys that lead to the bracket just opened. */
  #path(): string {
    return this.#keys.slice(0, this.#open.length - 1).join('.');
  }

  /** The next line's end in this piece, looked for once. */
  #nextNewline(text: string, from: number): number {
    if (this.#newlineAt < from) {
      const found = text.indexOf('\n', from);
      this.#newlineAt = found < 0 ? Infinity : found;
    }
    return this.#newlineAt;
  }

  #newline(): void {
    this.#line++;
    this.#indent = 0;
  }

  #closeRecord(): void {
    this.#isRecord = false;
    this.#isString = false;
    this.#isEscaped = false;
    this.#isTooLong = false;
    this.#parts = [];
    this.#length = 0;
  }

  #addStray(character: string): void {
    if (this.#stray === '') this.#strayLine = this.#line;
    if (this.#stray.length <= SHOWN) this.#stray += character;
  }

  /** Text between records is a problem; the `null` of a batch reply for an id nobody has is none. */
  #endStray(): void {
    const found = this.#stray;
    this.#stray = '';
    if (found === '' || found === 'null' || found === '\u001e') return;
    this.#report('malformed-record', this.#strayLine, 'Text between the records is no record.', shown(found));
  }

  #excerpt(more = ''): string {
    let text = '';
    for (const part of [...this.#parts.slice(0, SHOWN), more]) {
      text += part.slice(0, SHOWN + 1);
      if (text.length > SHOWN) break;
    }
    return shown(text);
  }

  #report(kind: Problem['kind'], line: number, message: string, found?: string): void {
    const { context } = this.#options;
    const kept = 'the records around it';
    context.problem({ kind, file: context.file, line, message, ...(found === undefined ? {} : { found }), kept });
  }
}

/** Where the object ends that the rest of the line seems to be, a comma aside; undefined when it goes on below. */
function endOfObject(text: string, from: number, newline: number): number | undefined {
  let end = newline;
  while (end > from && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === COMMA)) end--;
  return text.charCodeAt(end - 1) === CLOSE_OBJECT ? end : undefined;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === RETURN;
}

/** The object that a text is, or undefined. */
export function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(value: JsonObject, path: readonly string[]): unknown {
  let found: unknown = value;
  for (const key of path) found = isObject(found) ? found[key] : undefined;
  return found;
}

function shown(text: string): string {
  const tidy = text
    .slice(0, SHOWN + 1)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return tidy.length <= SHOWN ? tidy : `${tidy.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
