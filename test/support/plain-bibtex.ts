// BibTeX's author fields read the plain way: fields by counting braces, names by " and " and commas, TeX by its letters
// alone. It knows no von parts, no macros and no damage, and shares no code with the reader it is compared with.
import { letters } from './reader-trial.ts';

export interface PlainEntry {
  readonly line: number;
  /** By their letters, in the order printed; undefined where the field is put together of macros or is not there. */
  readonly names: readonly string[] | undefined;
}

const ENTRY = /^[ \t]*@[ \t]*(?!string|comment|preamble)\w+\s*[{(]\s*[^\s,]*\s*,/gim;
const AUTHOR = /^[ \t,]*author\s*=\s*([{"])/im;
const LETTERS: Readonly<Record<string, string>> = { ss: 'ß', aa: 'a', AA: 'A', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ' };
const OWN_LETTERS: Readonly<Record<string, string>> = {
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'i',
  j: 'j',
  TUB: 'TUGboat',
};

export function plainEntries(text: string): PlainEntry[] {
  const starts = [...text.matchAll(ENTRY)];
  let line = 1;
  let counted = 0;
  return starts.map((start, index) => {
    const body = text.slice(start.index, starts[index + 1]?.index);
    const field = AUTHOR.exec(body);
    const opened = field === null ? '' : body.slice(field.index + field[0].length);
    const value = field === null ? undefined : valueOf(opened, field[1] === '{');
    const at = start.index + start[0].indexOf('@');
    line += text.slice(counted, at).split(/\r\n|\r|\n/).length - 1;
    counted = at;
    return { line, names: value === undefined ? undefined : namesIn(value) };
  });
}

/** The value up to its closing delimiter; undefined when something is joined to it. */
function valueOf(opened: string, isBraced: boolean): string | undefined {
  let depth = 0;
  for (let at = 0; at < opened.length; at++) {
    const sign = opened.charAt(at);
    if (depth === 0 && sign === (isBraced ? '}' : '"')) {
      return /^\s*#/.test(opened.slice(at + 1)) ? undefined : opened.slice(0, at);
    }
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
  }
  return undefined;
}

function namesIn(value: string): string[] {
  const names = value.trim().split(/\s+and\s+(?![^{]*\})/i);
  return names
    .map((name) => name.trim())
    .filter((name) => name !== 'others')
    .map(inOrder)
    .filter((name) => name !== '');
}

function inOrder(name: string): string {
  const parts = /^\{[^{}]*\}$/.test(name) ? [name] : name.split(/,(?![^{]*\})/);
  const [family = '', ...rest] = parts;
  return letters(spelled([rest.at(-1), family, ...rest.slice(0, -1)].filter(Boolean).join(' ')));
}

function spelled(tex: string): string {
  return tex
    .replaceAll(
      /\\([A-Za-z]+)/g,
      (_, command: string) => LETTERS[command] ?? OWN_LETTERS[command] ?? (/[A-Z].*[A-Z]/.test(command) ? command : ''),
    )
    .replaceAll(/\\./g, '');
}
