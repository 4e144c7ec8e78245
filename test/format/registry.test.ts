/** Which format a file is taken for, over every real file at hand and every fixture. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { describe, expect, test } from 'vitest';

import { decodeHead, formats, paperWriters, recognise } from '../../src/format/index.ts';
import { sharedData } from '../support/tools.ts';

const HEAD_BYTES = 64 * 1024;

function formatOf(path: string): string | undefined {
  const bytes = readFileSync(path);
  const text = decodeHead(bytes.subarray(0, HEAD_BYTES));
  if (text === undefined) return undefined;
  return recognise({ name: path, text, isWhole: bytes.length < HEAD_BYTES })?.format.name;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('formats', () => {
  test('have names, titles and extensions of their own', () => {
    expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
    for (const { name, title, extensions } of formats) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect(title).not.toBe('');
      expect(extensions.length, name).toBeGreaterThan(0);
    }
    expect(new Set(paperWriters.map(({ name }) => name)).size).toBe(paperWriters.length);
  });

  test('take no README, no JSON of something else and no prose for their own', () => {
    for (const file of ['README.md', 'package.json', 'CHANGELOG.md', 'tsconfig.json', 'LICENSE', 'schema.graphql']) {
      expect(formatOf(join(import.meta.dirname, '../..', file)), file).toBeUndefined();
    }
  });
});

const shared = sharedData();

describe.skipIf(shared === undefined)('real files', () => {
  const folder = shared ?? '';
  // Folder, ending of the name → the format all such files are, or undefined where no reader should claim any.
  const expected: readonly (readonly [string, RegExp, string | undefined])[] = [
    ['acl/xml', /\.xml$/, 'acl'],
    ['acl', /name_variants\.yaml$/, 'acl-names'],
    ['acl', /\.rnc$/, undefined],
    ['api', /openalex\.json$/, 'openalex'],
    ['api', /crossref\.json$/, 'crossref'],
    ['api', /datacite\.json$/, undefined],
    ['api/unixref', /\.xml$/, 'unixref'],
    ['api/datacite-xml', /\.xml$/, undefined],
    ['bib', /\.bib$/, 'bibtex'],
    ['dblp', /sample\.xml$/, 'dblp'],
    ['dblp', /\.dtd$/, undefined],
    ['erdos', /./, undefined],
    ['jats-pubmed', /\.nxml$/, undefined],
    ['jats-pubmed', /pubmed-.*\.xml$/, 'pubmed'],
    ['jabref', /\.(?:cff|enw|no_enw|isi)$/, undefined],
    ['jabref', /\.ris$/, 'ris'],
    ['jabref', /\.nbib$/, 'nbib'],
    ['names', /./, undefined],
    ['orcid', /\.xml$/, 'orcid'],
    ['profile', /\.txt$/, 'profile-page'],
    ['rendered-J', /dblp\.xml$/, 'dblp'],
    ['rendered-J', /\.bib$/, 'bibtex'],
    ['rendered-J', /\.ris$/, 'ris'],
    ['rendered-J', /\.csl\.json$/, 'csl-json'],
    ['snap', /./, undefined],
    ['truth', /./, undefined],
    ['vosviewer', /./, undefined],
  ];

  test.each(expected)('in %s named %s are taken for what they are', (below, ending, format) => {
    const files = filesBelow(join(folder, below)).filter((file) => ending.test(file));
    expect(files.length).toBeGreaterThan(0);
    const others = files.filter((file) => formatOf(file) !== format).map((file) => relative(folder, file));
    expect(others).toEqual([]);
  });
});
