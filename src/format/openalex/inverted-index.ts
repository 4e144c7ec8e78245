/** `{"Among": [0], "various": [1, 7]}` back to the text it was made of. */
import { listIn } from '../text/json-fields.ts';
import { isObject } from '../text/json-records.ts';
import { tidyText } from '../text/tidy.ts';

export function abstractOf(index: unknown): string | undefined {
  if (!isObject(index)) return undefined;
  const words: (readonly [place: number, word: string])[] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of listIn(places)) if (typeof place === 'number') words.push([place, word]);
  }
  if (words.length === 0) return undefined;
  // Sorted rather than put into their places: a place may be any number.
  words.sort(([left], [right]) => left - right);
  const text = words.map(([, word]) => word).join(' ');
  return tidyText(text) || undefined;
}
