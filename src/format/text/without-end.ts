/**
 * Text without what a pattern finds at its end. The pattern, which ends in `$`, sees the last characters alone: one that
 * begins with blanks would otherwise try every blank of a long text.
 */
export function withoutEnd(text: string, pattern: RegExp): string {
  const start = Math.max(0, text.length - LONGEST_END);
  return text.slice(0, start) + text.slice(start).replace(pattern, '');
}

const LONGEST_END = 100;
