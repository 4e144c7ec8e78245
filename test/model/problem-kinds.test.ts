import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { PROBLEM_KINDS } from '../../src/model/index.ts';

test('every kind of problem stands in docs/errors.md with its sentence, and no other', () => {
  const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const table = page.slice(page.indexOf('## Problems of the input'));
  const rows = [...table.matchAll(/^\| `([a-z-]+)` +\| (.+?) +\|$/gm)].map(([, kind, meaning]) => [kind, meaning]);
  expect(Object.fromEntries(rows)).toEqual(PROBLEM_KINDS);
});
