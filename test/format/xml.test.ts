import fc from 'fast-check';
import { expect, test } from 'vitest';

import { acl } from '../../src/format/acl.ts';
import { orcid } from '../../src/format/orcid.ts';
import { LATIN1_ENTITIES, XHTML_ENTITIES } from '../../src/format/text/entities.ts';
import { rootOf } from '../../src/format/text/xml-root.ts';
import { XmlRecords } from '../../src/format/text/xml.ts';
import { childText, textOf } from '../../src/format/text/xml/element.ts';
import type { XmlElement } from '../../src/format/text/xml/element.ts';
import type { Problem } from '../../src/model/index.ts';
import { damaged, piecesOf, readText } from '../support/read-text.ts';

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

test.each([
  ['a tag', acl, `<collection id="1"><volume ${'x'.repeat(300_000)}`],
  ['a head', orcid, `<!-- ${'x'.repeat(300_000)}`],
])('does not read %s without end again with each small piece', (_, format, text) => {
  const began = process.cpuUsage().user;
  readText(format, text, [10]);
  expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(0.4);
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

// What stands in records, and what the quick way leaves to saxes: markup, references, characters, mistakes.
const CHARACTERS = ['text ', 'ü', '\u4e00', '\u{1f600}', '\n', '\r\n', '\r', '\t', ' > ', ']]', '>', "'", '"', ';'];
const FORBIDDEN = ['\u0001', '\ud800', '\udc00', '\uffff', '\ufeff', '\u00a0', ']]>', '<', '&'];
const REFERENCES = ['&amp;', '&ouml;', '&#65;', '&#x1F600;', '&foo;', '&#0;', '&#xD800;', '&;', '&lt;'];
const NAMES = ['b', 'x:b', 'b2-_.', 'é', '-b', ':b', '1', 'x:', 'a', 'aa', 'x:a', 'note', 'part', 'all', '__proto__'];
const MARKUP = [
  '<!--',
  '-->',
  '<!-- x -->',
  '<![CDATA[',
  ']]>',
  '<?x?>',
  '<!DOCTYPE a [',
  '</a>',
  '<a>',
  '</b>',
  '<b>',
];
const character = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...CHARACTERS, 'plain') },
  { weight: 2, arbitrary: fc.constantFrom(...REFERENCES) },
  { weight: 1, arbitrary: fc.constantFrom(...FORBIDDEN) },
);
const words = fc.array(character, { maxLength: 4 }).map((list) => list.join(''));
const name = fc.oneof({ weight: 8, arbitrary: fc.constant('b') }, fc.constantFrom(...NAMES));
const blank = fc.oneof({ weight: 8, arbitrary: fc.constant(' ') }, fc.constantFrom('', '\n', '\r\n', '\t', '  '));
const nothing = fc.oneof({ weight: 12, arbitrary: fc.constant('') }, fc.constantFrom(' ', '\n', '\r'));
const attribute = fc
  .tuple(blank, fc.oneof(fc.constantFrom('c', 'd', 'toString'), name), nothing, fc.constantFrom('"', "'"), words)
  .map(([before, attributeName, around, quote, value]) => {
    return `${before}${attributeName}${around}=${around}${quote}${value}${quote}`;
  });
const tag = fc
  .tuple(name, fc.array(attribute, { maxLength: 3 }), nothing)
  .map(([is, all, end]) => [is, all.join('') + end]);
const element = fc.oneof(
  fc.tuple(tag, words).map(([[is, rest], inner]) => `<${is}${rest}>${inner}</${is}>`),
  tag.map(([is, rest]) => `<${is}${rest}/>`),
  fc
    .tuple(tag, tag, words)
    .map(([[is, rest], [inner, more], text]) => `<${is}${rest}><${inner}${more}>${text}</${inner}></${is}>`),
);
// Of the record's own tag, whole: the comment comes after it.
const ROOTS = [
  '',
  ' ',
  '\n',
  '\r\nc="1"',
  ' c="<"',
  ' c="1"',
  "\n\tc='&lt;&#65;'",
  ' c="1"d="2"',
  ' c="1" c="2"',
  ' c="\t\n"',
  ' é="1"',
];
const PARTS = fc.oneof(
  { weight: 8, arbitrary: words },
  { weight: 8, arbitrary: element },
  { weight: 1, arbitrary: fc.constantFrom(...MARKUP) },
);

// A comment makes a record one for saxes, and changes nothing else.
test('reads a record by the quick way as saxes reads it, whatever stands in it', () => {
  const spoken = ({ records, problems }: Read): unknown => [
    records.map(joined),
    problems.map(({ kind, line, message, kept }) => [kind, line, message, kept]),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...ROOTS), fc.array(PARTS, { maxLength: 5 }), (root, parts) => {
      const inner = parts.join('');
      const next = '<a key="2">&ouml;</a></all>';
      const [quick, slow] = ['', '<!---->'].map((comment) => read(`<all><a${root}>${comment}${inner}</a>${next}`));
      expect(slow && spoken(slow)).toEqual(quick && spoken(quick));
    }),
    { numRuns: 2000 },
  );
});

// Texts side by side are one: a comment may have parted them.
function joined(element: XmlElement): XmlElement {
  const children: (XmlElement | string)[] = [];
  for (const child of element.children) {
    const before = children.at(-1);
    if (typeof child !== 'string') children.push(joined(child));
    else if (typeof before === 'string') children[children.length - 1] = before + child;
    else children.push(child);
  }
  return { ...element, children };
}

test('gives attributes nothing that they do not say', () => {
  for (const comment of ['', '<!---->']) {
    const [plain, odd] = read(`<all><a key="1">${comment}<b/></a><a __proto__="1">${comment}</a></all>`).records;
    const [inner] = plain?.children ?? [];
    expect(plain?.attributes['toString']).toBeUndefined();
    expect(typeof inner === 'object' ? inner.attributes['toString'] : '').toBeUndefined();
    expect(Object.entries(odd?.attributes ?? {})).toEqual([['__proto__', '1']]);
  }
});

test('keeps the limits of a record that is plain', () => {
  const nested = (depth: number): string => `<a>${'<i>'.repeat(depth)}${'</i>'.repeat(depth)}</a>`;
  const names = (count: number): string => `<a>${Array.from({ length: count }, (_, at) => `<b${at}/>`).join('')}</a>`;
  expect(kinds(`<all>${nested(199)}\n${nested(200)}</all>`)).toEqual(['too-long 2']);
  expect(read(`<all>${names(5000)}</all>`).records[0]?.children.length).toBe(5000);
  expect(read('<all><a>12345</a><a>123456</a></all>', [100], 12).problems).toMatchObject([{ kind: 'too-long' }]);
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
