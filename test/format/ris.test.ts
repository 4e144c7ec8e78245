import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Format } from '../../src/format/index.ts';
import { openRis, ris } from '../../src/format/ris.ts';
import { namesOf } from '../support/paper-essence.ts';
import { damaged, readText } from '../support/read-text.ts';

const small = readFileSync(new URL('../fixtures/ris/small.ris', import.meta.url), 'utf8');
const { papers, problems } = readText(ris, small);
const one = (lines: string): (typeof papers)[number] | undefined =>
  readText(ris, `TY  - JOUR\nTI  - T\n${lines}\nER  - \n`).papers[0];

describe('the small file', () => {
  test('holds three papers; the one without ER is a problem', () => {
    expect(papers.map(({ title, line }) => `${line} ${title}`)).toEqual([
      '4 On looms that learn',
      '20 A chapter without an end',
      '27 Engines',
    ]);
    expect(problems.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['cut-record 20']);
  });

  test('says who, when, where and by which identifier', () => {
    expect(papers[0]).toMatchObject({
      citationKey: 'byron',
      abstract: 'They learn.',
      date: { year: 1843, month: 9, day: 12 },
      type: 'ARTICLE',
      groupAuthors: ['World Loom Organization'],
      isAuthorListComplete: false,
      identifiers: [{ scheme: 'DOI', value: '10.1000/abc_1' }],
      venue: { name: 'Journal of Looms', type: 'JOURNAL', identifiers: [{ scheme: 'ISSN', value: '0097-8418' }] },
    });
    expect(namesOf(papers[0])).toEqual(['Ada Byron', 'Martin Luther King, Jr.']);
  });

  test('editors are no authors, of a chapter or of an edited book', () => {
    expect(namesOf(papers[1])).toEqual(['Peter van der Berg']);
    expect(namesOf(papers[2])).toEqual([]);
    expect(papers[2]).toMatchObject({
      type: 'EDITED_VOLUME',
      identifiers: [{ scheme: 'ISBN', value: '9783161484100' }],
    });
  });

  test('says the same in pieces cut anywhere, and with any line ending', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (cuts) => {
        expect(readText(ris, small, cuts)).toEqual(readText(ris, small));
      }),
    );
    expect(readText(ris, small.replaceAll('\n', '\r\n'), [7])).toEqual(readText(ris, small));
    expect(readText(ris, small.replaceAll('\n', '\r'), [7])).toEqual(readText(ris, small));
  });

  test('never throws when damaged, and keeps time', () => {
    const began = performance.now();
    for (let seed = 0; seed < 500; seed++) readText(ris, damaged(small, seed), [97]);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('records', () => {
  test('names come in many shapes', () => {
    expect(namesOf(one('AU  - Baldwin,S.A.\nAU  - Graham, Jr., George J.\nAU  - Byron, A.; Babbage, C.'))).toEqual([
      'S.A. Baldwin',
      'George J. Graham, Jr.',
      'A. Byron',
      'C. Babbage',
    ]);
    expect(one('AU  - ATLAS Collaboration')?.groupAuthors).toEqual(['ATLAS Collaboration']);
  });

  test.each([
    ['PY  - 2001/09/01/', { year: 2001, month: 9, day: 1 }],
    ['PY  - 2001///', { year: 2001 }],
    ['Y1  - 2001/00/00/', { year: 2001 }],
    ['PY  - 2001\nDA  - 12 June 2001', { year: 2001, month: 6, day: 12 }],
    ['PY  - 2001\nDA  - 2003/05/06', { year: 2001 }],
    ['PY  - 2001\nY2  - 2019/03/28', { year: 2001 }],
  ])('%s', (lines, date) => {
    expect(one(lines)?.date).toEqual(date);
  });

  test('a second TY without a title is the same record', () => {
    const read = readText(ris, 'TY  - JOUR\nTI  - T\nAU  - Byron, A.\nTY  - THES\nPB  - P\nER  - \n');
    expect(read.papers.map(({ type }) => type)).toEqual(['THESIS']);
    expect(readText(ris, 'TY  - JOUR\nTI  - T\nTY  - JOUR\nTI  - U\n').papers).toHaveLength(2);
  });

  test('a file that stops inside a record keeps what was read', () => {
    const read = readText(ris, 'TY  - JOUR\nTI  - T\nAU  - Byr');
    expect(read.papers).toHaveLength(1);
    expect(read.problems.map(({ kind }) => kind)).toContain('truncated-file');
  });

  test('a line longer than any real one is passed over, the next record is read', () => {
    const bounded: Format = { ...ris, open: (context) => openRis(context, 1_000) };
    const text = `TY  - JOUR\nTI  - T\nAB  - ${'x'.repeat(5_000)}\nER  - \nTY  - JOUR\nTI  - U\nER  - \n`;
    for (const cut of [100, 10_000]) {
      const read = readText(bounded, text, [cut]);
      expect(read.papers.map(({ title }) => title)).toEqual(['T', 'U']);
      expect(read.problems.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['too-long 3']);
    }
  });

  test('costs linear time whatever it holds', () => {
    const began = performance.now();
    for (const part of ['TY  - \n', 'AU  - a\n', 'more\n', ' ', 'AU  - a, ', '\r', 'ER  - \n']) {
      readText(ris, `TY  - JOUR\nAB  - a\n${part.repeat(50_000)}`, [65_536]);
    }
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
