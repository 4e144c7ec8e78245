/** One value out of a chunk, as the record had it: lists and records are made afresh, absent fields stay absent. */
import { hasBit } from './chunk.ts';
import type { Chunk } from './chunk.ts';
import type { Field, Shape } from './shape.ts';

/** Undefined for an absent value, or a row that is not there. */
export function readValue(shape: Shape, chunk: Chunk, row: number): unknown {
  if (row >= chunk.length || !isPresent(chunk, row)) return undefined;
  const { values, offsets, children = [] } = chunk;
  switch (shape.kind) {
    case 'text':
      return textAt(values as Uint8Array, offsets?.[row] ?? 0, offsets?.[row + 1] ?? 0);
    case 'word':
      return chunk.words?.[values?.[row] ?? 0];
    case 'number':
      return values?.[row];
    case 'flag':
      return hasBit(values as Uint8Array, row);
    case 'list': {
      const [items] = children;
      const found: unknown[] = [];
      const end = offsets?.[row + 1] ?? 0;
      if (items !== undefined) {
        for (let at = offsets?.[row] ?? 0; at < end; at++) found.push(readValue(shape.of, items, at));
      }
      return found;
    }
    case 'record': {
      const made: Record<string, unknown> = {};
      for (const [at, field] of shape.fields.entries()) {
        const value = readField(field, children[at], row);
        if (value !== undefined) made[field.name] = value;
      }
      return made;
    }
  }
}

/** The same for a field of a record, whose column is not kept where it says nothing. */
export function readField({ shape, isOptional }: Field, column: Chunk | undefined, row: number): unknown {
  if (column !== undefined) return readValue(shape, column, row);
  return isOptional ? undefined : [];
}

export function isPresent({ present }: Chunk, row: number): boolean {
  return present === undefined || hasBit(present, row);
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}
