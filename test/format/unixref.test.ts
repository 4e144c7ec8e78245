import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { unixref } from '../../src/format/unixref.ts';
import { cutAt, damaged, letters, tryReader } from '../support/reader-trial.ts';
import { sharedData } from '../support/tools.ts';
import { zoteroCases, zoteroPeople } from '../support/zotero.ts';

const text = readFileSync(join(import.meta.dirname, '../fixtures/unixref/reply.xml'), 'utf8');
const { papers, problems } = tryReader(unixref, text);
const [islands, chapter, book] = papers;
const shared = sharedData();

const sniff = (head: string) => unixref.sniff({ name: 'x', text: head, isWhole: true });

describe('Crossref Unixref XML', () => {
  it('reads one paper for each item, and tells of a DOI that nobody has', () => {
    expect(papers.map(({ key, type }) => [key, type])).toEqual([
      ['crossref:10.1000/islands.1', 'ARTICLE'],
      ['crossref:10.1000/book.2', 'CHAPTER'],
      ['crossref:10.1000/book', 'EDITED_VOLUME'],
    ]);
    expect(problems).toMatchObject([{ kind: 'malformed-record', found: '10.1000/nothing' }]);
    expect(problems[0]?.message).toContain('DOI not found');
  });

  it('counts people only: no groups, no editors, no "et al."', () => {
    expect(islands?.authors.map(({ name, position }) => [position, name])).toEqual([
      [1, 'Ada Byron'],
      [2, 'Martin Luther King, Jr.'],
      [3, 'Selvamani'],
    ]);
    expect(islands?.groupAuthors).toEqual(['The Weather Group']);
    expect(islands?.isAuthorListComplete).toBe(false);
    expect(book?.authors).toEqual([]);
  });

  it('reads ORCID iDs and affiliations of both spellings', () => {
    expect(islands?.authors[0]?.identifiers).toEqual([{ scheme: 'ORCID', value: '0000-0002-1825-0097' }]);
    expect(islands?.authors.map(({ affiliations = [] }) => affiliations)).toEqual([
      [{ name: 'University of One', identifiers: [] }],
      [{ name: 'Institute of Two', identifiers: [{ scheme: 'ROR', value: '03yrm5c26' }] }],
      [],
    ]);
  });

  it('takes the DOI of the item, not of its journal, its figures or its references', () => {
    expect(islands?.identifiers).toEqual([{ scheme: 'DOI', value: '10.1000/islands.1' }]);
  });

  it('joins title and subtitle, and falls back on the original title', () => {
    expect(papers.map(({ title }) => title)).toEqual([
      'The Island Weather: A Survey',
      'Om vädret',
      'A Book of Islands',
    ]);
  });

  it('dates a paper by its earliest publication, a chapter by its book', () => {
    expect(papers.map(({ date }) => date)).toEqual([{ year: 2019, month: 3 }, { year: 2009 }, {}]);
  });

  it('names the venue and counts citations where they are told', () => {
    expect(islands?.venue).toEqual({
      name: 'Journal of Islands',
      type: 'JOURNAL',
      identifiers: [{ scheme: 'ISSN', value: '1234-5679' }],
    });
    expect(chapter?.venue?.name).toBe('A Book of Islands');
    expect(papers.map(({ citationCount }) => citationCount)).toEqual([39, undefined, undefined]);
  });

  it('reads bare records too', () => {
    const record = text.slice(text.indexOf('<crossref xmlns'), text.indexOf('</crossref>') + '</crossref>'.length);
    const bare = tryReader(unixref, record);
    expect(bare.problems).toEqual([]);
    expect(bare.papers.map(({ key }) => key)).toEqual(['crossref:10.1000/islands.1']);
    const listed = tryReader(unixref, `<doi_records><doi_record>${record}</doi_record></doi_records>`);
    expect(listed.papers.map(({ authors }) => authors)).toEqual(bare.papers.map(({ authors }) => authors));
  });

  it('says the same however the text is cut', () => {
    const whole = tryReader(unixref, text);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 30 }), (places) => {
        expect(tryReader(unixref, cutAt(text, places))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it('survives every damage', () => {
    for (const broken of damaged(text, 300)) expect(() => tryReader(unixref, broken)).not.toThrow();
  });

  it('is recognised by its root', () => {
    expect(sniff(text)?.reason).toBe('XML with the root element <crossref_result>');
    expect(sniff('<resource xmlns="http://datacite.org/schema/kernel-4"/>')).toBeUndefined();
  });
});

describe.skipIf(shared === undefined)('Crossref Unixref XML as the services answer', () => {
  // One title says nothing of its own: the first figure of a paper, described by an empty element.
  it('reads every file of api/unixref as one paper under its own DOI', () => {
    const folder = join(shared ?? '', 'api/unixref');
    for (const file of readdirSync(folder)) {
      const { papers, problems } = tryReader(unixref, readFileSync(join(folder, file), 'utf8'));
      const doi = file
        .replace(/\.xml$/, '')
        .replace('_', '/')
        .toLowerCase();
      expect(papers.map(({ key }) => key.replaceAll('_', '/'))).toEqual([`crossref:${doi.replaceAll('_', '/')}`]);
      expect(
        problems.map(({ kind }) => kind),
        file,
      ).toEqual(file.includes('.g001') ? ['missing-title'] : []);
    }
  });

  // Proceedings name their chairs with that role too: people of the container are not the paper's.
  it('sees in api/unixref every person with the role of an author', () => {
    const folder = join(shared ?? '', 'api/unixref');
    for (const file of readdirSync(folder)) {
      const source = readFileSync(join(folder, file), 'utf8');
      const item = source.slice(Math.max(0, source.search(/<(?:conference_paper|content_item)[ >]/)));
      const people = [...item.matchAll(/<person_name[^>]*contributor_role="author"[^>]*>[\s\S]*?<surname>(.*?)</g)];
      const [paper] = tryReader(unixref, source).papers;
      const read = paper?.authors.map(({ name }) => letters(name)) ?? [];
      expect(read.length, file).toBe(people.length);
      for (const [at, [, surname = '']] of people.entries()) expect(read[at], file).toContain(letters(surname));
    }
  });

  // The expected lists leave out an organisation that the publisher made an author; it is a group here.
  it('says the people of every Crossref record of the ADS suite', () => {
    const folder = join(shared ?? '', 'ads');
    const files = readdirSync(join(folder, 'input')).filter((file) => /^crossref.*\.xml$/.test(file));
    expect(files.length).toBe(8);
    for (const file of files) {
      const input = readFileSync(join(folder, 'input', file), 'utf8');
      expect(sniff(input)?.confidence, file).toBeGreaterThan(0.5);
      const { papers, problems } = tryReader(unixref, input);
      expect(problems, file).toEqual([]);
      const path = join(folder, 'expected', file.replace(/\.xml$/, '.json'));
      const { authors = [] } = JSON.parse(readFileSync(path, 'utf8')) as { readonly authors?: readonly AdsAuthor[] };
      const read = papers.map((paper) => paper.authors.map(({ name }) => letters(name)));
      expect(read, file).toEqual([authors.map(({ name }) => letters(`${name.given_name ?? ''}${name.surname}`))]);
    }
  });

  it('says the people of every case of Zotero', () => {
    const cases = zoteroCases(shared, 'Crossref_Unixref_XML.json');
    const read = cases.map(({ input }) => tryReader(unixref, input).papers.map(({ authors }) => authors));
    expect(read.map((papers) => papers.map((authors) => authors.map(({ name }) => letters(name))))).toEqual(
      cases.map(({ items }) => items.map(zoteroPeople)),
    );
  });
});

interface AdsAuthor {
  readonly name: { readonly given_name?: string; readonly surname: string };
}
