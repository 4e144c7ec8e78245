/**
 * Tables as Apache Arrow IPC files and back. A record batch is a chunk, written from its buffers as they stand; reading
 * looks at the bytes where they lie and copies nothing but the words of dictionaries.
 */
import { RecordBatch, RecordBatchFileWriter, RecordBatchReader, Schema } from 'apache-arrow';
import type { Data, Struct, Vector } from 'apache-arrow';

import { chunkOf } from './arrow-chunks.ts';
import { arrowColumn } from './arrow-columns.ts';
import { byteLength } from './chunk.ts';
import type { Chunk } from './chunk.ts';
import { ColumnFileError } from './column-file-error.ts';
import { columnWriter } from './column-writer.ts';
import { CHUNK_ROWS, RecordTable } from './record-table.ts';
import type { TableOptions } from './record-table.ts';
import type { Shape } from './shape.ts';

/** Arrow reads no batch of 2 GB and more. */
const BATCH_BYTES = 2 ** 31 - 2 ** 20;

/**
 * The bytes of the file, piece by piece; the pieces are views of the table's own buffers. Throws a `RangeError` for a
 * chunk of 2 GB and more.
 */
export async function* arrowFile<T extends object>(table: RecordTable<T>): AsyncIterable<Uint8Array> {
  const chunks = table.chunks.length === 0 ? [columnWriter(table.shape).cut()] : table.chunks;
  const column = arrowColumn(table.shape, chunks, { next: 0 });
  yield* batchFile(
    column.type as Struct, // a table's shape is a record
    chunks.map((chunk) => () => column.dataOf(withinBatch(chunk)) as Data<Struct>),
  );
}

/** A file of batches of one type, each made when its turn comes. */
export async function* batchFile(type: Struct, batches: readonly (() => Data<Struct>)[]): AsyncIterable<Uint8Array> {
  const schema = new Schema(type.children);
  const writer = new RecordBatchFileWriter();
  for (const batch of batches) writer.write(new RecordBatch(schema, batch()));
  writer.finish();
  yield* writer;
}

function withinBatch(chunk: Chunk): Chunk {
  checkBatch(byteLength(chunk), 'The rows of one chunk');
  return chunk;
}

/** @param what begins the sentence that is thrown */
export function checkBatch(bytes: number, what: string): void {
  if (bytes <= BATCH_BYTES) return;
  throw new RangeError(`${what} take ${bytes} bytes, but an Arrow batch holds ${BATCH_BYTES} at most.`);
}

/** The table that lies in the bytes of a file. Throws a `ColumnFileError` for a file of another shape. */
export function tableIn<T extends object>(shape: Shape, bytes: Uint8Array, options: TableOptions = {}): RecordTable<T> {
  const mostRows = options.isInOneChunk === true ? Infinity : CHUNK_ROWS;
  const chunks: Chunk[] = [];
  const words = new Map<Vector, readonly string[]>();
  for (const data of batchesIn(bytes)) {
    if (chunks.some(({ length }) => length !== mostRows)) {
      throw new ColumnFileError(`a record batch other than the last has not ${mostRows} rows`);
    }
    chunks.push(chunkOf(shape, data, words, 'the table'));
  }
  return new RecordTable(
    shape,
    chunks.filter(({ length }) => length > 0),
    options,
  );
}

/** The batches of a file. Throws a `ColumnFileError` for bytes that are none. */
export function batchesIn(bytes: Uint8Array): readonly Data<Struct>[] {
  if (!isArrow(bytes)) throw new ColumnFileError('it is no Arrow file');
  try {
    return Array.from(RecordBatchReader.from(bytes), ({ data }) => data);
  } catch (error) {
    throw new ColumnFileError(`it is no Arrow file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

// The same six letters begin and end a file.
function isArrow(bytes: Uint8Array): boolean {
  const magic = 'ARROW1';
  const at = (from: number): string => String.fromCharCode(...bytes.subarray(from, from + magic.length));
  return bytes.length > 2 * magic.length && at(0) === magic && at(bytes.length - magic.length) === magic;
}
