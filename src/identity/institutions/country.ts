/**
 * Which country an address names. Read from the end, where addresses print it: "Athens, Georgia, USA" is in the USA
 * before anybody asks what Georgia is. Where Georgia stands alone, the country needs one of its cities and the state a
 * ZIP code; else it is unknown.
 */
import { foldText } from '../../model/index.ts';

import { COUNTRY_OF, LONGEST_COUNTRY } from './country-names.ts';
import { countryOfPostalCode, countryOfRegion } from './regions.ts';

export interface Located {
  readonly countryCode?: string;
  /** The parts before the country: name and address, never empty. */
  readonly parts: readonly string[];
}

const GEORGIAN_CITY = /\b(?:tbilisi|kutaisi|batumi|abastumani)\b/;
/** Regions that addresses print before the state that claims them. */
const OWN_CODE: ReadonlyMap<string, string> = new Map([
  ['hong kong', 'HK'],
  ['hongkong', 'HK'],
  ['hong kong sar', 'HK'],
  ['hksar', 'HK'],
  ['macau', 'MO'],
  ['macao', 'MO'],
  ['taiwan', 'TW'],
]);
/** An address ends in at most this many parts that may name the country. */
const TAIL = 3;

/**
 * @param parts an affiliation's parts, as printed
 * @param isName whether a part is an institution's name, whose last word ("… of Chile") is no address
 */
export function located(parts: readonly string[], isName: (part: string) => boolean): Located {
  const last = parts.length - 1;
  for (let at = last; at >= Math.max(0, last - TAIL + 1); at--) {
    const part = parts[at] ?? '';
    const whole = wholeCountry(part, parts);
    if (whole !== undefined && at > 0) {
      return {
        countryCode: whole === 'CN' ? (ownCode(parts.slice(0, at)) ?? whole) : whole,
        parts: parts.slice(0, at),
      };
    }
    const tail = countryAtEnd(part, isName(part));
    if (tail !== undefined) return { countryCode: tail.countryCode, parts: [...parts.slice(0, at), tail.before] };
    if (at > 0 && !isName(part)) {
      const region = countryOfRegion(part);
      if (region !== undefined) return { countryCode: region, parts: parts.slice(0, at + 1) };
    }
  }
  const alone = parts.length === 1 ? wholeCountry(parts[0] ?? '', parts) : undefined;
  const countryCode = alone ?? parts.map(countryOfPostalCode).find((code) => code !== undefined);
  return { parts, ...(countryCode === undefined ? {} : { countryCode }) };
}

/** The country that a text is the name of, and nothing else. */
export function countryNamed(text: string): string | undefined {
  return COUNTRY_OF.get(foldText(text));
}

function wholeCountry(part: string, parts: readonly string[]): string | undefined {
  const name = foldText(part.replace(/(?:^|\s)[A-Z\d-]*\d[A-Z\d-]*(?=\s|$)/g, ' '));
  if (name === 'georgia' && parts.some((other) => GEORGIAN_CITY.test(foldText(other)))) return 'GE';
  return COUNTRY_OF.get(name);
}

function ownCode(parts: readonly string[]): string | undefined {
  return parts
    .slice(-2)
    .map((part) => OWN_CODE.get(foldText(part.replace(/\d+/g, ''))))
    .find((code) => code !== undefined);
}

// "Kyoto Japan", "Kusatsu-shi 525-0001 Japan", "Tsinghua University (China)".
function countryAtEnd(part: string, isName: boolean): { countryCode: string; before: string } | undefined {
  const bracket = /^(.*\S)\s*\(([^()]+)\)$/.exec(part);
  const inBrackets = bracket?.[2] === undefined ? undefined : countryNamed(bracket[2]);
  if (bracket?.[1] !== undefined && inBrackets !== undefined) return { countryCode: inBrackets, before: bracket[1] };
  const words = part.split(/\s+/);
  for (let count = Math.min(LONGEST_COUNTRY, words.length - 1); count > 0; count--) {
    const countryCode = countryNamed(words.slice(-count).join(' '));
    if (countryCode === undefined) continue;
    const before = words.slice(0, -count);
    // In a name only where the city stands twice before it: "University of Salzburg Salzburg Austria".
    const isAddress = !isName || before.at(-1) === before.at(-2) || /\d/.test(before.at(-1) ?? '');
    if (isAddress) return { countryCode, before: before.join(' ') };
  }
  return undefined;
}
