/** Names of CSL-JSON in parts, to names as they are read, and back. */
import { isGroupName, splitName } from '../../model/index.ts';
import { nameOf } from '../text/author-list.ts';
import { textIn } from '../text/json-fields.ts';
import type { JsonObject } from '../text/json-records.ts';

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly 'comma-suffix'?: boolean;
  readonly literal?: string;
}

/** A name, and whether it is a group's: a name without a family name is. */
export function nameOfCsl(name: JsonObject): { readonly text: string; readonly isGroup: boolean } {
  const [family, given, literal] = ['family', 'given', 'literal'].map((part) => textIn(name[part]));
  if (family === undefined) return { text: literal ?? given ?? '', isGroup: true };
  const particles = ['dropping-particle', 'non-dropping-particle'].flatMap((part) => textIn(name[part]) ?? []);
  const whole = nameOf(given, [...particles, family].join(' '));
  if (given === undefined && isGroupName(whole)) return { text: whole, isGroup: true };
  const suffix = textIn(name['suffix']);
  // "Jr." stands behind a comma, unless the item says that it does not.
  const isBare = suffix !== undefined && name['comma-suffix'] === false;
  return {
    text: isBare ? `${whole} ${suffix}` : nameOf(given, [...particles, family].join(' '), suffix),
    isGroup: false,
  };
}

/** The parts that read back as the name; a name that no parts give back stays whole. */
export function cslNameOf(name: string): CslName {
  const { family, given, suffix } = splitName(name);
  const parts: CslName = {
    ...(family === '' ? {} : { family }),
    ...(given === '' ? {} : { given }),
    ...(suffix === undefined ? {} : { suffix, ...(/,\s*\S+$/.test(name) ? {} : { 'comma-suffix': false }) }),
  };
  const back = nameOfCsl({ ...parts });
  return back.text === name && !back.isGroup ? parts : { family: name };
}
