import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { profilePage } from '../../src/format/index.ts';
import { categoryOf, foldName, foldText } from '../../src/model/index.ts';
import type { Mention } from '../../src/model/index.ts';
import { writeProfilePage } from '../support/profile-page-writer.ts';
import type { WrittenPage, WrittenPaper } from '../support/profile-page-writer.ts';
import { readProfilePage } from '../support/read-profile-page.ts';
import type { ReadPage } from '../support/read-profile-page.ts';

const sample = readFileSync(new URL('../../data/sample/andrew-saxe.txt', import.meta.url), 'utf8');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const upTo = (max: number, min = 0) => ({ minLength: min, maxLength: max });
const given = fc.constantFrom('Ada', 'Wei', 'Clémentine', 'J.-P.', 'Peter E.', 'Łukasz', 'Αλέξης', 'May', '王');
const family = fc.constantFrom(
  'Byron',
  'Wang',
  'Dominé',
  'van der Berg',
  "O'Neill",
  'Carrasco-Davis',
  'Иванова',
  '伟',
  'March',
);
const name = fc.tuple(given, family).map((parts) => parts.join(' '));
const names = (most: number) => fc.uniqueArray(name, { ...upTo(most, 1), selector: foldName });
const word = fc.constantFrom(
  'Looms',
  'learn:',
  'a',
  'h-index',
  'papers',
  'May',
  'of',
  '19',
  'LG',
  'Über',
  'et',
  'al',
  '(ICL)',
);
const titleLine = fc.array(word, upTo(6, 1)).map((words) => `On ${words.join(' ')} theory`);
const sentence = fc.array(word, upTo(12, 1)).map((words) => `We show ${words.join(' ')}, and more.`);
// Lines an abstract may hold that look like something else on the page.
const decoy = fc.constantFrom(
  'May 19',
  'Jun 16, 2022',
  'LG',
  'AI',
  'h-index8',
  '19 Papers',
  'Saxe et al.',
  'dismay 12',
);
const paragraph = fc.oneof({ weight: 5, arbitrary: fc.array(sentence, upTo(3, 1)) }, fc.tuple(decoy));
const abstract = fc.tuple(fc.tuple(sentence), fc.array(paragraph, upTo(2))).map(([first, rest]) => [first, ...rest]);
const code = fc.constantFrom('LG', 'NC', 'CO', 'cs.CV', 'hep-th', 'soc-ph', 'XYZ', 'q-bio.NC');

// At most 28, so that every day exists.
const date = fc.tuple(
  fc.constantFrom(...MONTHS),
  fc.integer({ min: 1, max: 28 }),
  fc.option(fc.integer({ min: 1950, max: 2030 })),
);

interface Drawn {
  readonly page: WrittenPage;
  readonly dates: readonly (readonly [month: string, day: number, year: number | null])[];
}

const drawnPaper = fc.record({
  code,
  date,
  titleLines: fc.array(titleLine, upTo(3, 1)),
  authors: names(6),
  isCut: fc.boolean(),
  institutions: fc.uniqueArray(
    fc.constantFrom('deepmind', 'stanford', 'University College London', 'eth zürich'),
    upTo(3),
  ),
  abstract,
});

const drawn: fc.Arbitrary<Drawn> = fc
  .record({ owner: name, category: fc.option(code, { nil: undefined }), papers: fc.array(drawnPaper, upTo(5)) })
  .map(({ owner, category, papers }) => ({
    dates: papers.map((paper) => paper.date),
    page: {
      owner,
      ...(category === undefined ? {} : { category }),
      figures: ['h-index8', '1,713citations'],
      papers: papers.map((paper) => ({ ...paper, date: printed(paper.date) })),
    },
  }));

const typography = fc.record({
  lineEnd: fc.constantFrom<'\n' | '\r\n' | '\r'>('\n', '\r\n', '\r'),
  hasMark: fc.boolean(),
  endsWithLineEnd: fc.boolean(),
});
const cuts = fc.array(fc.nat(), upTo(20));

test('what the writer prints the reader reads back, wherever the pieces end', () => {
  fc.assert(
    fc.property(drawn, typography, cuts, ({ page, dates }, style, places) => {
      const { owner, papers, problems } = readProfilePage(cutAt(writeProfilePage(page, style), places));
      expect(owner?.name).toBe(page.owner);
      expect(owner?.reported).toMatchObject({ hIndex: 8, citationCount: 1713 });
      expect(owner?.reported?.primaryCategory).toEqual(page.category && categoryOf(page.category));
      expect(papers.map(({ title, abstract }) => ({ title, abstract }))).toEqual(page.papers.map(textsOf));
      expect(papers.map((paper) => paper.categories)).toEqual(page.papers.map((paper) => [categoryOf(paper.code)]));
      expect(papers.map((paper) => paper.institutions)).toEqual(page.papers.map((paper) => paper.institutions));
      expect(papers.map((paper) => paper.authors)).toEqual(page.papers.map((paper) => mentionsOf(paper, page.owner)));
      expect(papers.map((paper) => paper.date)).toEqual(datesOf(dates));
      const unexpected = problems.filter(
        ({ kind }) => !['owner-not-listed', 'repeated-record', 'unknown-year'].includes(kind),
      );
      expect(unexpected).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('a written page with a paper is recognised', () => {
  fc.assert(
    fc.property(drawn, typography, ({ page }, style) => {
      const text = writeProfilePage(page, style);
      expect(profilePage.sniff({ name: 'page.txt', text, isWhole: true })).toBeDefined();
    }),
  );
});

test('pieces of any size say the same as the whole', () => {
  const whole = readProfilePage(sample);
  expect(readProfilePage([...sample])).toEqual(whole);
  fc.assert(
    fc.property(cuts, (places) => {
      expect(readProfilePage(cutAt(sample, places))).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test('any text is read to its end, and what it gives is sound', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'LGJun 16,2022·.\t\r\n\uFEFF\uD800é'.split('')) }),
    fc.constantFrom('', 'Ada Byron', 'LG', 'LGJun 16, 2022', 'LGMay 19', 'LGJnu 1', 'h-index8', '19 Papers', 'A Title'),
    fc.constantFrom('Wei Wang, Ada Byron et al. · stanford', ', ,', '· deepmind', 'et al.', 'An abstract. It ends.'),
  );
  fc.assert(
    fc.property(fc.array(line, upTo(30)), (lines) => {
      const text = lines.join('\n');
      expectSound(readProfilePage(text), text);
      profilePage.sniff({ name: 'page.txt', text, isWhole: lines.length % 2 === 0 });
    }),
    { numRuns: 500 },
  );
});

test('a sample damaged at random is read to its end, and what it gives is sound', () => {
  const change = fc.record({
    at: fc.nat({ max: sample.length }),
    length: fc.oneof(fc.constant(0), fc.nat({ max: 20 }), fc.nat({ max: 3000 })),
    put: fc.oneof(
      fc.constant(''),
      fc.constantFrom('\n', '\n\n', '\r', '\t', ' · ', ', ', '\0'),
      fc.string({ unit: 'binary' }),
    ),
  });
  fc.assert(
    fc.property(fc.array(change, upTo(8, 1)), (changes) => {
      let text = sample;
      for (const { at, length, put } of changes) text = text.slice(0, at) + put + text.slice(at + length);
      expectSound(readProfilePage(text), text);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['one endless word', 'a'.repeat(1_000_000)],
  ['one endless line of names', `Ada Byron\n\nLGMay 1\nTitle\n\n${'Wei Wang, '.repeat(100_000)}`],
  ['one endless author', `Ada Byron\n\nLGMay 1\nTitle\n\n${'Wei '.repeat(250_000)}team`],
  ['nothing but headings', 'LGJun 16, 2022\n'.repeat(70_000)],
  ['nothing but ruins of headings', 'LG??? 1\nA title\n\n'.repeat(60_000)],
  [
    'ruins over one long paragraph',
    `${'h-index8\nLG?\n'.concat('x\n'.repeat(9)).repeat(10_000)}\n${'Wei Wang\n'.repeat(50_000)}`,
  ],
  ['nothing but figures', 'h-index8\n'.repeat(110_000)],
  ['nothing but blanks', ' \t'.repeat(500_000)],
])('costs no more than its length: %s', (_, text) => {
  // A million characters take well under a second; anything quadratic would take minutes, and the test would time out.
  readProfilePage(text);
  profilePage.sniff({ name: 'page.txt', text, isWhole: true });
});

function expectSound({ owner, papers, problems }: ReadPage, text: string): void {
  const lineCount = text.split(/\r\n|\r|\n/).length;
  for (const paper of papers) {
    expect(paper.title).not.toBe('');
    expect(paper.key.startsWith(`profile:${foldText(paper.title)}|`)).toBe(true);
    expect(paper.authors.filter((mention) => mention.isOwner === true)).toHaveLength(owner === undefined ? 0 : 1);
    const listed = paper.authors.filter((mention) => mention.position !== undefined);
    expect(listed.map((mention) => mention.position)).toEqual(listed.map((_, index) => index + 1));
    expect(paper.authors.every((mention) => mention.name.trim() !== '')).toBe(true);
  }
  for (const problem of problems) {
    expect(problem.line ?? 1).toBeLessThanOrEqual(lineCount);
    expect(problem.message).not.toBe('');
  }
}

function cutAt(text: string, places: readonly number[]): string[] {
  const ends = [...new Set(places.map((place) => place % (text.length + 1))), text.length].sort((a, b) => a - b);
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end));
}

function printed([month, day, year]: Drawn['dates'][number]): string {
  return year === null ? `${month} ${day}` : `${month} ${day}, ${year}`;
}

function textsOf(paper: WrittenPaper): { title: string; abstract: string } {
  return {
    title: paper.titleLines.join(' '),
    abstract: paper.abstract.map((lines) => lines.join(' ')).join('\n\n'),
  };
}

function mentionsOf(paper: WrittenPaper, owner: string): Mention[] {
  const place = paper.authors.findIndex((author) => foldName(author) === foldName(owner));
  const listed = paper.authors.map((author, index) => ({
    position: index + 1,
    ...(index === place ? { isOwner: true } : {}),
    name: author,
  }));
  return place < 0 ? [...listed, { isOwner: true, name: owner }] : listed;
}

function datesOf(dates: Drawn['dates']): unknown[] {
  const years = dates.flatMap(([, , year]) => (year === null ? [] : [year]));
  const captured = years.length === 0 ? {} : { year: Math.max(...years) + 1 };
  return dates.map(([month, day, year]) => ({
    ...(year === null ? captured : { year }),
    month: MONTHS.indexOf(month) + 1,
    day,
  }));
}
