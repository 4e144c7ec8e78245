/**
 * The line of authors: `Ada Byron, Wei Wang, Jr. et al. · deepmind, stanford`.
 *
 * A page marks nothing, so whether a paragraph is a line of authors is seen by its shape alone: short parts between
 * commas whose words begin like names. An abstract fails that at its first sentence.
 */
import { foldName, isGroupName, isNameSuffix } from '../../model/index.ts';

export interface AuthorLine {
  /** People, in the order printed. */
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly institutions: readonly string[];
  /** The list ends in "et al.". */
  readonly isCut: boolean;
  /** Parts of the list that hold no letter, so no name. */
  readonly nameless: readonly string[];
}

const LONGEST_NAME_WORDS = 7;
const LONGEST_GROUP_WORDS = 12;
const CUT = /(?:^|\s)(?:et\.? al\.?|and others|…|\.\.\.)$/i;
const INSTITUTIONS = /(?:^|\s)·(?:\s|$)/u;
const LETTER = /\p{L}/u;
const PARTICLES = new Set(
  'af al av ben bin bint da das de degli del della den der des di do dos du e el ibn la las le lo los of ten ter tot und van vande vander vom von y zu zum zur'.split(
    ' ',
  ),
);
const ELIDED = /^(?:d|l|t|dell|al|el|ul|an|as)['’‘-]\p{L}/u;
const SENTENCE_END = /[。！？?!]$|\p{Ll}{2}\.$/u;
const NO_NAME = /[\d?!;:=<>{}[\]|/\\@#"“”]/u;

export function parseAuthorLine(text: string): AuthorLine {
  const [list = '', ...after] = text.split(INSTITUTIONS);
  const parts = partsOf(list);
  const names = withSuffixes(parts.names);
  const named = names.filter((name) => LETTER.test(name));
  return {
    people: named.filter((name) => !isGroupName(name)),
    groups: unique(named.filter((name) => isGroupName(name))),
    institutions: unique(after.flatMap((institutions) => commaSeparated(institutions))),
    isCut: parts.isCut,
    nameless: names.filter((name) => !LETTER.test(name)),
  };
}

/**
 * Whether a paragraph that stands where authors belong is a line of authors: none of its parts is a sentence, and at
 * least half are names. So one name in lower case does not cost the others.
 */
export function isAuthorLine(text: string, owner: string | undefined): boolean {
  const { names, hasSentence, nameCount, line } = shapeOf(text);
  if (names.length === 0) return line.isCut || line.institutions.length > 0;
  if (hasSentence) return false;
  return nameCount * 2 >= names.length || isOn(line, owner);
}

/** Whether a text is a line of authors wherever it stands: every part of it is a name, and it is not one word. */
export function isCertainAuthorLine(text: string): boolean {
  const { names, hasSentence, nameCount } = shapeOf(text);
  return text.includes(' ') && names.length > 0 && !hasSentence && nameCount === names.length;
}

/** Where a person is on a line, or -1. */
export function placeOf(person: string, people: readonly string[]): number {
  const folded = foldName(person);
  return people.findIndex((name) => foldName(name) === folded);
}

function shapeOf(text: string): {
  names: readonly string[];
  hasSentence: boolean;
  nameCount: number;
  line: AuthorLine;
} {
  const line = parseAuthorLine(text);
  const names = [...line.people, ...line.groups];
  return { names, hasSentence: names.some(isSentence), nameCount: names.filter(isNameLike).length, line };
}

function isOn(line: AuthorLine, owner: string | undefined): boolean {
  return owner !== undefined && placeOf(owner, line.people) >= 0;
}

function partsOf(list: string): { names: string[]; isCut: boolean } {
  let isCut = false;
  const names: string[] = [];
  for (const part of commaSeparated(list)) {
    const name = part.replace(CUT, '').trim();
    if (name !== part) isCut = true;
    if (name !== '') names.push(name);
  }
  return { names, isCut };
}

function withSuffixes(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (const part of parts) {
    const before = names.at(-1);
    if (before !== undefined && isNameSuffix(part)) names[names.length - 1] = `${before}, ${part}`;
    else names.push(part);
  }
  return names;
}

// Too many words, or a full stop after a word that is no initial: text, not a name.
function isSentence(name: string): boolean {
  const words = name.split(' ');
  if (words.length > (isGroupName(name) ? LONGEST_GROUP_WORDS : LONGEST_NAME_WORDS)) return true;
  const last = words.at(-1) ?? '';
  return SENTENCE_END.test(last.slice(-5)) && !isNameSuffix(last);
}

function isNameLike(name: string): boolean {
  const words = name.replace(/,/g, '').split(' ');
  if (isGroupName(name)) return isNameWord(words[0] ?? '') || words[0] === 'the';
  return words.every((word) => isNameSuffix(word) || isNameWord(word)) && !words.every((word) => PARTICLES.has(word));
}

// A word without letter case (王, علي) counts as capital.
function isNameWord(word: string): boolean {
  if (NO_NAME.test(word)) return false;
  if (PARTICLES.has(word) || ELIDED.test(word)) return true;
  const first = LETTER.exec(word)?.[0];
  return first === undefined ? /^[-–&.]$/u.test(word) : !/\p{Ll}/u.test(first);
}

function commaSeparated(text: string): string[] {
  return text
    .split(/[,，]/u)
    .map((part) => part.trim())
    .filter(Boolean);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
