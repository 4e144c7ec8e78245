/** Where an affiliation falls apart: into several affiliations, and each into its parts. */
import { foldText } from '../../model/index.ts';

import { trimmed } from './clean.ts';
import { RANKS, rankOf } from './rank.ts';
import { LEGAL_FORMS } from './words.ts';

/** A full stop after these is no end. */
const ABBREVIATION =
  /(?:^|[\s.(])(?:univ|inst|dept|natl|acad|tech|technol|hosp|polytech|sci|res|lab|labs|ctr|coll|med|eng|comput|math|phys|electr|sch|dip|dipto|prof|str|prov|calif|mass|int|nat|appl|stat|ind|div|fac|soc|telecommun|aeronaut|astronaut|electron|inf|syst|mech|astron|agric|bldg|intl|assoc|dr|st|mt|ft|ave)$/i;
const DEPARTMENT_BEFORE_NAME =
  /^((?:(?:medical |graduate )?(?:dep(?:artmen)?t|school|sch|faculty|division|institute|inst|centre|center|college|laboratory|lab|institut|fakultät|dipartimento)\b\.?) .*?),?\s(?:(?:of|at|de l|dell|der|de la)\W+)?((?:the )?(?:university|univ\.|univ|université|universidad|universidade|università) (?:of|de|di|degli|do|da) .+|universität .+)$/i;

const DEPARTMENT_AT = /^(.{0,80}\b(?:dep(?:artmen)?t|group|laboratory|lab|school)\.?) at (.*univ.*)$/i;
const LONGEST_PART = 300;

/** Several affiliations in one text: each has an address, or each an institution. Else `;` only divides parts. */
export function affiliationsIn(text: string): readonly string[] {
  const segments = text.split(';').map(trimmed).filter(Boolean);
  if (segments.length < 2) return [text];
  const complete = segments.filter((segment) => segment.includes(','));
  const isList = complete.length > 1 || segments.every((segment) => rankOf(segment) >= RANKS.organization);
  if (!isList) return [segments.join(', ')];
  return segments;
}

/** The parts of one affiliation, in order. Commas inside brackets divide nothing. */
export function partsOf(affiliation: string): readonly string[] {
  const parts: string[] = [];
  const hasBrackets = affiliation.split('(').length === affiliation.split(')').length;
  let depth = 0;
  let start = 0;
  for (let at = 0; at < affiliation.length; at++) {
    const character = affiliation[at];
    if (character === '(' && hasBrackets) depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    const length = depth === 0 ? dividerAt(affiliation, at, start) : 0;
    if (length === 0) continue;
    parts.push(affiliation.slice(start, at));
    start = at + length;
    at = start - 1;
  }
  parts.push(affiliation.slice(start));
  return withLegalForms(parts.map(trimmed).filter(Boolean)).flatMap(withoutDepartment);
}

function dividerAt(text: string, at: number, start: number): number {
  const character = text[at];
  if (character === ',' || character === ';' || character === '—') return 1;
  if ((character === '-' || character === '–') && text[at - 1] === ' ' && text[at + 1] === ' ') return 1;
  if (character !== '.' || text[at + 1] !== ' ' || !/\p{Lu}/u.test(text[at + 2] ?? '')) return 0;
  const before = text.slice(Math.max(start, at - 16), at);
  const isEnd = /\p{Ll}{4}$/u.test(before) && !ABBREVIATION.test(foldText(before));
  return isEnd && rankOf(text.slice(start, at)) >= RANKS.organization ? 1 : 0;
}

// "Bright Lights Co., Ltd., Paris" is a company in Paris.
function withLegalForms(parts: readonly string[]): string[] {
  const whole: string[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    if (before !== undefined && LEGAL_FORMS.has(foldText(part))) whole[whole.length - 1] = `${before}, ${part}`;
    else whole.push(part);
  }
  return whole;
}

// "Department of Cell Biology University of Salzburg".
function withoutDepartment(part: string): readonly string[] {
  const found = part.length > LONGEST_PART ? null : (DEPARTMENT_BEFORE_NAME.exec(part) ?? DEPARTMENT_AT.exec(part));
  const [, department, name] = found ?? [];
  return department === undefined || name === undefined ? [part] : [department, name];
}
