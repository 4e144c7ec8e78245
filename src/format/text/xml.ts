/**
 * XML in pieces to records, for every XML format.
 *
 *     const reader = new XmlRecords(
 *       { records: ['article', 'www'], containers: ['dblp'], entities: LATIN1_ENTITIES },
 *       { record: (element) => … childText(element, 'title') … },
 *       context,
 *     );
 *     reader.write(piece);
 *     reader.end();
 *
 * A format names the elements that are its records. Nearly every record is plain, and is read in one go
 * (`xml/plain-record.ts`). Of the others this file finds where each begins and ends in the raw text, and only then has
 * it parsed (by saxes), alone and whole, into a small tree. So memory holds one record, and damage costs one record:
 * tags that do not match end where the next record begins. What is lost is told as a problem:
 *
 * - a record whose tags do not match, or that the next one interrupts: dropped (`malformed-record`), because a tree that
 *   had to be guessed may have joined two papers;
 * - a name that is not in the format's table (`unknown-entity`), a bare `&`, a character that XML forbids: the text stays
 *   as printed, the record is kept;
 * - text between records, a closing tag without its opening: `lost-text`, `malformed-record`;
 * - a record over `longestRecord`: skipped without being kept (`too-long`);
 * - an end before the containers are closed: `truncated-file`.
 *
 * A document type is skipped: nothing in it is read, so no file defines an entity and none is fetched or expanded.
 * Namespace prefixes are dropped from the names of elements (`work:title` is `title`), kept in those of attributes.
 */
import type { Problem } from '../../model/index.ts';
import type { ReadContext, TextReader } from '../format.ts';

import type { XmlElement } from './xml/element.ts';
import { LineEndings } from './xml/line-endings.ts';
import { PlainRecords } from './xml/plain-record.ts';
import { RecordParser } from './xml/record-parser.ts';
import { LONGEST_RECORD } from './xml/shape.ts';
import type { XmlShape } from './xml/shape.ts';
import { FOUND_LENGTH, clip, malformed, tooLong, unopened } from './xml/told.ts';

export interface XmlHandler {
  /** A record, whole. */
  readonly record: (element: XmlElement) => void;
  /** A container begins; it comes without children. */
  readonly open?: (container: XmlElement) => void;
  readonly close?: (name: string) => void;
}

const LONGEST_TAG = 2 ** 13;
// What the raw text is being read as. `tag` is the opening tag of a record, in which `>` may stand within quotes.
type Mode =
  | { readonly kind: 'outside' }
  | { readonly kind: 'tag'; readonly name: string; readonly quote?: string }
  | { readonly kind: 'record'; readonly name: string }
  | { readonly kind: 'skip'; readonly until: string; readonly back: Mode }
  | { readonly kind: 'doctype'; readonly depth: number; readonly quote?: string };

const OUTSIDE: Mode = { kind: 'outside' };

export class XmlRecords implements TextReader {
  readonly #handler: XmlHandler;
  readonly #context: Pick<ReadContext, 'file' | 'problem'>;
  readonly #token: RegExp;
  readonly #records: ReadonlySet<string>;
  readonly #plain: PlainRecords;
  readonly #parse: RecordParser;
  readonly #longest: number;
  readonly #open: string[] = [];

  #mode: Mode = OUTSIDE;
  /** Text not yet decided: the beginning of what may be a tag, or of a record. */
  #rest = '';
  /** Line of the first character of `#rest`. */
  #line = 1;
  /** The record so far, and the line on which it begins. */
  #record = '';
  #recordLine = 1;
  #isTooLong = false;
  /** The first text outside of records since the last of them, and its line. */
  #stray: { text: string; line: number } | undefined;
  #isInStrayTag = false;

  constructor(shape: XmlShape, handler: XmlHandler, context: Pick<ReadContext, 'file' | 'problem'>) {
    this.#handler = handler;
    this.#context = context;
    this.#records = new Set(shape.records);
    this.#longest = shape.longestRecord ?? LONGEST_RECORD;
    this.#token = tokenOf([...shape.records, ...shape.containers]);
    this.#plain = new PlainRecords(shape);
    this.#parse = new RecordParser(shape, (problem) => context.problem({ ...problem, file: context.file }));
  }

  write(text: string): void {
    this.#read(this.#rest + text, false);
  }

  end(): void {
    this.#read(this.#rest, true);
    this.#tellStray();
    const line = this.#mode.kind === 'record' || this.#mode.kind === 'tag' ? this.#recordLine : this.#line;
    if (this.#mode.kind === 'outside' && this.#open.length === 0) return;
    this.#problem({
      kind: 'truncated-file',
      line,
      message: `The file ends ${this.#whereItEnds()}.`,
      kept: 'every record before',
    });
  }

  // Reads as far as can be decided; what cannot is kept for the next piece.
  #read(whole: string, isLast: boolean): void {
    // A CR at the end may be half of a line ending.
    const isCut = !isLast && whole.endsWith('\r');
    const text = isCut ? whole.slice(0, -1) : whole;
    const endings = new LineEndings(text);
    this.#plain.open(text);
    let at = 0;
    for (;;) {
      const plainEnd = this.#mode.kind === 'outside' ? this.#plainRecord(at, endings) : at;
      if (plainEnd > at) {
        at = plainEnd;
        continue;
      }
      // What begins in the middle may be a plain record in the longer text that follows.
      if (this.#mode.kind === 'outside' && at > 0 && !isLast && this.#plain.isCut) break;
      const next = this.#step(text, at, isLast);
      this.#line += endings.countTo(next);
      if (next === at) break;
      at = next;
    }
    this.#rest = whole.slice(at);
  }

  // The quick way for what nearly every record is. Where it ends, or `at` when what begins there needs a closer look.
  #plainRecord(at: number, endings: LineEndings): number {
    const record = this.#plain.next(at, this.#line);
    if (record === undefined) return at;
    this.#tellStray();
    this.#line = this.#plain.line;
    endings.skipTo(this.#plain.end);
    this.#handler.record(record);
    return this.#plain.end;
  }

  // Where the text is decided to, from `at`; `at` itself when more text is needed.
  #step(text: string, at: number, isLast: boolean): number {
    switch (this.#mode.kind) {
      case 'outside':
      case 'record':
        return this.#toNextToken(text, at, isLast);
      case 'tag':
        return this.#throughTag(text, at, this.#mode.name, this.#mode.quote);
      case 'skip':
        return this.#skip(text, at, isLast, this.#mode);
      case 'doctype':
        return this.#throughDoctype(text, at, isLast, this.#mode);
    }
  }

  #toNextToken(text: string, at: number, isLast: boolean): number {
    this.#token.lastIndex = at;
    const match = this.#token.exec(text);
    if (match === null) {
      const end = isLast ? text.length : undecidedFrom(text, at);
      this.#take(text, at, end);
      return end;
    }
    if (match.index > at) {
      this.#take(text, at, match.index);
      return match.index;
    }
    const [token, slash, name] = match;
    if (name === undefined) return this.#special(text, at, token);
    if (this.#records.has(name)) return this.#recordToken(text, at, token, slash === '/', name);
    return this.#containerToken(text, at, token, slash === '/', name);
  }

  #special(text: string, at: number, token: string): number {
    const end = at + token.length;
    const until = UNTIL.get(token);
    if (this.#mode.kind === 'record') this.#take(text, at, end);
    if (until !== undefined) this.#mode = { kind: 'skip', until, back: this.#mode };
    // Within a record a document type is damage, which the parser tells.
    else if (this.#mode.kind === 'outside') this.#mode = { kind: 'doctype', depth: 0 };
    return end;
  }

  #recordToken(text: string, at: number, token: string, isClosing: boolean, name: string): number {
    const end = at + token.length;
    const mode = this.#mode;
    if (isClosing) {
      if (mode.kind !== 'record' || mode.name !== name) {
        if (mode.kind === 'record') this.#dropRecord(`</${name}> stands in <${mode.name}>`);
        else this.#problem(unopened(name, this.#line));
        return this.#pastTag(end);
      }
      const close = tagEnd(text, end);
      if (close === undefined) return at;
      if (close < 0) {
        this.#dropRecord(`</${name}> is not closed`);
        return this.#pastTag(end);
      }
      this.#take(text, at, close + 1);
      this.#finishRecord();
      return close + 1;
    }
    if (mode.kind === 'record') this.#dropRecord(`<${name}> begins before </${mode.name}>`);
    this.#tellStray();
    this.#recordLine = this.#line;
    this.#mode = { kind: 'tag', name };
    this.#take(text, at, end);
    return end;
  }

  #containerToken(text: string, at: number, token: string, isClosing: boolean, name: string): number {
    if (this.#mode.kind === 'record')
      this.#dropRecord(`${isClosing ? '</' : '<'}${name}> stands in <${this.#mode.name}>`);
    this.#tellStray();
    const end = at + token.length;
    const close = tagEnd(text, end);
    if (close === undefined) return at;
    if (close < 0) return this.#pastTag(end);
    if (isClosing) this.#closeContainer(name);
    else this.#openContainer(name, text.slice(at, close + 1));
    return close + 1;
  }

  #openContainer(name: string, tag: string): void {
    if (this.#open.includes(name)) {
      this.#problem({ ...malformed(this.#line, `<${name}> begins before </${name}>`), kept: 'both' });
      this.#closeContainer(name);
    }
    const isEmpty = tag.endsWith('/>');
    const element = this.#parse.element(isEmpty ? tag : `${tag.slice(0, -1)}/>`, this.#line);
    this.#open.push(name);
    if (element !== undefined) this.#handler.open?.(element);
    if (isEmpty) this.#closeContainer(name);
  }

  #closeContainer(name: string): void {
    if (!this.#open.includes(name)) {
      this.#problem(unopened(name, this.#line));
      return;
    }
    for (let last = this.#open.pop(); last !== undefined; last = this.#open.pop()) {
      this.#handler.close?.(last);
      if (last === name) return;
      this.#problem({ ...malformed(this.#line, `</${name}> stands in <${last}>`), kept: 'the records of both' });
    }
  }

  #throughTag(text: string, at: number, name: string, quote: string | undefined): number {
    const { index, character } = nextOf(text, at, quote === undefined ? TAG_MARK : TAG_QUOTE);
    if (character === undefined) {
      this.#take(text, at, text.length);
      return text.length;
    }
    // `<` stands in no tag: the tag is broken, which the parser says better.
    if (character === '<') {
      this.#mode = { kind: 'record', name };
      this.#take(text, at, index);
      // A step that takes nothing would wait for more text.
      return index === at ? this.#toNextToken(text, at, false) : index;
    }
    this.#take(text, at, index + 1);
    if (character === '>' && quote === undefined) {
      this.#mode = { kind: 'record', name };
      if (this.#record.endsWith('/>')) this.#finishRecord();
    } else if (quote === undefined) this.#mode = { kind: 'tag', name, quote: character };
    else if (character === quote) this.#mode = { kind: 'tag', name };
    return index + 1;
  }

  #skip(text: string, at: number, isLast: boolean, mode: Mode & { readonly kind: 'skip' }): number {
    const found = text.indexOf(mode.until, at);
    // The end may be cut in two.
    const end =
      found >= 0 ? found + mode.until.length : Math.max(at, text.length - (isLast ? 0 : mode.until.length - 1));
    if (mode.back.kind === 'record') this.#take(text, at, end);
    if (found >= 0) this.#mode = mode.back;
    return end;
  }

  // Quotes and comments hide brackets; nothing else in a document type matters here.
  #throughDoctype(text: string, at: number, isLast: boolean, mode: Mode & { readonly kind: 'doctype' }): number {
    const { depth, quote } = mode;
    const { index, character } = nextOf(text, at, quote === undefined ? DOCTYPE_MARK : QUOTES);
    if (character === undefined) return text.length;
    // `<!--` may be cut.
    if (character === '<' && !isLast && text.length - index < 4) return index;
    if (quote !== undefined) this.#mode = character === quote ? { kind: 'doctype', depth } : mode;
    else if (character === '<!--') this.#mode = { kind: 'skip', until: '-->', back: mode };
    else if (character === '"' || character === "'") this.#mode = { kind: 'doctype', depth, quote: character };
    else if (character === '[' || character === '<') this.#mode = { kind: 'doctype', depth: depth + 1 };
    else if (character === '>' && depth === 0) this.#mode = OUTSIDE;
    else this.#mode = { kind: 'doctype', depth: Math.max(0, depth - 1) };
    return index + character.length;
  }

  // What is left of a tag that means nothing.
  #pastTag(from: number): number {
    this.#isInStrayTag = true;
    return from;
  }

  #take(text: string, from: number, to: number): void {
    if (from === to) return;
    if (this.#mode.kind === 'outside') {
      this.#noteStray(text.slice(from, to));
      return;
    }
    if (this.#isTooLong) return;
    if (this.#record.length + (to - from) > this.#longest) {
      this.#record = '';
      this.#isTooLong = true;
      return;
    }
    this.#record += text.slice(from, to);
  }

  #finishRecord(): void {
    const text = this.#record;
    const line = this.#recordLine;
    if (this.#leaveRecord()) return;
    const element = this.#parse.element(text, line);
    if (element !== undefined) this.#handler.record(element);
  }

  #dropRecord(reason: string): void {
    const text = this.#record;
    if (this.#leaveRecord()) return;
    this.#problem({ ...malformed(this.#recordLine, reason), found: clip(text), kept: 'nothing of the record' });
  }

  // Back outside; true when the record was too long, which is told here.
  #leaveRecord(): boolean {
    const wasTooLong = this.#isTooLong;
    this.#mode = OUTSIDE;
    this.#record = '';
    this.#isTooLong = false;
    if (wasTooLong) this.#problem(tooLong(this.#recordLine, `${this.#longest} characters`));
    return wasTooLong;
  }

  // Character by character, so that it does not matter where the text is cut; nearly always there is only white space.
  #noteStray(text: string): void {
    if (!this.#isInStrayTag && this.#stray === undefined && !STRAY.test(text)) return;
    for (let at = 0; at < text.length; at++) {
      const character = text.charAt(at);
      if (character === '<') this.#isInStrayTag = true;
      else if (this.#isInStrayTag) this.#isInStrayTag = character !== '>';
      else if (this.#stray !== undefined) {
        if (this.#stray.text.length < FOUND_LENGTH * 2) this.#stray.text += character;
      } else if (STRAY.test(character)) {
        const lines = text.slice(0, at).match(/\r\n?|\n/g)?.length ?? 0;
        this.#stray = { text: character, line: this.#line + lines };
      }
    }
  }

  #tellStray(): void {
    const stray = this.#stray;
    this.#stray = undefined;
    this.#isInStrayTag = false;
    if (stray === undefined) return;
    this.#problem({
      kind: 'lost-text',
      line: stray.line,
      message: 'Text stands where only records belong.',
      found: clip(stray.text),
      kept: 'nothing of it',
    });
  }

  #whereItEnds(): string {
    const { kind } = this.#mode;
    if (this.#mode.kind === 'record' || this.#mode.kind === 'tag') return `within <${this.#mode.name}>`;
    if (kind === 'doctype') return 'within its document type';
    const container = this.#open.at(-1);
    if (kind === 'skip') return 'within a comment or marked section';
    return container === undefined ? 'too early' : `before </${container}>`;
  }

  #problem(problem: Omit<Problem, 'file'>): void {
    this.#context.problem({ ...problem, file: this.#context.file });
  }
}

const UNTIL: ReadonlyMap<string, string> = new Map([
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]);
const TAG_MARK = /["'<>]/g;
const TAG_QUOTE = /["'<]/g;
const DOCTYPE_MARK = /<!--|["'<>[\]]/g;
const QUOTES = /["']/g;
// Anything but white space outside of tags, seen quickly: most stretches between records are none.
const STRAY = /[^\s\uFEFF]/u;
const LONGEST_PREFIX = 64;

// Every place at which the raw text changes its meaning: a record or container begins or ends, or markup hides others.
function tokenOf(names: readonly string[]): RegExp {
  const prefix = String.raw`(?:[A-Za-z_][\w.-]{0,${LONGEST_PREFIX - 2}}:)?`;
  return new RegExp(String.raw`<(?:!--|!\[CDATA\[|!DOCTYPE|\?|(/?)${prefix}(${names.join('|')})(?=[\s/>]))`, 'g');
}

// From where the text may be the beginning of a token that the next piece goes on with.
function undecidedFrom(text: string, at: number): number {
  const open = text.lastIndexOf('<');
  const isUndecided = open >= at && text.length - open <= LONGEST_PREFIX * 2 && !/[\s>]/.test(text.slice(open));
  return isUndecided ? open : text.length;
}

// Where a tag ends: undefined when the text is too short to tell, -1 when it is no tag.
function tagEnd(text: string, from: number): number | undefined {
  const at = text.slice(from, from + LONGEST_TAG).indexOf('>');
  if (at >= 0) return from + at;
  return text.length - from >= LONGEST_TAG ? -1 : undefined;
}

function nextOf(text: string, at: number, mark: RegExp): { index: number; character: string | undefined } {
  mark.lastIndex = at;
  const match = mark.exec(text);
  return { index: match?.index ?? -1, character: match?.[0] };
}
