/**
 * Names as printed: how they fold to be compared, and how they split to be sorted.
 *
 * Folding transliterates with any-ascii (ISC, no dependency), so `Клементина`, `Clémentine` and `clementine` meet in
 * the letters a searcher would type.
 */
import anyAscii from 'any-ascii';

/** The parts of a name that a list sorts by, as printed. A single name is all family. */
export interface NameParts {
  readonly family: string;
  readonly given: string;
  readonly suffix?: string;
}

const APOSTROPHES = /['’‘ʼʻ`´ʹ]/gu;
const NOT_ASCII = /[^\0-\x7f]/;
const ASCII_APOSTROPHES = /['`]/g;
const ASCII = /^[\x20-\x7e]*$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|2nd|3rd)\.?$/i;
const PARTICLE =
  /^(?:af|al|ben|bin|da|das|de|del|della|den|der|des|di|do|dos|du|el|la|le|ten|ter|van|vom|von|zu|zum|zur)$/;
const GROUP = /\b(?:collaborations?|consortium|consortia|group|team|working group|task force)\s*\)?$/i;

/**
 * Folds any text for comparison: transliterated to ASCII, lower case, apostrophes dropped, every other punctuation a
 * space, spaces collapsed. `foldText('Maslow’s Hammer: Über')` is `maslows hammer uber`. Text of which nothing would
 * be left comes back in lower case, so that two different texts never fold to the same emptiness.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return foldAscii(text);
  const plain = text.normalize('NFKC').replace(APOSTROPHES, '');
  // Most text is ASCII already, and any-ascii takes it letter by letter.
  const ascii = NOT_ASCII.test(plain) ? anyAscii(plain).replace(APOSTROPHES, '') : plain;
  const folded = words(ascii).join(' ');
  return folded === '' ? plain.trim().toLowerCase() : folded;
}

// What transliteration and normalisation leave as it is, which most text is.
function foldAscii(text: string): string {
  const plain = text.replace(ASCII_APOSTROPHES, '');
  const folded = words(plain).join(' ');
  return folded === '' ? plain.trim().toLowerCase() : folded;
}

/**
 * Folds a name for comparison, in given–family order whichever way it was printed: `foldName('Saxe, Andrew')` and
 * `foldName('ANDREW SAXE')` are both `andrew saxe`.
 */
export function foldName(name: string): string {
  return foldText(inGivenFamilyOrder(name));
}

/** Splits a printed name: `Peter E. van der Berg Jr.` → family `van der Berg`, given `Peter E.`, suffix `Jr.`. */
export function splitName(name: string): NameParts {
  const parts = inGivenFamilyOrder(name).split(/\s+/u).filter(Boolean);
  const last = parts.at(-1);
  const suffix = parts.length > 2 && last !== undefined && SUFFIX.test(last) ? parts.pop() : undefined;
  const comma = /^([^,]+),\s*\S/u.exec(name);
  const printedFamily = comma?.[1]?.trim();
  let familyStart = Math.max(0, parts.length - 1);
  if (printedFamily !== undefined && !SUFFIX.test(name.slice(comma?.[1]?.length ?? 0).replace(/^,\s*/u, ''))) {
    familyStart = Math.max(0, parts.length - printedFamily.split(/\s+/u).length);
  } else {
    while (familyStart > 1 && PARTICLE.test(parts[familyStart - 1] ?? '')) familyStart--;
  }
  return {
    family: parts.slice(familyStart).join(' '),
    given: parts.slice(0, familyStart).join(' '),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** What a list of people sorts by: folded family name, then folded given names and suffix. */
export function nameSortKey(name: string): readonly [family: string, given: string] {
  const parts = splitName(name);
  return [foldText(parts.family), foldText(`${parts.given} ${parts.suffix ?? ''}`)];
}

/** Whether a printed "author" is a group ("The ATLAS Collaboration"), which is nobody's coauthor. */
export function isGroupName(name: string): boolean {
  return GROUP.test(name.trim()) && /\s/u.test(name.trim());
}

/** Whether a part of a comma-separated author list is the suffix of the name before it (`Jr.`, `III`). */
export function isNameSuffix(part: string): boolean {
  return SUFFIX.test(part.trim());
}

function inGivenFamilyOrder(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const [family, ...rest] = parts.filter(Boolean);
  if (family === undefined) return name.trim();
  const given = rest.filter((part) => !SUFFIX.test(part));
  const suffixes = rest.filter((part) => SUFFIX.test(part));
  return [...given, family, ...suffixes].join(' ');
}

function words(ascii: string): string[] {
  return ascii
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
