/**
 * Titles and abstracts with markup in them (`<i>`, `<jats:p>`, `&amp;lt;`) to plain text. Only tags that publishers
 * use are markup: `a<b and c>d` stays.
 */
import { XHTML_ENTITIES } from './entities.ts';
import { tidyText } from './tidy.ts';

const INLINE =
  /<\/?(?:[a-z][\w-]*:[\w-]+|i|b|u|em|strong|sub|sup|inf|tt|sc|scp|small|font|italic|bold|underline|overline|roman|monospace|sans-serif|styled-content|named-content|span|xref|ext-link|a|inline-formula|tex-math|alternatives|m(?:ath|i|o|n|row|sub|sup|subsup|frac|text|space|over|under|sqrt|style|table|tr|td|fenced|underover))(?:\s[^<>]*)?\/?>/gi;
const BLOCK = /<\/?(?:jats:|[a-z]\w*:)?(?:p|br|break|div|title|sec|list|list-item|li|ul|ol)(?:\s[^<>]*)?\/?>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]\w{1,31}));/gi;

/** @param marked with its blanks collapsed, as it comes back */
export function plainText(marked: string): string {
  if (!marked.includes('<') && !marked.includes('&')) return marked;
  let text = marked;
  // Markup is sometimes escaped once more than it should be, so what comes out may be markup again.
  for (let round = 0; round < 3 && /[<&]/.test(text); round++) {
    const plain = decodeEntities(text.replaceAll(BLOCK, ' ').replaceAll(INLINE, ''));
    if (plain === text) break;
    text = plain;
  }
  return tidyText(text);
}

function decodeEntities(text: string): string {
  return text.replaceAll(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return XHTML_ENTITIES.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
