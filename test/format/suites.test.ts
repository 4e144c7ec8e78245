// Which records of other people's suites are compared, and which have no reader: every file is in one of the two lists.
// README.md beside this file tells each suite's share and every difference.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { bibtex } from '../../src/format/bibtex.ts';
import { decodeText, recognise } from '../../src/format/index.ts';
import { namesOf } from '../support/paper-essence.ts';
import { plainEntries } from '../support/plain-bibtex.ts';
import { letters } from '../support/reader-trial.ts';
import { readText } from '../support/read-text.ts';
import { sharedData } from '../support/tools.ts';

const data = sharedData();
const told = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const filesOf = (folder: string): string[] => (data === undefined ? [] : readdirSync(join(data, folder)));
const textOf = (path: string): string => decodeText(path, readFileSync(join(data ?? '', path))).text;

/** The reader that takes a text, or undefined. */
function readerOf(name: string, text: string): string | undefined {
  const found = recognise({ name, text: text.slice(0, 65_536), isWhole: text.length <= 65_536 });
  return found !== undefined && 'format' in found ? found.format.name : undefined;
}

function countsBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe.skipIf(data === undefined)('every record of the suites', () => {
  test('of ADS is a Crossref record, and compared in unixref.test.ts, or in a format that nobody reads', () => {
    const files = filesOf('ads/input');
    const readers = files.map((file) => readerOf(file, textOf(`ads/input/${file}`)));
    const read = files.filter((_, at) => readers[at] !== undefined);
    expect(read).toEqual(files.filter((file) => file.startsWith('crossref')));
    expect(new Set(readers)).toEqual(new Set(['unixref', undefined]));
    const unread = files.filter((file) => !read.includes(file)).map((file) => file.split('_')[0]?.split('-')[0] ?? '');
    expect(countsBy(unread)).toEqual({
      arxiv: 3,
      copernicus: 4,
      datacite: 5,
      dubcore: 2,
      els: 7,
      ieee: 1,
      jats: 37,
      mdpi: 2,
      nlm: 1,
      wiley: 3,
      zenodo: 3,
    });
    for (const [kind, count] of Object.entries(countsBy(unread))) expect(told, kind).toContain(`\`${kind}\` ${count}`);
  });

  test('of Zotero is read by the reader of its format, or by none', () => {
    const readers = filesOf('zotero').map((file) => {
      const cases = JSON.parse(textOf(`zotero/${file}`)) as { readonly input: string }[];
      return [file, [...new Set(cases.map(({ input }) => readerOf(file, input) ?? 'none'))].join()];
    });
    expect(Object.fromEntries(readers)).toEqual({
      'BibTeX.json': 'bibtex',
      'CSL_JSON.json': 'csl-json',
      'Crossref_Unixref_XML.json': 'unixref',
      'Datacite_JSON.json': 'none',
      'Endnote_XML.json': 'none',
      'MARC.json': 'none',
      'MARCXML.json': 'none',
      'MEDLINEnbib.json': 'nbib',
      'MODS.json': 'none',
      'OVID_Tagged.json': 'none',
      'OpenAlex_JSON.json': 'openalex',
      'Primo_Normalized_XML.json': 'none',
      'PubMed_XML.json': 'pubmed',
      'RIS.json': 'ris',
      'RefWorks_Tagged.json': 'none',
      'ReferBibIX.json': 'none',
      'Web_of_Science_Tagged.json': 'none',
    });
    for (const [file = '', reader] of readers) {
      if (reader === 'none') expect(told).toContain(file.replace('.json', '').replaceAll('_', ' '));
    }
  });

  test('of JabRef is read by the reader of its format, or by none', () => {
    const readers = filesOf('jabref').map((file) => readerOf(file, textOf(`jabref/${file}`)) ?? 'none');
    expect(countsBy(readers)).toEqual({ bibtex: 45, nbib: 3, none: 39, pubmed: 5, ris: 7 });
  });
});

describe.skipIf(data === undefined)('the authors of BibTeX', () => {
  // "Sa, M. CM.; Kascheres, A." and one like it: the reader parts the names at the semicolons, as who wrote them did.
  test('in JabRef’s files are those that a plain reading of each entry gives, but for two lists with semicolons', () => {
    const files = filesOf('jabref').filter((file) => file.endsWith('.bib'));
    const { count, different } = compared(files, 'jabref');
    expect(count).toBe(81);
    expect(different).toEqual([
      'BiblioscapeImporterTestJournalArticle.bib:1 mcmsa,akascheres',
      'BiblioscapeImporterTestKeywords.bib:1 fbaklouti,schuang,tktang,jdelaunay,vtmarchesi,ejbenz',
    ]);
  });

  // "Sherry, John F., Jr.": the suffix stands last, where BibTeX's rules look for the given name.
  test('in bib/ are those that a plain reading of each entry gives, but for a suffix in the wrong place', () => {
    const { count, different } = compared(filesOf('bib'), 'bib');
    expect(count).toBe(5838);
    expect(different).toEqual(['complex.bib:154 ericvonhippel,josephmreaglejr,johnfsherryjr,johanavandenhueveljr']);
  });
});

/** How many entries a plain reading gives the authors of, and what the reader gives where it differs. */
function compared(files: readonly string[], folder: string): { count: number; different: string[] } {
  let count = 0;
  const different: string[] = [];
  for (const file of files) {
    const text = textOf(`${folder}/${file}`);
    const { papers } = readText(bibtex, text);
    const byLine = new Map(papers.map((paper) => [paper.line, paper]));
    for (const { line, names } of plainEntries(text)) {
      if (names === undefined) continue;
      count++;
      const paper = byLine.get(line);
      const groups = new Set(paper?.groupAuthors.map(letters));
      const expected = names.filter((name) => !groups.has(name));
      const found = namesOf(paper).map((name) => letters(name.replaceAll('ı', 'i')));
      if (found.join() !== expected.join()) different.push(`${file}:${line} ${found.join()}`);
    }
  }
  return { count, different };
}
