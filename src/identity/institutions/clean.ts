/** What stands in affiliations and is none: labels, e-mail addresses, remarks, the remains of markup. */
import { foldText } from '../../model/index.ts';

import { LEGAL_FORMS, SAME_WORD } from './words.ts';

/** `•`, `a)`, `[3]`, `12 ` before a capital and a comma, `a ` before a capital, a raised figure, "n/a -", "and" of a list. */
const LABEL =
  /^(?:[•*†‡§¶@#_–—-]+|\(?[a-z\d]{1,2}\)|\[\w{1,2}\]|\d{1,3}\.?(?=\s*\p{Lu}\p{L}+.*,)|[a-z]\.?\s+(?=\p{Lu}\p{L})|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|n\/a\s+-|From the\s|(?:and|AND)\s(?:the\s)?)\s*/u;
const LABELS_AT_MOST = 4;

/** The affiliation alone, blanks collapsed. May be empty. */
export function withoutNoise(text: string): string {
  let clean = text
    .replace(/#TAB#|&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/\b(?:electronic address|e[-‐]?mails?)\s?:/gi, ' ')
    .replace(/(?<![^\s(,;])[^\s@,;()]{1,80}@[^\s@,;()]{1,80}/g, ' ')
    .replace(/https?:\/\/[^\s,;]+/g, ' ')
    .replace(/,? (?:also at|associated to|now at|deceased)\b.*$/i, '')
    .replace(/ \((?:head|chair|director|PI): [^()]*\)/gi, '')
    .trim();
  for (let times = 0; times < LABELS_AT_MOST; times++) clean = clean.replace(LABEL, '');
  return trimmed(clean.replace(/\s+/g, ' '));
}

/** Without the punctuation that is left when something was cut off. */
export function trimmed(text: string): string {
  const ended = text.replace(/^[\s.,;:]+/, '').replace(/[\s,;:]+$/, '');
  const [, last] = /([^\s.]+)\.$/.exec(ended) ?? [];
  return last !== undefined && isAbbreviation(last) ? ended : ended.replace(/[\s.,;:]+$/, '');
}

function isAbbreviation(word: string): boolean {
  const folded = foldText(word);
  return folded.length === 1 || SAME_WORD.has(folded) || LEGAL_FORMS.has(folded);
}
