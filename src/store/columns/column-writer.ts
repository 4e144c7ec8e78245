/** Fills the columns of a shape, value by value, and cuts them into chunks. */
import type { Chunk } from './chunk.ts';
import { GrowingBits, GrowingBytes, GrowingNumbers } from './growing.ts';
import type { Field, Shape } from './shape.ts';

export interface ColumnWriter {
  /** `undefined` for an absent value. */
  push(value: unknown): void;
  /** The values since the last cut. */
  cut(): Chunk;
}

export function columnWriter(shape: Shape): ColumnWriter {
  switch (shape.kind) {
    case 'text':
      return new TextWriter();
    case 'word':
      return new WordWriter();
    case 'number':
      return new NumberWriter();
    case 'flag':
      return new FlagWriter();
    case 'list':
      return new ListWriter(shape.of);
    case 'record':
      return new RecordWriter(shape.fields);
  }
}

abstract class Writer implements ColumnWriter {
  #length = 0;
  #present = new GrowingBits();

  push(value: unknown): void {
    this.#length++;
    this.#present.push(value !== undefined);
    this.put(value);
  }

  cut(): Chunk {
    const present = this.#present.isFull ? {} : { present: this.#present.cut() };
    const chunk = { length: this.#length, ...present, ...this.take() };
    this.#length = 0;
    this.#present = new GrowingBits();
    return chunk;
  }

  // An absent value takes its place as an empty one. The shape's types say what the value is.
  protected abstract put(value: unknown): void;
  protected abstract take(): Omit<Chunk, 'length' | 'present'>;
}

class TextWriter extends Writer {
  #bytes = new GrowingBytes();
  #offsets = begun();

  protected put(value: unknown): void {
    if (value !== undefined) this.#bytes.write(value as string);
    this.#offsets.push(this.#bytes.length);
  }

  protected take(): Omit<Chunk, 'length' | 'present'> {
    const taken = { values: this.#bytes.cut(), offsets: offsetsOf(this.#offsets) };
    this.#bytes = new GrowingBytes();
    this.#offsets = begun();
    return taken;
  }
}

class WordWriter extends Writer {
  readonly #words: string[] = [];
  readonly #places = new Map<string, number>();
  #values = new GrowingNumbers();

  protected put(value: unknown): void {
    this.#values.push(value === undefined ? 0 : this.#place(value as string));
  }

  protected take(): Omit<Chunk, 'length' | 'present'> {
    const values = this.#values.cutNarrow();
    this.#values = new GrowingNumbers();
    return { values, words: this.#words };
  }

  #place(word: string): number {
    let place = this.#places.get(word);
    if (place === undefined) {
      place = this.#words.push(wellFormed(word)) - 1;
      this.#places.set(word, place);
    }
    return place;
  }
}

class NumberWriter extends Writer {
  #values = new GrowingNumbers();

  protected put(value: unknown): void {
    this.#values.push(value === undefined ? 0 : (value as number));
  }

  protected take(): Omit<Chunk, 'length' | 'present'> {
    const values = this.#values.cutNarrow();
    this.#values = new GrowingNumbers();
    return { values };
  }
}

class FlagWriter extends Writer {
  #values = new GrowingBits();

  protected put(value: unknown): void {
    this.#values.push(value === true);
  }

  protected take(): Omit<Chunk, 'length' | 'present'> {
    const values = this.#values.cut();
    this.#values = new GrowingBits();
    return { values };
  }
}

class ListWriter extends Writer {
  readonly #items: ColumnWriter;
  #count = 0;
  #offsets = begun();

  constructor(of: Shape) {
    super();
    this.#items = columnWriter(of);
  }

  protected put(value: unknown): void {
    for (const item of (value ?? []) as readonly unknown[]) {
      this.#items.push(item);
      this.#count++;
    }
    this.#offsets.push(this.#count);
  }

  protected take(): Omit<Chunk, 'length' | 'present'> {
    const taken = { offsets: offsetsOf(this.#offsets), children: [this.#items.cut()] };
    this.#count = 0;
    this.#offsets = begun();
    return taken;
  }
}

class RecordWriter extends Writer {
  readonly #fields: readonly (Field & { readonly writer: ColumnWriter })[];

  constructor(fields: readonly Field[]) {
    super();
    this.#fields = fields.map((field) => ({ ...field, writer: columnWriter(field.shape) }));
  }

  protected put(value: unknown): void {
    const told = (value ?? {}) as Readonly<Record<string, unknown>>;
    for (const { name, writer } of this.#fields) writer.push(told[name]);
  }

  protected take(): Omit<Chunk, 'length' | 'present'> {
    const children = this.#fields.map((field) => {
      const chunk = field.writer.cut();
      return saysNothing(field, chunk) ? undefined : chunk;
    });
    return { children };
  }
}

// An optional field that no row has, lists of which all are empty: such a column is not kept.
function saysNothing({ shape, isOptional }: Field, { length, present, offsets }: Chunk): boolean {
  if (isOptional) return length === 0 || (present?.every((bits) => bits === 0) ?? false);
  return shape.kind === 'list' && offsets?.at(-1) === 0;
}

function begun(): GrowingNumbers {
  const offsets = new GrowingNumbers();
  offsets.push(0);
  return offsets;
}

function offsetsOf(offsets: GrowingNumbers): Int32Array {
  const cut = offsets.cut();
  if (cut instanceof Int32Array) return cut;
  throw new RangeError('The texts of one chunk are longer than 2 GB together: they cannot be kept.');
}

// What UTF-8 makes of it, so that a word reads the same before and after it is saved.
function wellFormed(word: string): string {
  return Buffer.from(word, 'utf8').toString('utf8');
}
