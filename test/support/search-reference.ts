/** Slow and obvious: what one word, or one text, fits a query, by docs/search.md and nothing else. */
import { foldName, foldText } from '../../src/model/index.ts';

/** Letters missing, too many, wrong, or two neighbours that changed places. */
export function typoDistance(one: string, other: string): number {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const hasTurned = row > 1 && column > 1 && a[row - 2] === b[column - 1] && a[row - 1] === b[column - 2];
      (table[row] ?? [])[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        hasTurned ? at(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return at(a.length, b.length);
}

/** Every way to give each row a column of its own. */
export function assignments(rows: number, columns: number): number[][] {
  if (rows === 0) return [[]];
  return assignments(rows - 1, columns).flatMap((before) =>
    Array.from({ length: columns }, (_, column) => column)
      .filter((column) => !before.includes(column))
      .map((column) => [...before, column]),
  );
}

/** Whether a text has all the words of a query, among texts of one kind of which `known` are all the words. */
export function textFits(text: string, query: string, isPerson: boolean, known: ReadonlySet<string>): boolean {
  const fold = isPerson ? foldName : foldText;
  const [words, asked] = [text, query].map((each) => fold(each).split(' ').filter(Boolean)) as [string[], string[]]; // two
  const isInitial = (word: string, asks: string): boolean => isPerson && asks.length > 1 && word === asks.slice(0, 1);
  const fits = (word: string, asks: string): boolean => {
    if (word === asks || isInitial(word, asks)) return true;
    if ((isPerson || asks.length > 1) && word.startsWith(asks)) return true;
    const isBegun = [...known].some((each) => each.startsWith(asks));
    const typos = asks.length >= 9 ? 2 : asks.length >= (isBegun ? 5 : 4) ? 1 : 0;
    return typoDistance(word, asks) <= typos;
  };
  const isOfInitials = asked.every((each) => each.length === 1);
  const isMore = words.some((word) =>
    asked.some((each) => each.length > 1 && !isInitial(word, each) && fits(word, each)),
  );
  if (asked.length === 0 || !(isOfInitials || isMore)) return false;
  return assignments(asked.length, words.length).some((columnOf) =>
    columnOf.every((column, row) => fits(words[column] ?? '', asked[row] ?? '')),
  );
}
