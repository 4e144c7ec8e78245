/** Fields of JSON whose type nobody promised: each comes out as what it should be, or as nothing. */
import { isObject } from './json-records.ts';
import type { JsonObject } from './json-records.ts';
import { tidyText } from './tidy.ts';

const SEPARATOR = /[\s,;]+/;
const EMPTY: JsonObject = {};

/** Text with its blanks collapsed; numbers count as text; empty text is nothing. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const tidy = tidyText(value);
  return tidy === '' ? undefined : tidy;
}

/** The first text of a list, or the text that stands where a list should. */
export function firstText(value: unknown): string | undefined {
  if (!Array.isArray(value)) return textIn(value);
  for (const element of value) {
    const text = textIn(element);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The texts of a list. */
export function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  for (const element of listIn(value)) {
    const text = textIn(element);
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

/** A whole number that is not negative, printed as a number or as text. */
export function countIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** The parts of a text between commas, semicolons and blanks; nearly always it is one. */
export function listed(text: string): readonly string[] {
  return SEPARATOR.test(text) ? text.split(SEPARATOR) : [text];
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function objectsIn(value: unknown): readonly JsonObject[] {
  return listIn(value).filter(isObject);
}

export function objectIn(value: unknown): JsonObject {
  return isObject(value) ? value : EMPTY;
}

/** `{ [key]: value }`, or nothing where the value is: for fields that are absent rather than undefined. */
export function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Readonly<Record<Key, Value>>> {
  return value === undefined ? {} : ({ [key]: value } as Readonly<Record<Key, Value>>);
}

/** A record while it is put together, field by field in the order of its type. */
export type Draft<Whole> = { -readonly [Key in keyof Whole]: Whole[Key] };
