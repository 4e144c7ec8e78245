/**
 * Text with its blanks collapsed to single spaces and none around it. Most text is so already and is only looked at: a
 * short one by a regular expression, which is quicker than a loop over its letters, a long one by searches for each
 * blank, which cost a fraction of that.
 */
const UNTIDY = /[^\S ]| {2}/;
// Single spaces, nearly all there are, match nothing.
const BLANKS = /[^\S ]\s*| \s+/g;
const NEWLINE = /\n/g;
const LONG = 100;
const LATIN1_BLANKS = ['\u00a0', '\t', '\r', '\f', '\v'];
// None of them can stand in a Latin-1 text, where the search is over before it begins.
const OTHER_BLANK = /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

export function tidyText(text: string): string {
  if (text.length < LONG) return isTidy(text) ? text : text.trim().replaceAll(BLANKS, ' ');
  // A text laid out in lines is hardly ever untidy in another way.
  const oneLine = text.trim().replaceAll(NEWLINE, ' ');
  return isTidyLine(oneLine) ? oneLine : oneLine.replaceAll(BLANKS, ' ');
}

function isTidy(text: string): boolean {
  return !text.startsWith(' ') && !text.endsWith(' ') && !UNTIDY.test(text);
}

/** Of a trimmed text without line breaks. */
function isTidyLine(text: string): boolean {
  for (const blank of LATIN1_BLANKS) if (text.includes(blank)) return false;
  return !OTHER_BLANK.test(text) && !text.includes('  ');
}
