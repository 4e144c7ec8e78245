/**
 * Words that are a typo or two away from one: letters missing, too many, wrong, or two neighbours that changed places
 * (optimal string alignment: Damerau 1964, CACM 7, 171; Wagner & Fischer 1974, JACM 21, 168).
 *
 * The dictionary is walked as a trie that nobody built: its words stand in order, so those with a common beginning stand
 * together. A row of the matrix of distances is worked out per letter of a beginning; where no cell of it is within the
 * typos allowed, all words that begin so are left out at once. This visits the states that a Levenshtein automaton
 * (Schulz & Mihov 2002, IJDAR 5, 67) would, and needs no automaton. Cells far off the diagonal cannot matter
 * (Ukkonen 1985, Information and Control 64, 100). bench/search.md has what it costs.
 */
import type { Dictionary } from './dictionary.ts';

/** Tells each word within `most` typos, the word itself among them, ascending. Distances are in bytes of UTF-8. */
export function eachNearWord(
  dictionary: Dictionary,
  sought: Uint8Array,
  most: number,
  tell: (word: number, distance: number) => void,
): void {
  const { words, starts, length } = dictionary;
  const width = sought.length + 1;
  const deepest = sought.length + most;
  // Row d: distances of the first d letters of the word to each beginning of what is sought.
  const rows = new Uint8Array((deepest + 1) * width).fill(most + 1);
  for (let column = 0; column < width; column++) rows[column] = Math.min(column, most + 1);
  const path = new Uint8Array(deepest); // letters of the word, of which the first `depth` have their rows
  let depth = 0;
  for (let word = 0; word < length;) {
    const from = starts[word] ?? 0;
    const letters = (starts[word + 1] ?? 0) - from;
    let common = 0;
    while (common < depth && common < letters && words[from + common] === path[common]) common++;
    depth = common;
    let isNear = true;
    while (isNear && depth < letters) {
      if (depth < deepest) path[depth] = words[from + depth] ?? 0;
      isNear = depth < deepest && fillRow(rows, ++depth, path, sought, most);
    }
    if (isNear) {
      const distance = rows[depth * width + sought.length] ?? most + 1;
      if (distance <= most) tell(word, distance);
      word++;
    } else {
      word = dictionary.endOf(word, path, depth);
      depth--; // the next word differs in its last letter at the latest
    }
  }
}

// Whether some cell is within the typos allowed.
function fillRow(rows: Uint8Array, depth: number, path: Uint8Array, sought: Uint8Array, most: number): boolean {
  const width = sought.length + 1;
  const row = depth * width;
  const above = row - width;
  const letter = path[depth - 1];
  const far = most + 1;
  const low = Math.max(1, depth - most);
  const high = Math.min(sought.length, depth + most);
  rows[row + low - 1] = low === 1 ? Math.min(depth, far) : far;
  let least = rows[row + low - 1] ?? far;
  for (let column = low; column <= high; column++) {
    const isSame = sought[column - 1] === letter;
    let cell = (rows[above + column - 1] ?? far) + (isSame ? 0 : 1);
    cell = Math.min(cell, (rows[above + column] ?? far) + 1, (rows[row + column - 1] ?? far) + 1);
    if (!isSame && depth > 1 && column > 1 && path[depth - 2] === sought[column - 1] && sought[column - 2] === letter) {
      cell = Math.min(cell, (rows[above - width + column - 2] ?? far) + 1);
    }
    if (cell > far) cell = far;
    rows[row + column] = cell;
    if (cell < least) least = cell;
  }
  if (high < sought.length) rows[row + high + 1] = far;
  return least <= most;
}
