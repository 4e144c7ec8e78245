import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { coauthorJsonl } from '../../src/format/coauthor-jsonl.ts';
import { cslJson } from '../../src/format/csl-json.ts';
import { openalex } from '../../src/format/openalex.ts';
import { writeCoauthorJsonl } from '../../src/format/write/coauthor-jsonl.ts';
import { testJsonFormat } from '../support/json-format-cases.ts';
import { readText } from '../support/read-text.ts';

const fixture = (path: string): string => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');
const text = fixture('coauthor-jsonl/records.jsonl');
const [line = ''] = text.split('\n');
const { records, problems } = readText(coauthorJsonl, text);

testJsonFormat(coauthorJsonl, text);

test('reads every kind of record, field by field', () => {
  expect(records.map(({ kind }) => kind)).toEqual(['paper', 'person', 'redirect', 'institution']);
  const paper = JSON.parse(line) as object;
  expect(records[0]).toEqual({ ...paper, line: 1, identifiers: [{ scheme: 'DOI', value: '10.1000/abc' }] });
});

test('leaves out an identifier that is none, not the record', () => {
  expect(problems.map(({ kind, line: at }) => [kind, at])).toEqual([['bad-identifier', 2]]);
  expect(records[1]).toMatchObject({ identifiers: [] });
});

test('reads back exactly what was written', () => {
  const papers = [
    ...readText(openalex, fixture('openalex/works.json')).papers,
    ...readText(cslJson, fixture('csl-json/refs.json')).papers,
    ...readText(coauthorJsonl, text).papers,
  ];
  const back = readText(coauthorJsonl, [...writeCoauthorJsonl(papers)].join(''));
  expect(back.problems).toEqual([]);
  expect(back.records).toEqual(papers.map((paper, at) => ({ ...paper, line: at + 1 })));
});

test.each([
  [{ kind: 'pamphlet' }, 'kind: expected one of paper, person, redirect, institution, found "pamphlet"'],
  [{ title: '' }, 'title: expected text, found ""'],
  [{ title: undefined }, 'title: expected a value, found nothing'],
  [{ year: 2021 }, 'year: expected no such field, found 2021'],
  [{ key: 'dblp' }, 'key: expected a catalogue and a key, such as dblp:conf/acl/X21, found "dblp"'],
  [{ key: 'acl:P19-1001' }, 'key: expected a key of the catalogue dblp, found "acl:P19-1001"'],
  [{ type: 'POEM' }, 'type: expected one of ARTICLE'],
  [{ date: { year: 2021, month: 2, day: 29 } }, 'date: expected a date that exists'],
  [{ authors: [{ position: 1, name: null }] }, 'authors[0].name: expected text, found null'],
  [
    {
      authors: [
        { position: 2, name: 'A' },
        { position: 1, name: 'B' },
      ],
    },
    'authors[1].position: expected places that rise',
  ],
  [{ identifiers: [{ scheme: 'FAX', value: '1' }] }, 'identifiers[0].scheme: expected one of'],
])('refuses a record with %j and names the field', (change, words) => {
  const changed = JSON.stringify({ ...(JSON.parse(line) as object), ...change });
  const found = readText(coauthorJsonl, changed);
  expect(found.records).toEqual([]);
  expect(found.problems).toEqual([
    expect.objectContaining({ kind: 'malformed-record', line: 1, message: expect.stringContaining(words) as string }),
  ]);
});
