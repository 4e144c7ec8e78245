import { expect, test } from 'vitest';

import { openJsonRecords } from '../../src/format/text/json-records.ts';
import type { JsonObject } from '../../src/format/text/json-records.ts';
import type { Problem } from '../../src/model/index.ts';
import { piecesOf } from '../support/read-text.ts';

interface Found {
  readonly ids: unknown[];
  readonly lines: number[];
  readonly problems: readonly Problem[];
}

function find(text: string, { longest = 1000, cuts = [text.length] } = {}): Found {
  const records: JsonObject[] = [];
  const lines: number[] = [];
  const problems: Problem[] = [];
  const reader = openJsonRecords({
    context: { file: 'a.json', problem: (problem) => void problems.push(problem) },
    lists: ['results', 'message.items'],
    isRecord: (value) => 'id' in value,
    record(value, line) {
      records.push(value);
      lines.push(line);
    },
    longest,
  });
  for (const piece of piecesOf(text, cuts)) reader.write(piece);
  reader.end();
  return { ids: records.map(({ id }) => id), lines, problems };
}

test.each([
  ['one per line', '{"id":1}\n{"id":2}\n{"id":3}\n', [1, 2, 3]],
  ['one per line, Windows endings, no last one', '{"id":1}\r\n{"id":2}\r\n{"id":3}', [1, 2, 3]],
  ['a list on one line', '[{"id":1},{"id":2},{"id":3}]', [1, 1, 1]],
  ['a list with a line each', '[\n{"id":1},\n{"id":2},\n{"id":3}\n]', [2, 3, 4]],
  ['a list laid out', '[\n  {\n    "id": 1\n  },\n  {\n    "id": 2\n  },\n  {\n    "id": 3\n  }\n]', [2, 5, 8]],
  ['a reply', '{"meta":{"a":["x"]},"results":[{"id":1},{"id":2},{"id":3}],"group_by":[{"id":9}]}', [1, 1, 1]],
  ['a reply in a reply', '{"status":"ok","message":{"facets":{},"items":[{"id":1},{"id":2},{"id":3}]}}', [1, 1, 1]],
  ['replies, one per line', '{"results":[{"id":1},{"id":2}]}\n{"results":[{"id":3}]}\n', [1, 1, 2]],
  ['records laid out, one after the other', '{"id":1,\n"a":2}\n{"id":2}\n{\n"id":3}', [1, 3, 4]],
  [
    'braces, quotes and backslashes in strings',
    '[{"id":1,"a":"}{\\"]\\\\"},{"id":2,"b\\"":"\\\\\\""},{"id":3}]',
    [1, 1, 1],
  ],
  ['a mark and blanks before', '\uFEFF  \n [{"id":1},null,{"id":2},{"id":3}]', [2, 2, 2]],
])('finds the records of %s', (_, text, lines) => {
  for (const cuts of [[text.length], [1], [2, 3], [7]]) {
    expect(find(text, { cuts })).toEqual({ ids: [1, 2, 3], lines, problems: [] });
  }
});

test.each([
  ['a line that stops', '{"id":1}\n{"id":2,"a":[{"b":\n{"id":3}\n{"id":4}', [1, 3, 4], [2]],
  ['a string left open', '{"id":1}\n{"id":2,"a":"b}\n{"id":3}\n{"id":4}', [1, 3, 4], [2]],
  ['a first line that is broken', '{"id":1,"a":{\n{"id":2}\n{"id":3}', [2, 3], [1]],
  ['a missing value', '[{"id":1},{"id":},{"id":3}]', [1, 3], [1]],
  ['a missing brace', '[{"id":1,"a":{"b":1},{"id":2},{"id":3}]', [2, 3], [1]],
  ['a missing brace in a list laid out', '[\n {\n  "id":1,\n  "a": {\n },\n {\n  "id":2\n }\n]', [2], [2]],
  ['a wrong bracket', '[{"id":1,"a":[{"x":1}}],"b":[{"y":1}]},{"id":2}]', [2], [1]],
  ['a brace too many', '{"id":1}}\n{"id":2}\n', [1, 2], [1]],
  ['text between', '{"id":1}\nnonsense, "quoted\n{"id":2}\n', [1, 2], [2]],
])('loses nothing but the record itself to %s', (_, text, ids, lines) => {
  for (const cuts of [[text.length], [1], [5]]) {
    const found = find(text, { cuts });
    expect(found.ids).toEqual(ids);
    expect(found.problems.map(({ kind, line }) => [kind, line])).toEqual(
      lines.map((line) => ['malformed-record', line]),
    );
  }
});

test.each(['[{"id":1},{"id":2', '[{"id":1}', '{"id":1}\n{"id":2', '{"results":[{"id":1}'])(
  'says that %j was cut',
  (text) => {
    for (const cuts of [[text.length], [1]]) {
      const { ids, problems } = find(text, { cuts });
      expect(ids).toEqual([1]);
      expect(problems.map(({ kind }) => kind)).toEqual(['truncated-file']);
    }
  },
);

test('skips what is longer than any record', () => {
  const long = `{"id":2,"a":"${'x'.repeat(2000)}"}`;
  for (const text of [`{"id":1}\n${long}\n{"id":3}`, `[{"id":1},${long},{"id":3}]`]) {
    for (const cuts of [[text.length], [100], [1]]) {
      const { ids, problems } = find(text, { cuts });
      expect(ids).toEqual([1, 3]);
      expect(problems.map(({ kind }) => kind)).toEqual(['too-long']);
    }
  }
});

test('is not led into the depths', () => {
  const { problems } = find(`${'['.repeat(100_000)}\n{"id":1,"a":${'['.repeat(100_000)}`, { longest: 1_000_000 });
  expect(problems.length).toBeLessThan(5);
});
