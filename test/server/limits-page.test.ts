// docs/limits.md, held against the code: its table is the table of limits, its formula gives the real prices.

import { readFileSync } from 'node:fs';

import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import { schema } from '../../src/schema/index.ts';
import { createHandler, LIMIT_NAMES, limitFlag, LIMITS, limitVariable } from '../../src/server/index.ts';
import { questionsOf } from '../support/readme-questions.ts';
import { ask, post, samplePage } from '../support/server.ts';

const page = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
const handler = createHandler(await openCorpus({ paths: [samplePage] }));

async function priced(document: string): Promise<unknown> {
  const response = await post(handler, JSON.stringify({ query: document }));
  return ((await response.json()) as { extensions?: { cost: { requested: number } } }).extensions?.cost.requested;
}

test('its table tells every limit with its flag, variable, default, meaning and code', () => {
  const rows = [
    ...page.matchAll(/^\| `(\w+)` +\| `(--[\w-]+)` +\| `([A-Z_]+)` +\| (\d+) +\| (.*?) +\| `([A-Z_]+)` +\|$/gm),
  ];
  expect(rows.map(([, ...cells]) => cells)).toEqual(
    LIMIT_NAMES.map((name) => {
      const { default: value, what, code } = LIMITS[name];
      return [name, limitFlag(name), limitVariable(name), String(value), what, code];
    }),
  );
});

test('its example costs what it says', async () => {
  const [, document = '', cost] = /So `(.*?)` costs .* = (\d+)\./.exec(page) ?? [];
  expect(await priced(document)).toBe(Number(cost));
});

test('its question has its answer', async () => {
  const questions = questionsOf(page);
  expect(questions).toHaveLength(1);
  for (const { document, answer } of questions) expect(await ask(handler, document)).toEqual(answer);
});

test('it tells what introspection costs, which is allowed', async () => {
  expect(page).toContain('about 51,000 points');
  const cost = await priced(getIntrospectionQuery());
  expect(Math.round(Number(cost) / 1000)).toBe(51);
});

test('it names every field that has a price', () => {
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap((type) => ('getFields' in type ? Object.values(type.getFields()) : []));
  const withPrice = fields.filter(({ extensions }) => {
    const { cost } = extensions as { cost?: { price?: unknown } }; // as src/schema/cost declares it
    return cost?.price !== undefined;
  });
  const [told = ''] = /^- \*\*The price\*\*.*$/m.exec(page) ?? [];
  const named = [...told.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(new Set(named.filter((name) => name !== 'filter'))).toEqual(new Set(withPrice.map(({ name }) => name)));
});
