import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { crossref } from '../../src/format/crossref.ts';
import { testJsonFormat } from '../support/json-format-cases.ts';
import { namesOf } from '../support/paper-essence.ts';
import { readText } from '../support/read-text.ts';
import { sharedData } from '../support/tools.ts';

const text = readFileSync(new URL('../fixtures/crossref/works.json', import.meta.url), 'utf8');
const { papers, problems } = readText(crossref, text);
const [article, component, notice, retracted, book] = papers;

testJsonFormat(crossref, text);

test('keys a work by its DOI in lower case', () => {
  expect(article?.key).toBe('crossref:10.1000/abc');
});

test('reads a work that stands alone under message', () => {
  const work = (JSON.parse(text) as { message: { items: unknown[] } }).message.items[0];
  const alone = readText(crossref, JSON.stringify({ status: 'ok', message: work })).papers;
  expect(alone).toEqual([{ ...article, line: 1 }]);
});

test('keeps people in place, groups beside them and editors out', () => {
  expect(article && namesOf(article)).toEqual(['Ada Byron, Jr.', 'Peter van der Berg', 'Sukarno']);
  expect(article?.authors.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(article?.groupAuthors).toEqual(['The X Collaboration', 'Y Consortium']);
  expect(article?.authors[0]).toMatchObject({
    identifiers: [{ scheme: 'ORCID', value: '0000-0002-1825-0097' }],
    affiliations: [{ name: 'Demo University', identifiers: [{ scheme: 'ROR', value: '03yrm5c26' }] }],
  });
});

test('strips markup from titles and abstracts, also where it was escaped', () => {
  expect(article?.title).toBe('On n and its kin & more');
  expect(article?.abstract).toBe('First p. Second.');
});

test('reads dates as far as they go', () => {
  expect(papers.map(({ date }) => date)).toEqual([
    { year: 2021, month: 5 },
    {},
    { year: 2022, month: 2 },
    { year: 2020, month: 2, day: 29 },
    { year: 2019 },
  ]);
});

test('takes the retracted work for retracted, not the notice', () => {
  expect([notice?.isRetracted, retracted?.isRetracted]).toEqual([undefined, true]);
});

test('reads types, venues and identifiers', () => {
  expect(papers.map(({ type }) => type)).toEqual(['ARTICLE', 'OTHER', 'ARTICLE', 'PREPRINT', 'BOOK']);
  const issn = [{ scheme: 'ISSN', value: '2041-1723' }];
  expect(article?.venue).toEqual({ name: 'Journal of Demos', type: 'JOURNAL', identifiers: issn });
  expect(retracted?.venue).toEqual({ name: 'demoRxiv', type: 'REPOSITORY', identifiers: [] });
  expect(book?.identifiers).toContainEqual({ scheme: 'ISBN', value: '9783642321566' });
  expect(component?.title).toBe('[untitled]');
});

test('reports what it had to leave out', () => {
  expect(problems.map(({ kind }) => kind)).toEqual(['lost-text', 'bad-identifier', 'missing-title']);
});

test.skipIf(sharedData() === undefined)('gives all works of the service, each author in place', () => {
  const real = readFileSync(`${sharedData()}/api/crossref.json`, 'utf8');
  const works = JSON.parse(real) as { DOI: string; author?: { given?: string; family: string }[] }[];
  const read = readText(crossref, real);
  expect(read.papers.map((paper) => [paper.key, namesOf(paper)])).toEqual(
    works.map(({ DOI, author = [] }) => [
      `crossref:${DOI.toLowerCase()}`,
      author.map(({ given, family }) => [given, family].filter(Boolean).join(' ')),
    ]),
  );
  // One component has no title in the source either.
  expect([works.length, read.problems.map(({ kind }) => kind)]).toEqual([26, ['missing-title']]);
});
