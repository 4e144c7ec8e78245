/**
 * The first record of a JSON text of which only the beginning is at hand: what is cut is closed where it last was
 * whole. Every JSON format asks for it to recognise its own, so it is found once per file.
 */
import type { FileHead } from '../format.ts';

import { isObject, parsed } from './json-records.ts';
import type { JsonObject } from './json-records.ts';

const WRAPPERS = ['results', 'items', 'data', 'message'];
const found = new WeakMap<FileHead, JsonObject | null>();

/** The first record that is an object, whole or in part; undefined when the text is no JSON of records. */
export function firstJsonRecord(head: FileHead): JsonObject | undefined {
  let record = found.get(head);
  if (record === undefined) {
    record = findRecord(head.text) ?? null;
    found.set(head, record);
  }
  return record ?? undefined;
}

function findRecord(text: string): JsonObject | undefined {
  const start = /^[\uFEFF\s]*(?:\[\s*)?(?=\{)/u.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const isList = text.slice(0, start).includes('[');
  const value = firstObject(text, start);
  return value === undefined || isList ? value : unwrapped(value, 2);
}

function unwrapped(value: JsonObject, levels: number): JsonObject {
  if (levels === 0) return value;
  for (const key of WRAPPERS) {
    const inner = value[key];
    if (key === 'message' && isObject(inner)) return unwrapped(inner, levels - 1);
    const first: unknown = Array.isArray(inner) ? inner[0] : undefined;
    if (isObject(first)) return first;
  }
  return value;
}

/** Parses the object at `start`. A cut one is closed after its last whole value. */
function firstObject(text: string, start: number): JsonObject | undefined {
  const closers: string[] = [];
  let isString = false;
  let safeEnd = -1;
  let safeClosers = '';
  const mark = (at: number): void => {
    safeEnd = at;
    safeClosers = closers.toReversed().join('');
  };
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{' || character === '[') {
      closers.push(character === '{' ? '}' : ']');
      if (closers.length > 100) return undefined;
      mark(at + 1);
    } else if (character === ',') mark(at);
    else if (character === '}' || character === ']') {
      if (closers.pop() !== character) return undefined;
      if (closers.length === 0) return parsed(text.slice(start, at + 1));
      mark(at + 1);
    }
  }
  return safeEnd < 0 ? undefined : parsed(text.slice(start, safeEnd) + safeClosers);
}
