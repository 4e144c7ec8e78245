/**
 * Names by BibTeX's own rules (Oren Patashnik, "Designing BibTeX Styles", 1988, §4; the corner cases follow btxbst.web
 * as bibtexparser's tests state them): `and` at brace depth 0 parts people; commas part `von Last, Jr, First`; else the
 * words that begin in lower case are the von part. Braces hide what they hold from all of it.
 */

/** The words of a name, in the order of their parts, with their LaTeX. */
export interface NameWords {
  readonly first: readonly string[];
  readonly von: readonly string[];
  readonly last: readonly string[];
  readonly jr: readonly string[];
}

const AND = /\sand\s/i;
const AND_AT = /\s+and(?=\s)/iy;
const SPECIAL_LETTERS = new Map([
  ['o', 'lower'],
  ['l', 'lower'],
  ['oe', 'lower'],
  ['ae', 'lower'],
  ['aa', 'lower'],
  ['ss', 'lower'],
  ['i', 'lower'],
  ['j', 'lower'],
  ['O', 'upper'],
  ['L', 'upper'],
  ['OE', 'upper'],
  ['AE', 'upper'],
  ['AA', 'upper'],
]);

/** Parts a list of people at each `and` outside braces: `splitNames('Ada Byron and {Babbage and Sons}')` has two. */
export function splitNames(list: string): string[] {
  const text = list.trim();
  if (text === '') return [];
  if (!AND.test(text)) return [text];
  if (!text.includes('{'))
    return text
      .split(/\s+and(?=\s)/i)
      .map(trimmed)
      .filter(isNotEmpty);
  const names: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125) depth = Math.max(0, depth - 1);
    else if (depth === 0 && code <= 32) {
      AND_AT.lastIndex = at;
      if (AND_AT.test(text)) {
        names.push(text.slice(start, at));
        at = AND_AT.lastIndex - 1;
        start = at + 1;
      } else while (text.charCodeAt(at + 1) <= 32) at++;
    }
  }
  names.push(text.slice(start));
  return names.map(trimmed).filter(isNotEmpty);
}

/** Sorts the words of one name into its parts. */
export function readName(name: string): NameWords {
  const sections = sectionsOf(balanced(name.trim()));
  while (sections.length > 1 && sections.at(-1)?.length === 0) sections.pop();
  const [before = [], middle = [], ...rest] = sections;
  if (sections.length === 1) return { ...firstVonLast(before), jr: [] };
  if (sections.length === 2) return { ...vonLast(before), first: middle, jr: [] };
  return { ...vonLast(before), first: rest.flat(), jr: middle };
}

/** Whether a name is one group in braces: an organisation, or a name that its writer wants left alone. */
export function isBraced(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}') || name.charAt(1) === '\\') return false;
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0 && at < name.length - 1) return false;
  }
  return depth === 0;
}

/** Splits at commas outside braces. The comma of `\,` is a thin space. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92 && text.charCodeAt(at + 1) === 44) at++;
    else if (code === 123) depth++;
    else if (code === 125) depth--;
    else if (code === 44 && depth <= 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

const trimmed = (text: string): string => text.trim();
const isNotEmpty = (text: string): boolean => text !== '';

/** Braces that do not balance are taken to hold the word they stand in, as non-strict readers do. */
function balanced(name: string): string {
  if (!/[{}]/.test(name)) return name;
  let text = name;
  let depth = 0;
  let wordStart = 0;
  let at = 0;
  let missing = '';
  for (const character of name) {
    if (character === '{') depth++;
    else if (character === '}') {
      if (depth > 0) depth--;
      else missing += '{';
    } else if (depth === 0 && missing === '' && /[\s,~]/.test(character)) wordStart = at + 1;
    at += character.length;
  }
  if (missing !== '') text = text.slice(0, wordStart) + missing + text.slice(wordStart);
  return text + '}'.repeat(depth);
}

/** The words between the commas. */
function sectionsOf(name: string): string[][] {
  if (!/[{\\]/.test(name)) return name.split(',').map((part) => part.split(/[\s~]+/).filter(isNotEmpty));
  return splitAtCommas(name).map(wordsOf);
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? 32 : text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125) depth--;
    else if ((code <= 32 || code === 126 || code === 160) && (depth <= 0 || at === text.length)) {
      const isEscaped = code === 126 && text.charCodeAt(at - 1) === 92;
      if (isEscaped) continue;
      if (at > start) words.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return words;
}

/** `First von Last`: von goes from the first to the last word in lower case, but never takes the last word. */
function firstVonLast(words: readonly string[]): Omit<NameWords, 'jr'> {
  const beforeLast = words.slice(0, -1);
  const vonStart = beforeLast.findIndex(isLower);
  if (vonStart < 0) return { first: beforeLast, von: [], last: words.slice(-1) };
  const vonEnd = beforeLast.findLastIndex(isLower) + 1;
  return { first: words.slice(0, vonStart), von: words.slice(vonStart, vonEnd), last: words.slice(vonEnd) };
}

/** `von Last`: von is everything up to the last word in lower case, but never takes the last word. */
function vonLast(words: readonly string[]): Pick<NameWords, 'von' | 'last'> {
  const vonEnd = words.slice(0, -1).findLastIndex(isLower) + 1;
  return { von: words.slice(0, vonEnd), last: words.slice(vonEnd) };
}

/** A word is as its first letter outside braces; a special character (`{\'e}`) counts as the letter it makes. */
function isLower(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const character = word.charAt(at);
    if (character === '{') {
      if (word.charAt(at + 1) === '\\') return caseOfSpecial(word.slice(at + 1)) === 'lower';
      at = endOfGroup(word, at);
    } else if (/\p{L}/u.test(character)) return /\p{Ll}/u.test(character);
    else if (/[\ud800-\udbff]/.test(character)) at++;
  }
  return false;
}

function caseOfSpecial(text: string): string | undefined {
  const command = /^\\([A-Za-z]+)/.exec(text)?.[1];
  const known = command === undefined ? undefined : SPECIAL_LETTERS.get(command);
  if (known !== undefined) return known;
  const letter = /[A-Za-z]|\p{L}/u.exec(text.slice(command === undefined ? 2 : command.length + 1))?.[0];
  const first = letter ?? command ?? '';
  return first === '' ? undefined : /^\p{Ll}/u.test(first) ? 'lower' : 'upper';
}

function endOfGroup(word: string, start: number): number {
  let depth = 0;
  for (let at = start; at < word.length; at++) {
    if (word.charAt(at) === '{') depth++;
    else if (word.charAt(at) === '}' && --depth === 0) return at;
  }
  return word.length;
}
