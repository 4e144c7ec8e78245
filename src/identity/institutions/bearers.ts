/**
 * Who bears one name. Printings without identifier are of the one identified institution of that name in their country,
 * where there is one; several of one name that nothing tells apart are joined to none of them. A printing without
 * country belongs to the only bearer, or to the one that four of five printings mean: a single stray address must not
 * part all bare printings of Harvard from Harvard. Else it stands for itself.
 */
import { compareText } from '../../model/index.ts';

import { byCount, count } from '../counts.ts';

/** How many printings of all must mean one bearer for the bare name to mean it too. */
const CLEAR_SHARE = 0.8;

export class Bearers {
  /** By key of the identified institution: printings of this name in each country. */
  readonly #identified = new Map<string, number>();
  readonly #located = new Map<string, number>();
  readonly #name: string;
  #keyOfCountry: ReadonlyMap<string, string> | undefined;
  #bareKey: string | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  get isIdentified(): boolean {
    return this.#identified.size > 0;
  }

  addIdentified(key: string, times: number): void {
    count(this.#identified, key, times);
  }

  addLocated(countryCode: string, times: number): void {
    count(this.#located, countryCode, times);
  }

  /** The key of a printing without identifier. @param countryOf of an identified institution's key */
  keyOf(countryCode: string | undefined, countryOf: (key: string) => string | undefined): string {
    if (this.#keyOfCountry === undefined || this.#bareKey === undefined) this.#decide(countryOf);
    const bare = this.#bareKey ?? this.#name;
    return countryCode === undefined ? bare : (this.#keyOfCountry?.get(countryCode) ?? bare);
  }

  #decide(countryOf: (key: string) => string | undefined): void {
    const identified = [...this.#identified.keys()].sort(compareText);
    const keyOfCountry = new Map<string, string>();
    const weights = new Map(this.#identified);
    const [only] = identified;
    const isOnlyPlace = identified.length === 1 && this.#located.size === 1;
    for (const [country, count] of [...this.#located].sort(([a], [b]) => compareText(a, b))) {
      const there = identified.filter((key) => countryOf(key) === country);
      const [one] = there;
      const joins =
        there.length === 1
          ? one
          : isOnlyPlace && only !== undefined && countryOf(only) === undefined
            ? only
            : undefined;
      const isAlone = identified.length === 0 && this.#located.size === 1;
      const key = joins ?? (isAlone ? this.#name : `${this.#name}@${country.toLowerCase()}`);
      keyOfCountry.set(country, key);
      weights.set(key, (weights.get(key) ?? 0) + count);
    }
    this.#keyOfCountry = keyOfCountry;
    this.#bareKey = identified.length > 1 ? this.#name : meantByMost(weights, this.#name);
  }
}

function meantByMost(weights: ReadonlyMap<string, number>, otherwise: string): string {
  const [first] = byCount(weights);
  if (first === undefined) return otherwise;
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return (weights.get(first) ?? 0) >= CLEAR_SHARE * total ? first : otherwise;
}
