/** Orders that are the same on every machine: by code point, never by a locale's collation. */

/** Compares two strings by Unicode code point (JavaScript's `<` compares UTF-16 units, which puts 😀 before ﬀ). */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    const bothAreSurrogates = isSurrogate(left) === isSurrogate(right);
    if (bothAreSurrogates) return left - right;
    return isSurrogate(left) ? 1 : -1;
  }
  return a.length - b.length;
}

/** A copy in code point order without repeats. */
export function sortedUnique<T extends string>(texts: Iterable<T>): T[] {
  return [...new Set(texts)].sort(compareText);
}

// Surrogate pairs stand for code points above U+FFFF, so they sort after every other unit.
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
