/** An author field: the people as they would be printed, the groups among them, and whether the list was cut. */
import { withoutEnd } from '../text/without-end.ts';
import { isGroupName, isNameSuffix } from '../../model/index.ts';
import { ACCENTS } from '../text/latex-tables.ts';
import { decodeLatex } from '../text/latex.ts';
import { plainText } from '../text/markup.ts';

import { isBraced, readName, splitAtCommas, splitNames } from './names.ts';

export interface AuthorsRead {
  /** `Given von Family, Jr.`, in the order printed. */
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly isComplete: boolean;
  /** Names that do not follow the rules, as they stand. */
  readonly damaged: readonly string[];
}

const OTHERS = /^(?:\{?others\}?|et\.?\s*al\.?|\{et\.?\s*al\.?\}|\.\.\.|\\l?dots|…)$/i;
const ET_AL_BEHIND = /[\s,~]+(?:et\.?[\s~]+al\.?|\{et\.?[\s~]+al\.?\})$/i;
const EXTENDED = /^"?\s*(?:family|given|prefix|suffix|(?:family|given|prefix|suffix)-i|id|useprefix)\s*=/i;
const INITIALS = /^(?:\p{Lu}\p{Ll}{0,2}\.?[\s-]*)+$/u;
const INITIALS_THEN_FAMILY = /^(?:\p{Lu}\.[\s~-]*)+\p{L}[^\s~.,]+$/u;
/** An "and" with nobody before or behind it. */
const LONE_AND = /^and\s+|\s+and$/gi;
const ENDS_IN_COMMAND = /\\([A-Za-z]+)$/;

/** Reads the value of `author = …`. */
export function readAuthors(list: string): AuthorsRead {
  const people: string[] = [];
  const groups: string[] = [];
  const damaged: string[] = [];
  let isComplete = true;
  const names = namesOf(markedUp(list.trim()).replace(LONE_AND, ''));
  const parted = names.flatMap(partsAtSemicolons);
  if (parted.length > names.length) damaged.push(list.trim());
  for (const [index, name] of parted.entries()) {
    if (OTHERS.test(name) && index > 0) {
      isComplete = false;
      continue;
    }
    const listed = withoutEnd(name, ET_AL_BEHIND);
    if (listed !== name) isComplete = false;
    if (isGroup(listed)) groups.push(plain(listed));
    else if (EXTENDED.test(listed)) people.push(printExtended(listed));
    else {
      const parts = splitAtCommas(listed).filter((part) => part.trim() !== '');
      const isList = parts.length > 3 || (parts.length > 1 && parts.every(isInitialsThenFamily));
      if (isList) damaged.push(listed);
      for (const one of isList ? severalNames(parts) : [listed]) {
        const printed = printName(one);
        if (isGroupName(printed) && !isNameOfOnePerson(one)) groups.push(printed);
        else people.push(printed);
      }
    }
  }
  return { people: people.filter(hasLetter), groups: groups.filter(hasLetter), isComplete, damaged };
}

/** The text of a value: LaTeX decoded, white space collapsed. */
export function plain(value: string): string {
  return decodeLatex(value).replace(/\s+/g, ' ').trim();
}

/** Entities of HTML (`M&uuml;ller`) are none of BibTeX's, but web pages export them. */
function markedUp(list: string): string {
  return /&#?\w+;/.test(list) ? plainText(list) : list;
}

const isInitialsThenFamily = (part: string): boolean => INITIALS_THEN_FAMILY.test(part.trim());

const hasLetter = (name: string): boolean => /[\p{L}\p{N}]/u.test(name);

/** Some exporters put the whole list in one more pair of braces: a list of `Family, Given` is no organisation. */
function namesOf(list: string): string[] {
  const names = splitNames(list);
  const [only] = names;
  if (names.length !== 1 || only === undefined || !isBraced(only)) return names;
  const inner = splitNames(only.slice(1, -1));
  return inner.length > 1 && inner.every((name) => splitAtCommas(name).length === 2) ? inner : names;
}

/** "Byron, A.; Babbage, C.": a list as other programs write it. (A character by its number ends in `;`, too.) */
function partsAtSemicolons(name: string): string[] {
  if (!name.includes(';') || /[{}]|&#?\w+;/.test(name)) return [name];
  return name
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A name wholly in braces is an organisation; a single special character in braces is a letter. */
function isGroup(name: string): boolean {
  return isBraced(name);
}

/** "Team, Anna" is a family name, whatever it means: the comma says so. */
function isNameOfOnePerson(name: string): boolean {
  const [family, given] = splitAtCommas(name);
  return given !== undefined && !/\b(?:collaboration|consortium|consortia)\b/i.test(family ?? '');
}

function printName(name: string): string {
  const parts = splitAtCommas(name).map((part) => part.trim());
  const [before = '', second, third] = parts;
  // "John Smith, Jr." and "Smith, John, Jr.": BibTeX would take the suffix for a given name.
  if (parts.length === 2 && second !== undefined && isNameSuffix(second) && /[\s~]/.test(before)) {
    return withSuffix(printName(before), plain(second));
  }
  if (parts.length === 3 && second !== undefined && third !== undefined && isNameSuffix(third) && second !== '') {
    if (!isNameSuffix(second)) return withSuffix(printName(`${before}, ${second}`), plain(third));
  }
  const { first, von, last, jr } = readName(name);
  return withSuffix(plain(joined([first, von, last], parts.length > 1)), plain(jr.join(' ')));
}

/**
 * TeX takes the space behind a command for its end: `Nowak, Micha\l` has none to lose. Without a comma `Bj\o rn` is one
 * word, as TeX prints it; but no name goes on with a capital.
 */
function joined(parts: readonly (readonly string[])[], hasComma: boolean): string {
  let text = '';
  for (const part of parts.map((words) => words.join(' ')).filter((words) => words !== '')) {
    const command = ENDS_IN_COMMAND.exec(text)?.[1];
    const isEnd = command !== undefined && !ACCENTS.has(command) && (hasComma || !/^\p{Ll}/u.test(part));
    text += text === '' ? part : `${isEnd ? '{}' : ''} ${part}`;
  }
  return text;
}

function withSuffix(name: string, suffix: string): string {
  return suffix === '' ? name : `${name}, ${suffix}`;
}

/** Biblatex's `family=…, given=…, prefix=…`. */
function printExtended(name: string): string {
  const parts = new Map<string, string>();
  for (const part of splitAtCommas(name)) {
    const [, key = '', value = ''] = /^\s*"?\s*([\w-]+)\s*=\s*([^]*)$/.exec(part) ?? [];
    parts.set(key.toLowerCase(), plain(value.replace(/"\s*$/, '').replace(/^"/, '')));
  }
  const words = [parts.get('given'), parts.get('prefix'), parts.get('family')];
  return withSuffix(words.filter(Boolean).join(' '), parts.get('suffix') ?? '');
}

/** Too many commas for one name: a list that was written with commas, `A. Byron, C. Babbage` or `Byron, A., Babbage, C.`. */
function severalNames(parts: readonly string[]): string[] {
  const names = parts.map((part) => part.trim());
  if (names.every(isInitialsThenFamily)) return names;
  const isPairs = names.length % 2 === 0 && names.every((part, index) => index % 2 === 0 || INITIALS.test(part));
  if (isPairs) return names.flatMap((part, index) => (index % 2 === 0 ? [`${part}, ${names[index + 1] ?? ''}`] : []));
  if (names.every((part) => /[\s~]/.test(part))) return names;
  return [names.join(', ')];
}
