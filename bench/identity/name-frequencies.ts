/**
 * Writes src/identity/people/name-frequencies.ts: how many differently named people of a collection bear a family name
 * and a given name.
 *
 *     npx tsx bench/identity/name-frequencies.ts ../shared/data/acl/xml
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { foldText } from '../../src/model/index.ts';

const LEAST = 5;
const [folder = '../shared/data/acl/xml'] = process.argv.slice(2);
const people = new Set<string>();
for (const file of readdirSync(folder)) {
  const text = readFileSync(join(folder, file), 'utf8');
  for (const [, first = '', last = ''] of text.matchAll(
    /<author[^>]*>(?:<first>([^<]*)<\/first>|<first\/>)?<last>([^<]*)<\/last>/g,
  )) {
    const given = first.split(/\s+/).find((part) => part.replace(/\W/g, '').length > 1) ?? '';
    people.add(`${foldText(last)}|${given === '' ? '' : foldText(given).replaceAll(' ', '')}`);
  }
}
const [families, givens] = [new Map<string, number>(), new Map<string, number>()];
for (const person of people) {
  const [family = '', given = ''] = person.split('|');
  families.set(family, (families.get(family) ?? 0) + 1);
  if (given !== '') givens.set(given, (givens.get(given) ?? 0) + 1);
}
writeFileSync(
  new URL('../../src/identity/people/name-frequencies.ts', import.meta.url),
  `// Written by bench/identity/name-frequencies.ts: of ${people.size} differently named authors of the ACL Anthology (May 2022), how
// many bear the family name, and how many the first given name. Those of fewer than ${LEAST} people are left out.

export const PEOPLE_COUNTED = ${people.size};

export const FAMILY_NAMES = \`${printed(families)}\`;

export const GIVEN_NAMES = \`${printed(givens)}\`;
`,
);

function printed(counts: ReadonlyMap<string, number>): string {
  const common = [...counts].filter(([name, count]) => count >= LEAST && name !== '');
  common.sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const words = common.map(([name, count]) => `${name.replaceAll(' ', '_')} ${count}`);
  const lines = [''];
  for (const word of words) {
    if ((lines.at(-1) ?? '').length + word.length > 115) lines.push('');
    lines[lines.length - 1] += lines.at(-1) === '' ? word : `, ${word}`;
  }
  return `\n${lines.join('\n')}\n`;
}
