import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bibtex, openBibtex } from '../../src/format/bibtex.ts';
import type { Format } from '../../src/format/index.ts';
import { namesOf } from '../support/paper-essence.ts';
import { damaged, readText } from '../support/read-text.ts';

const small = readFileSync(new URL('../fixtures/bibtex/small.bib', import.meta.url), 'utf8');
const { papers, problems } = readText(bibtex, small);
const paper = (key: string): (typeof papers)[number] | undefined => papers.find((one) => one.citationKey === key);
const one = (entry: string): (typeof papers)[number] | undefined => readText(bibtex, entry).papers[0];
const authors = (value: string): string[] => namesOf(one(`@misc{x, title={T}, author={${value}}}`));
const kinds = (text: string): string[] => readText(bibtex, text).problems.map(({ kind, line }) => `${kind} ${line}`);

describe('the small file', () => {
  test('holds eight papers, of which the broken one is a problem', () => {
    expect(papers.map(({ citationKey }) => citationKey)).toEqual([
      'byron:1843/notes+1',
      'proc2001',
      'murray2001',
      'babbage',
      undefined,
      'broken',
      'after',
      'extra',
    ]);
    expect(problems.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['malformed-record 39']);
  });

  test('says type, date, venue and identifiers', () => {
    expect(paper('byron:1843/notes+1')).toMatchObject({
      line: 8,
      title: 'On Looms that Learn — a Study of H2O',
      date: { year: 1843, month: 9, day: 12 },
      type: 'ARTICLE',
      isAuthorListComplete: false,
      venue: { name: 'Journal of Looms', type: 'JOURNAL', identifiers: [{ scheme: 'ISSN', value: '0097-8418' }] },
      identifiers: [{ scheme: 'DOI', value: '10.1000/abc_1' }],
    });
  });

  test('prints names as they are read, and keeps groups apart', () => {
    expect(namesOf(paper('byron:1843/notes+1'))).toEqual(['Ada Byron', 'Émile de la Tour', 'Martin Luther King, Jr.']);
    expect(namesOf(paper('murray2001'))).toEqual(['Grace Murray', 'Kurt Gödel']);
    expect(paper('murray2001')?.groupAuthors).toEqual(['The ENIAC Team']);
    expect(namesOf(paper('babbage'))).toEqual(['Charles Babbage, Jr.', 'Ludwig van Beethoven']);
  });

  test('inherits from crossref and xdata, before or after; editors are no authors', () => {
    expect(paper('murray2001')).toMatchObject({
      date: { year: 2001, month: 6 },
      venue: { name: 'Proceedings of the Loom Society', type: 'CONFERENCE' },
    });
    expect(paper('babbage')).toMatchObject({ title: 'Engines: A History', date: { year: 1999, month: 10, day: 2 } });
    expect(namesOf(paper('proc2001'))).toEqual([]);
  });

  test('says the same in pieces cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (cuts) => {
        expect(readText(bibtex, small, cuts)).toEqual(readText(bibtex, small));
      }),
    );
    expect(readText(bibtex, small, [1])).toEqual(readText(bibtex, small));
  });

  test('never throws when damaged, and keeps time', () => {
    const began = performance.now();
    for (let seed = 0; seed < 500; seed++) readText(bibtex, damaged(small, seed), [97]);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('names follow BibTeX', () => {
  test('von parts, commas, braces and suffixes', () => {
    expect(authors('Peter van der Berg and van der Berg, Peter')).toEqual(['Peter van der Berg', 'Peter van der Berg']);
    expect(authors('King, Jr., Martin and Martin King, Jr. and King, Martin, Jr.')).toEqual([
      'Martin King, Jr.',
      'Martin King, Jr.',
      'Martin King, Jr.',
    ]);
    expect(authors('{Delgado de Molina}, A. and J. {Barnes and Noble}')).toEqual([
      'A. Delgado de Molina',
      'J. Barnes and Noble',
    ]);
    expect(authors("{\\'E}mile Zola and {\\'A}")).toEqual(['Émile Zola', 'Á']);
  });

  test('groups are in double braces or say what they are', () => {
    const read = one('@misc{x, title={T}, author={{{\\TeX} Team} and Ada Byron and The ATLAS Collaboration}}');
    expect(read?.groupAuthors).toEqual(['TeX Team', 'The ATLAS Collaboration']);
    expect(read?.authors).toEqual([{ position: 1, name: 'Ada Byron' }]);
    expect(one('@misc{x, title={T}, author={A B}, collaboration={ALICE}}')?.groupAuthors).toEqual(['ALICE']);
  });

  test('a list cut by "and others" or "et al." is not complete', () => {
    for (const cut of ['Ada Byron and others', 'Ada Byron et al.', 'Ada Byron and {others}']) {
      const read = one(`@misc{x, title={T}, author={${cut}}}`);
      expect([namesOf(read), read?.isAuthorListComplete], cut).toEqual([['Ada Byron'], false]);
    }
  });

  test('lists written with commas, semicolons or one more pair of braces still name everybody', () => {
    expect(authors('Ada Byron, Charles Babbage, Grace Murray, Kurt Gödel')).toHaveLength(4);
    expect(authors('Byron, A.; Babbage, C.')).toEqual(['A. Byron', 'C. Babbage']);
    expect(authors('{Byron, Ada and Babbage, Charles}')).toEqual(['Ada Byron', 'Charles Babbage']);
    expect(kinds('@misc{x, title={T}, author={A B, C D, E F, G H}}')).toEqual(['malformed-record 1']);
  });
});

describe('dates', () => {
  test.each([
    ['date={2005-06-12/2006}', { year: 2005, month: 6, day: 12 }],
    ['date={1723~}', { year: 1723 }],
    ['date={2001-21}', { year: 2001 }],
    ['year={[2005?]}', { year: 2005 }],
    ['year={c1999}, month={16 } # mar', { year: 1999, month: 3, day: 16 }],
    ['year=1999, month={May/June}', { year: 1999, month: 5 }],
    ['year=1999, month=7, day=4', { year: 1999, month: 7, day: 4 }],
    ['year={in press}', {}],
  ])('%s', (fields, date) => {
    const read = readText(bibtex, `@misc{x, title={T}, ${fields}}`);
    expect(read.papers[0]?.date).toEqual(date);
    expect(read.problems).toEqual([]);
  });

  test('a date that cannot be read or cannot be is a problem', () => {
    expect(kinds('@misc{x, title={T}, year={198?}}')).toEqual(['mangled-date 1']);
    expect(kinds('@misc{x, title={T}, date={2021-02-29}}')).toEqual(['impossible-date 1']);
  });
});

describe('identifiers', () => {
  test('hide in many fields', () => {
    const ids = (fields: string): string[] =>
      (one(`@misc{x, title={T}, ${fields}}`)?.identifiers ?? []).map(({ scheme, value }) => `${scheme} ${value}`);
    expect(ids('doi={http://doi.acm.org/10.1145/1137627.1137631}')).toEqual(['DOI 10.1145/1137627.1137631']);
    expect(ids('url={http://dx.doi.org/10.1109/WICSA.2015.29}')).toEqual(['DOI 10.1109/wicsa.2015.29']);
    expect(ids('journal={CoRR}, volume={abs/1706.03762}')).toEqual(['ARXIV 1706.03762']);
    expect(ids('journal={arXiv preprint arXiv:1706.03762}')).toEqual(['ARXIV 1706.03762']);
    expect(ids('url={https://aclanthology.org/P19-1001}')).toEqual(['ACL P19-1001']);
    expect(ids('url={https://looms.example/}')).toEqual([]);
  });

  test('a bad one is left out and the paper stays', () => {
    expect(kinds('@misc{x, title={T}, doi={none}}')).toEqual(['bad-identifier 1']);
    expect(one('@misc{x, title={T}, doi={none}}')?.identifiers).toEqual([]);
  });

  test('a chapter does not get its book’s ISBN', () => {
    expect(one('@inbook{x, title={T}, isbn={978-3-16-148410-0}}')?.identifiers).toEqual([]);
  });
});

describe('what a file may do', () => {
  test('keyless entries, missing commas, stray text, lone CR', () => {
    expect(one('@article{title = {T}, year=2000}')?.title).toBe('T');
    expect(one('@article{key\n title = {T}\n year=2000}')).toMatchObject({ citationKey: 'key', date: { year: 2000 } });
    expect(one('@article{a key, title = {T}}')?.citationKey).toBe('a key');
    expect(readText(bibtex, '@misc{a,\r title={T}}\r\r@misc{b,\r title={U}}').papers.map(({ line }) => line)).toEqual([
      1, 4,
    ]);
  });

  test('macros that nobody defined keep their name and are said once', () => {
    const text = '@article{a, title={T}, journal=jfoo}\n@article{b, title={U}, journal=jfoo # " B"}';
    expect(readText(bibtex, text).papers.map(({ venue }) => venue?.name)).toEqual(['jfoo', 'jfoo B']);
    expect(kinds(text)).toEqual(['unknown-key 1']);
  });

  test('a parent that never comes is a problem, and a circle of parents is none for us', () => {
    expect(kinds('@inproceedings{a, title={T}, crossref={nobody}}')).toEqual(['unknown-key 1']);
    const circle = '@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}}';
    expect(readText(bibtex, circle).papers).toHaveLength(2);
  });

  test('a file that stops inside an entry keeps what was read', () => {
    const read = readText(bibtex, '@article{a, title={Whole}, author={Ada Byron}, abstract={It sto');
    expect(read.papers[0]).toMatchObject({ title: 'Whole', authors: [{ name: 'Ada Byron' }] });
    expect(read.problems.map(({ kind }) => kind)).toContain('truncated-file');
  });

  test('an entry longer than any real one is passed over, the next is read', () => {
    const bounded: Format = { ...bibtex, open: (context) => openBibtex(context, 1_000) };
    const text = `@misc{a, title={${'x'.repeat(5_000)}}}\n@misc{b, title={After}}`;
    const read = readText(bounded, text, [100]);
    expect(read.papers.map(({ title }) => title)).toEqual(['After']);
    expect(read.problems.map(({ kind }) => kind)).toEqual(['too-long']);
  });

  test('an entry without a title is kept when it has authors', () => {
    expect(one('@misc{x, author={Ada Byron}}')?.title).toBe('[untitled]');
    expect(readText(bibtex, '@misc{x, note={n}}').papers).toEqual([]);
    expect(kinds('@misc{x, note={n}}')).toEqual(['missing-title 1']);
  });

  test('costs linear time whatever it holds', () => {
    const began = performance.now();
    const parts = [
      '@',
      '@a{',
      '@misc{x, a={',
      '{',
      '"',
      '\n',
      ' ',
      '@misc{x,\n',
      ',',
      'a=',
      '@misc{x, title={T}}\n',
      '\n@misc{',
    ];
    for (const part of parts) {
      readText(bibtex, part.repeat(50_000), [65_536]);
      readText(bibtex, `@misc{x, title={${part.repeat(50_000)}`);
      readText(bibtex, `@misc{x,${part.repeat(50_000)}}`);
    }
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('a record is known by its content, not by its file', () => {
    const [first, again] = readText(
      bibtex,
      '@misc{a, title={T}, year=2000}\n\n@misc{a, title={{T}}, year={2000}}',
    ).papers;
    expect(first?.key).toBe(again?.key);
    const [one1, two] = readText(bibtex, '@misc{, title={T}, author={A B}}@misc{, title={T}, author={C D}}').papers;
    expect(one1?.key).not.toBe(two?.key);
  });
});
