/** `{"Among": [0], "various": [1, 7]}` back to the text it was made of. */
import { listIn } from '../text/json-fields.ts';
import { isObject } from '../text/json-records.ts';
import type { JsonObject } from '../text/json-records.ts';
import { tidyText } from '../text/tidy.ts';

/** No text has ten times as many words as it has different ones, even where places were left out. */
const MOST_REPEATED = 10;

export function abstractOf(index: unknown): string | undefined {
  if (!isObject(index)) return undefined;
  const words = wordsInPlace(index) ?? sortedWords(index);
  return tidyText(words.join(' ')) || undefined;
}

/** Each word put into its place; undefined where a place is no number or far outside. Blanks come of empty places. */
function wordsInPlace(index: JsonObject): readonly string[] | undefined {
  const distinct = Object.keys(index);
  const limit = distinct.length * MOST_REPEATED;
  const words: string[] = [];
  for (const word of distinct) {
    for (const place of listIn(index[word])) {
      if (!Number.isInteger(place)) return undefined;
      const at = Number(place);
      if (at < 0 || at >= limit) return undefined;
      words[at] = words[at] === undefined ? word : `${words[at]} ${word}`;
    }
  }
  return words;
}

function sortedWords(index: JsonObject): readonly string[] {
  const words: (readonly [place: number, word: string])[] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of listIn(places)) if (typeof place === 'number') words.push([place, word]);
  }
  return words.sort(([left], [right]) => left - right).map(([, word]) => word);
}
