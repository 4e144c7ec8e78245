/** Columns as Arrow has them: the type of each, and the buffers of each chunk as they stand. */
import {
  Bool,
  Dictionary,
  Field,
  Float64,
  Int16,
  Int32,
  Int8,
  List,
  makeData,
  Struct,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { Data, DataType } from 'apache-arrow';

import type { Chunk, Numbers } from './chunk.ts';
import { hasBit } from './chunk.ts';
import { columnWriter } from './column-writer.ts';
import type { Field as RecordField, Shape } from './shape.ts';

/** The Arrow type of a column, and its data of each chunk. */
export interface ArrowColumn {
  readonly type: DataType;
  readonly dataOf: (chunk: Chunk) => Data;
}

/**
 * @param chunks all chunks of the column, by which it is decided how wide numbers are and which fields are written
 * @param ids numbers the dictionaries of a file
 */
export function arrowColumn(shape: Shape, chunks: readonly Chunk[], ids: { next: number }): ArrowColumn {
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
      const { indexType, Kind } = WHOLE_WIDTHS[widthOf(chunks)] ?? WIDEST;
      const type = new Dictionary(new Utf8(), indexType, ids.next++);
      const dictionary = vectorFromArray([...(chunks[0]?.words ?? [])], new Utf8());
      return {
        type,
        dataOf: (chunk) => makeData({ type, ...common(chunk), data: as(Kind, chunk) as Int32Array, dictionary }),
      };
    }
    case 'number': {
      const width = WHOLE_WIDTHS[widthOf(chunks)];
      if (width === undefined) {
        const type = new Float64();
        return { type, dataOf: (chunk) => makeData({ type, ...common(chunk), data: as(Float64Array, chunk) }) };
      }
      const { indexType: type, Kind } = width;
      return { type, dataOf: (chunk) => makeData({ type, ...common(chunk), data: as(Kind, chunk) as Int32Array }) };
    }
    case 'flag': {
      const type = new Bool();
      return { type, dataOf: (chunk) => makeData({ type, ...common(chunk), data: chunk.values as Uint8Array }) };
    }
    case 'list': {
      const items = arrowColumn(shape.of, childrenAt(chunks, 0), ids);
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
    case 'record':
      return recordColumn(shape.fields, chunks, ids);
  }
}

function recordColumn(fields: readonly RecordField[], chunks: readonly Chunk[], ids: { next: number }): ArrowColumn {
  const told = fields.flatMap((field, at) => {
    const own = childrenAt(chunks, at);
    return own.length === 0 ? [] : [{ field, at, column: arrowColumn(field.shape, own, ids), like: own[0] }];
  });
  // A record that is absent has fields without values, so a field of it is nullable too.
  const type = new Struct(told.map(({ field, column }) => new Field(field.name, column.type, true)));
  const dataOf = (chunk: Chunk): Data =>
    makeData({
      type,
      ...common(chunk),
      children: told.map(({ field, at, column, like }) =>
        column.dataOf(chunk.children?.[at] ?? emptyChunk(field, chunk.length, like)),
      ),
    });
  return { type, dataOf };
}

// Of a field that only other chunks have; words are those of the whole column.
function emptyChunk({ shape, isOptional }: RecordField, length: number, like: Chunk | undefined): Chunk {
  const writer = columnWriter(shape);
  for (let row = 0; row < length; row++) writer.push(isOptional ? undefined : []);
  const chunk = writer.cut();
  return like?.words === undefined ? chunk : { ...chunk, words: like.words };
}

const WIDEST = { Kind: Int32Array, indexType: new Int32() } as const;
const WHOLE_WIDTHS = [
  { Kind: Int8Array, indexType: new Int8() },
  { Kind: Int16Array, indexType: new Int16() },
  WIDEST,
] as const;

// Place among the widths of the widest chunk; one more for double precision.
function widthOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((widest, { values }) => {
    const width = WHOLE_WIDTHS.findIndex(({ Kind }) => values instanceof Kind);
    return Math.max(widest, width === -1 ? WHOLE_WIDTHS.length : width);
  }, 0);
}

function as<Kind extends NumbersConstructor>(Kind: Kind, { values }: Chunk): InstanceType<Kind> {
  const numbers = values as Numbers; // of a column of numbers or words
  return (numbers instanceof Kind ? numbers : Kind.from(numbers)) as InstanceType<Kind>; // as just made
}

type NumbersConstructor =
  Int8ArrayConstructor | Int16ArrayConstructor | Int32ArrayConstructor | Float64ArrayConstructor;

function childrenAt(chunks: readonly Chunk[], at: number): Chunk[] {
  return chunks.flatMap(({ children }) => children?.[at] ?? []);
}

function common({ length, present }: Chunk): { length: number; nullCount: number; nullBitmap?: Uint8Array } {
  if (present === undefined) return { length, nullCount: 0 };
  let nullCount = 0;
  for (let row = 0; row < length; row++) if (!hasBit(present, row)) nullCount++;
  return { length, nullCount, nullBitmap: present };
}
