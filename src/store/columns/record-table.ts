/**
 * Records in columns: an object per record only while somebody looks at it. Rows stand in the order given; a chunk holds
 * 65,536 of them, so that filling never copies what is full and a row is found by shifting its number.
 */
import type { Chunk } from './chunk.ts';
import { columnWriter } from './column-writer.ts';
import { readValue } from './read-value.ts';
import type { Shape } from './shape.ts';

const CHUNK_BITS = 16;
/** Rows of every chunk but the last. */
export const CHUNK_ROWS = 2 ** CHUNK_BITS;

export class RecordTable<T extends object> {
  readonly shape: Shape<T>;
  readonly chunks: readonly Chunk[];
  readonly length: number;
  readonly #look: new (row: number) => T;

  constructor(shape: Shape<T>, chunks: readonly Chunk[]) {
    this.shape = shape;
    this.chunks = chunks;
    this.length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    this.#look = lookOf(shape, chunks);
  }

  /** The whole record. */
  get(row: number): T {
    const chunk = this.chunks[row >> CHUNK_BITS];
    if (chunk === undefined) throw new RangeError(`There is no row ${row} among ${this.length}.`);
    return readValue(this.shape, chunk, row & (CHUNK_ROWS - 1)) as T; // the shape is that of T
  }

  /** A record whose fields are read when they are asked for: for a look at one or two of them. */
  look(row: number): T {
    return new this.#look(row);
  }
}

export function tableOf<T extends object>(shape: Shape<T>, records: Iterable<T>): RecordTable<T> {
  const writer = columnWriter(shape);
  const chunks: Chunk[] = [];
  let waiting = 0;
  for (const record of records) {
    writer.push(record);
    if (++waiting < CHUNK_ROWS) continue;
    chunks.push(writer.cut());
    waiting = 0;
  }
  if (waiting > 0) chunks.push(writer.cut());
  return new RecordTable(shape, chunks);
}

function lookOf<T>(shape: Shape<T>, chunks: readonly Chunk[]): new (row: number) => T {
  class Look {
    readonly row: number;

    constructor(row: number) {
      this.row = row;
    }
  }
  for (const [at, { name, shape: of }] of (shape.kind === 'record' ? shape.fields : []).entries()) {
    Object.defineProperty(Look.prototype, name, {
      get(this: Look): unknown {
        const column = chunks[this.row >> CHUNK_BITS]?.children?.[at];
        return column === undefined ? undefined : readValue(of, column, this.row & (CHUNK_ROWS - 1));
      },
    });
  }
  return Look as unknown as new (row: number) => T; // the getters just defined are the fields of T
}
