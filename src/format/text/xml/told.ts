/** How the mishaps of XML are told. */
import type { Problem } from '../../../model/index.ts';

export type Told = Omit<Problem, 'file'>;

export const FOUND_LENGTH = 80;

export function malformed(line: number, reason: string): Told {
  return { kind: 'malformed-record', line, message: `The record is not well-formed XML: ${reason}.` };
}

export function unopened(name: string, line: number): Told {
  const message = `</${name}> ends what never began: its opening tag is damaged or lost.`;
  return { kind: 'malformed-record', line, message, found: `</${name}>`, kept: 'nothing of what it ends' };
}

export function tooLong(line: number, limit: string): Told {
  return { kind: 'too-long', line, message: `The record has more than ${limit}.`, kept: 'nothing of the record' };
}

export function clip(text: string): string {
  const line = text
    .slice(0, FOUND_LENGTH * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= FOUND_LENGTH ? line : `${line.slice(0, FOUND_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
