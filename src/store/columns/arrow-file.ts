/**
 * Tables as Apache Arrow IPC files and back. A record batch is a chunk, written from its buffers as they stand; reading
 * looks at the bytes where they lie and copies nothing but the words of dictionaries.
 */
import {
  Bool,
  DataType,
  Dictionary,
  Field,
  Float64,
  Int32,
  List,
  makeData,
  makeVector,
  RecordBatch,
  RecordBatchFileWriter,
  RecordBatchReader,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Type,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { Data, Vector } from 'apache-arrow';

import type { Chunk, Numbers } from './chunk.ts';
import { hasBit } from './chunk.ts';
import { columnWriter } from './column-writer.ts';
import { CHUNK_ROWS, RecordTable } from './record-table.ts';
import type { Shape } from './shape.ts';

/** The bytes of a file hold another thing than they should. */
export class ColumnFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ColumnFileError';
  }
}

/** The bytes of the file, piece by piece; the pieces are views of the table's own buffers. */
export async function* arrowFile<T extends object>(table: RecordTable<T>): AsyncIterable<Uint8Array> {
  const chunks = table.chunks.length === 0 ? [columnWriter(table.shape).cut()] : table.chunks;
  const column = columnOf(table.shape, chunks, { next: 0 });
  const fields = (column.type as Struct).children; // a table's shape is a record
  const schema = new Schema(fields);
  const writer = new RecordBatchFileWriter();
  for (const chunk of chunks) writer.write(new RecordBatch(schema, column.dataOf(chunk) as Data<Struct>));
  writer.finish();
  yield* writer;
}

/** The table that lies in the bytes of a file. Throws a `ColumnFileError` for a file of another shape. */
export function tableIn<T extends object>(shape: Shape<T>, bytes: Uint8Array): RecordTable<T> {
  if (!isArrow(bytes)) throw new ColumnFileError('it is no Arrow file');
  const chunks: Chunk[] = [];
  const words = new Map<Vector, readonly string[]>();
  try {
    for (const batch of RecordBatchReader.from(bytes)) {
      if (chunks.some(({ length }) => length !== CHUNK_ROWS)) {
        throw new ColumnFileError(`a record batch other than the last has not ${CHUNK_ROWS} rows`);
      }
      chunks.push(chunkOf(shape, batch.data, words, 'the table'));
    }
  } catch (error) {
    if (error instanceof ColumnFileError) throw error;
    throw new ColumnFileError(`it is no Arrow file: ${error instanceof Error ? error.message : String(error)}`);
  }
  return new RecordTable(
    shape,
    chunks.filter(({ length }) => length > 0),
  );
}

/** One column of numbers, in one batch. */
export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A file of one column, named `value`. */
export function arrayFile(array: NumberArray): Uint8Array {
  return tableToIPC(new Table({ value: makeVector(array) }), 'file');
}

/** The column of such a file, as it lies in the bytes. */
export function arrayIn(bytes: Uint8Array): NumberArray {
  if (!isArrow(bytes)) throw new ColumnFileError('it is no Arrow file');
  const { values, length } = tableFromIPC(bytes).getChild('value')?.data[0] ?? {};
  const told: unknown = values;
  if (isNumberArray(told)) return told.subarray(0, length);
  throw new ColumnFileError('it has no column of numbers named "value"');
}

function isNumberArray(told: unknown): told is NumberArray {
  return [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array].some((kind) => told instanceof kind);
}

// The same six letters begin and end a file.
function isArrow(bytes: Uint8Array): boolean {
  const magic = 'ARROW1';
  const at = (from: number): string => String.fromCharCode(...bytes.subarray(from, from + magic.length));
  return bytes.length > 2 * magic.length && at(0) === magic && at(bytes.length - magic.length) === magic;
}

/** The Arrow type of a column, and its data of each chunk. */
interface Column {
  readonly type: DataType;
  readonly dataOf: (chunk: Chunk) => Data;
}

// `chunks` are the column's own, by which it is decided how wide numbers are.
function columnOf(shape: Shape, chunks: readonly Chunk[], ids: { next: number }): Column {
  switch (shape.kind) {
    case 'text': {
      const type = new Utf8();
      return {
        type,
        dataOf: (chunk) => {
          const { values, offsets } = chunk;
          return makeData({ type, ...common(chunk), valueOffsets: offsets as Int32Array, data: values as Uint8Array });
        },
      };
    }
    case 'word': {
      const type = new Dictionary(new Utf8(), new Int32(), ids.next++);
      const dictionary = vectorFromArray([...(chunks[0]?.words ?? [])], new Utf8());
      return {
        type,
        dataOf: (chunk) => makeData({ type, ...common(chunk), data: chunk.values as Int32Array, dictionary }),
      };
    }
    case 'number': {
      if (chunks.every(({ values }) => values instanceof Int32Array)) {
        const type = new Int32();
        return { type, dataOf: (chunk) => makeData({ type, ...common(chunk), data: chunk.values as Int32Array }) };
      }
      const type = new Float64();
      return {
        type,
        dataOf: (chunk) => makeData({ type, ...common(chunk), data: Float64Array.from(chunk.values as Numbers) }),
      };
    }
    case 'flag': {
      const type = new Bool();
      return { type, dataOf: (chunk) => makeData({ type, ...common(chunk), data: chunk.values as Uint8Array }) };
    }
    case 'list': {
      const items = columnOf(shape.of, childrenAt(chunks, 0), ids);
      const type = new List(new Field('item', items.type, false));
      return {
        type,
        dataOf: (chunk) => {
          const [child] = childrenAt([chunk], 0).map(items.dataOf);
          if (child === undefined) throw new Error('A list without items.');
          return makeData({ type, ...common(chunk), valueOffsets: chunk.offsets as Int32Array, child });
        },
      };
    }
    case 'record': {
      const columns = shape.fields.map((field, at) => columnOf(field.shape, childrenAt(chunks, at), ids));
      // A record that is absent has fields without values, so a field of it is nullable too.
      const type = new Struct(
        shape.fields.map(({ name }, at) => new Field(name, columns[at]?.type ?? new Utf8(), true)),
      );
      return {
        type,
        dataOf: (chunk) =>
          makeData({
            type,
            ...common(chunk),
            children: columns.map(({ dataOf }, at) => dataOf(childrenAt([chunk], at)[0] as Chunk)), // one per field
          }),
      };
    }
  }
}

function childrenAt(chunks: readonly Chunk[], at: number): Chunk[] {
  return chunks.flatMap(({ children }) => children?.[at] ?? []);
}

function common({ length, present }: Chunk): { length: number; nullCount: number; nullBitmap?: Uint8Array } {
  if (present === undefined) return { length, nullCount: 0 };
  let nullCount = 0;
  for (let row = 0; row < length; row++) if (!hasBit(present, row)) nullCount++;
  return { length, nullCount, nullBitmap: present };
}

function chunkOf(shape: Shape, data: Data, words: Map<Vector, readonly string[]>, where: string): Chunk {
  const { type, length } = data;
  const bits = data.nullBitmap as Uint8Array | undefined; // typed as always there, but is not
  const present = data.nullCount > 0 && bits !== undefined ? { present: bits } : {};
  const known = { length, ...present };
  const values = data.values as unknown;
  if (shape.kind === 'text' && DataType.isUtf8(type)) {
    return { ...known, values: values as Uint8Array, offsets: data.valueOffsets };
  }
  if (shape.kind === 'word' && DataType.isDictionary(type) && DataType.isUtf8(type.dictionary)) {
    return { ...known, values: values as Int32Array, words: wordsOf(data.dictionary as Vector, words) };
  }
  if (shape.kind === 'number' && (values instanceof Int32Array || values instanceof Float64Array)) {
    return { ...known, values };
  }
  if (shape.kind === 'flag' && DataType.isBool(type)) return { ...known, values: values as Uint8Array };
  if (shape.kind === 'list' && DataType.isList(type)) {
    const [items] = data.children;
    if (items === undefined) throw new ColumnFileError(`${where} is a list of nothing`);
    return { ...known, offsets: data.valueOffsets, children: [chunkOf(shape.of, items, words, `an item of ${where}`)] };
  }
  if (shape.kind === 'record' && DataType.isStruct(type)) {
    const names = type.children.map(({ name }) => name).join(', ');
    const expected = shape.fields.map(({ name }) => name).join(', ');
    if (names !== expected) throw new ColumnFileError(`${where} has the columns ${names}, not ${expected}`);
    const children = shape.fields.map((field, at) =>
      chunkOf(field.shape, data.children[at] as Data, words, `"${field.name}"`),
    );
    return { ...known, children };
  }
  throw new ColumnFileError(`${where} is ${typeName(type)}, not ${shape.kind}`);
}

function typeName(type: DataType): string {
  return Type[type.typeId];
}

function wordsOf(dictionary: Vector, known: Map<Vector, readonly string[]>): readonly string[] {
  let words = known.get(dictionary);
  if (words === undefined) known.set(dictionary, (words = Array.from(dictionary, String)));
  return words;
}
