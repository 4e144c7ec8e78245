/**
 * Text with its blanks collapsed to single spaces and none around it. Most text is so already and is only looked at: a
 * long one by searches for each blank, which cost a fraction of a regular expression's look at every character.
 */
const UNTIDY = /[^\S ]| {2}/;
// Single spaces, nearly all there are, match nothing.
const BLANKS = /[^\S ]\s*| \s+/g;
const NEWLINE = /\n/g;
const LONG = 100;
const TWO_SPACES = / {2}/;
const LATIN1_BLANKS = ['\n', '\u00a0', '\t', '\r', '\f', '\v'];
// None of them can stand in a Latin-1 text, where the search is over before it begins.
const OTHER_BLANK = /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

export function tidyText(text: string): string {
  if (isTidy(text)) return text;
  // A text laid out in lines is hardly ever untidy in another way.
  const oneLine = text.replaceAll(NEWLINE, ' ').trim();
  return isTidy(oneLine) ? oneLine : oneLine.replaceAll(BLANKS, ' ');
}

function isTidy(text: string): boolean {
  if (text.startsWith(' ') || text.endsWith(' ')) return false;
  if (text.length < LONG) return !UNTIDY.test(text);
  for (const blank of LATIN1_BLANKS) if (text.includes(blank)) return false;
  return !OTHER_BLANK.test(text) && !TWO_SPACES.test(text);
}
