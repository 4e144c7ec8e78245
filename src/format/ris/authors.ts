/** Names of RIS: `Family, Given, Suffix`, one a line; a name that ends with a comma is an organisation's. */
import { plainText } from '../text/markup.ts';
import { withoutEnd } from '../text/without-end.ts';
import { isGroupName, isNameSuffix } from '../../model/index.ts';

export interface RisAuthors {
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly isComplete: boolean;
}

const ET_AL = /[\s,;]*(?:\bet\.?\s+al\.?|\band others)$/i;

export function readRisAuthors(values: readonly string[]): RisAuthors {
  const people: string[] = [];
  const groups: string[] = [];
  let isComplete = true;
  for (const value of values.map(plainText).flatMap(severalIn)) {
    const listed = withoutEnd(value, ET_AL);
    if (listed !== value) isComplete = false;
    const name = printRisName(listed);
    if (!/[\p{L}\p{N}]/u.test(name)) continue;
    if (isRisGroup(listed)) groups.push(name);
    else people.push(name);
  }
  return { people, groups, isComplete };
}

/** `King, Martin Luther, Jr.` is printed `Martin Luther King, Jr.`. */
export function printRisName(name: string): string {
  const parts = name.split(',').map((part) => part.replace(/\s+/g, ' ').trim());
  const [family = '', ...behind] = parts;
  // "Smith,, John" has a comma too many.
  const [second = '', ...others] = behind.filter((part) => part !== '');
  // "Graham, Jr., George" is BibTeX's order, which exporters carry over.
  const isSuffixSecond = others[0] !== undefined && isNameSuffix(second) && !isNameSuffix(others[0]);
  const given = isSuffixSecond ? (others[0] ?? '') : second;
  const rest = isSuffixSecond ? [second, ...others.slice(1)] : others;
  const suffix = rest.join(' ');
  if (suffix === '' && isNameSuffix(given) && (family.includes(' ') || parts[1] === '')) return `${family}, ${given}`;
  const printed = [given, family].filter((part) => part !== '').join(' ');
  return suffix === '' ? printed : `${printed}, ${suffix}`;
}

/** `World Health Organization,` as EndNote writes it, or a name that says it is one. */
export function isRisGroup(name: string): boolean {
  const trimmed = name.trim();
  if (/^[^,]+,$/.test(trimmed)) return /\s/.test(trimmed);
  const [family = '', given] = trimmed.split(',');
  if (given !== undefined && !/\b(?:collaboration|consortium|consortia)$/i.test(family.trim())) return false;
  return isGroupName(printRisName(trimmed));
}

/** Some exporters put the whole list on one line. */
function severalIn(value: string): string[] {
  if (value.includes(';'))
    return value
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const parts = value.split(/\s+and\s+/i);
  return parts.length > 1 && parts.every((part) => part.includes(',')) ? parts : [value];
}
