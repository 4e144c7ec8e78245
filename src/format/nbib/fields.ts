/**
 * Lines to records of tagged fields. A blank line ends a record, and so does a second `PMID-`: files put together by
 * hand lack the blank line. Within a record that PubMed itself began with `PMID-` a stray blank line ends nothing, else
 * the second half would be a paper without title. Nothing is kept but the record being read.
 */
import type { ReadContext, TextReader } from '../format.ts';

import { BoundedLines } from '../text/bounded-lines.ts';

export interface Field {
  readonly tag: string;
  readonly value: string;
}

export interface TaggedRecord {
  /** From 1. */
  readonly line: number;
  readonly fields: readonly Field[];
}

/** `PMID- 1`, `TI  - A title`, `PMID-1`, `ISSN - 1234-5678`. */
export const TAGGED_LINE = /^([A-Z][A-Z0-9]{1,3}) {0,3}-(?: +(.*)|(\S.*)|)$/s;
const CONTINUED_LINE = /^[ \t]+\S/;
// Tags that stand once in a record, and near its beginning.
const STARTS_RECORD = new Set(['PMC', 'PMCR', 'OWN', 'STAT']);
const LONGEST_LINE = 64 * 1024 * 1024;
const MAX_RECORD = 64 * 1024 * 1024;

interface OpenField {
  readonly tag: string;
  readonly parts: string[];
}

export class FieldReader implements TextReader {
  readonly #context: ReadContext;
  readonly #take: (record: TaggedRecord) => void;
  readonly #lines: BoundedLines;
  #start = 0;
  #size = 0;
  #fields: OpenField[] = [];
  #seen = new Set<string>();
  #isAfterBlank = false;
  #isTooLong = false;
  #isLostTold = false;

  constructor(context: ReadContext, take: (record: TaggedRecord) => void) {
    this.#context = context;
    this.#take = take;
    this.#lines = new BoundedLines(
      {
        line: ({ text, number }) => this.#line(text, number),
        tooLong: (number) => this.#tellTooLong(number, 'A line'),
      },
      LONGEST_LINE,
    );
  }

  write(text: string): void {
    this.#lines.write(text);
  }

  end(): void {
    this.#lines.end();
    this.#finish();
  }

  #line(text: string, number: number): void {
    if (/^\s*$/.test(text)) {
      this.#isAfterBlank = true;
      return;
    }
    const tagged = TAGGED_LINE.exec(text);
    const tag = tagged?.[1];
    if (tag !== undefined) {
      this.#field(tag, tagged?.[2] ?? tagged?.[3] ?? '', number);
    } else {
      this.#continue(text, number);
    }
    this.#isAfterBlank = false;
  }

  #field(tag: string, value: string, number: number): void {
    if (this.#startsRecord(tag)) this.#finish();
    if (this.#fields.length === 0) {
      this.#start = number;
      this.#isLostTold = false;
    }
    this.#seen.add(tag);
    if (this.#isTooLong) return;
    this.#fields.push({ tag, parts: [value] });
    this.#grow(tag.length + value.length);
  }

  #continue(text: string, number: number): void {
    const last = this.#fields.at(-1);
    if (last !== undefined && CONTINUED_LINE.test(text)) {
      if (this.#isTooLong) return;
      last.parts.push(text);
      this.#grow(text.length);
      return;
    }
    // One line of words is told of; the rest of the same stretch says nothing new.
    if (this.#isLostTold) return;
    this.#isLostTold = true;
    this.#context.problem({
      kind: 'lost-text',
      file: this.#context.file,
      line: number,
      message: 'A line has no tag and is not indented as the continuation of one.',
      found: text.slice(0, 200),
      kept: 'the fields around it',
    });
  }

  #startsRecord(tag: string): boolean {
    if (this.#fields.length === 0) return false;
    const isPubmed = this.#seen.has('PMID');
    if (tag === 'PMID') return isPubmed || this.#isAfterBlank || this.#seen.has('TI');
    if (!this.#isAfterBlank) return false;
    return !isPubmed || (STARTS_RECORD.has(tag) && this.#seen.has(tag));
  }

  #grow(by: number): void {
    this.#size += by;
    if (this.#size <= MAX_RECORD) return;
    this.#isTooLong = true;
    this.#tellTooLong(this.#start, 'A record');
    // One field stays: the record is still open.
    this.#fields = [{ tag: 'PMID', parts: [] }];
  }

  #finish(): void {
    if (this.#fields.length > 0 && !this.#isTooLong) {
      const fields = this.#fields.map(({ tag, parts }) => ({ tag, value: joined(parts) }));
      this.#take({ line: this.#start, fields });
    }
    this.#fields = [];
    this.#seen = new Set();
    this.#size = 0;
    this.#isTooLong = false;
  }

  #tellTooLong(line: number, what: string): void {
    this.#context.problem({
      kind: 'too-long',
      file: this.#context.file,
      line,
      message: `${what} is longer than ${MAX_RECORD} characters.`,
      kept: 'nothing of it; reading goes on after it',
    });
  }
}

function joined(parts: readonly string[]): string {
  return parts.join(' ').replace(/\s+/gu, ' ').trim();
}
