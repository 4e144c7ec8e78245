/** Whether a file is BibTeX: an entry `@type{key,` that begins a line, or `@string{name =`. */
import type { Claim, FileHead } from '../format.ts';

import { ENTRY_TYPES } from './paper-type.ts';

const ENTRY = /^\uFEFF?[ \t]*@[ \t]*([A-Za-z]+)[ \t]*[{(][ \t]*([^\s,{}()="]{0,200})[ \t]*,/gm;
const DEFINITION = /^\uFEFF?[ \t]*@[ \t]*(string|preamble|comment)[ \t]*[{(]/gim;
const FIELD = /^[ \t]*,?[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*(?:["{]|[\w-]+[ \t]*[,#\r\n]|\d)/m;
const OTHERS = /^\uFEFF?\s*(?:[<[{]|TY {2}-|%[0A-Z] |FN )/;

export function sniffBibtex({ text }: FileHead): Claim | undefined {
  if (OTHERS.test(text)) return undefined;
  let known = 0;
  let unknown = 0;
  let example = '';
  for (const [, type = '', key = ''] of text.matchAll(ENTRY)) {
    if (ENTRY_TYPES[type.toLowerCase()] === undefined && !/^(?:misc|set|xdata)$/i.test(type)) unknown++;
    else if (known++ === 0) example = `@${type}{${key},`;
  }
  const definitions = Array.from(text.matchAll(DEFINITION)).length;
  if (known > 0) {
    const hasFields = FIELD.test(text) || /[{,]\s*[A-Za-z][\w-]*\s{0,20}=/.test(text);
    const entries = `${known} ${known === 1 ? 'entry' : 'entries such as'} "${example}"`;
    return { confidence: hasFields ? 0.95 : 0.7, reason: entries };
  }
  if (unknown > 0 && FIELD.test(text)) return { confidence: 0.6, reason: 'entries of an unknown type, with fields' };
  if (definitions > 0) return { confidence: 0.6, reason: '@string, @preamble or @comment at the beginning of a line' };
  return undefined;
}
