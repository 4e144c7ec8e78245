/**
 * The institutions that an affiliation names, with their country: "Department of Physics, Univ. of Cambridge, Cambridge
 * CB3 0HE, UK" is the University of Cambridge in GB. The parts are ranked by their words, the first of the highest rank
 * is the institution; a name that every city has ("Institute of Physics") keeps its city or academy beside it, so that
 * two of them are never one. What names nothing that we know keeps its whole text.
 */
import { foldText } from '../../model/index.ts';

import { campusOf, hasCampuses } from './campuses.ts';
import { trimmed, withoutNoise } from './clean.ts';
import { countryNamed, located } from './country.ts';
import { foldInstitution } from './fold.ts';
import { isGenericName, RANKS, rankOf } from './rank.ts';
import { affiliationsIn, partsOf } from './split.ts';

export interface PrintedInstitution {
  /** As printed, without department and address. */
  readonly name: string;
  /** Printed in brackets behind the name, made of its letters. */
  readonly acronym?: string;
  /** ISO 3166-1 alpha-2, where the address tells. */
  readonly countryCode?: string;
}

/** Longer texts are paragraphs, not affiliations, and are kept whole. */
const LONGEST = 2000;
const SCHOOL_OF_UNIVERSITY =
  /^(.*\S\s+univ(?:ersity|\.)(?:\s+of\s+\S+(?:\s+\S+)?)?|univ(?:ersity|\.)\s+(?:of\s+.*?\S|college\s+\S+))\s+(?:(?:graduate |medical )?school|institute (?:of|for)|faculty|department|dept\.?|college of|division|librar(?:y|ies))\b.*$/i;
const GROUP = /\b(?:group|team|unit|program|programme|facility|core|platform)\b/i;
const FEDERATION = /^university (?:london)$/;
/** What stands before "and Technology" is no name's end. */
const FIELD =
  /\b(?:science|sciences|sci|engineering|eng|medicine|arts|research|technology|technol|education|health|physics)\.?$/i;
const BOTH = /\s+(?:and|&|et|und)\s+/gi;

/** At least one institution, unless the text is blank. */
export function institutionsIn(text: string): readonly PrintedInstitution[] {
  const clean = text.length > LONGEST ? '' : withoutNoise(text);
  if (clean === '') return text.trim() === '' ? [] : [{ name: text.trim().replace(/\s+/g, ' ') }];
  const affiliations = affiliationsIn(clean);
  const found = new Map<string, PrintedInstitution>();
  for (const affiliation of affiliations) {
    const parts = partsOf(affiliation);
    // A list's remains ("fax 33 1", "Room 5") are no institution.
    const isRemains = affiliations.length > 1 && parts.every((part) => rankOf(part) < RANKS.generic);
    if (isRemains) continue;
    for (const one of namedIn(parts)) found.set(`${one.name}|${one.countryCode ?? ''}`, one);
  }
  return found.size === 0 ? [{ name: clean }] : [...found.values()];
}

function namedIn(parts: readonly string[]): readonly PrintedInstitution[] {
  const { parts: address, countryCode } = located(parts, (part) => rankOf(part) >= RANKS.generic);
  const country = countryCode === undefined ? {} : { countryCode };
  const at = bestOf(address);
  const best = address[at];
  if (best === undefined) return [{ name: parts.join(', '), ...country }];
  const both = twoNames(best);
  if (both !== undefined) {
    const [first, second] = both;
    return [
      { ...withAcronym(first), ...country },
      { ...withAcronym(second + campusBehind(second, address.slice(at + 1))), ...country },
    ];
  }
  return [{ ...named(best, at, address), ...country }];
}

// The first of the highest rank; of plain words the first alone, since the others are cities.
function bestOf(parts: readonly string[]): number {
  const ranks = parts.map(rankOf);
  const highest = Math.max(...ranks);
  return highest <= RANKS.plain && ranks[0] !== RANKS.plain ? -1 : ranks.indexOf(highest);
}

function named(
  best: string,
  at: number,
  parts: readonly string[],
): { readonly name: string; readonly acronym?: string } {
  const { name: bare, ...acronym } = withAcronym(best);
  const name = trimmed(withoutRepeatedCity(SCHOOL_OF_UNIVERSITY.exec(bare)?.[1] ?? bare));
  const before = parts[at - 1];
  const behind = parts.slice(at + 1);
  if (FEDERATION.test(foldInstitution(name)) && before !== undefined && rankOf(before) !== RANKS.department) {
    return { name: `${withAcronym(before).name}, ${name}` };
  }
  const campus = campusBehind(name, behind);
  if (campus !== '') return { name: name + campus };
  if (isStateUniversity(name) && before !== undefined && at === 1) return { name: `${before}, ${name}` };
  if (rankOf(best) === RANKS.academy) {
    const member = parts.slice(0, at).findLast((part) => rankOf(part) >= RANKS.unit && !GROUP.test(part));
    return member === undefined ? { name, ...acronym } : { name: `${withAcronym(member).name}, ${name}` };
  }
  const whole = name + enumerationBehind(name, behind);
  if (!isGenericName(name)) return { name: whole, ...acronym };
  const academy = behind.find((part) => rankOf(part) === RANKS.academy);
  const place = academy ?? behind.find((part) => rankOf(part) === RANKS.plain || rankOf(part) >= RANKS.unit);
  const isSaid = place === undefined || whole !== name || foldText(name).includes(foldText(withoutCode(place)));
  return { name: isSaid ? whole : `${name}, ${withoutCode(place)}`, ...acronym };
}

/** `Massachusetts Institute of Technology (MIT)`, `SIB Swiss Institute of Bioinformatics`. Other brackets stay: they may tell two institutions apart. */
function withAcronym(part: string): { readonly name: string; readonly acronym?: string } {
  const [, name, inside] = /^(.*\S)\s*\(([^()]*)\)?$/.exec(part) ?? [];
  if (name === undefined || inside === undefined || !/^[\p{Lu}\d][\p{L}\d&./ -]{1,15}$/u.test(inside)) {
    return withLeadingAcronym(part);
  }
  if (countryNamed(inside) !== undefined) return { name };
  if ((inside.match(/\p{Lu}/gu) ?? []).length < 2) return { name: part };
  return isMadeOf(foldText(inside), foldText(name)) ? { name, acronym: inside } : { name };
}

function withLeadingAcronym(part: string): { readonly name: string; readonly acronym?: string } {
  const [, acronym, name] = /^(\p{Lu}{3,8})\s+(\p{Lu}.*)$/u.exec(part) ?? [];
  if (acronym === undefined || name === undefined) return { name: part };
  return isMadeOf(foldText(acronym), foldText(name)) ? { name, acronym } : { name: part };
}

// Every letter begins a word of the name, in order, the first letter the first word.
function isMadeOf(acronym: string, name: string): boolean {
  if (!/^[a-z]{3,}$/.test(acronym) || name.replace(/^the /, '')[0] !== acronym[0]) return false;
  let at = 0;
  for (const word of name.split(' ')) if (word.startsWith(acronym[at] ?? ' ')) at++;
  return at === acronym.length;
}

function twoNames(part: string): readonly [string, string] | undefined {
  for (const match of part.matchAll(BOTH)) {
    const [first, second] = [part.slice(0, match.index), part.slice(match.index + match[0].length)];
    if (isWhole(first) && isWhole(second) && !FIELD.test(first)) return [first, second];
  }
  return undefined;
}

function isWhole(part: string): boolean {
  const { name } = withAcronym(part);
  return rankOf(name) >= RANKS.organization && !isGenericName(name) && name.includes(' ');
}

function campusBehind(name: string, behind: readonly string[]): string {
  // "California University" stands apart, but not before a campus of the University of California.
  const folded = foldInstitution(name);
  const base = hasCampuses(folded) ? folded : folded.replace(/^(.*) university$/, 'university $1');
  if (!hasCampuses(base)) return '';
  const campus = behind.map(withoutCode).find((part) => campusOf(base, foldText(part)) !== undefined);
  return campus === undefined ? '' : `, ${campus}`;
}

function isStateUniversity(name: string): boolean {
  return /^the state university of /i.test(name);
}

// "Institute of Optronics, System Technologies and Image Exploitation".
function enumerationBehind(name: string, behind: readonly string[]): string {
  if (!/\s(?:of|for|für)\s/.test(name)) return '';
  const end = behind.slice(0, 2).findIndex((part) => /\s(?:and|und|&)\s/.test(part));
  const list = behind.slice(0, end + 1);
  return list.some((part) => rankOf(part) !== RANKS.plain) ? '' : list.map((part) => `, ${part}`).join('');
}

function withoutRepeatedCity(name: string): string {
  const words = name.split(' ');
  return words.length > 2 && words.at(-1) === words.at(-2) ? words.slice(0, -1).join(' ') : name;
}

// "Berkeley CA 94720" is Berkeley, "D-06120 Halle" is Halle.
function withoutCode(place: string): string {
  return place
    .replace(/(?:^|\s)(?:[A-Z]{1,2}-?)?\s?\d[\dA-Z-]*/g, ' ')
    .replace(/\s[A-Z]{2}\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
