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
 * A format names the elements that are its records. This file finds where each begins and ends in the raw text, and
 * only then has it parsed (by saxes), alone and whole, into a small tree. So memory holds one record, and damage costs
 * one record: tags that do not match end where the next record begins. What is lost is told as a problem:
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
import { SaxesParser } from 'saxes';

import type { Problem } from '../../model/index.ts';
import type { ReadContext, TextReader } from '../format.ts';

import type { EntityTable } from './entities.ts';

export interface XmlElement {
  /** Without a namespace prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and stretches of text, in order. No stretch is empty; two may stand side by side. */
  readonly children: readonly (XmlElement | string)[];
  /** The line on which its opening tag ends, from 1; of a record, the line on which it begins. */
  readonly line: number;
}

export interface XmlShape {
  /** Names of the elements that are records. A record holds no other record. */
  readonly records: readonly string[];
  /** Names of the elements around records that must be closed before the file ends: the root, a volume. */
  readonly containers: readonly string[];
  readonly entities: EntityTable;
  /** In characters; {@link LONGEST_RECORD} unless told. */
  readonly longestRecord?: number;
}

export interface XmlHandler {
  /** A record, whole. */
  readonly record: (element: XmlElement) => void;
  /** A container begins; it comes without children. */
  readonly open?: (container: XmlElement) => void;
  readonly close?: (name: string) => void;
}

/** 16 Mi characters: a hundred times the longest real record, and little enough for flat memory. */
export const LONGEST_RECORD = 2 ** 24;

const DEEPEST = 200;
const MOST_ELEMENTS = 2 ** 20;
const LONGEST_TAG = 2 ** 13;
const FOUND_LENGTH = 80;
const UNTIDY = /^\s|\s$|\s\s|[^\S ]/;
// Harmless problems told of one record; with more of them it is no text of people.
const MOST_TOLD = 20;

/** The children of that name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) found.push(child);
  return found;
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** All text within, markup dropped, white space collapsed: `<title>On <i>n</i><sup>2</sup></title>` is `On n2`. */
export function textOf(element: XmlElement): string {
  const [first] = element.children;
  const raw = element.children.length === 1 && typeof first === 'string' ? first : rawTextOf(element);
  // Most text is as tidy as it should be, which is seen faster than it is made so.
  return UNTIDY.test(raw) ? raw.replace(/[\s\u00A0]+/gu, ' ').trim() : raw;
}

/** The text of the first child of that name, or undefined when there is none or it holds no text. */
export function childText(element: XmlElement, name: string): string | undefined {
  const child = childOf(element, name);
  return child === undefined ? undefined : textOf(child) || undefined;
}

/** All text within, as it stands. No tree is deeper than the reader allows. */
export function rawTextOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : rawTextOf(child);
  return text;
}

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
  readonly #parse: RecordParser;
  readonly #longest: number;
  readonly #open: string[] = [];

  #mode: Mode = OUTSIDE;
  /** Text not yet decided: the beginning of what may be a tag. */
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
  /** Of the piece at hand: where things stand, and an end at which no whole record was found. */
  #next = new NextPlaces('');
  #tried = -1;

  constructor(shape: XmlShape, handler: XmlHandler, context: Pick<ReadContext, 'file' | 'problem'>) {
    this.#handler = handler;
    this.#context = context;
    this.#records = new Set(shape.records);
    this.#longest = shape.longestRecord ?? LONGEST_RECORD;
    this.#token = tokenOf([...shape.records, ...shape.containers]);
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
    this.#next = new NextPlaces(text);
    this.#tried = -1;
    let at = 0;
    for (;;) {
      const next = this.#step(text, at, isLast);
      this.#line += endings.countTo(next);
      if (next === at) break;
      at = next;
    }
    this.#rest = whole.slice(at);
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
    const whole = this.#wholeRecord(text, at, token);
    if (whole !== undefined) return whole;
    this.#recordLine = this.#line;
    this.#mode = { kind: 'tag', name };
    this.#take(text, at, end);
    return end;
  }

  // The quick way for what nearly every record is: whole in this piece, well-formed, without comments. Where it ends, or
  // undefined when it is to be looked at closely.
  #wholeRecord(text: string, at: number, token: string): number | undefined {
    const close = this.#next.after(`</${token.slice(1)}`, at);
    if (close === undefined || close === this.#tried) return undefined;
    const end = text.indexOf('>', close) + 1;
    if (end === 0 || end - at > this.#longest || text[text.indexOf('>', at) - 1] === '/') return undefined;
    if ((this.#next.after('<!', at) ?? end) < end || (this.#next.after('<?', at) ?? end) < end) return undefined;
    const element = this.#parse.wellFormed(text.slice(at, end), this.#line);
    if (element === undefined) {
      // Of records that seem to end at one place only the last can, and the close look finds it.
      this.#tried = close;
      return undefined;
    }
    this.#handler.record(element);
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

/** Where words stand in a text, asked from left to right: no part of it is searched twice for one of them. */
class NextPlaces {
  readonly #text: string;
  readonly #known = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  after(word: string, at: number): number | undefined {
    let place = this.#known.get(word) ?? -1;
    if (place < at) {
      const found = this.#text.indexOf(word, at);
      place = found < 0 ? Infinity : found;
      this.#known.set(word, place);
    }
    return place === Infinity ? undefined : place;
  }
}

/** Counts the line endings of a text from its beginning on, each looked for once. */
class LineEndings {
  readonly #text: string;
  readonly #hasReturns: boolean;
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#hasReturns = text.includes('\r');
    this.#next = this.#find(0);
  }

  /** How many begin before `end` that were not counted yet. */
  countTo(end: number): number {
    let count = 0;
    for (; this.#next < end; this.#next = this.#find(this.#next + 1)) count++;
    return count;
  }

  #find(from: number): number {
    const text = this.#text;
    const feed = text.indexOf('\n', from);
    if (!this.#hasReturns) return feed < 0 ? Infinity : feed;
    for (let at = from; at < text.length; at++) {
      if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) return at;
    }
    return Infinity;
  }
}

function nextOf(text: string, at: number, mark: RegExp): { index: number; character: string | undefined } {
  mark.lastIndex = at;
  const match = mark.exec(text);
  return { index: match?.index ?? -1, character: match?.[0] };
}

type Told = Omit<Problem, 'file'>;

function malformed(line: number, reason: string): Told {
  return { kind: 'malformed-record', line, message: `The record is not well-formed XML: ${reason}.` };
}

function unopened(name: string, line: number): Told {
  const message = `</${name}> ends what never began: its opening tag is damaged or lost.`;
  return { kind: 'malformed-record', line, message, found: `</${name}>`, kept: 'nothing of what it ends' };
}

function tooLong(line: number, limit: string): Told {
  return { kind: 'too-long', line, message: `The record has more than ${limit}.`, kept: 'nothing of the record' };
}

function clip(text: string): string {
  const line = text
    .slice(0, FOUND_LENGTH * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= FOUND_LENGTH ? line : `${line.slice(0, FOUND_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

interface FragmentOptions {
  readonly xmlns: false;
  readonly fragment: true;
  readonly position: false;
}

type FragmentParser = SaxesParser<FragmentOptions>;

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  readonly line: number;
}

/** Why a record cannot be read; thrown out of the parser's events, since saxes itself goes on guessing. */
class Unreadable extends Error {
  readonly told: Told;

  constructor(told: Told) {
    super(told.message);
    this.told = told;
  }
}

// What saxes reads as it was meant, whatever XML says of it.
const HARMLESS =
  /^(?:disallowed character\.|the string "\]\]>" is disallowed in char data\.|duplicate attribute: .*|no whitespace between attributes\.|malformed comment\.)$/s;
// oxlint-disable-next-line no-control-regex -- they are what is looked for.
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;
// Comments and marked sections first: what looks like a reference there is none.
const REFERENCE =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|&(?:(#[0-9]{1,8}|#x[0-9A-Fa-f]{1,7}|[A-Za-z_][\w.-]{0,63});)?/g;

/** One saxes parser for record after record, each a fragment of its own; after an error a fresh one. */
class RecordParser {
  readonly #entities: EntityTable;
  /** Names that stand in no record. */
  readonly #outer: ReadonlySet<string>;
  readonly #problem: (problem: Told) => void;
  readonly #stack: OpenElement[] = [];
  /** Harmless problems by their message, told once the record is known to be kept. */
  readonly #told = new Map<string, Told>();
  #saxes: FragmentParser | undefined;
  #root: XmlElement | undefined;
  #count = 0;
  #text = '';
  #isStrict = false;
  /** What to add to the parser's line to have the file's. */
  #lineOffset = 0;
  #line = 1;

  constructor(shape: XmlShape, problem: (problem: Told) => void) {
    this.#entities = shape.entities;
    this.#outer = new Set([...shape.records, ...shape.containers]);
    this.#problem = problem;
  }

  /** The tree of a text of which nothing is to be told, else undefined: then it is to be looked at closely. */
  wellFormed(text: string, line: number): XmlElement | undefined {
    try {
      return this.#read(text, line, true);
    } catch (error) {
      return this.#giveUp(error) && undefined;
    }
  }

  /** The tree of a text, as far as it can be read for sure; what is wrong with it becomes problems. */
  element(text: string, line: number): XmlElement | undefined {
    try {
      return this.#read(text, line, false);
    } catch (error) {
      this.#problem({ ...this.#giveUp(error), found: clip(text), kept: 'nothing of the record' });
      return undefined;
    }
  }

  #read(text: string, line: number, isStrict: boolean): XmlElement {
    this.#begin(line, isStrict);
    this.#text = text;
    this.#parser().write(text.includes('&') ? this.#withoutUnknownReferences(text) : text);
    if (this.#root === undefined) this.#fail(malformed(line, `<${this.#stack.at(-1)?.name ?? ''}> is not closed`));
    for (const problem of this.#told.values()) this.#problem(problem);
    return this.#root;
  }

  #giveUp(error: unknown): Told {
    if (!(error instanceof Unreadable)) throw error;
    this.#saxes = undefined;
    return error.told;
  }

  #begin(line: number, isStrict: boolean): void {
    this.#isStrict = isStrict;
    this.#stack.length = 0;
    this.#told.clear();
    this.#root = undefined;
    this.#count = 0;
    this.#line = line;
    this.#lineOffset = line - (this.#saxes?.line ?? 1);
  }

  #parser(): FragmentParser {
    if (this.#saxes !== undefined) return this.#saxes;
    const saxes = new SaxesParser<FragmentOptions>({ xmlns: false, fragment: true, position: false });
    Object.assign(saxes.ENTITIES, Object.fromEntries(this.#entities));
    saxes.on('opentag', (tag) => this.#opened(tag.name, tag.attributes, saxes.line));
    saxes.on('closetag', () => this.#closed());
    saxes.on('text', (text) => void this.#stack.at(-1)?.children.push(text));
    saxes.on('cdata', (text) => void (text !== '' && this.#stack.at(-1)?.children.push(text)));
    saxes.on('error', (error) => this.#failed(error.message, saxes.line));
    this.#saxes = saxes;
    return saxes;
  }

  #opened(printed: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const isRoot = this.#stack.length === 0;
    const name = printed.slice(printed.indexOf(':') + 1);
    if (isRoot && this.#root !== undefined) this.#fail(malformed(this.#line, 'it goes on after its end'));
    // A comment may hold it, or the end of this record may be lost: the raw text tells.
    if (this.#isStrict && !isRoot && this.#outer.has(name)) this.#fail(malformed(this.#line, `<${name}> stands in it`));
    if (this.#stack.length >= DEEPEST) this.#fail(tooLong(this.#line, `${DEEPEST} elements within another`));
    if (++this.#count > MOST_ELEMENTS) this.#fail(tooLong(this.#line, `${MOST_ELEMENTS} elements`));
    const element = { name, attributes, children: [], line: isRoot ? this.#line : line + this.#lineOffset };
    this.#stack.at(-1)?.children.push(element);
    this.#stack.push(element);
  }

  #closed(): void {
    const element = this.#stack.pop();
    if (this.#stack.length === 0) this.#root = element;
  }

  #failed(message: string, line: number): void {
    const told = malformed(line + this.#lineOffset, message.replace(/\.$/, ''));
    if (!HARMLESS.test(message)) this.#fail(told);
    // Of `<` within an attribute saxes says the same as of a character that XML forbids.
    if (message.startsWith('disallowed') && !FORBIDDEN.test(this.#text)) this.#fail(told);
    this.#tell({ ...told, kept: 'the record, as it was meant' });
  }

  // saxes takes everything from a bare `&` to the next `;` for a name, so references are settled before it.
  #withoutUnknownReferences(text: string): string {
    return text.replace(REFERENCE, (found, name: string | undefined, at: number) => {
      if (!found.startsWith('&')) return found;
      if (name !== undefined && (name.startsWith('#') ? isCharacter(name) : this.#entities.has(name))) return found;
      if (this.#told.size >= MOST_TOLD) return `&amp;${found.slice(1)}`;
      const message =
        name === undefined
          ? 'A bare "&" stands where XML has "&amp;".'
          : `No table of characters knows "${found}", and a file cannot define it.`;
      // Said once a record: lines are counted only for what is said, or a page of them would be counted for each.
      if (this.#told.has(message)) return `&amp;${found.slice(1)}`;
      const line = this.#line + (text.slice(0, at).match(/\r\n?|\n/g)?.length ?? 0);
      const kind = name === undefined ? 'malformed-record' : 'unknown-entity';
      this.#tell({ kind, line, message, found, kept: `the record, with "${found}" as text` });
      return `&amp;${found.slice(1)}`;
    });
  }

  #fail(told: Told): never {
    throw new Unreadable(told);
  }

  // Once per record, however often.
  #tell(problem: Told): void {
    if (this.#isStrict) this.#fail(problem);
    if (this.#told.has(problem.message) || this.#told.size >= MOST_TOLD) return;
    this.#told.set(problem.message, problem);
  }
}

// The characters XML allows (https://www.w3.org/TR/xml/#charsets).
function isCharacter(reference: string): boolean {
  const code = reference.startsWith('#x') ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
