/**
 * A page as paragraphs: runs of lines between blank ones. Spaces, tabs and other blanks around and within a line mean
 * nothing on these pages, so each line is trimmed and its blanks collapsed before anything looks at it.
 */
import type { Line } from '../text/lines.ts';

/** Lines without a blank one between them; never empty. */
export type Paragraph = readonly Line[];

export function tidyLine({ number, text }: Line): Line {
  return { number, text: text.split(/\s+/u).filter(Boolean).join(' ') };
}

export function paragraphsOf(lines: Iterable<Line>): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Line[] = [];
  for (const line of lines) {
    if (line.text !== '') current.push(line);
    else if (current.length > 0) {
      paragraphs.push(current);
      current = [];
    }
  }
  if (current.length > 0) paragraphs.push(current);
  return paragraphs;
}

export function textOf(paragraph: Paragraph): string {
  return paragraph.map((line) => line.text).join(' ');
}

/** The first line's number. */
export function lineOf(paragraph: Paragraph | undefined): number {
  return paragraph?.[0]?.number ?? 1;
}

/** What a problem shows of a text. */
export function excerpt(text: string): string {
  const LONGEST = 120;
  // Not between the halves of a character.
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
