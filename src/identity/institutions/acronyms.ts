/**
 * Acronyms that the sources themselves explain: where "Massachusetts Institute of Technology (MIT)" is printed, and no
 * other name explains MIT, a bare "MIT" in the same country is that one. An acronym that nobody explains, that two names
 * claim, or that an identified institution bears as its name stays what it is.
 */
import type { Reading } from './reading.ts';

/**
 * @param countries in which each folded name is printed
 * @param isIdentified whether an identified institution bears the folded name
 */
export function namesOfAcronyms(
  readings: readonly Reading[],
  countries: ReadonlyMap<string, ReadonlySet<string>>,
  isIdentified: (name: string) => boolean,
): (reading: Reading) => string {
  const explained = new Map<string, Set<string>>();
  for (const { acronym, folded } of readings) {
    if (acronym === undefined || acronym === folded) continue;
    const names = explained.get(acronym) ?? new Set();
    explained.set(acronym, names.add(folded));
  }
  return ({ folded, countryCode }) => {
    const [only, ...more] = explained.get(folded) ?? [];
    if (only === undefined || more.length > 0 || isIdentified(folded) || explained.has(only)) return folded;
    const places = countries.get(only);
    const isThere = countryCode === undefined || places === undefined || places.size === 0 || places.has(countryCode);
    return isThere ? only : folded;
  };
}
