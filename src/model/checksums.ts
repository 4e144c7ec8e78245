/** The checksums of identifiers: what is wrong with one, in words, or undefined. */

const ZERO = 0x30;

/** ISO 7064 mod 11-2, as ORCID uses it: https://support.orcid.org/hc/en-us/articles/360006897674 */
export function orcidChecksumProblem(value: string): string | undefined {
  let total = 0;
  for (let at = 0; at < value.length - 1; at++) {
    if (value[at] !== '-') total = ((total + value.charCodeAt(at) - ZERO) * 2) % 11;
  }
  const rest = (12 - total) % 11;
  const expected = rest === 10 ? 'X' : String(rest);
  const given = value.at(-1) ?? '';
  return given === expected ? undefined : `its last character is ${given}, but its checksum is ${expected}`;
}

/** ISO 7064 mod 97-10 over Crockford's base 32, as ROR uses it: https://ror.readme.io/docs/identifier */
export function rorChecksumProblem(value: string): string | undefined {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  let number = 0;
  for (const character of value.slice(1, 7)) number = number * 32 + alphabet.indexOf(character);
  const expected = String(98 - ((number * 100) % 97)).padStart(2, '0');
  const given = value.slice(7);
  return given === expected ? undefined : `it ends in ${given}, but its checksum is ${expected}`;
}

/** https://www.issn.org/understanding-the-issn/issn-uses/identification-with-the-issn/ */
export function issnChecksumProblem(value: string): string | undefined {
  const digits = value.replace('-', '');
  let total = 0;
  for (let at = 0; at < 7; at++) total += (8 - at) * Number(digits[at]);
  const rest = (11 - (total % 11)) % 11;
  const expected = rest === 10 ? 'X' : String(rest);
  const given = digits.at(-1) ?? '';
  return given === expected ? undefined : `its last character is ${given}, but its checksum is ${expected}`;
}

// Ten good digits become thirteen; bad ones stay what they are, for the check after this to name.
export function isbn13Of(digits: string): string {
  if (digits.length !== 10 || digits.at(-1) !== isbn10Check(digits)) return digits;
  const body = `978${digits.slice(0, 9)}`;
  return `${body}${isbn13Check(body)}`;
}

/** https://www.isbn-international.org/content/isbn-users-manual */
export function isbnChecksumProblem(digits: string): string | undefined {
  const expected = digits.length === 10 ? isbn10Check(digits) : isbn13Check(digits);
  const given = digits.at(-1) ?? '';
  return given === expected ? undefined : `its last character is ${given}, but its checksum is ${expected}`;
}

function isbn10Check(digits: string): string {
  let total = 0;
  for (let at = 0; at < 9; at++) total += (10 - at) * Number(digits[at]);
  const rest = (11 - (total % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}

function isbn13Check(digits: string): string {
  let total = 0;
  for (let at = 0; at < 12; at++) total += (at % 2 === 0 ? 1 : 3) * Number(digits[at]);
  return String((10 - (total % 10)) % 10);
}
