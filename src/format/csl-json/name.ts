/** Names of CSL-JSON in parts, to names as they are read, and back. */
import { isGroupName, splitName } from '../../model/index.ts';
import { nameOf } from '../text/author-list.ts';
import { textIn, textsIn } from '../text/json-fields.ts';
import type { JsonObject } from '../text/json-records.ts';

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly 'comma-suffix'?: boolean;
  readonly literal?: string;
}

/** What is elided stands close: `d'Arc`, `al-Khwarizmi`. */
const AFTER_ELISION = /(?<=['’-]) /g;

/** A name, and whether it is a group's: a name that is not in parts is. */
export function nameOfCsl(name: JsonObject): { readonly text: string; readonly isGroup: boolean } {
  const family = textIn(name['family']);
  const given = textIn(name['given']);
  const literal = textIn(name['literal']);
  if (family === undefined) return { text: literal ?? given ?? '', isGroup: literal !== undefined };
  const particles = particlesOf(name);
  const last = particles.length === 0 ? family : `${`${particles.join(' ')} `.replace(AFTER_ELISION, '')}${family}`;
  const whole = nameOf(given, last);
  if (given === undefined && isGroupName(whole)) return { text: whole, isGroup: true };
  const suffix = textIn(name['suffix']);
  // "Jr." stands behind a comma, unless the item says that it does not.
  const isBare = suffix !== undefined && name['comma-suffix'] === false;
  const text = suffix === undefined ? whole : isBare ? `${whole} ${suffix}` : nameOf(given, last, suffix);
  return { text, isGroup: false };
}

const NONE: readonly string[] = [];

function particlesOf(name: JsonObject): readonly string[] {
  const dropping = name['dropping-particle'];
  const standing = name['non-dropping-particle'];
  return dropping === undefined && standing === undefined ? NONE : textsIn([dropping, standing]);
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
