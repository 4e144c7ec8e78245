/** What every reader of JSON must do, whatever its records look like. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Format } from '../../src/format/format.ts';

import { damaged, readText } from './read-text.ts';

const DAMAGED = 300;

export function testJsonFormat(format: Format, text: string): void {
  test('says the same of pieces cut anywhere, of whole and of damaged text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), fc.nat(1000), (cuts, seed) => {
        const copy = seed < 200 ? text : damaged(text, seed);
        expect(readText(format, copy, cuts)).toEqual(readText(format, copy));
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  test('reads damaged text with problems only', () => {
    for (let seed = 0; seed < DAMAGED; seed++) {
      const { problems } = readText(format, damaged(text, seed));
      for (const problem of problems) expect(problem.message).not.toBe('');
    }
  });

  test('reads the same records one per line, in a list and in a reply', () => {
    const whole = readText(format, text).records;
    expect(whole.length).toBeGreaterThan(0);
    const values = recordsOf(text);
    const lines = readText(format, values.map((value) => JSON.stringify(value)).join('\n')).records;
    const list = readText(format, JSON.stringify(values)).records;
    const pretty = readText(format, JSON.stringify(values, null, 2)).records;
    for (const records of [lines, list, pretty]) expect(withoutLines(records)).toEqual(withoutLines(whole));
  });

  test('keeps quiet about other files', () => {
    for (const other of [
      '',
      'Ada Byron',
      '{}',
      '[]',
      '[1]',
      '{"a":[',
      '@article{a,',
      '<dblp/>',
      '{"id":1,"title":"T"}',
    ]) {
      expect(format.sniff({ name: 'a.json', text: other, isWhole: true })).toBeUndefined();
    }
    for (const length of [text.length, Math.floor(text.length * 0.6)]) {
      const claim = format.sniff({ name: 'a', text: text.slice(0, length), isWhole: length === text.length });
      expect(claim?.confidence).toBeGreaterThanOrEqual(0.5);
    }
  });
}

function recordsOf(text: string): unknown[] {
  try {
    const value = JSON.parse(text) as unknown;
    if (Array.isArray(value)) return value;
    const reply = value as {
      results?: unknown[];
      items?: unknown[];
      data?: unknown[];
      message?: { items?: unknown[] };
    };
    return reply.results ?? reply.items ?? reply.data ?? reply.message?.items ?? [value];
  } catch {
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
  }
}

function withoutLines(records: readonly object[]): unknown[] {
  return records.map((record) => ({ ...record, line: 0 }));
}
