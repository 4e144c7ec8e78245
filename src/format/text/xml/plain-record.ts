/**
 * The quick way from text to tree, for what nearly every record is: whole in the text at hand, well-formed, nothing but
 * tags, text and known references. One look at each character, no event and no copy, so it costs a fraction of a
 * parser's time. Of everything else (comments, marked sections, other markup, unknown references, characters that XML
 * forbids, names beyond ASCII, any mistake) it says nothing at all: that is for saxes to read and to tell
 * (`record-parser.ts`). What both read they read alike, which `test/format/xml.test.ts` holds them to.
 */
import type { EntityTable } from '../entities.ts';

import { Codes } from './codes.ts';
import type { XmlElement } from './element.ts';
import { XmlNames, standsAt } from './names.ts';
import type { XmlName } from './names.ts';
import { referenced } from './reference.ts';
import { DEEPEST, LONGEST_RECORD, MOST_ELEMENTS } from './shape.ts';
import type { XmlShape } from './shape.ts';

type Attributes = Readonly<Record<string, string>>;

// What a character means in text; all others are themselves.
const FEED = 1;
const RETURN = 2;
const TAB = 3;
const LESS = 4;
const GREATER = 5;
const AMPERSAND = 6;
const HIGH_SURROGATE = 7;
const FORBIDDEN = 8;
const KINDS = new Uint8Array(0x10000);
KINDS.fill(FORBIDDEN, 0, 0x20).fill(HIGH_SURROGATE, 0xd800, 0xdc00).fill(FORBIDDEN, 0xdc00, 0xe000);
KINDS.fill(FORBIDDEN, 0xfffe);
for (const [at, character] of ['\n', '\r', '\t', '<', '>', '&'].entries()) KINDS[character.charCodeAt(0)] = at + 1;

const SPACE = 0x20;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const CLOSE = 0x3e;
const BRACKET = 0x5d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const LONGEST_REFERENCE = 66;

// As saxes makes them: without what every other object inherits.
const Bare = function Bare() {} as unknown as new () => Record<string, string>; // a class would inherit
Bare.prototype = Object.create(null);
const NO_ATTRIBUTES: Attributes = Object.freeze(new Bare());

export class PlainRecords {
  readonly #entities: EntityTable;
  readonly #names: XmlNames;
  readonly #longest: number;
  readonly #ofText = new Codes();
  #text = '';
  #codes: Uint16Array = new Uint16Array();
  #at = 0;
  #line = 1;
  #count = 0;

  constructor(shape: XmlShape) {
    this.#entities = shape.entities;
    this.#names = new XmlNames(shape);
    this.#longest = shape.longestRecord ?? LONGEST_RECORD;
  }

  /** Where the last record ended. */
  get end(): number {
    return this.#at;
  }

  /** Whether the text ends so near to where the last attempt stopped that more of it might be a record. */
  get isCut(): boolean {
    return this.#text.length - this.#at < 2 * LONGEST_REFERENCE;
  }

  /** The line on which the last record ended. */
  get line(): number {
    return this.#line;
  }

  /** Records are now read from this text. */
  open(text: string): void {
    this.#text = text;
    this.#codes = this.#ofText.of(text);
  }

  /** The record that begins next, after white space at most; undefined when it is not plain or not whole. */
  next(at: number, line: number): XmlElement | undefined {
    this.#at = at;
    this.#line = line;
    this.#count = 0;
    this.#skipBlanks();
    const begin = this.#at;
    if (this.#codes[begin] !== 0x3c || this.#nameAt(begin + 1)?.isRecord !== true) return undefined;
    const element = this.#element(0);
    return this.#at - begin > this.#longest ? undefined : element;
  }

  // From `<` to the end of the closing tag.
  #element(depth: number): XmlElement | undefined {
    const firstLine = this.#line;
    const name = this.#nameAt(this.#at + 1);
    if (name === undefined || depth >= DEEPEST || ++this.#count > MOST_ELEMENTS) return undefined;
    if (name.isOuter && depth > 0) return undefined;
    this.#at += 1 + name.printed.length;
    const attributes = this.#attributes();
    if (attributes === undefined) return undefined;
    const line = depth === 0 ? firstLine : this.#line;
    if (this.#takes(SLASH)) {
      return this.#takes(CLOSE) ? { name: name.local, attributes, children: [], line } : undefined;
    }
    this.#at++;
    const children = this.#children(depth);
    if (children === undefined || !standsAt(this.#codes, this.#at, name)) return undefined;
    this.#at += name.printed.length;
    return this.#takes(CLOSE) ? { name: name.local, attributes, children, line } : undefined;
  }

  // Text and elements, to the name in the closing tag.
  #children(depth: number): XmlElement['children'] | undefined {
    const codes = this.#codes;
    const first = this.#characters();
    if (first === undefined) return undefined;
    // Most elements hold nothing but a text, and a list that is made with it takes a fifth of the memory.
    const children: (XmlElement | string)[] = first === '' ? [] : [first];
    while (codes[this.#at + 1] !== SLASH) {
      const child = this.#element(depth + 1);
      const characters = child && this.#characters();
      if (child === undefined || characters === undefined) return undefined;
      children.push(child);
      if (characters !== '') children.push(characters);
    }
    this.#at += 2;
    return children;
  }

  // Up to the `>` or `/>` of the tag.
  #attributes(): Attributes | undefined {
    const codes = this.#codes;
    if (codes[this.#at] === CLOSE) return NO_ATTRIBUTES;
    const attributes = new Bare();
    for (;;) {
      const hasBlanks = this.#skipBlanks();
      const code = codes[this.#at];
      if (code === CLOSE || code === SLASH) return attributes;
      const name = hasBlanks ? this.#nameAt(this.#at)?.printed : undefined;
      if (name === undefined || attributes[name] !== undefined) return undefined;
      this.#at += name.length;
      const value = this.#takes(EQUALS) ? this.#value() : undefined;
      if (value === undefined) return undefined;
      attributes[name] = value;
    }
  }

  // In quotes; white space other than spaces would have to be made spaces.
  #value(): string | undefined {
    const text = this.#text;
    const codes = this.#codes;
    const quote = codes[this.#at];
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return undefined;
    let before = '';
    let from = this.#at + 1;
    for (let at = from; ; at++) {
      const code = codes[at];
      if (code === quote) {
        this.#at = at + 1;
        return before + text.slice(from, at);
      }
      const kind = KINDS[code ?? 0];
      if (kind === AMPERSAND) {
        const character = this.#reference(at);
        if (character === undefined) return undefined;
        before += text.slice(from, at) + character;
        from = this.#at;
        at = from - 1;
      } else if (kind !== 0 && kind !== GREATER) {
        this.#at = at;
        return undefined;
      }
    }
  }

  // Up to the next `<`.
  #characters(): string | undefined {
    const text = this.#text;
    const codes = this.#codes;
    let before = '';
    let from = this.#at;
    let at = from;
    for (;;) {
      // Nearly all the time is spent here.
      while (KINDS[codes[at] ?? 0] === 0) at++;
      switch (KINDS[codes[at] ?? 0] ?? FORBIDDEN) {
        case LESS:
          this.#at = at;
          return before === '' ? text.slice(from, at) : before + text.slice(from, at);
        case FEED:
          this.#line++;
          at++;
          break;
        case TAB:
          at++;
          break;
        case GREATER:
          if (codes[at - 1] === BRACKET && codes[at - 2] === BRACKET) return undefined;
          at++;
          break;
        case RETURN:
          before += `${text.slice(from, at)}\n`;
          this.#line++;
          at += codes[at + 1] === 0x0a ? 2 : 1;
          from = at;
          break;
        case AMPERSAND: {
          const character = this.#reference(at);
          if (character === undefined) return undefined;
          before += text.slice(from, at) + character;
          from = at = this.#at;
          break;
        }
        case HIGH_SURROGATE:
          if (((codes[at + 1] ?? 0) & 0xfc00) !== 0xdc00) return undefined;
          at += 2;
          break;
        default:
          this.#at = at;
          return undefined;
      }
    }
  }

  // The character that the reference stands for; its end is where reading goes on.
  #reference(at: number): string | undefined {
    const found = this.#text.slice(at + 1, at + LONGEST_REFERENCE);
    const end = found.indexOf(';');
    this.#at = at + end + 2;
    return end < 0 ? undefined : referenced(found.slice(0, end), this.#entities);
  }

  #nameAt(at: number): XmlName | undefined {
    return this.#names.at(this.#codes, this.#text, at);
  }

  #takes(code: number): boolean {
    if (this.#codes[this.#at] !== code) return false;
    this.#at++;
    return true;
  }

  #skipBlanks(): boolean {
    const codes = this.#codes;
    const from = this.#at;
    for (;;) {
      const code = codes[this.#at];
      const isReturn = code === 0x0d;
      if (code === 0x0a || (isReturn && codes[this.#at + 1] !== 0x0a)) this.#line++;
      else if (code !== SPACE && code !== 0x09 && !isReturn) return this.#at > from;
      this.#at++;
    }
  }
}
