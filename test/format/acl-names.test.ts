import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { aclNames } from '../../src/format/acl-names.ts';
import { damaged, readText } from '../support/read-text.ts';
import { sharedData } from '../support/tools.ts';

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/acl/${name}`, import.meta.url)), 'utf8');

const variants = fixture('name_variants.yaml');
const people = fixture('people.yaml');

test('reads who has several names, by the id given or the slug of the name', () => {
  const { persons, problems } = readText(aclNames, variants);
  expect(problems).toEqual([]);
  expect(persons.map(({ key, line, name, aliases }) => [key, line, name, ...aliases])).toEqual([
    ['acl:people/ada-byron', 2, 'Ada Byron', 'A. Byron', 'Ada Lovelace'],
    ['acl:people/wei-wang-gardens', 6, 'Wei Wang', 'W. Wang'],
    ['acl:people/mausam', 11, 'Mausam'],
    ['acl:people/aburaed-o-null', 12, "Abura’ed O'Null"],
  ]);
  expect(persons[0]).toEqual({
    kind: 'person',
    key: 'acl:people/ada-byron',
    line: 2,
    name: 'Ada Byron',
    aliases: ['A. Byron', 'Ada Lovelace'],
    identifiers: [{ scheme: 'ACL', value: 'ada-byron' }],
    personKeys: ['Byron, Ada', 'Byron, A.', 'Lovelace, Ada'],
  });
});

test('reads the file that replaced it', () => {
  const { persons, problems } = readText(aclNames, people);
  expect(problems).toEqual([]);
  expect(persons).toMatchObject([
    {
      key: 'acl:people/ada-byron',
      name: 'Ada Byron',
      aliases: ['Ada Lovelace'],
      identifiers: [
        { scheme: 'ACL', value: 'ada-byron' },
        { scheme: 'ORCID', value: '0000-0002-1825-0097' },
      ],
    },
    { key: 'acl:people/wei-wang-kew', name: 'Wei Wang', aliases: [] },
  ]);
});

test('takes every name for text', () => {
  const { persons } = readText(aclNames, '- canonical: {first: No, last: Null}\n- canonical: {first: 1, last: "On"}\n');
  expect(persons.map(({ name }) => name)).toEqual(['No Null', '1 On']);
});

test('loses to a broken entry only that entry', () => {
  const text = [
    '- canonical: {first: Ada, last: Byron',
    '- canonical: {first: Wei, last: Wang}',
    '- variants: []',
    '- &a [*a, *a]',
    `- canonical: {first: ${'x'.repeat(70_000)}, last: y}`,
    `- ${'['.repeat(30_000)}`,
    '- canonical: {first: Bea, last: Tree}',
    '- canonical: {first: Cut, la',
  ].join('\n');
  const { persons, problems } = readText(aclNames, text);
  expect(persons.map(({ name }) => name)).toEqual(['Wei Wang', 'Bea Tree']);
  expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
    ['malformed-record', 1],
    ['malformed-record', 3],
    ['malformed-record', 4],
    ['too-long', 5],
    ['malformed-record', 6],
    ['truncated-file', 8],
  ]);
});

test.each([
  ['name_variants.yaml', variants],
  ['people.yaml', people],
  ['a file with a mark and other line endings', `\uFEFF---\r\n${people.replaceAll('\n', '\r\n')}`],
])('recognises %s', (_, text) => {
  expect(aclNames.sniff({ name: 'x', text, isWhole: true })?.confidence).toBeGreaterThan(0.9);
});

test.each([
  '',
  'cff-version: 1.2.0\nauthors:\n  - given-names: Ada\n',
  'a:\n  names: [b]\n',
  '- canonical\n',
  '{"a": 1}',
])('leaves %j to others', (text) => {
  expect(aclNames.sniff({ name: 'people.yaml', text, isWhole: true })).toBeUndefined();
});

test.each([variants, people, people.replaceAll('\n', '\r\n')])('says the same however the text is cut', (text) => {
  const whole = readText(aclNames, text);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }), (cuts) => {
      expect(readText(aclNames, text, cuts)).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});

test.each([variants, people])('survives any damage', (text) => {
  for (let seed = 0; seed < 300; seed++) {
    const broken = damaged(text, seed);
    expect(readText(aclNames, broken, [1 + (seed % 97)])).toEqual(readText(aclNames, broken));
  }
});

test('keeps nothing of a line that never ends', () => {
  const { persons, problems } = readText(aclNames, `${'x'.repeat(3_000_000)}\n${people}`, [65_536]);
  expect(persons).toHaveLength(2);
  expect(problems).toMatchObject([{ kind: 'too-long', line: 1 }]);
});

const shared = sharedData();

describe.skipIf(shared === undefined)('real data', () => {
  test('reads the Anthology’s whole list', () => {
    const text = readFileSync(join(shared ?? '', 'acl/name_variants.yaml'), 'utf8');
    const { persons, problems } = readText(aclNames, text, [65_536]);
    expect(persons).toHaveLength(3382);
    expect(problems).toEqual([]);
    expect(new Set(persons.map(({ key }) => key)).size).toBe(persons.length);
    expect(persons.find(({ key }) => key === 'acl:people/bo-li-nus')?.aliases).toEqual(['Troy Lee']);
  });
});
