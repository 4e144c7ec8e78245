/**
 * Who the numbers of a made corpus are. Names are drawn as often as the people of the ACL Anthology bear them, so people
 * of one name are as many as they really are; one in eight writes theirs with an accent.
 */
import { madeNames } from '../search/made-names.ts';

export interface MadePerson {
  readonly number: number;
  readonly name: string;
  /** The same person has the same home; so have those they mostly write with. */
  readonly home: number;
  readonly orcid?: string;
}

const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü' };

export class MadePeople {
  readonly #names: readonly string[];
  readonly #homes: Uint32Array;

  constructor(homes: Uint32Array, seed: number) {
    this.#homes = homes;
    this.#names = Array.from(madeNames(homes.length, seed), capitalised);
  }

  get count(): number {
    return this.#names.length;
  }

  person(number: number): MadePerson {
    const name = this.#names[number] ?? '';
    return {
      number,
      name: number % 8 === 3 ? accented(name) : name,
      home: this.#homes[number] ?? 0,
      ...(number % 10 === 0 ? { orcid: orcidOf(number / 10) } : {}),
    };
  }
}

function capitalised(name: string): string {
  return name.replaceAll(/(?<![^\s-])\p{Letter}/gu, (letter) => letter.toUpperCase());
}

function accented(name: string): string {
  return name.replace(/[aeiou](?=[^aeiou]*$)/, (vowel) => ACCENTS[vowel] ?? vowel);
}

/** The digits of a number with the check that ISO 7064 mod 11-2 puts behind them. */
function orcidOf(number: number): string {
  const digits = `0000${String(number).padStart(11, '0')}`;
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return `${digits}${check === 10 ? 'X' : check}`.replaceAll(/(.{4})(?=.)/g, '$1-');
}
