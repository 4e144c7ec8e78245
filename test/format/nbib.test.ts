import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nbib } from '../../src/format/nbib.ts';
import { cutAt, damaged, letters, tryReader } from '../support/reader-trial.ts';
import { sharedData } from '../support/tools.ts';
import { zoteroCases, zoteroPeople } from '../support/zotero.ts';

const text = readFileSync(join(import.meta.dirname, '../fixtures/nbib/records.nbib'), 'utf8');
const { papers, problems } = tryReader(nbib, text);
const [islands, weather, lessons] = papers;
const shared = sharedData();

const sniff = (head: string) => nbib.sniff({ name: 'x', text: head, isWhole: true });

describe('MEDLINE tagged text', () => {
  it('reads a record for each block of tags', () => {
    expect(papers.map(({ key, line }) => [key, line])).toEqual([
      ['pubmed:90000001', 2],
      ['pubmed:90000002', 41],
      ['pubmed:eric:ed000001', 54],
    ]);
  });

  it('says names in reading order, suffix last', () => {
    expect(islands?.authors.map(({ name, position }) => [position, name])).toEqual([
      [1, 'Ada Byron'],
      [2, 'Peter van der Berg'],
      [3, 'Martin Luther King, Jr'],
      [4, 'Selvamani'],
    ]);
  });

  it('gives ORCID and affiliations to the author above them', () => {
    expect(islands?.authors[0]?.identifiers).toEqual([{ scheme: 'ORCID', value: '0000-0002-1825-0097' }]);
    expect(islands?.authors[0]?.affiliations?.map(({ name }) => name)).toEqual([
      'University of One, Town.',
      'Institute of Two, City.',
    ]);
    expect(islands?.authors[3]?.affiliations).toBeUndefined();
  });

  it('keeps groups apart, and neither editors nor investigators', () => {
    expect(islands?.groupAuthors).toEqual(['The Weather Group']);
    expect(islands?.isAuthorListComplete).toBe(true);
  });

  it('reads the short names of old records, and the mark of a cut list', () => {
    expect(weather?.authors.map(({ name }) => name)).toEqual(['A Byron', 'I D Hiles']);
    expect(weather?.isAuthorListComplete).toBe(false);
    expect(weather?.authorCount).toBeUndefined();
  });

  it('joins continued lines, drops markup and the catalogue’s full stop', () => {
    expect(islands?.title).toBe('On the weather of small islands');
  });

  it('takes the title in the paper’s own language where there is no other', () => {
    expect(weather?.title).toBe('Über das Wetter');
  });

  it('finds identifiers under every tag, each once', () => {
    expect(islands?.identifiers).toEqual([
      { scheme: 'PUBMED', value: '90000001' },
      { scheme: 'PMC', value: 'PMC7000001' },
      { scheme: 'DOI', value: '10.1000/islands.1' },
    ]);
    expect(lessons?.identifiers).toEqual([{ scheme: 'DOI', value: '10.1000/islands.3' }]);
  });

  it('dates a range by its beginning', () => {
    expect(papers.map(({ date }) => date)).toEqual([
      { year: 2019, month: 1 },
      { year: 1998, month: 12 },
      { year: 2019, month: 4 },
    ]);
  });

  it('tells type, retraction, venue and revision', () => {
    expect(islands).toMatchObject({ type: 'ARTICLE', isRetracted: true, revision: '20210304' });
    expect(islands?.venue).toEqual({
      name: 'Journal of islands',
      type: 'JOURNAL',
      identifiers: [{ scheme: 'ISSN', value: '1234-5679' }],
    });
    expect(lessons?.type).toBe('REPORT');
    expect(lessons?.isRetracted).toBeUndefined();
  });

  it('tells of a line without a tag and reads on', () => {
    expect(problems.map(({ kind, line, found }) => [kind, line, found])).toEqual([
      ['lost-text', 52, 'This line belongs to nothing.'],
    ]);
  });

  it('begins a record at a second PMID where the blank line is missing', () => {
    const joined = tryReader(nbib, 'PMID- 1\nTI  - One\nAU  - Byron A\nPMID- 2\nTI  - Two\nAU  - Byron A\n');
    expect(joined.papers.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('does not break a record of PubMed at a stray blank line', () => {
    const broken = tryReader(nbib, 'PMID- 1\nTI  - One\n\nFAU - Byron, Ada\nAU  - Byron A\n');
    expect(broken.papers.map(({ authors }) => authors.map(({ name }) => name))).toEqual([['Ada Byron']]);
  });

  it('keeps a record without title for its identifier, and tells of it', () => {
    const { papers, problems } = tryReader(nbib, 'PMID- 1\n\nPT  - Letter\n');
    expect(papers.map(({ title }) => title)).toEqual(['[untitled]']);
    expect(problems.map(({ kind }) => kind)).toEqual(['missing-title']);
    expect(tryReader(nbib, 'OWN - X\nPT  - Letter\n')).toMatchObject({
      papers: [],
      problems: [{ kind: 'missing-title' }],
    });
  });

  it('leaves a bad identifier out and tells of it', () => {
    const { papers, problems } = tryReader(
      nbib,
      'PMID- 1\nTI  - One\nFAU - Byron, Ada\nAUID- ORCID: 0000-0002-1825-0098\n',
    );
    expect(papers[0]?.authors).toEqual([{ position: 1, name: 'Ada Byron' }]);
    expect(problems.map(({ kind }) => kind)).toEqual(['bad-identifier']);
  });

  it('skips a line longer than any real one, and reads what follows', () => {
    const block = 'x'.repeat(2 ** 23);
    const pieces = ['PMID- 1\nTI  - One\nAB  - ', ...Array.from({ length: 9 }, () => block), '\r', '\nAU  - Byron A\n'];
    const { papers, problems } = tryReader(nbib, pieces);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['too-long', 3]]);
    expect(papers.map(({ authors }) => authors.length)).toEqual([1]);
  });

  it('says the same however the text is cut', () => {
    const whole = tryReader(nbib, text.replaceAll('\n', '\r\n'));
    fc.assert(
      fc.property(fc.array(fc.nat(text.length * 2), { maxLength: 30 }), (places) => {
        expect(tryReader(nbib, cutAt(text.replaceAll('\n', '\r\n'), places))).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('survives every damage', () => {
    for (const broken of damaged(text, 400)) expect(() => tryReader(nbib, broken)).not.toThrow();
  });

  it('is recognised by its tags, and RIS is not taken for it', () => {
    expect(sniff(text)?.confidence).toBeGreaterThan(0.9);
    expect(sniff(text)?.reason).toContain('PMID- 90000001');
    expect(sniff('TY  - JOUR\nAU  - Byron, Ada\nER  - \n')).toBeUndefined();
    expect(sniff('A page\nthat mentions PMID- 1\n')).toBeUndefined();
    expect(sniff('')).toBeUndefined();
  });
});

describe.skipIf(shared === undefined)('MEDLINE tagged text as others expect it', () => {
  it('says the people of every case of Zotero', () => {
    const cases = zoteroCases(shared, 'MEDLINEnbib.json');
    const read = cases.flatMap(({ input }) => tryReader(nbib, input).papers);
    const expected = cases.flatMap(({ items }) => items);
    expect(read.length).toBe(expected.length);
    expect(read.map(({ authors }) => authors.map(({ name }) => letters(name)))).toEqual(expected.map(zoteroPeople));
  });

  // JabRef files corporate authors apart from authors, as we do; its second file has no author but in one record.
  it.each([
    ['NbibImporterTest.nbib', [['Basavaradhya Sahukar Shruthi', 'Palani Vinodhkumar', 'Selvamani']]],
    ['MedlinePlainImporterTestCompleteEntry.txt', [['Vicky Long', 'Hilary Marland']]],
    ['MedlinePlainImporterTestMultipleEntries.txt', [['Vicky Long', 'Hilary Marland'], [], [], [], [], [], []]],
  ])('says the people of JabRef’s %s', (file, people) => {
    const { papers } = tryReader(nbib, readFileSync(join(shared ?? '', 'jabref', file), 'utf8'));
    expect(papers.map(({ authors }) => authors.map(({ name }) => name))).toEqual(people);
  });
});
