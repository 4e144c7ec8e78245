import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { aclNames } from '../../src/format/acl-names.ts';
import { acl } from '../../src/format/acl.ts';
import { nameSlug } from '../../src/model/index.ts';
import { dblp } from '../../src/format/dblp.ts';
import type { Mention } from '../../src/model/index.ts';
import { damaged, readText } from '../support/read-text.ts';
import { sharedData } from '../support/tools.ts';

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/dblp/${name}`, import.meta.url)), 'utf8');

const small = fixture('small.xml');
const { papers, persons, redirects, problems } = readText(dblp, small);
const paper = (key: string) => papers.find((record) => record.key === `dblp:${key}`);
const person = (key: string) => persons.find((record) => record.key === `dblp:homepages/${key}`);

test('reads a paper with everything dblp says of it', () => {
  expect(paper('journals/gar/ByronW21')).toEqual({
    kind: 'paper',
    key: 'dblp:journals/gar/ByronW21',
    catalogue: 'dblp',
    line: 4,
    title: 'On n2 Trees and Their Fruit',
    date: { year: 2021, month: 5 },
    isYearInferred: false,
    categories: [],
    identifiers: [
      { scheme: 'DBLP', value: 'journals/gar/ByronW21' },
      { scheme: 'DOI', value: '10.1000/gar.7' },
    ],
    authors: [
      {
        position: 1,
        name: 'Ada Byron',
        personKey: 'Ada Byron',
        identifiers: [{ scheme: 'ORCID', value: '0000-0002-1825-0097' }],
      },
      { position: 2, name: 'Wei Wang', personKey: 'Wei Wang 0001' },
      { position: 3, name: 'Björn Tür', personKey: 'Björn Tür' },
    ],
    isAuthorListComplete: true,
    groupAuthors: ['The Orchard Collaboration'],
    institutions: [],
    type: 'ARTICLE',
    venue: { name: 'Gard. Lett.', type: 'JOURNAL', identifiers: [] },
    revision: '2021-01-02',
  });
});

test('keeps both records of one key, each with its revision', () => {
  const twice = papers.filter(({ key }) => key === 'dblp:journals/gar/ByronW21');
  expect(twice.map(({ revision }) => revision)).toEqual(['2021-01-02', '2022-01-02']);
});

test('knows a preprint, its arXiv number, and a title that ends in an ellipsis', () => {
  expect(paper('journals/corr/abs-2101-00001')).toMatchObject({
    type: 'PREPRINT',
    title: 'Grafts & AT&T...',
    venue: { name: 'CoRR', type: 'REPOSITORY' },
    identifiers: [
      { scheme: 'DBLP', value: 'journals/corr/abs-2101-00001' },
      { scheme: 'ARXIV', value: '2101.00001' },
    ],
  });
});

test('takes editors for no authors', () => {
  expect(paper('conf/orch/2020')).toMatchObject({ type: 'EDITED_VOLUME', authors: [], venue: { name: 'ORCH' } });
});

test('tells the kinds of paper apart', () => {
  expect(papers.map(({ type }) => type)).toEqual(
    'ARTICLE PREPRINT CONFERENCE_PAPER EDITED_VOLUME THESIS OTHER ARTICLE'.split(' '),
  );
});

test('keeps a thesis at its school, without a year that is none', () => {
  expect(paper('phd/Byron19')).toMatchObject({ title: 'Roots', institutions: ['University of Gardens'], date: {} });
  expect(problems).toMatchObject([{ kind: 'mangled-date', line: 40, found: '" "' }]);
});

test('reads a home page as a person, with names, identifiers and affiliations', () => {
  expect(person('65/9612')).toEqual({
    kind: 'person',
    key: 'dblp:homepages/65/9612',
    line: 41,
    name: 'Ada Byron',
    aliases: ['A. Byron'],
    identifiers: [
      { scheme: 'DBLP', value: '65/9612' },
      { scheme: 'ORCID', value: '0000-0002-1825-0097' },
    ],
    personKeys: ['Ada Byron', 'A. Byron'],
    affiliations: [
      { name: 'University of Gardens, Kew', identifiers: [] },
      { name: 'Arboretum, Bonn', identifiers: [] },
    ],
    revision: '2020-05-05',
  });
});

test('shows a name without the number that tells namesakes apart, and keeps the number to tell them apart', () => {
  expect(person('1/2-1')).toMatchObject({ name: 'Wei Wang', aliases: ['王偉'], personKeys: ['Wei Wang 0001'] });
});

test('marks the page on which dblp collects people it cannot tell apart', () => {
  expect(person('1/2')).toMatchObject({ name: 'Wei Wang', isDisambiguation: true, personKeys: ['Wei Wang'] });
});

test('reads a page that leads to another', () => {
  expect(redirects).toMatchObject([{ key: 'dblp:homepages/9/9', target: 'dblp:homepages/1/2-1' }]);
});

test('takes other web pages for no people', () => {
  expect(persons).toHaveLength(3);
  expect(paper('persons/Byron99')).toMatchObject({ title: 'Interview', type: 'OTHER', date: { year: 1999 } });
});

test('reads one person’s own file, where authors carry their keys', () => {
  const own = readText(dblp, fixture('person.xml'));
  expect(own.persons.map(({ key, isDisambiguation }) => [key, isDisambiguation])).toEqual([
    ['dblp:homepages/65/9612', undefined],
    ['dblp:homepages/65/0001', true],
  ]);
  expect(own.papers[0]?.authors).toEqual([
    { position: 1, name: 'Ada Byron', personKey: 'Ada Byron', identifiers: [{ scheme: 'DBLP', value: '65/9612' }] },
    { position: 2, name: 'Wei Wang', personKey: 'Wei Wang 0001', identifiers: [{ scheme: 'DBLP', value: '1/2-1' }] },
  ]);
  expect(own.problems).toMatchObject([{ kind: 'bad-identifier', found: 'https://orcid.org/0000-0002-1825-0098' }]);
});

test('keeps a paper without a title, and tells of records it cannot keep', () => {
  const read = readText(
    dblp,
    '<dblp>\n<article key="a/b/C"><author>Ada Byron</author></article>\n<book><title>No Key.</title></book>\n<www key="homepages/1/1"/></dblp>',
  );
  expect(read.papers).toMatchObject([{ title: '[untitled]', authors: [{ name: 'Ada Byron' }] }]);
  expect(read.problems.map(({ kind, line }) => [kind, line])).toEqual([
    ['missing-title', 2],
    ['malformed-record', 3],
    ['malformed-record', 4],
  ]);
});

test.each(['small.xml', 'person.xml'])('recognises %s, by its root', (name) => {
  expect(dblp.sniff({ name: 'a.bin', text: fixture(name), isWhole: true })?.confidence).toBeGreaterThan(0.9);
});

test.each([
  '',
  'dblp',
  '<html><dblp/></html>',
  '<collection id="A00"><volume id="1">',
  '@book{dblp, title = {<dblp>}}',
])('leaves %j to others', (text) => {
  expect(dblp.sniff({ name: 'dblp.xml', text, isWhole: true })).toBeUndefined();
});

test('says the same however the text is cut', () => {
  const whole = readText(dblp, small);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), (cuts) => {
      expect(readText(dblp, small, cuts)).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});

test('survives any damage', () => {
  for (let seed = 0; seed < 400; seed++) {
    const text = damaged(small, seed);
    expect(readText(dblp, text, [1 + (seed % 97)])).toEqual(readText(dblp, text));
  }
});

const shared = sharedData();

describe.skipIf(shared === undefined)('real data', () => {
  const read = (path: string) => readText(dblp, readFileSync(join(shared ?? '', path), 'latin1'), [65_536]);

  test('reads dblp’s own sample without loss', () => {
    const sample = read('dblp/sample.xml');
    expect(sample.papers).toHaveLength(10);
    expect(sample.persons).toHaveLength(6);
    expect(sample.problems).toMatchObject([{ kind: 'mangled-date', found: '" "' }]);
    expect(sample.papers[6]?.authors[1]?.name).toBe('M. Tamer Özsu');
    expect(sample.persons[2]?.personKeys).toEqual(['Hua Lu 0001']);
  });

  test('reads Computational Linguistics with the authors that the Anthology prints, in order', () => {
    const rendered = read('rendered-J/dblp.xml');
    expect(rendered.papers).toHaveLength(1874);
    expect(rendered.papers.filter(({ authors }) => authors.length === 0)).toHaveLength(474);
    expect(rendered.persons).toHaveLength(1617);
    const journals = readdirSync(join(shared ?? '', 'acl/xml'))
      .filter((name) => name.startsWith('J'))
      .sort();
    const source = journals.flatMap(
      (name) => readText(acl, readFileSync(join(shared ?? '', 'acl/xml', name), 'utf8'), undefined, name).papers,
    );
    // The rendering prints everybody by the name that the Anthology shows.
    const shown = new Map<string, string>();
    const list = readText(aclNames, readFileSync(join(shared ?? '', 'acl/name_variants.yaml'), 'utf8'));
    for (const { name, aliases, identifiers } of list.persons) {
      for (const text of [name, ...aliases]) if (!shown.has(text)) shown.set(text, name);
      shown.set(identifiers[0]?.value ?? '', name);
    }
    const shownName = ({ name, identifiers }: Mention): string =>
      shown.get(identifiers?.[0]?.value ?? name) ?? shown.get(name) ?? name;
    let different = 0;
    for (const [at, { authors }] of source.entries()) {
      const printed = rendered.papers[at]?.authors.map(({ name }) => nameSlug(name));
      if (printed?.join() !== authors.map((author) => nameSlug(shownName(author))).join()) different++;
    }
    expect(different).toBe(0);
  });
});
