/**
 * Names in MEDLINE's parts, put together in reading order: `King` + `Martin Luther` + `Jr` is `Martin Luther King, Jr`.
 */
import { isNameSuffix } from '../../model/index.ts';

const ET_AL = /^[[(]?\s*(?:et\s*\.?\s*al(?:ii|ia|\b)|and others\b)[.\])\s]*$/i;
const INITIALS = /^\p{Lu}{1,4}(?:-\p{Lu}{1,2})?$/u;

export interface NameInParts {
  readonly family: string;
  readonly given?: string | undefined;
  readonly suffix?: string | undefined;
}

/** Whether what stands in a person's place says that the list goes on. */
export function isEtAl(name: string): boolean {
  return ET_AL.test(name.trim());
}

/** The name for display. A comma within a part would read as another order of names, so it goes. */
export function nameOfParts({ family, given = '', suffix = '' }: NameInParts): string {
  const name = collapse(`${given.replaceAll(',', ' ')} ${family.replaceAll(',', ' ')}`);
  const tail = collapse(suffix.replaceAll(',', ' '));
  if (tail === '') return name;
  return isNameSuffix(tail) && name !== '' ? `${name}, ${tail}` : collapse(`${name} ${tail}`);
}

/** `Long, Vicky` or `King, Martin Luther Jr`; a name without a comma is one word or a mononym as it stands. */
export function nameOfFullAuthor(text: string): string {
  const [family = '', ...rest] = text.split(',').map(collapse);
  if (rest.length === 0) return family;
  const words = rest
    .filter((part) => !isNameSuffix(part))
    .join(' ')
    .split(' ');
  const printedSuffix = rest.find((part) => isNameSuffix(part));
  const last = words.at(-1) ?? '';
  const suffix = printedSuffix ?? (words.length > 1 && isNameSuffix(last) ? words.pop() : undefined);
  return nameOfParts({ family, given: words.join(' '), suffix });
}

/** `Long V`, `van der Berg PJ`, `King ML Jr`: initials after the family name, one letter each. */
export function nameOfShortAuthor(text: string): string {
  if (text.includes(',')) return nameOfFullAuthor(text);
  const words = collapse(text).split(' ');
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && isNameSuffix(last) ? words.pop() : undefined;
  const initials = words.at(-1) ?? '';
  if (words.length < 2 || !INITIALS.test(initials)) return collapse(text);
  return nameOfParts({ family: words.slice(0, -1).join(' '), given: spacedInitials(initials), suffix });
}

/** `PM` → `P M`: what MEDLINE runs together are separate names. */
export function spacedInitials(initials: string): string {
  return INITIALS.test(initials) ? [...initials.replaceAll('-', '')].join(' ') : initials;
}

export function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
