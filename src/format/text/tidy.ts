/**
 * Text with its blanks collapsed to single spaces and none around it. Most text is so already and is only looked at: a
 * long one by searches for each blank, which cost a fraction of a regular expression's look at every character.
 */
const UNTIDY = /[^\S ]| {2}/;
// Single spaces, nearly all there are, match nothing.
const BLANKS = /[^\S ]\s*| \s+/g;
const LONG = 100;
// The second half cannot stand in a Latin-1 text, where the search is over before it begins.
const OTHER_BLANKS = ['\n', '\u00a0', '\t', '\r', '\f', '\v', ...'\u2003\u2002\u2009\u200a\u202f\u3000\u2028\u2029'];
const RARE_BLANKS = [
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u205f',
  '\ufeff',
];

export function tidyText(text: string): string {
  return isTidy(text) ? text : text.replaceAll(BLANKS, ' ').trim();
}

function isTidy(text: string): boolean {
  if (text.startsWith(' ') || text.endsWith(' ')) return false;
  if (text.length < LONG) return !UNTIDY.test(text);
  for (const blank of OTHER_BLANKS) if (text.includes(blank)) return false;
  for (const blank of RARE_BLANKS) if (text.includes(blank)) return false;
  return !text.includes('  ');
}
