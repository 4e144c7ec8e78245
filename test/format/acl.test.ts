import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { aclNames } from '../../src/format/acl-names.ts';
import { acl } from '../../src/format/acl.ts';
import { paperId, yearOfName } from '../../src/format/acl/anthology-id.ts';
import { nameSlug } from '../../src/model/index.ts';
import { dblp } from '../../src/format/dblp.ts';
import { decodeHead } from '../../src/format/index.ts';
import type { PaperRecord, Problem } from '../../src/model/index.ts';
import { damaged, readText } from '../support/read-text.ts';
import { sharedData } from '../support/tools.ts';

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/acl/${name}`, import.meta.url)), 'utf8');

const demo = fixture('2099.demo.xml');

test('reads a paper with everything the Anthology says of it', () => {
  const { papers, problems } = readText(acl, demo);
  expect(problems).toEqual([]);
  expect(papers[0]).toEqual({
    kind: 'paper',
    key: 'acl:2099.demo-1.1',
    catalogue: 'acl',
    line: 11,
    title: 'A BERT study of n^2 trees',
    abstract: 'We prune & graft.',
    date: { year: 2099, month: 7 },
    isYearInferred: false,
    categories: [],
    identifiers: [
      { scheme: 'ACL', value: '2099.demo-1.1' },
      { scheme: 'DOI', value: '10.18653/v1/2099.demo-1.1' },
    ],
    authors: [
      {
        position: 1,
        name: 'Ada Byron',
        identifiers: [
          { scheme: 'ACL', value: 'ada-byron' },
          { scheme: 'ORCID', value: '0000-0002-1825-0097' },
        ],
        affiliations: [{ name: 'University of Gardens', identifiers: [] }],
      },
      { position: 2, name: 'Wei Wang', personKey: 'Wang, Wei', nativeName: '王伟' },
      { position: 3, name: 'Mausam', personKey: 'Mausam' },
      // Authors here are always people.
      { position: 4, name: 'Cher Garden Group', personKey: 'Garden Group, Cher' },
    ],
    isAuthorListComplete: true,
    groupAuthors: [],
    institutions: [],
    type: 'CONFERENCE_PAPER',
    venue: { name: 'Proceedings of the First Garden', type: 'CONFERENCE', identifiers: [] },
    isRetracted: true,
  });
});

test('takes front matter for no paper, and a paper without authors for one', () => {
  const { papers } = readText(acl, demo);
  expect(papers.map(({ key, authors }) => [key, authors.length])).toEqual([
    ['acl:2099.demo-1.1', 4],
    ['acl:2099.demo-1.2', 0],
  ]);
});

test('concludes a year that no volume prints from the collection’s name, else from the file’s', () => {
  const text = fixture('A00.xml');
  const { papers, problems } = readText(acl, text);
  expect(papers).toMatchObject([
    { key: 'acl:A00-1001', date: { year: 2000 }, isYearInferred: true },
    { key: 'acl:A00-1012', date: { year: 2000 }, isYearInferred: true, authors: [{ name: 'Ada Byron' }] },
  ]);
  expect(problems.map(({ kind, found }) => [kind, found])).toEqual([
    ['bad-identifier', '10.1000/'],
    ['malformed-record', undefined],
  ]);
  const renamed = text.replace('"A00"', '"x"');
  expect(readText(acl, renamed, undefined, 'data/xml/P79.xml').papers[0]?.date).toEqual({ year: 1979 });
  expect(readText(acl, renamed).papers[0]?.date).toEqual({});
});

test.each([
  ['A00', 2000],
  ['P79', 1979],
  ['C65', 1965],
  ['J59', 2059],
  ['2020.acl', 2020],
  ['2020.acl.xml', 2020],
  ['A00.xml.gz', 2000],
  ['people', undefined],
  ['ABC00', undefined],
])('reads the year of %s', (name, year) => {
  expect(yearOfName(name)).toBe(year);
});

test.each([
  ['P19', '1', '1', 'P19-1001'],
  ['W18', '5', '12', 'W18-0512'],
  ['W18', '12', '3', 'W18-1203'],
  ['D19', '1', '7', 'D19-1007'],
  ['D19', '50', '7', 'D19-5007'],
  ['C69', '1', '1', 'C69-0101'],
  ['2020.acl', 'main', '1', '2020.acl-main.1'],
])('builds the id of %s, volume %s, paper %s', (collection, volume, paper, id) => {
  expect(paperId(collection, volume, paper)).toBe(id);
});

test.each([
  ['Hinrich Schütze', 'hinrich-schutze'],
  ["Brian O'Connor", 'brian-o-connor'],
  ['Ahmed AbuRa’ed', 'ahmed-aburaed'],
  ['J.-P. Søgaard-Łęski', 'j-p-sogaard-leski'],
  ['Mausam', 'mausam'],
  ['', 'none'],
])('makes of %j the slug %s', (name, slug) => {
  expect(nameSlug(name)).toBe(slug);
});

test('tells of a paper that stands in no volume', () => {
  const { papers, problems } = readText(
    acl,
    '<collection id="A00"><paper id="1"><title>Soil</title></paper></collection>',
  );
  expect(papers).toEqual([]);
  expect(problems).toMatchObject([{ kind: 'malformed-record', line: 1 }]);
});

test('leaves MARC’s collections to others', () => {
  const marc = '<?xml version="1.0"?><collection xmlns="http://www.loc.gov/MARC21/slim" id="1"><record><leader/>';
  expect(acl.sniff({ name: 'A00.xml', text: marc, isWhole: false })).toBeUndefined();
  expect(acl.sniff({ name: 'x', text: demo, isWhole: true })?.confidence).toBeGreaterThan(0.9);
});

test('says the same however the text is cut', () => {
  const whole = readText(acl, demo);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), (cuts) => {
      expect(readText(acl, demo, cuts)).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});

test('survives any damage', () => {
  for (let seed = 0; seed < 400; seed++) {
    const text = damaged(demo, seed);
    expect(readText(acl, text, [1 + (seed % 97)])).toEqual(readText(acl, text));
  }
});

const shared = sharedData();

describe.skipIf(shared === undefined)('real data', () => {
  test('reads all 180 files as the independent count has them', () => {
    const folder = join(shared ?? '', 'acl/xml');
    const papers: PaperRecord[] = [];
    const problems: Problem[] = [];
    for (const name of readdirSync(folder)) {
      const read = readText(acl, readFileSync(join(folder, name), 'utf8'), [65_536], name);
      papers.push(...read.papers);
      problems.push(...read.problems);
    }
    const truth = JSON.parse(readFileSync(join(shared ?? '', 'truth/acl_A.json'), 'utf8')) as Readonly<
      Record<'papers' | 'papersWithoutAuthors' | 'authorMentions' | 'distinctSlugNames', number> & {
        papersPerYear: Readonly<Record<string, number>>;
      }
    >;
    const names = new Set(papers.flatMap(({ authors }) => authors.map(({ name }) => name)));
    const perYear: Record<string, number> = {};
    for (const { date } of papers) perYear[String(date.year)] = (perYear[String(date.year)] ?? 0) + 1;
    expect(new Set(papers.map(({ key }) => key)).size).toBe(truth.papers);
    expect(papers.filter(({ authors }) => authors.length === 0)).toHaveLength(truth.papersWithoutAuthors);
    expect(papers.reduce((sum, { authors }) => sum + authors.length, 0)).toBe(truth.authorMentions);
    expect(perYear).toEqual(truth.papersPerYear);
    // The truth counts 26,815 pairs of first and last name; 28 of them print as the same name as another.
    expect(names.size).toBe(26_787);
    expect(new Set([...names].map(nameSlug)).size).toBe(truth.distinctSlugNames);
    expect(problems).toMatchObject([{ kind: 'bad-identifier', file: 'J18.xml', found: '10.1162/' }]);
  }, 60_000);

  test('claims its own files and no others of the shared data', () => {
    const owners = {
      acl: /^acl\/xml\//,
      'acl-names': /^acl\/name_variants/,
      dblp: /^(?:dblp\/sample|rendered-J\/dblp)\.xml$/,
    };
    for (const path of readdirSync(shared ?? '', { recursive: true, encoding: 'utf8' })) {
      if (!/\.[a-z]+$/i.test(path)) continue;
      const text = decodeHead(readFileSync(join(shared ?? '', path)).subarray(0, 65_536));
      if (text === undefined) continue;
      const claims = [acl, aclNames, dblp].filter(
        ({ sniff }) => sniff({ name: path, text, isWhole: false }) !== undefined,
      );
      const expected = Object.entries(owners).filter(([, own]) => own.test(path));
      expect([path, ...claims.map(({ name }) => name)]).toEqual([path, ...expected.map(([name]) => name)]);
    }
  });
});
