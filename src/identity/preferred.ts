/**
 * Which of several printed forms to show. The one printed most often; among equals the one that kept more letters
 * outside ASCII ("Dominé" says more than "Domine"); then the first by code point.
 */
import { byCount, count } from './counts.ts';

/** The forms from the most to the least preferred, without repeats. */
export function byPreference<T extends string>(printed: readonly T[]): T[] {
  const [first] = printed;
  if (first !== undefined && printed.every((form) => form === first)) return [first];
  const counts = new Map<T, number>();
  for (const form of printed) count(counts, form);
  return byCount(counts);
}
