/**
 * Titles as MEDLINE prints them: a full stop that is the catalogue's own, brackets around a title that was translated,
 * `[Not Available]` where it was not, and now and then a tag for italics in text that should have none.
 */
import { collapse } from '../text/person-name.ts';

const TAGS = /<\/?(?:i|b|u|sub|sup|em|strong|sc)\s*>/gi;

/** The title, else the one in the paper's own language, else undefined. */
export function medlineTitle(english: string, vernacular: string): string | undefined {
  const title = plainTitle(english);
  if (title !== '' && !/^\[?not available\]?$/i.test(title)) return withoutBrackets(title);
  const original = plainTitle(vernacular);
  return original === '' ? undefined : original;
}

/** Without markup and without the catalogue's full stop; dots that mean something (`...`) stay. */
export function plainTitle(text: string): string {
  return collapse(text.replace(TAGS, '')).replace(/(?<![.\s])\.$/u, '');
}

function withoutBrackets(title: string): string {
  const inner = /^\[([^[\]]+)\]\.?$/.exec(title)?.[1];
  return inner === undefined ? title : plainTitle(inner);
}
