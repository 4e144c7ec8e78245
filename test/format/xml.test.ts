import fc from 'fast-check';
import { expect, test } from 'vitest';

import { LATIN1_ENTITIES, XHTML_ENTITIES } from '../../src/format/text/entities.ts';
import { rootOf } from '../../src/format/text/xml-root.ts';
import { XmlRecords } from '../../src/format/text/xml.ts';
import { childText, textOf } from '../../src/format/text/xml/element.ts';
import type { XmlElement } from '../../src/format/text/xml/element.ts';
import type { Problem } from '../../src/model/index.ts';
import { damaged, piecesOf } from '../support/read-text.ts';

interface Read {
  readonly records: readonly XmlElement[];
  readonly events: readonly string[];
  readonly problems: readonly Problem[];
}

function read(text: string, cuts: readonly number[] = [text.length], longestRecord?: number): Read {
  const records: XmlElement[] = [];
  const events: string[] = [];
  const problems: Problem[] = [];
  const reader = new XmlRecords(
    {
      records: ['a', 'note'],
      containers: ['all', 'part'],
      entities: LATIN1_ENTITIES,
      ...(longestRecord === undefined ? {} : { longestRecord }),
    },
    {
      record: (element) => void records.push(element),
      open: ({ name, attributes }) => void events.push(`open ${name} ${attributes['id'] ?? ''}`.trim()),
      close: (name) => void events.push(`close ${name}`),
    },
    { file: 'a.xml', problem: (problem) => void problems.push(problem) },
  );
  for (const piece of piecesOf(text, cuts)) reader.write(piece);
  reader.end();
  return { records, events, problems };
}

const texts = (text: string): string[] => read(text).records.map(textOf);
const kinds = (text: string): string[] => read(text).problems.map(({ kind, line }) => `${kind} ${line}`);

test('gives records one at a time, with attributes, mixed text and the line on which they begin', () => {
  const { records, events, problems } = read(
    '<?xml version="1.0"?>\r\n<all id="x">\n<part id=\'1\'/><a\n key="1>2/">On <i>n</i><b>2</b>\n&ouml;</a>\r<note/></all>',
  );
  expect(records.map(({ name, line }) => [name, line])).toEqual([
    ['a', 3],
    ['note', 6],
  ]);
  expect({ ...records[0]?.attributes }).toEqual({ key: '1>2/' });
  expect(records.map(textOf)).toEqual(['On n2 ö', '']);
  expect(events).toEqual(['open all x', 'open part 1', 'close part', 'close all']);
  expect(problems).toEqual([]);
});

test('takes comments, marked sections and instructions for what they are', () => {
  const text = '<all><!-- <a>no</a> --><a>1 <!-- </a> & --><![CDATA[<a> & &ouml;]]><?x </a>?> 2</a><!----></all>';
  expect(texts(text)).toEqual(['1 <a> & &ouml; 2']);
  expect(kinds(text)).toEqual([]);
});

test('drops the prefixes of elements', () => {
  const [record] = read('<x:all><x:a><y:t>1</y:t></x:a></x:all>').records;
  expect(record?.name).toBe('a');
  expect(record === undefined ? undefined : childText(record, 't')).toBe('1');
});

test.each([
  ['a lost end', '<all><a>1\n<a>2</a></all>', ['2'], ['malformed-record 1']],
  ['a damaged end', '<all><a>1</x>\n<a>2</a></all>', ['2'], ['malformed-record 1']],
  ['tags that cross', '<all><a><i><b>1</i></b></a><a>2</a></all>', ['2'], ['malformed-record 1']],
  ['a lost beginning', '<all>\n<x>1</a><a>2</a></all>', ['2'], ['lost-text 2', 'malformed-record 2']],
  ['a lost quote', '<all><a key="1>1</a><a key="2">2</a></all>', ['2'], ['malformed-record 1']],
  [
    'the end of a part within a record',
    '<all><part><a>1</part><part><a>2</a></part></all>',
    ['2'],
    ['malformed-record 1'],
  ],
  ['a part that is not closed', '<all><part>\n<part><a>2</a></part></all>', ['2'], ['malformed-record 2']],
])('loses to %s only the record it is in', (_, text, left, told) => {
  expect(texts(text)).toEqual(left);
  expect(kinds(text).sort()).toEqual([...told].sort());
});

test('keeps what names it does not know, as printed', () => {
  const { records, problems } = read('<all>\n<a>AT&T &foo;\n&#0; &bar; \u0001 &foo;</a></all>');
  expect(records.map(textOf)).toEqual(['AT&T &foo; &#0; &bar; \u0001 &foo;']);
  expect(problems.map(({ kind, found, line }) => [kind, found, line])).toEqual([
    ['malformed-record', '&', 2],
    ['unknown-entity', '&foo;', 2],
    ['unknown-entity', '&#0;', 3],
    ['unknown-entity', '&bar;', 3],
    ['malformed-record', undefined, 3],
  ]);
});

test('never expands what a file defines', () => {
  const laughs =
    '<!DOCTYPE all [<!-- don\'t ]> --><!ENTITY a "ha"><!ENTITY b "<a>&a;&a;</a>"><!ENTITY c SYSTEM "file:///x">]>';
  const { records, problems } = read(`${laughs}<all><a>&a;&b;&c;</a></all>`);
  expect(records.map(textOf)).toEqual(['&a;&b;&c;']);
  expect(problems.map(({ kind }) => kind)).toEqual(['unknown-entity', 'unknown-entity', 'unknown-entity']);
});

test.each([
  ['within a record', '<all><a>1</a>\n<a>2'],
  ['within a tag', '<all><a>1</a>\n<a key="'],
  ['between two records', '<all><a>1</a>\n'],
  ['within a comment', '<all><a>1</a>\n<!-- '],
])('tells that a file ends %s', (_, text) => {
  expect(texts(text)).toEqual(['1']);
  expect(kinds(text)).toEqual(['truncated-file 2']);
});

test('tells text that stands between records', () => {
  expect(read('<all><a>1</a>\n<x>so <b>much</b> text</x><a>2</a></all>').problems).toMatchObject([
    { kind: 'lost-text', line: 2, found: 'so much text' },
  ]);
});

test.each([[[1_000_000]], [[7]]])('skips a record that is too long and goes on (pieces of %j)', (cuts) => {
  const { records, problems } = read(`<all>\n<a>${'long '.repeat(1000)}</a><a>2</a></all>`, cuts, 1000);
  expect(records.map(textOf)).toEqual(['2']);
  expect(problems).toMatchObject([{ kind: 'too-long', line: 2 }]);
});

test('does not follow elements into any depth', () => {
  const text = `<all><a>${'<i>'.repeat(100_000)}${'</i>'.repeat(100_000)}</a><a>2</a></all>`;
  expect(texts(text)).toEqual(['2']);
  expect(kinds(text)).toEqual(['too-long 1']);
});

test('costs time in proportion to the text', () => {
  const started = performance.now();
  for (const part of [
    '<a>',
    '</a>',
    '<a',
    '&',
    '<!--',
    '<![CDATA[',
    '<?',
    '"',
    '<part>',
    '</part>',
    '<',
    '<a>&',
    '<part ',
    '</a ',
  ]) {
    read(`<all>${part.repeat(50_000)}</a></all>`, [65_536]);
    read(`<all>${part.repeat(50_000)}</a></all>`);
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});

const WORLD = `<?xml version="1.0"?>\r\n<!DOCTYPE all [<!ENTITY a "]>">]>\n<all id="x"><part id="1">
<a key="1 > 2">On <i>n</i> &ouml; &foo; AT&T</a>\r\n<note/> stray <!-- <a> -->
<a>lost <a>2</b></a></part></note><x:a><![CDATA[</a>]]>\r</x:a><part>\n</all>`;

test('says the same however the text is cut', () => {
  const whole = read(WORLD);
  expect(whole.problems.length).toBeGreaterThan(4);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (cuts) => {
      expect(read(WORLD, cuts)).toEqual(whole);
    }),
  );
});

test('survives any damage, and says the same of it however it is cut', () => {
  for (let seed = 0; seed < 500; seed++) {
    const text = damaged(WORLD, seed);
    expect(read(text, [1 + (seed % 13)])).toEqual(read(text));
  }
});

test('knows the names of XHTML’s characters', () => {
  const names = ['nbsp', 'Ouml', 'yuml', 'times', 'micro', 'reg', 'ndash', 'Omega', 'thinsp', 'hearts', 'rsquo'];
  expect(names.map((name) => XHTML_ENTITIES.get(name)).join('')).toBe('\u00A0Öÿ×µ®–Ω\u2009♥’');
  expect([LATIN1_ENTITIES.size, XHTML_ENTITIES.size]).toEqual([5 + 96, 5 + 96 + 32 + 120]);
});

test.each([
  ['<?xml version="1.0"?>\n<!-- x --><dblp>', 'dblp'],
  ['\uFEFF<!DOCTYPE x:dblp SYSTEM "a.dtd"><r:record a="b">', 'record'],
  ['<!DOCTYPE all [<!ENTITY a "b">', 'all'],
  ['{"a": "<b>"}', undefined],
])('finds the root of %j', (text, name) => {
  expect(rootOf(text)?.name).toBe(name);
});
