// What is written as BibTeX or RIS and read back says the same papers.
import { existsSync, readdirSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bibtex } from '../../src/format/bibtex.ts';
import { ris } from '../../src/format/ris.ts';
import { write as writeBibtex } from '../../src/format/write/bibtex.ts';
import { write as writeRis } from '../../src/format/write/ris.ts';
import { PAPER_TYPES, recordKey, VENUE_TYPES } from '../../src/model/index.ts';
import type { PaperRecord } from '../../src/model/index.ts';
import { essence } from '../support/paper-essence.ts';
import { readText } from '../support/read-text.ts';
import { sharedData } from '../support/tools.ts';

const byron: PaperRecord = {
  kind: 'paper',
  key: recordKey('acl', 'X1'),
  catalogue: 'acl',
  title: 'On {Looms} & 100% of "C_2": a \\textit{study} --- $5 of it',
  abstract: 'Looms ~ learn.',
  date: { year: 1843, month: 9, day: 12 },
  isYearInferred: false,
  categories: [],
  identifiers: [
    { scheme: 'DOI', value: '10.1000/abc_1' },
    { scheme: 'ARXIV', value: '1706.03762' },
    { scheme: 'ACL', value: 'P19-1001' },
    { scheme: 'DBLP', value: 'conf/acl/X21' },
  ],
  authors: [
    'Ada Byron',
    'Peter van der Berg',
    'Martin Luther King, Jr.',
    'Émile Zola',
    'Plato',
    'María de los Ángeles Pérez',
    'Thierry La Fontaine',
    'others',
    'Barnes and Noble Smith',
  ].map((name, index) => ({ position: index + 1, name })),
  isAuthorListComplete: false,
  groupAuthors: ['The ATLAS Collaboration', 'World Loom Organization'],
  institutions: [],
  type: 'ARTICLE',
  venue: {
    name: 'Journal of Looms & Engines',
    type: 'SERIES',
    identifiers: [{ scheme: 'ISSN', value: '0097-8418' }],
  },
};

const backFromBibtex = (papers: readonly PaperRecord[]): readonly PaperRecord[] =>
  readText(bibtex, [...writeBibtex(papers)].join('')).papers;
const backFromRis = (papers: readonly PaperRecord[]): readonly PaperRecord[] =>
  readText(ris, [...writeRis(papers)].join('')).papers;

describe.each([
  ['BibTeX', backFromBibtex],
  ['RIS', backFromRis],
] as const)('%s', (_, back) => {
  test('gives back title, authors, groups, date, venue and identifiers, of every type', () => {
    const papers = [undefined, ...PAPER_TYPES].flatMap((type) =>
      [undefined, ...VENUE_TYPES].map((venueType): PaperRecord => {
        const { type: _type, venue: _venue, ...rest } = byron;
        const venue = { name: 'Looms', identifiers: [], ...(venueType === undefined ? {} : { type: venueType }) };
        return { ...rest, venue, ...(type === undefined ? {} : { type }) };
      }),
    );
    expect(back(papers).map(essence)).toEqual(papers.map(essence));
    expect(back([byron]).map(essence)).toEqual([byron].map(essence));
  });

  test('gives back partial dates and complete lists', () => {
    const dates = [{}, { year: 1999 }, { year: 1999, month: 2 }, { month: 3, day: 4 }];
    const papers = dates.map((date) => ({ ...byron, date, isAuthorListComplete: true }));
    expect(back(papers).map(essence)).toEqual(papers.map(essence));
  });

  test('gives back any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (text) => {
        const title = `Looms ${text.replace(/[<>&]/g, '')}`.replace(/\s+/g, ' ').trim();
        expect(back([{ ...byron, title }]).map((paper) => paper.title)).toEqual([title]);
      }),
    );
  });
});

test('two papers never get one citation key', () => {
  const papers = [byron, byron, { ...byron, citationKey: 'a key, {odd}' }];
  expect(backFromBibtex(papers).map(({ citationKey }) => citationKey)).toEqual([
    'byron-1843-looms',
    'byron-1843-looms-2',
    'a-key-odd-',
  ]);
});

const data = sharedData();

test.skipIf(data === undefined)('7,780 real papers come back', () => {
  const folder = join(data ?? '', 'bib');
  const files = [...readdirSync(folder).map((file) => join(folder, file)), join(data ?? '', 'rendered-J/refs.bib')];
  const papers = files
    .filter((file) => existsSync(file))
    .flatMap((file) => readText(bibtex, readFileSync(file, 'utf8')).papers);
  expect(papers).toHaveLength(7780);
  expect(backFromBibtex(papers).map(essence)).toEqual(papers.map(essence));
  expect(backFromRis(papers).map(essence)).toEqual(papers.map(essence));
});
