// Other people's cases for BibTeX and RIS, and our renderings of one corpus in both. Every difference is named.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readName, splitNames } from '../../src/format/bibtex/names.ts';
import { bibtex } from '../../src/format/bibtex.ts';
import { ris } from '../../src/format/ris.ts';
import { decodeText } from '../../src/format/text/decode.ts';
import type { PaperRecord } from '../../src/model/index.ts';
import { namesOf } from '../support/paper-essence.ts';
import { letters } from '../support/reader-trial.ts';
import { readText } from '../support/read-text.ts';
import { sharedData } from '../support/tools.ts';

const data = sharedData();
const textOf = (path: string): string => decodeText(path, readFileSync(join(data ?? '', path))).text;
const jsonOf = (path: string): unknown => JSON.parse(textOf(path));
const bibPapers = (path: string): readonly PaperRecord[] => readText(bibtex, textOf(path)).papers;
const risPapers = (path: string): readonly PaperRecord[] => readText(ris, textOf(path)).papers;

interface ZoteroCase {
  readonly input: string;
  readonly items: readonly {
    readonly title?: string;
    readonly creators: readonly {
      readonly firstName?: string;
      readonly lastName?: string;
      readonly creatorType: string;
    }[];
  }[];
}

interface NameCase<Expected> {
  readonly input: string;
  readonly expected: Expected;
}

interface NameSuite {
  readonly split_authors: readonly NameCase<readonly string[]>[];
  readonly name_parts: readonly NameCase<object>[];
  readonly nonstrict: readonly NameCase<object>[];
}

/** Zotero's roles of those who are named beside the makers of a work. AU may be an artist, an inventor, a director. */
const BESIDE =
  /^(?:editor|seriesEditor|translator|producer|contributor|performer|castMember|wordsBy|attorneyAgent|sponsor|counsel|recipient|reviewedAuthor|commenter)$/;

function zoteroNames(item: ZoteroCase['items'][number]): string[] {
  const makers = item.creators.filter(({ creatorType }) => !BESIDE.test(creatorType));
  return makers.map(({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' '));
}

describe.skipIf(data === undefined)('real files', () => {
  test.each(readdirSync(join(data ?? '.', data === undefined ? '.' : 'bib')))(
    'bib/%s: every entry is a paper',
    (file) => {
      const text = textOf(`bib/${file}`);
      const entries = text.match(/^[ \t]*@\s*[a-z]+\s*[{(]/gim) ?? [];
      const others = entries.filter((entry) => /@\s*(?:string|preamble|comment|set|xdata)\s*[{(]/i.test(entry));
      const { papers, problems } = readText(bibtex, text);
      expect(papers).toHaveLength(entries.length - others.length);
      // Two macros without a definition (ack-bnb, ack-hk), and a year printed as "198?".
      expect(problems.filter(({ kind }) => kind !== 'unknown-key' && kind !== 'mangled-date')).toEqual([]);
      expect(problems.length).toBeLessThanOrEqual(2);
    },
  );

  test('rendered-J: 1,874 papers in BibTeX and RIS, with the same authors in the same order as in CSL-JSON', () => {
    const fromBib = bibPapers('rendered-J/refs.bib');
    const fromRis = risPapers('rendered-J/refs.ris');
    const csl = jsonOf('rendered-J/refs.csl.json') as { author?: Record<string, string>[] }[];
    const fromCsl = csl.map(({ author = [] }) =>
      author.map((one) => {
        const words = [one['given'], one['non-dropping-particle'], one['family']].filter(Boolean).join(' ');
        return one['suffix'] === undefined ? words : `${words}, ${one['suffix']}`;
      }),
    );
    expect(fromBib).toHaveLength(1874);
    expect(fromRis).toHaveLength(1874);
    expect(fromBib.filter(({ authors }) => authors.length === 0)).toHaveLength(474);
    expect(fromBib.map(namesOf)).toEqual(fromCsl);
    expect(fromRis.map(namesOf)).toEqual(fromCsl);
    expect(fromRis.map(({ citationKey }) => citationKey)).toEqual(fromBib.map(({ citationKey }) => citationKey));
  });

  test('what is claimed is exactly the .bib and .ris files', () => {
    const paths = readdirSync(data ?? '.', { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(data ?? '', path)).isFile(),
    );
    const wrong = paths.filter((path) => {
      const text = textOf(path);
      const head = { name: path, text: text.slice(0, 65_536), isWhole: text.length <= 65_536 };
      const isBib = (bibtex.sniff(head)?.confidence ?? 0) >= 0.5;
      const isRis = (ris.sniff(head)?.confidence ?? 0) >= 0.5;
      return isBib !== path.endsWith('.bib') || isRis !== path.endsWith('.ris');
    });
    // Empty but for a line break.
    expect(wrong).toEqual(EMPTY);
  });
});

const EMPTY = ['jabref/MedlineImporterTestMinimalEntry.bib'];

describe.skipIf(data === undefined)('suites', () => {
  test('bibtexparser names: 203 of 204', () => {
    const suite = jsonOf('names/bibtexparser_names.json') as NameSuite;
    const lists = suite.split_authors.map(({ input, expected }) => ({ input, expected, found: splitNames(input) }));
    const names = [...suite.name_parts, ...suite.nonstrict];
    const parts = names.map(({ input, expected }) => ({ input, expected, found: readName(input) }));
    const wrong = [...lists, ...parts].filter(({ expected, found }) => !isSame(expected, found));
    expect(lists.length + parts.length).toBe(204);
    // bibtexparser takes the accent for a tie and reads two words; LaTeX prints Brandão.
    expect(wrong.map(({ input }) => input)).toEqual(['Brand\\~{a}o, F']);
  });

  // By their letters: the backslashes of one case are doubled ("D\\\\'ecoret"), and Zotero keeps one of each two.
  test('Zotero’s BibTeX: 19 of 19 items', () => {
    let count = 0;
    for (const { input, items } of jsonOf('zotero/BibTeX.json') as ZoteroCase[]) {
      const { papers } = readText(bibtex, input);
      expect(papers).toHaveLength(items.length);
      for (const item of items) {
        const byTitle = papers.find(({ title }) => title === item.title);
        const paper = byTitle ?? papers[items.indexOf(item)];
        const groups = paper?.groupAuthors ?? [];
        // Zotero lists organisations among the people.
        const expected = zoteroNames(item).filter((name) => !groups.includes(name));
        expect(namesOf(paper).map(letters)).toEqual(expected.map(letters));
        count++;
      }
    }
    expect(count).toBe(19);
  });

  test('Zotero’s RIS: 91 of 91 items', () => {
    let count = 0;
    for (const { input, items } of jsonOf('zotero/RIS.json') as ZoteroCase[]) {
      const { papers } = readText(ris, input);
      const starts = input.split('\n').flatMap((line, index) => (/^TY {2}-/.test(line) ? [index + 1] : []));
      for (const [index, item] of items.entries()) {
        const paper = papers.find(({ line }) => line === starts[index]);
        expect(namesOf(paper), `${item.title} ${starts[index]}`).toEqual(zoteroNames(item));
        count++;
      }
    }
    expect(count).toBe(91);
  });

  test('JabRef’s RIS: six of seven files say the authors of their .bib', () => {
    const files = readdirSync(join(data ?? '', 'jabref')).filter((file) => file.endsWith('.ris'));
    const wrong = files.filter((file) => {
      const fromRis = risPapers(`jabref/${file}`).map(namesOf);
      return !isSame(fromRis, bibPapers(`jabref/${file.replace('.ris', '.bib')}`).map(namesOf));
    });
    expect(files).toHaveLength(7);
    // Its A2 lines, which are editors in RIS and in JabRef's other cases, JabRef takes for authors here.
    expect(wrong).toEqual(['RisImporterTest1.ris']);
  });

  test('JabRef’s BibTeX: every file is read, whatever its encoding', () => {
    const files = readdirSync(join(data ?? '', 'jabref')).filter((file) => file.endsWith('.bib'));
    for (const file of files) {
      const { papers, problems } = readText(bibtex, textOf(`jabref/${file}`));
      const untitled = problems.filter(({ kind, kept }) => kind === 'missing-title' && kept === 'nothing').length;
      const entries = textOf(`jabref/${file}`).match(/^\s*@(?!string|comment|preamble)\w+\s*\{/gim) ?? [];
      expect(papers.length + untitled, file).toBe(entries.length);
    }
  });
});

/** Compares what both have: arrays by order, objects by the keys of the first. */
function isSame(expected: unknown, found: unknown): boolean {
  const order = (value: unknown): string =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    );
  return order(expected) === order(found);
}
