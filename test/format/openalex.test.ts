import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { openalex } from '../../src/format/openalex.ts';
import { foldName } from '../../src/model/index.ts';
import { testJsonFormat } from '../support/json-format-cases.ts';
import { namesOf } from '../support/paper-essence.ts';
import { readText } from '../support/read-text.ts';
import { sharedData } from '../support/tools.ts';

const text = readFileSync(new URL('../fixtures/openalex/works.json', import.meta.url), 'utf8');
const { papers, problems } = readText(openalex, text);

testJsonFormat(openalex, text);

test('keys a work by its OpenAlex id and keeps every identifier', () => {
  expect(papers.map(({ key }) => key)).toEqual([
    'openalex:W1000000001',
    'openalex:W1000000002',
    'openalex:W3',
    'openalex:W4',
  ]);
  expect(papers[0]?.identifiers).toEqual([
    { scheme: 'OPENALEX', value: 'W1000000001' },
    { scheme: 'DOI', value: '10.1000/abc' },
    { scheme: 'PUBMED', value: '12345' },
    { scheme: 'PMC', value: 'PMC678' },
    { scheme: 'ARXIV', value: '2101.00001' },
  ]);
});

test('reads authors as printed, in reading order, with ids, institutions and countries', () => {
  expect(papers[0]?.authors).toEqual([
    {
      position: 1,
      name: 'A. Byron',
      identifiers: [
        { scheme: 'OPENALEX', value: 'A5000000001' },
        { scheme: 'ORCID', value: '0000-0002-1825-0097' },
      ],
      affiliations: [
        {
          name: 'Demo University',
          identifiers: [
            { scheme: 'ROR', value: '03yrm5c26' },
            { scheme: 'OPENALEX', value: 'I100001' },
          ],
          countryCode: 'DE',
        },
      ],
    },
    { position: 2, name: 'Grace B. Hopper', affiliations: [{ name: 'Navy Yard', identifiers: [] }] },
    { position: 3, name: 'Mihai Demo', personKey: 'Mihai Demo (15649)' },
  ]);
});

test('knows a list that was cut, and one that was never asked for', () => {
  expect(papers.map((paper) => paper.isAuthorListComplete)).toEqual([false, true, true, false]);
});

test('keeps groups beside the people', () => {
  expect(papers[1]?.groupAuthors).toEqual(['The X Collaboration']);
  expect(papers[1]?.authors).toEqual([]);
});

test('reads type, venue, date, figures and abstract', () => {
  expect(papers.map(({ type }) => type)).toEqual(['ARTICLE', 'REVIEW', 'CONFERENCE_PAPER', 'OTHER']);
  expect(papers[0]).toMatchObject({
    title: 'On n & its kin',
    abstract: 'Of numbers and numbers',
    date: { year: 2021, month: 5, day: 3 },
    citationCount: 3,
    isRetracted: true,
    venue: { name: 'Journal of Demos', type: 'JOURNAL' },
  });
  expect(papers[1]?.date).toEqual({ year: 1999 });
});

test('reports what it had to leave out', () => {
  expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
    ['missing-title', 26],
    ['lost-text', 26],
    ['bad-identifier', 39],
  ]);
});

describe.skipIf(sharedData() === undefined)('the real files', () => {
  const read = (path: string): string => readFileSync(`${sharedData()}/${path}`, 'utf8');

  test('gives all sixteen works of the service, each author in place', () => {
    const real = read('api/openalex.json');
    const works = JSON.parse(real) as { id: string; authorships: unknown[] }[];
    const { papers: found, problems: troubles } = readText(openalex, real);
    expect(found.map(({ key, authors }) => [key, authors.length])).toEqual(
      works.map(({ id, authorships }) => [id.replace('https://openalex.org/', 'openalex:'), authorships.length]),
    );
    // One work has no title in the source either.
    expect(troubles.map(({ kind }) => kind)).toEqual(['missing-title']);
  });

  // Zotero takes OpenAlex's own spelling ("Şener") where we keep the printed one ("Sener"): alike once folded.
  test('names the authors of all four cases as the Zotero suite does', () => {
    const cases = JSON.parse(read('zotero/OpenAlex_JSON.json')) as ZoteroCase[];
    const agree = cases.filter(({ input, items }) => {
      const found = readText(openalex, input).papers.map((paper) => namesOf(paper).map(foldName));
      const expected = items.map(({ creators }) =>
        creators.map((name) => foldName(`${name.firstName} ${name.lastName}`)),
      );
      return JSON.stringify(found) === JSON.stringify(expected);
    });
    expect([agree.length, cases.length]).toEqual([4, 4]);
  });
});

interface ZoteroCase {
  readonly input: string;
  readonly items: readonly {
    readonly creators: readonly { readonly firstName: string; readonly lastName: string }[];
  }[];
}
