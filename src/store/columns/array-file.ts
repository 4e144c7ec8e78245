/**
 * Arrays of numbers in Arrow files: one alone as a column, a number a row; several together as one row, in which each is
 * a list. They are written from their own buffers and looked at where they lie.
 */
import { Field, Float64, Int32, List, makeData, Struct, Uint16, Uint32, Uint8 } from 'apache-arrow';
import type { Data, DataType } from 'apache-arrow';

import { batchesIn, batchFile, checkBatch } from './arrow-file.ts';
import { ColumnFileError } from './column-file-error.ts';

export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

export type NamedArrays = Readonly<Record<string, NumberArray>>;

const KINDS = [
  { Kind: Uint8Array, type: new Uint8() },
  { Kind: Uint16Array, type: new Uint16() },
  { Kind: Uint32Array, type: new Uint32() },
  { Kind: Int32Array, type: new Int32() },
  { Kind: Float64Array, type: new Float64() },
] as const;

/** A file of one column, named `value`. Throws a `RangeError` for an array of 2 GB and more. */
export async function* arrayFile(array: NumberArray): AsyncIterable<Uint8Array> {
  checkBatch(array.byteLength, 'The numbers of one array');
  const column = columnOf(array);
  const type = new Struct([new Field('value', column.type, false)]);
  yield* batchFile(type, [() => makeData({ type, length: array.length, nullCount: 0, children: [column] })]);
}

/** The column of such a file, as it lies in the bytes. Throws a `ColumnFileError` for another file. */
export function arrayIn(bytes: Uint8Array): NumberArray {
  const [batch, ...more] = batchesIn(bytes);
  const at = batch?.type.children.findIndex(({ name }) => name === 'value') ?? -1;
  const column = batch?.children[at];
  if (column !== undefined && more.length === 0) return numbersOf(column, '"value"');
  throw new ColumnFileError('it has no column of numbers named "value"');
}

/** A file of one row, with a list for each array. Throws a `RangeError` for 2 GB and more of them. */
export async function* arraysFile(arrays: NamedArrays): AsyncIterable<Uint8Array> {
  const bytes = Object.values(arrays).reduce((sum, { byteLength }) => sum + byteLength, 0);
  checkBatch(bytes, 'The numbers of one file');
  const lists = Object.values(arrays).map((array) => {
    const child = columnOf(array);
    const type = new List(new Field('item', child.type, false));
    return makeData({ type, length: 1, nullCount: 0, valueOffsets: Int32Array.of(0, array.length), child });
  });
  const type = new Struct(Object.keys(arrays).map((name, at) => new Field(name, (lists[at] as Data).type, false)));
  yield* batchFile(type, [() => makeData({ type, length: 1, nullCount: 0, children: lists })]);
}

/** The arrays of such a file. Throws a `ColumnFileError` for another file. */
export function arraysIn(bytes: Uint8Array): NamedArrays {
  const [batch, ...more] = batchesIn(bytes);
  if (batch?.length !== 1 || more.length > 0) throw new ColumnFileError('it has not one row of lists');
  return Object.fromEntries(
    batch.type.children.map(({ name }, at) => {
      const [list] = batch.children[at]?.children ?? [];
      if (list === undefined) throw new ColumnFileError(`"${name}" is no list`);
      return [name, numbersOf(list, `"${name}"`)];
    }),
  );
}

function columnOf(array: NumberArray): Data {
  const { type } = KINDS.find(({ Kind }) => array instanceof Kind) ?? {};
  if (type === undefined) throw new TypeError(`${array.constructor.name} is no array that is saved.`);
  return makeData<DataType>({ type, length: array.length, nullCount: 0, data: array } as Parameters<
    typeof makeData
  >[0]);
}

function numbersOf({ values, length, nullCount }: Data, where: string): NumberArray {
  const told: unknown = values;
  if (nullCount === 0 && isNumberArray(told) && told.length >= length) return told.subarray(0, length);
  throw new ColumnFileError(`${where} is no column of numbers`);
}

function isNumberArray(told: unknown): told is NumberArray {
  return KINDS.some(({ Kind }) => told instanceof Kind);
}
