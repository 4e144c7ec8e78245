/** The few HTML tags and entities that publishers leave in the titles of formats without markup. */
const TAG = /<\/?(?:i|b|em|strong|sub|sup|tt|scp|span|italic|bold)(?:\s[^<>]{0,200})?>/gi;
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp);/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** `CO<sub>2</sub> &amp; us` is `CO2 & us`. A lone `<` stays. */
export function markupless(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text
    .replace(ENTITY, (whole, name: string) => CHARACTERS[name] ?? whole)
    .replace(TAG, '')
    .trim();
}
