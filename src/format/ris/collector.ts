/**
 * Lines to records. `TY  - ` begins a record and `ER  - ` ends it; where `ER` is missing the next `TY` ends it too,
 * unless what follows has neither title nor author: then it was only a second `TY` of the same record. A line without
 * a tag goes on with the value above it.
 */
import type { Line } from '../text/lines.ts';

import type { RisRecord, RisTag } from './record.ts';

export interface CollectorEvents {
  readonly record: (record: RisRecord) => void;
  /** A record has more text than any real one; it was passed over. */
  readonly tooLong: (line: number) => void;
}

const TAG = /^[ \t]{0,4}([A-Z][A-Z0-9])(?:[ \t]{2,3}-|[ \t]-(?=[ \t]|$))[ \t]?/;
const SAYS_SOMETHING = /^(?:T1|TI|CT|BT|AU|A1)$/;

export class Collector {
  readonly #events: CollectorEvents;
  readonly #longest: number;
  #open: RisRecord | undefined;
  /** A record that stopped without `ER`; the next one may be its rest. */
  #unsure: RisRecord | undefined;
  #length = 0;

  constructor(events: CollectorEvents, longest: number) {
    this.#events = events;
    this.#longest = longest;
  }

  take(line: Line): void {
    const match = TAG.exec(line.text);
    if (match === null) return this.#continue(line);
    const name = match[1] ?? '';
    const value = line.text.slice(match[0].length).trim();
    if (name === 'TY') this.#begin(line.number, value.toUpperCase());
    else if (name === 'ER') this.#close(true);
    else this.#add(line.number, { name, value });
  }

  /** The line of a record that never ended, else undefined. */
  end(): number | undefined {
    const open = this.#open;
    this.#close(false);
    this.#settle();
    return open?.line;
  }

  #begin(line: number, type: string): void {
    const open = this.#open;
    if (open !== undefined && open.tags.length === 0) {
      open.type = type;
      return;
    }
    if (open !== undefined) this.#close(false);
    this.#open = { line, type, tags: [], isClosed: false };
    this.#length = 0;
  }

  #add(line: number, tag: RisTag): void {
    this.#open ??= { line, type: undefined, tags: [], isClosed: false };
    if (this.#grow(tag.value.length)) this.#open.tags.push(tag);
  }

  #continue({ text }: Line): void {
    const last = this.#open?.tags.at(-1);
    const more = text.trim();
    if (last === undefined || more === '' || !this.#grow(more.length)) return;
    last.value += ` ${more}`;
  }

  /** False when the record has become too long. */
  #grow(length: number): boolean {
    this.#length += length;
    if (this.#length <= this.#longest) return true;
    if (this.#open !== undefined && this.#open.tags.length > 0) {
      this.#events.tooLong(this.#open.line);
      this.#open.tags.length = 0;
    }
    return false;
  }

  #close(isClosed: boolean): void {
    const open = this.#open;
    this.#open = undefined;
    const isTooLong = this.#length > this.#longest;
    this.#length = 0;
    if (open === undefined || open.tags.length === 0 || isTooLong) return;
    open.isClosed = isClosed;
    const before = this.#unsure;
    if (before !== undefined && !open.tags.some(({ name }) => SAYS_SOMETHING.test(name))) {
      before.tags.push(...open.tags);
      before.type = open.type ?? before.type;
      before.isClosed = isClosed;
      if (isClosed) this.#settle();
      return;
    }
    this.#settle();
    this.#unsure = open;
    if (isClosed) this.#settle();
  }

  #settle(): void {
    const record = this.#unsure;
    this.#unsure = undefined;
    if (record !== undefined) this.#events.record(record);
  }
}
