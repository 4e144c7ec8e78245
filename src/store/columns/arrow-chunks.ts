/** Chunks out of what Arrow read, looking at the bytes where they lie. */
import { DataType, Type } from 'apache-arrow';
import type { Data, Vector } from 'apache-arrow';

import type { Chunk, Numbers } from './chunk.ts';
import { ColumnFileError } from './column-file-error.ts';
import { mayBeMissing } from './shape.ts';
import type { Shape } from './shape.ts';

/**
 * @param words of the dictionaries met so far, filled here
 * @param where what a `ColumnFileError` calls the column
 */
export function chunkOf(shape: Shape, data: Data, words: Map<Vector, readonly string[]>, where: string): Chunk {
  const { type, length } = data;
  const bits = data.nullBitmap as Uint8Array | undefined; // typed as always there, but is not
  const present = data.nullCount > 0 && bits !== undefined ? { present: bits } : {};
  const known = { length, ...present };
  const values = data.values as unknown;
  if (shape.kind === 'text' && DataType.isUtf8(type)) {
    return { ...known, values: values as Uint8Array, offsets: data.valueOffsets };
  }
  if (shape.kind === 'word' && DataType.isDictionary(type) && DataType.isUtf8(type.dictionary)) {
    return { ...known, values: values as Numbers, words: wordsOf(data.dictionary as Vector, words) };
  }
  if (shape.kind === 'number' && areNumbers(values)) return { ...known, values };
  if (shape.kind === 'flag' && DataType.isBool(type)) return { ...known, values: values as Uint8Array };
  if (shape.kind === 'list' && DataType.isList(type)) {
    const [items] = data.children;
    if (items === undefined) throw new ColumnFileError(`${where} is a list of nothing`);
    return { ...known, offsets: data.valueOffsets, children: [chunkOf(shape.of, items, words, `an item of ${where}`)] };
  }
  if (shape.kind === 'record' && DataType.isStruct(type)) {
    const names = type.children.map(({ name }) => name);
    const expected = shape.fields.filter((field) => names.includes(field.name) || !mayBeMissing(field));
    if (names.join() !== expected.map(({ name }) => name).join()) {
      const told = shape.fields.map(({ name }) => name).join(', ');
      throw new ColumnFileError(`${where} has the columns ${names.join(', ')}, not ${told}`);
    }
    const children = shape.fields.map((field) => {
      const child = data.children[names.indexOf(field.name)];
      return child === undefined ? undefined : chunkOf(field.shape, child, words, `"${field.name}"`);
    });
    return { ...known, children };
  }
  throw new ColumnFileError(`${where} is ${typeName(type)}, not ${shape.kind}`);
}

function areNumbers(values: unknown): values is Numbers {
  return [Int8Array, Int16Array, Int32Array, Float64Array].some((Kind) => values instanceof Kind);
}

function typeName(type: DataType): string {
  return Type[type.typeId];
}

function wordsOf(dictionary: Vector, known: Map<Vector, readonly string[]>): readonly string[] {
  let words = known.get(dictionary);
  if (words === undefined) known.set(dictionary, (words = Array.from(dictionary, String)));
  return words;
}
