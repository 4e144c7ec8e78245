/** A printed institution as it is read: its name, its country, the form in which it is compared. Read once per form. */
import { identifierText } from '../../model/index.ts';
import type { Identifier } from '../../model/index.ts';

import { institutionsIn } from './affiliation.ts';
import { foldInstitution } from './fold.ts';

/** What `resolveInstitutions` is told of one institution beside a name, a person or a paper. */
export interface Printed {
  readonly name: string;
  readonly identifiers: readonly Identifier[];
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
}

/** One institution of those that a text names. */
export interface Reading {
  readonly name: string;
  readonly folded: string;
  readonly acronym?: string;
  readonly countryCode?: string;
}

export class Readings {
  readonly #ofText = new Map<string, readonly Reading[]>();

  /** At least one. A record with an identifier names one institution, and by its name unless an address follows. */
  of({ name, identifiers, countryCode }: Printed): readonly Reading[] {
    const found = this.#ofName(name);
    const [first = { name, folded: foldInstitution(name) }] = found;
    if (identifiers.length === 0) {
      return countryCode === undefined ? found : found.map((reading) => ({ ...reading, countryCode }));
    }
    const told = countryCode ?? first.countryCode;
    const country = told === undefined ? {} : { countryCode: told };
    if (first.countryCode !== undefined) return [{ ...first, ...country }];
    const whole = name.trim().replace(/\s+/g, ' ');
    return [{ name: whole, folded: foldInstitution(whole), ...country }];
  }

  #ofName(name: string): readonly Reading[] {
    const known = this.#ofText.get(name);
    if (known !== undefined) return known;
    const read = institutionsIn(name).map(({ acronym, ...printed }): Reading => ({
      ...printed,
      folded: foldInstitution(printed.name),
      ...(acronym === undefined ? {} : { acronym: foldInstitution(acronym) }),
    }));
    const whole = read.length === 0 ? [{ name, folded: foldInstitution(name) }] : read;
    this.#ofText.set(name, whole);
    return whole;
  }
}

/** One text for one printing, so that each is worked on once however often it stands in the input. */
export function printingKey({ name, identifiers, countryCode }: Printed): string {
  if (identifiers.length === 0) return countryCode === undefined ? name : `${name}\t${countryCode}`;
  return `${name}\t${countryCode ?? ''}\t${identifiers.map(identifierText).join('\t')}`;
}
