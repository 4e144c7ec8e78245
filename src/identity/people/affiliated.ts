/** Which institution is printed at each place, worked out once in the order of places: most have one or none. */
import type { Places } from './places.ts';
import type { Surroundings } from './feature-table.ts';

/** Nothing is printed there. */
export const NOWHERE = -1;
/** More than one is. */
export const SEVERAL = -2;

export class Affiliated {
  readonly #codes = new Map<string, number>();
  readonly #at: Int32Array;

  constructor(places: Places, { institutionsOf }: Surroundings) {
    this.#at = new Int32Array(places.length).fill(NOWHERE);
    places.forEach((place, _, { affiliations }) => {
      if (affiliations === undefined) return;
      for (const affiliation of affiliations) {
        for (const id of institutionsOf(affiliation)) {
          this.#at[place] = this.#at[place] === NOWHERE ? this.#codeOf(id) : SEVERAL;
        }
      }
    });
  }

  /** How many codes there are. */
  get count(): number {
    return this.#codes.size;
  }

  /** The code of the only institution of a place, from 0; else `NOWHERE` or `SEVERAL`. */
  codeAt(place: number): number {
    return this.#at[place] ?? NOWHERE;
  }

  #codeOf(id: string): number {
    let code = this.#codes.get(id);
    if (code === undefined) this.#codes.set(id, (code = this.#codes.size));
    return code;
  }
}
