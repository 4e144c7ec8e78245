import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cslJson } from '../../src/format/csl-json.ts';
import { cslNameOf, nameOfCsl } from '../../src/format/csl-json/name.ts';
import { writeCslJson } from '../../src/format/write/csl-json.ts';
import { foldName, foldText } from '../../src/model/index.ts';
import type { PaperRecord } from '../../src/model/index.ts';
import { testJsonFormat } from '../support/json-format-cases.ts';
import { essence, namesOf } from '../support/paper-essence.ts';
import { readText } from '../support/read-text.ts';
import { sharedData } from '../support/tools.ts';

const text = readFileSync(new URL('../fixtures/csl-json/refs.json', import.meta.url), 'utf8');
const { papers, problems } = readText(cslJson, text);
const [article, chapter, talk, untitled] = papers;

testJsonFormat(cslJson, text);

test('puts particles and suffixes where they are read', () => {
  expect(namesOf(article)).toEqual(['Ada Byron, Jr.', 'Jean de La Fontaine, III', 'James Doe III', 'Prince']);
});

test('takes names that are not in parts for groups, a given name for a person, and "others" for a cut', () => {
  expect(article).toMatchObject({ groupAuthors: ['The X Collaboration'], isAuthorListComplete: false });
  expect(chapter?.groupAuthors).toEqual([]);
  expect(namesOf(chapter)).toEqual(['Madonna']);
});

test('reads dates in parts, as text and about', () => {
  expect(papers.map(({ date }) => date)).toEqual([
    { year: 2021, month: 5, day: 3 },
    { year: 1980, month: 5 },
    { year: 1999 },
    {},
  ]);
});

test('keys an item by what it says, wherever it stands', () => {
  expect(article?.key).toBe('csl:byron-2021|on n and its kin|2021');
  expect(talk?.citationKey).toBe('c');
  const items = JSON.parse(text) as unknown[];
  const wrapped = readText(cslJson, JSON.stringify({ items: items.toReversed() }), undefined, 'b.json').papers;
  expect(wrapped.map(({ key }) => key).toReversed()).toEqual(papers.map(({ key }) => key));
});

test('gives a part the ISBN of its book', () => {
  expect(chapter?.venue?.identifiers).toEqual([{ scheme: 'ISBN', value: '9783642321566' }]);
  expect(chapter?.identifiers).toEqual([]);
});

test('keeps an untitled item only if something else tells what it is', () => {
  expect(untitled?.title).toBe('[untitled]');
  expect(problems.map(({ kind, kept }) => [kind, kept])).toEqual([
    ['missing-title', 'the record as [untitled]'],
    ['missing-title', 'nothing of it'],
  ]);
});

test('reads back every name it writes', () => {
  const word = fc.constantFrom(
    'Ada',
    'van',
    'der',
    'Byron',
    'Jr.',
    'III',
    'La',
    'King,',
    'de',
    'X.',
    'Group',
    '陳',
    'Team',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const name = words.join(' ');
      const back = nameOfCsl({ ...cslNameOf(name) });
      expect(back.text).toBe(name);
    }),
  );
});

const strange: PaperRecord = {
  kind: 'paper',
  key: 'profile:x|--05-19' as PaperRecord['key'],
  catalogue: 'profile',
  title: 'Is a <i>b</i> &amp; c?',
  abstract: 'One.\n\nTwo <p> three.',
  date: { month: 5, day: 19 },
  isYearInferred: false,
  categories: [],
  identifiers: [
    { scheme: 'ACL', value: 'P19-1001' },
    { scheme: 'DOI', value: '10.1000/b' },
    { scheme: 'DOI', value: '10.1000/a' },
  ],
  authors: [
    { position: 1, name: 'Martin Luther King, Jr.' },
    { isOwner: true, name: 'Ada Byron' },
  ],
  isAuthorListComplete: false,
  groupAuthors: ['The X Collaboration'],
  authorCount: 12,
  institutions: ['Demo U'],
  type: 'EDITED_VOLUME',
  venue: { name: 'V', type: 'SERIES', identifiers: [{ scheme: 'OPENALEX', value: 'S12345' }] },
};

test('writes what it reads back as the same papers', () => {
  const untyped: PaperRecord = {
    ...strange,
    date: {},
    isAuthorListComplete: true,
    authors: [],
    venue: { name: 'V', identifiers: [] },
  };
  const all = [...papers, strange, { ...untyped, type: 'OTHER' as const }];
  const back = readText(cslJson, [...writeCslJson(all)].join(''));
  expect(back.papers.map(essence)).toEqual(all.map(essence));
  expect(back.papers.at(-2)?.authorCount).toBe(12);
  expect([...writeCslJson([])].join('')).toBe('[]\n');
});

describe.skipIf(sharedData() === undefined)('the real files', () => {
  const read = (path: string): string => readFileSync(`${sharedData()}/${path}`, 'utf8');

  test('gives the 1,874 papers of Computational Linguistics, 474 of them without an author', () => {
    const { papers: found, problems: troubles } = readText(cslJson, read('rendered-J/refs.csl.json'));
    expect([found.length, found.filter(({ authors }) => authors.length === 0).length]).toEqual([1874, 474]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(1874);
    // One DOI of the source stops after its prefix.
    expect(troubles.map(({ kind, found: text }) => [kind, text])).toEqual([['bad-identifier', '10.1162/']]);
    const back = readText(cslJson, [...writeCslJson(found)].join(''));
    expect(back.papers.map(essence)).toEqual(found.map(essence));
  });

  // The DBLP XML beside it prints another spelling for some people, so RIS is the one to compare with.
  test('has the same authors in the same order as the RIS beside it', () => {
    const found = readText(cslJson, read('rendered-J/refs.csl.json')).papers;
    const entries = read('rendered-J/refs.ris')
      .split(/^ER {2}-.*$/m)
      .slice(0, -1);
    const expected = entries.map((entry) =>
      [...entry.matchAll(/^AU {2}- (.*)$/gm)].map(([, name = '']) => foldName(name.trim())),
    );
    expect(found.map((paper) => namesOf(paper).map(foldName))).toEqual(expected);
  });

  test('names the authors of the one Zotero case as that suite does', () => {
    const cases = JSON.parse(read('zotero/CSL_JSON.json')) as { input: string }[];
    expect(cases.map(({ input }) => readText(cslJson, input).papers.map(namesOf))).toEqual([[['Mostafa Bachar']]]);
  });

  test('keeps every part of all 467 names of the CSL suite, in their order', () => {
    const cases = JSON.parse(read('names/csl_name_fixtures.json')) as { items: Record<string, unknown>[] }[];
    let [people, groups, agree] = [0, 0, 0];
    for (const { items } of cases) {
      for (const item of items) {
        const [paper] = readText(cslJson, JSON.stringify([{ title: 'T', ...item }])).papers;
        const names = (item['author'] ?? []) as Record<string, string>[];
        const literals = names.filter(({ family }) => family === undefined).map(({ literal }) => literal);
        const order = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'];
        const parts = names
          .filter(({ family }) => family !== undefined)
          .map((name) => foldText(order.flatMap((part) => name[part] ?? []).join(' ')));
        people += parts.length;
        groups += literals.length;
        const found = namesOf(paper).map(foldText);
        agree += parts.filter((part, at) => part === found[at]).length;
        expect(paper?.groupAuthors ?? []).toEqual(literals);
      }
    }
    expect([people, groups, agree]).toEqual([467, 4, 467]);
  });
});
