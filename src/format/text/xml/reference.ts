/** What stands between `&` and `;`: a name of the format's table, or the number of a character that XML allows. */
import type { EntityTable } from '../entities.ts';

const NUMBER = /^#(?:\d{1,8}|x[\dA-Fa-f]{1,7})$/;

/** The one character that the reference stands for; undefined when nobody knows it. */
export function referenced(reference: string, entities: EntityTable): string | undefined {
  if (!reference.startsWith('#')) return entities.get(reference);
  if (!NUMBER.test(reference)) return undefined;
  const code = reference.startsWith('#x') ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

// The characters XML allows (https://www.w3.org/TR/xml/#charsets).
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
