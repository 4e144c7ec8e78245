import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { arrowFile, tableIn } from '../../../src/store/columns/arrow-file.ts';
import { CHUNK_ROWS, tableOf } from '../../../src/store/columns/record-table.ts';
import type { RecordTable } from '../../../src/store/columns/record-table.ts';
import { flag, list, number, optional, record, text, word } from '../../../src/store/columns/shape.ts';
import type { Shape } from '../../../src/store/columns/shape.ts';
import { authorShape, institutionShape, paperShape, venueShape } from '../../../src/store/memory/entity-shapes.ts';

// Any value of a shape: every optional field absent or there, empty texts, letters beyond the basic plane.
function valuesOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'text':
      return fc.string({ unit: 'binary', maxLength: 12 });
    case 'word':
      return fc.oneof(fc.constantFrom('', 'one', 'two', 'drei 😀'), fc.string({ unit: 'grapheme', maxLength: 3 }));
    case 'number':
      return fc.oneof(fc.nat(3000), fc.double({ noNaN: true }), fc.maxSafeInteger());
    case 'flag':
      return fc.boolean();
    case 'list':
      return fc.array(valuesOf(shape.of), { maxLength: 3 });
    case 'record': {
      const required = shape.fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
      const fields = Object.fromEntries(shape.fields.map((field) => [field.name, valuesOf(field.shape)]));
      return fc.record(fields, { requiredKeys: required, noNullPrototype: true });
    }
  }
}

function recordsOf<T>(shape: Shape<T>): fc.Arbitrary<T[]> {
  return fc.array(valuesOf(shape) as fc.Arbitrary<T>, { maxLength: 20 }); // values of the shape of T
}

export async function fileOf<T extends object>(table: RecordTable<T>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of arrowFile(table)) parts.push(part);
  return Buffer.concat(parts);
}

function expectSame<T extends object>(table: RecordTable<T>, records: readonly T[]): void {
  expect(table.length).toBe(records.length);
  expect(records.map((_, row) => table.get(row))).toEqual(records);
  for (const [row, told] of records.entries()) {
    expect(seen(table.shape, table.look(row))).toEqual(told);
  }
}

// All fields of a look, and of the looks in it.
function seen(shape: Shape, look: unknown): unknown {
  if (shape.kind !== 'record' || look === undefined) return look;
  const values = shape.fields.map((field) => [field.name, seen(field.shape, Reflect.get(look as object, field.name))]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

const KINDS: readonly [string, Shape][] = [
  ['papers', paperShape],
  ['authors', authorShape],
  ['institutions', institutionShape],
  ['venues', venueShape],
];

describe('a table of records', () => {
  it.each(KINDS)('gives back %s as they went in, and again from an Arrow file', async (_, told) => {
    const shape = told as Shape<object>;
    await fc.assert(
      fc.asyncProperty(recordsOf(shape), async (records) => {
        const table = tableOf(shape, records);
        expectSame(table, records);
        const bytes = await fileOf(table);
        expectSame(tableIn(shape, bytes), records);
        const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
        shared.set(bytes);
        expectSame(tableIn(shape, shared), records);
      }),
      { numRuns: 60 },
    );
  });

  const small = record<{ id: number; name?: string; tags: readonly string[]; isOdd: boolean }>({
    id: number,
    name: optional(text()),
    tags: list(word()),
    isOdd: flag,
  });
  const many = Array.from({ length: CHUNK_ROWS + 3 }, (_, id) => ({
    id,
    tags: [`tag ${id % 7}`],
    isOdd: id % 2 === 1,
    ...(id % 3 === 0 ? { name: `name ${id}` } : {}),
  }));

  it('finds rows on both sides of the end of a chunk', async () => {
    const table = tableOf(small, many);
    const read = tableIn(small, await fileOf(table));
    expect(read.chunks.map(({ length }) => length)).toEqual([CHUNK_ROWS, 3]);
    for (const row of [0, 1, CHUNK_ROWS - 1, CHUNK_ROWS, CHUNK_ROWS + 2]) {
      expect(table.get(row)).toEqual(many[row]);
      expect(read.get(row)).toEqual(many[row]);
    }
  });

  it('looks at the bytes of a file where they lie', async () => {
    const bytes = new Uint8Array(await fileOf(tableOf(small, many)));
    const [chunk] = tableIn(small, bytes).chunks;
    expect(chunk?.children?.map((column) => (column?.values ?? column?.offsets)?.buffer === bytes.buffer)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('writes half of a surrogate pair as U+FFFD', () => {
    const table = tableOf(small, [{ id: 1, name: 'a\ud800b', tags: ['\udc00'], isOdd: true }]);
    expect(table.get(0)).toEqual({ id: 1, name: 'a\ufffdb', tags: ['\ufffd'], isOdd: true });
  });

  it('refuses a file of another shape, and one that is none', async () => {
    const other = record<{ id: string }>({ id: text() });
    const bytes = await fileOf(tableOf(small, many.slice(0, 2)));
    expect(() => tableIn(other, bytes)).toThrow('the table has the columns id, name, tags, isOdd, not id');
    expect(() => tableIn(small, new Uint8Array(100))).toThrow('no Arrow file');
    expect(() => tableIn(small, bytes.subarray(0, bytes.length - 20))).toThrow();
  });
});
