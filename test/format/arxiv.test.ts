import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { arxiv } from '../../src/format/arxiv.ts';
import { testJsonFormat } from '../support/json-format-cases.ts';
import { namesOf } from '../support/paper-essence.ts';
import { readText } from '../support/read-text.ts';

const text = readFileSync(new URL('../fixtures/arxiv/snapshot.json', import.meta.url), 'utf8');
const { papers, problems } = readText(arxiv, text);
const [first, old, unparsed] = papers;

testJsonFormat(arxiv, text);

test('reads names with their accents, suffixes and affiliations', () => {
  expect(first?.authors).toEqual([
    { position: 1, name: 'A. Byron', affiliations: [{ name: 'Demo U', identifiers: [] }] },
    { position: 2, name: 'P. Gödel, Jr.' },
  ]);
});

test('takes collaborations for groups, whole or split at their last word', () => {
  expect(first?.groupAuthors).toEqual(['the X Collaboration', 'The Y Collaboration']);
});

test('knows that "et al." cuts the list', () => {
  expect(old).toMatchObject({ isAuthorListComplete: false, authors: [{ position: 1, name: 'B. Müller' }] });
});

test('splits the printed line where the source did not', () => {
  expect(namesOf(unparsed)).toEqual(["Carla D'Or", 'Dan Eps', 'Eva Faber']);
});

test('dates a paper by its first version, else by its number', () => {
  expect(papers.map(({ date }) => date)).toEqual([
    { year: 2007, month: 4, day: 2 },
    { year: 1999, month: 1 },
    { year: 2021, month: 1, day: 1 },
  ]);
});

test('reads title, abstract, categories and several DOIs', () => {
  expect(first).toMatchObject({
    key: 'arxiv:0704.0001',
    title: "On the energy of Gödel's n",
    abstract: 'We study.',
    type: 'PREPRINT',
    revision: '2008-11-26',
    identifiers: [
      { scheme: 'ARXIV', value: '0704.0001' },
      { scheme: 'DOI', value: '10.1000/abc' },
      { scheme: 'DOI', value: '10.1000/def' },
    ],
  });
  expect(first?.categories.map(({ code }) => code)).toEqual(['hep-ph', 'cs.DL']);
  expect(old?.key).toBe('arxiv:hep-th/9901001');
});

test('reports the missing title', () => {
  expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['missing-title', 3]]);
});
