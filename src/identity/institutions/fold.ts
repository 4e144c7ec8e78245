/**
 * The form in which institutions' names are compared: abbreviations spelt out, small words and legal forms left out,
 * "Cambridge University" turned into "University of Cambridge", a campus set apart or on in one way. Folding what is
 * folded changes nothing. Costs one pass for each of a few rounds.
 */
import { foldText, remembered } from '../../model/index.ts';

import { APART } from './apart.ts';
import { campusOf } from './campuses.ts';
import { LEGAL_FORMS, SAME_CITY, SAME_WORD, SMALL_WORDS } from './words.ts';

const ROUNDS = 4;
const REMEMBERED = 50_000;

/** `foldInstitution('The Univ. of Cambridge')` and `foldInstitution('Cambridge University')` are `university cambridge`. */
export const foldInstitution = remembered(withoutSpelling, { most: REMEMBERED, longest: Infinity });

function withoutSpelling(name: string): string {
  const lettersTogether = name.replace(/\b(\p{L})\s*&(?:amp;)?\s*(\p{L})\b/gu, '$1$2').replace(/&(?:amp;)?/g, ' and ');
  let folded = foldText(lettersTogether);
  for (let round = 0; round < ROUNDS; round++) {
    const again = foldedOnce(folded);
    if (again === folded) break;
    folded = again;
  }
  return folded;
}

function foldedOnce(folded: string): string {
  const words = initialsTogether(folded.replaceAll(/\ba and m\b/g, 'am').split(' '))
    .flatMap((word) => (SAME_WORD.get(word) ?? SAME_CITY.get(word) ?? word).split(' '))
    .filter((word) => !SMALL_WORDS.has(word));
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  // Text of nothing but such words is compared as it is.
  return words.length === 0 ? folded : withCampus(universityFirst(spelledOut(words))).join(' ');
}

// "U.C.L.A." and "UCLA", "U. S. Geological Survey" and "US Geological Survey".
function initialsTogether(words: readonly string[]): string[] {
  const together: string[] = [];
  let run = '';
  for (const word of [...words, '']) {
    if (/^[a-z]$/.test(word)) {
      run += word;
      continue;
    }
    if (run !== '') together.push(run);
    run = '';
    if (word !== '') together.push(word);
  }
  return together;
}

// "UC Davis", where there is such a campus.
function spelledOut(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words;
  const isCampus = first === 'uc' && campusOf('university california', rest.join(' ')) !== undefined;
  return isCampus ? ['university', 'california', ...rest] : words;
}

function universityFirst(words: readonly string[]): readonly string[] {
  const at = words.indexOf('university');
  if (at < 1 || words.lastIndexOf('university') !== at) return words;
  const [before, after] = [words.slice(0, at), words.slice(at + 1)];
  const turned = ['university', ...before];
  if (after.length === 0 || after.join(' ') === 'hospital') {
    return APART.has(before.join(' ')) ? words : ['university', ...after, ...before];
  }
  return campusOf(turned.join(' '), after.join(' ')) === undefined ? words : [...turned, ...after];
}

function withCampus(words: readonly string[]): readonly string[] {
  for (let count = 1; count <= Math.min(3, words.length - 2); count++) {
    const base = words.slice(0, -count);
    const meant = campusOf(base.join(' '), words.slice(-count).join(' '));
    if (meant !== undefined) return [...base, ...meant.split(' ')];
  }
  return words;
}
