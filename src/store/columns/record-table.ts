/**
 * Records in columns: an object per record only while somebody looks at it. Rows stand in the order given; a chunk holds
 * 65,536 of them, so that filling never copies what is full and a row is found by shifting its number. A table may stand
 * in one chunk instead, so that each of its columns of numbers is one array.
 */
import type { Chunk } from './chunk.ts';
import { columnWriter } from './column-writer.ts';
import { isPresent, readField, readValue } from './read-value.ts';
import type { Field, Shape } from './shape.ts';

const CHUNK_BITS = 16;
/** Rows of every chunk but the last. */
export const CHUNK_ROWS = 2 ** CHUNK_BITS;

/**
 * What is not kept because it follows from something else, by field (`identity.evidence` for one of a record in the
 * record): made of what is kept in the field's place and the row.
 */
export type Derivations = Readonly<Record<string, (kept: unknown, row: number) => unknown>>;

export interface TableOptions {
  readonly isInOneChunk?: boolean;
  readonly derivations?: Derivations;
}

/** `T` is a record as it is read; the shape tells how it is kept. */
export class RecordTable<T extends object> {
  readonly shape: Shape;
  readonly chunks: readonly Chunk[];
  readonly length: number;
  readonly options: TableOptions;
  readonly #column: Column;
  readonly #derivations: readonly Derivation[];
  readonly #look: Look<T>;

  constructor(shape: Shape, chunks: readonly Chunk[], options: TableOptions = {}) {
    this.shape = shape;
    this.chunks = chunks;
    this.options = options;
    this.length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    const { isInOneChunk = false, derivations = {} } = options;
    this.#column = isInOneChunk
      ? { chunkOf: () => chunks[0], placeMask: 2 ** 31 - 1 }
      : { chunkOf: (row) => chunks[row >>> CHUNK_BITS], placeMask: CHUNK_ROWS - 1 };
    this.#derivations = Object.entries(derivations).map(([path, of]) => ({ path: path.split('.'), of }));
    this.#look = lookOf<T>(shape, this.#column, derivations);
  }

  /** The same rows, with what follows from other tables. */
  deriving(derivations: Derivations): RecordTable<T> {
    return new RecordTable(this.shape, this.chunks, { ...this.options, derivations });
  }

  /** The whole record. */
  get(row: number): T {
    const { chunkOf, placeMask } = this.#column;
    const chunk = chunkOf(row);
    if (chunk === undefined) throw new RangeError(`There is no row ${row} among ${this.length}.`);
    const record = readValue(this.shape, chunk, row & placeMask) as Record<string, unknown>; // a table's shape is a record
    for (const derivation of this.#derivations) derive(record, derivation, row);
    return record as T; // with what is derived it is a T
  }

  /** The chunks of a field of the record, by row; none for a field that no row has. */
  column(name: string): Column {
    const at = this.shape.kind === 'record' ? this.shape.fields.findIndex((field) => field.name === name) : -1;
    return within(this.#column, at);
  }

  /** A record whose fields, and those of records in it, are read when they are asked for: for a look at one or two. */
  look(row: number): T {
    return new this.#look(row);
  }
}

interface Derivation {
  readonly path: readonly string[];
  readonly of: (kept: unknown, row: number) => unknown;
}

function derive(record: Record<string, unknown>, { path, of }: Derivation, row: number): void {
  let holder = record;
  for (const name of path.slice(0, -1)) holder = holder[name] as Record<string, unknown>; // records that are always there
  const name = path.at(-1) ?? '';
  holder[name] = of(holder[name], row);
}

export function tableOf<T extends object>(
  shape: Shape<T>,
  records: Iterable<T>,
  { isInOneChunk = false }: TableOptions = {},
): RecordTable<T> {
  const writer = columnWriter(shape);
  const chunks: Chunk[] = [];
  let waiting = 0;
  for (const record of records) {
    writer.push(record);
    if (++waiting < CHUNK_ROWS || isInOneChunk) continue;
    chunks.push(writer.cut());
    waiting = 0;
  }
  if (waiting > 0) chunks.push(writer.cut());
  return new RecordTable(shape, chunks, { isInOneChunk });
}

/** The chunk that has a row, and the bits of the row's number that tell its place there. */
export interface Column {
  readonly chunkOf: (row: number) => Chunk | undefined;
  readonly placeMask: number;
}

type Look<T> = new (row: number) => T;

function within({ chunkOf, placeMask }: Column, field: number): Column {
  return { chunkOf: (row) => chunkOf(row)?.children?.[field], placeMask };
}

function lookOf<T>(shape: Shape, column: Column, derivations: Derivations): Look<T> {
  class LookAt {
    readonly row: number;

    constructor(row: number) {
      this.row = row;
    }
  }
  for (const [at, field] of (shape.kind === 'record' ? shape.fields : []).entries()) {
    const read = readerOf(field, within(column, at), derivations);
    Object.defineProperty(LookAt.prototype, field.name, {
      get(this: LookAt): unknown {
        return read(this.row);
      },
    });
  }
  return LookAt as unknown as Look<T>; // the getters just defined are the fields of T
}

function readerOf(field: Field, column: Column, derivations: Derivations): (row: number) => unknown {
  const { name, shape } = field;
  const { chunkOf, placeMask } = column;
  const derived = derivations[name];
  if (derived !== undefined) return (row) => derived(readField(field, chunkOf(row), row & placeMask), row);
  if (shape.kind !== 'record') return (row) => readField(field, chunkOf(row), row & placeMask);
  const within = Object.entries(derivations).filter(([path]) => path.startsWith(`${name}.`));
  const below = Object.fromEntries(within.map(([path, of]) => [path.slice(name.length + 1), of]));
  const Inner = lookOf<object>(shape, column, below);
  return (row) => {
    const chunk = chunkOf(row);
    return chunk !== undefined && isPresent(chunk, row & placeMask) ? new Inner(row) : undefined;
  };
}
