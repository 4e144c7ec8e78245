/**
 * Whether two printed names can be one person's, by their parts alone: never a reason to join anybody, often one not to.
 *
 * Parts are folded. Two names agree when their families are the same and one's given names can be the other's: each is
 * equal, an initial of it, or missing ("J. P. Eckmann", "Jean-Pierre Eckmann", "Jean Eckmann"). Hyphens and blanks in
 * given names do not count ("Yu-Ting" and "Yuting").
 */
import { foldName, foldText, remembered, splitName } from '../model/index.ts';

/** A name in folded parts. */
export interface NameForm {
  readonly family: string;
  readonly givens: readonly string[];
  /** The same without blanks, for names are compared by the million. */
  readonly given: string;
  readonly suffix: string;
}

const KEPT = { most: 200_000, longest: Infinity };

/** `foldName`, with the latest answers kept: one name is folded many times. */
export const foldedName = remembered(foldName, KEPT);

/** The parts of a printed name. The latest are kept: one name is compared many times. */
export const nameForm: (name: string) => NameForm = remembered((name) => plainForm(name) ?? splitForm(name), KEPT);

// Most names are two or three words of plain letters, of which the last is the family.
const PLAIN = /^[A-Z][a-z]+(?: [A-Z](?:[a-z]+|\.?))*$/;
const PLAIN_SUFFIX = / (?:Jr|Sr|Ii|Iii|Iv)\.?$/;

/** `foldName`, in less time for names of plain letters; nothing is kept. */
export function foldedOnce(name: string): string {
  return PLAIN.test(name) ? name.toLowerCase().replaceAll('.', '') : foldName(name);
}

function plainForm(name: string): NameForm | undefined {
  if (!PLAIN.test(name) || PLAIN_SUFFIX.test(name)) return undefined;
  const words = name.toLowerCase().replaceAll('.', '').split(' ');
  const family = words.pop() ?? '';
  return { family, givens: words, given: words.join(''), suffix: '' };
}

function splitForm(name: string): NameForm {
  const { family, given, suffix = '' } = splitName(name);
  const givens = given === '' ? '' : foldText(given);
  return {
    family: foldText(family),
    givens: givens === '' ? [] : givens.split(' '),
    given: givens.replaceAll(' ', ''),
    suffix: suffix.replace('.', '').toLowerCase(),
  };
}

/** Whether nothing in the two names speaks against one person. A single name agrees with itself only. */
export function namesAgree(one: string, other: string): boolean {
  return one === other || formsAgree(nameForm(one), nameForm(other));
}

export function formsAgree(one: NameForm, other: NameForm): boolean {
  if (one.family !== other.family && one.family.replaceAll(' ', '') !== other.family.replaceAll(' ', '')) return false;
  if (one.suffix !== '' && other.suffix !== '' && one.suffix !== other.suffix) return false;
  if (one.givens.length === 0 || other.givens.length === 0) return one.givens.length === other.givens.length;
  if (one.given === other.given) return true;
  return givensAgree(one.givens, other.givens);
}

/** Whether the given names are nothing but initials. */
export function isInitialsOnly({ givens }: NameForm): boolean {
  return givens.length > 0 && givens.every((given) => given.length === 1);
}

// The first names have to agree; of the further ones, those of the name that has fewer in their order in the other.
function givensAgree(one: readonly string[], other: readonly string[]): boolean {
  const few = one.length <= other.length ? one : other;
  const many = few === one ? other : one;
  if (!partsAgree(few[0] ?? '', many[0] ?? '')) return false;
  let at = 1;
  for (let part = 1; part < few.length; part++) {
    while (at < many.length && !partsAgree(few[part] ?? '', many[at] ?? '')) at++;
    if (at++ >= many.length) return false;
  }
  return true;
}

function partsAgree(one: string, other: string): boolean {
  return one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));
}
