/**
 * One record's raw text to its tree, by saxes. What is wrong with it is told, and either the record is kept as it was
 * meant or there is no tree at all: none is guessed.
 */
import { SaxesParser } from 'saxes';

import type { EntityTable } from '../entities.ts';
import type { XmlElement } from './element.ts';
import { referenced } from './reference.ts';
import { DEEPEST, MOST_ELEMENTS } from './shape.ts';
import type { XmlShape } from './shape.ts';
import { clip, malformed, tooLong } from './told.ts';
import type { Told } from './told.ts';

// Harmless problems told of one record; with more of them it is no text of people.
const MOST_TOLD = 20;

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
export class RecordParser {
  readonly #entities: EntityTable;
  readonly #problem: (problem: Told) => void;
  readonly #stack: OpenElement[] = [];
  /** Harmless problems by their message, told once the record is known to be kept. */
  readonly #told = new Map<string, Told>();
  #saxes: FragmentParser | undefined;
  #root: XmlElement | undefined;
  #count = 0;
  #text = '';
  /** What to add to the parser's line to have the file's. */
  #lineOffset = 0;
  #line = 1;

  constructor(shape: XmlShape, problem: (problem: Told) => void) {
    this.#entities = shape.entities;
    this.#problem = problem;
  }

  /** The tree of a text, as far as it can be read for sure; what is wrong with it becomes problems. */
  element(text: string, line: number): XmlElement | undefined {
    try {
      return this.#read(text, line);
    } catch (error) {
      this.#problem({ ...this.#giveUp(error), found: clip(text), kept: 'nothing of the record' });
      return undefined;
    }
  }

  #read(text: string, line: number): XmlElement {
    this.#begin(line);
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

  #begin(line: number): void {
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
      if (name !== undefined && referenced(name, this.#entities) !== undefined) return found;
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
    if (this.#told.has(problem.message) || this.#told.size >= MOST_TOLD) return;
    this.#told.set(problem.message, problem);
  }
}
