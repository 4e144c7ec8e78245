import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { profilePage, recognise } from '../../src/format/index.ts';
import type { Problem } from '../../src/model/index.ts';
import { readProfilePage } from '../support/read-profile-page.ts';
import type { ReadPage } from '../support/read-profile-page.ts';

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const sample = file('data/sample/andrew-saxe.txt');

// Two papers; the second is the last thing on the page. Damage is done to it by replacing a line.
const small = `Ada Byron

LG
h-index8
19papers
1,713citations
Novelty56%
AI Score52

2 Papers

LGJun 16, 2022
Looms That Learn

Wei Wang, Ada Byron, Grace Murray et al. · deepmind, stanford

Looms are machines.

NCMar 5, 2024
Notes on Notes

Grace Murray, Ada Byron

Notes are about notes.
`;

const damaged = (from: string, to: string): string => {
  if (!small.includes(from)) throw new Error(`The small page has no ${JSON.stringify(from)}.`);
  return small.replace(from, to);
};

/** Problems as `kind line`. */
const brief = (problems: readonly Problem[]): string[] => problems.map(({ kind, line }) => `${kind} ${line}`);

describe('the sample page', () => {
  test('holds 19 papers with 56 listed and 8 hidden authorships, and no problem', () => {
    const { papers, problems } = readProfilePage(sample);
    const mentions = papers.flatMap((paper) => paper.authors);
    expect(problems).toEqual([]);
    expect(papers).toHaveLength(19);
    expect(mentions).toHaveLength(64);
    expect(mentions.filter((mention) => mention.position !== undefined)).toHaveLength(56);
    expect(mentions.filter((mention) => mention.isOwner === true)).toHaveLength(19);
    expect(new Set(mentions.map((mention) => mention.name)).size).toBe(30);
  });

  test('cuts the list of 12 papers', () => {
    const { papers } = readProfilePage(sample);
    expect(papers.filter((paper) => !paper.isAuthorListComplete)).toHaveLength(12);
  });

  test('prints no year on two papers, which are of 2026', () => {
    const { papers } = readProfilePage(sample);
    expect(papers.filter((paper) => paper.isYearInferred).map((paper) => paper.date)).toEqual([
      { year: 2026, month: 5, day: 19 },
      { year: 2026, month: 1, day: 12 },
    ]);
  });

  test('ties institutions to the first paper alone', () => {
    const { papers } = readProfilePage(sample);
    expect(papers.map((paper) => paper.institutions).filter((institutions) => institutions.length > 0)).toEqual([
      ['deepmind', 'stanford'],
    ]);
    expect(papers[0]?.institutions).toEqual(['deepmind', 'stanford']);
  });

  test('tells the figures of its owner', () => {
    const { owner } = readProfilePage(sample);
    expect(owner).toEqual({
      kind: 'person',
      key: 'profile-owner:andrew saxe',
      line: 1,
      name: 'Andrew Saxe',
      aliases: [],
      identifiers: [],
      reported: {
        hIndex: 8,
        paperCount: 19,
        citationCount: 713,
        novelty: 0.56,
        aiScore: 52,
        primaryCategory: { code: 'cs.LG', name: 'Machine Learning', archive: 'cs', candidates: [] },
        capturedOn: '2026',
      },
    });
  });

  test('tells a whole paper', () => {
    const { papers } = readProfilePage(sample);
    expect(papers[17]).toEqual({
      kind: 'paper',
      key: 'profile:are efficient deep representations learnable|2018-07-17',
      catalogue: 'profile',
      line: 131,
      title: 'Are Efficient Deep Representations Learnable?',
      abstract: expect.stringMatching(
        /^Many theories of deep learning .* further restrictions are necessary .*\.$/,
      ) as string,
      date: { year: 2018, month: 7, day: 17 },
      isYearInferred: false,
      categories: [{ code: 'cs.LG', name: 'Machine Learning', archive: 'cs', candidates: [] }],
      identifiers: [],
      authors: [
        { position: 1, name: 'Maxwell Nye' },
        { position: 2, isOwner: true, name: 'Andrew Saxe' },
      ],
      isAuthorListComplete: true,
      groupAuthors: [],
      institutions: [],
    });
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a lone CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['tabs and spaces around lines', (text: string) => text.replace(/^/gm, '\t ').replace(/$/gm, ' \t')],
    ['doubled spaces and tabs within lines', (text: string) => text.replace(/ /g, ' \t ')],
    ['a tab between code and month', (text: string) => text.replace(/^(LG|NC|ML|NE)(?=\w{3} \d)/gm, '$1\t')],
    ['blank lines doubled', (text: string) => text.replaceAll('\n\n', '\n\n\n\n')],
  ])('says the same with %s', (_, change) => {
    const words = (text: string): unknown => {
      const { owner, papers, problems } = readProfilePage(text);
      return [{ ...owner, line: 0 }, papers.map((paper) => ({ ...paper, line: 0 })), problems];
    };
    expect(words(change(sample))).toEqual(words(sample));
  });
});

describe('dates', () => {
  test('lie in the year the page was captured in, where that was told', () => {
    const { owner, papers } = readProfilePage(sample, { capturedOn: '2031-02-03' });
    expect(papers[5]?.date).toEqual({ year: 2031, month: 5, day: 19 });
    expect(owner?.reported?.capturedOn).toBe('2031-02-03');
  });

  test('are in the key as printed, so that two captures tell one paper', () => {
    const page = damaged('LGJun 16, 2022', 'LGJun 16');
    const early = readProfilePage(page, { capturedOn: '2025-01-01' });
    const late = readProfilePage(page, { capturedOn: '2027-01-01' });
    expect(early.papers[0]?.key).toBe('profile:looms that learn|--06-16');
    expect(late.papers[0]?.key).toBe(early.papers[0]?.key);
    expect(late.papers[0]?.date).not.toEqual(early.papers[0]?.date);
  });

  test('stay without a year when no year is printed anywhere', () => {
    const { owner, papers, problems } = readProfilePage(small.replace(/, 20\d\d/g, ''));
    expect(papers.map((paper) => paper.date)).toEqual([
      { month: 6, day: 16 },
      { month: 3, day: 5 },
    ]);
    expect(papers.map((paper) => paper.isYearInferred)).toEqual([false, false]);
    expect(brief(problems)).toEqual(['unknown-year 12', 'unknown-year 19']);
    expect(owner?.reported?.capturedOn).toBeUndefined();
  });

  test.each([
    ['LGJun 46, 2022', { year: 2022, month: 6 }, '2022-06-46'],
    ['LGJun 31, 2022', { year: 2022, month: 6 }, '2022-06-31'],
    ['LGFeb 29, 2023', { year: 2023, month: 2 }, '2023-02-29'],
    ['LGFeb 29', { year: 2025, month: 2 }, '--02-29'],
  ])('lose the day that does not exist: %s', (heading, date, printed) => {
    const { papers, problems } = readProfilePage(damaged('LGJun 16, 2022', heading));
    expect(papers[0]?.date).toEqual(date);
    expect(papers[0]?.key).toBe(`profile:looms that learn|${printed}`);
    expect(brief(problems)).toEqual(['impossible-date 12']);
    expect(problems[0]).toMatchObject({ file: 'page.txt', found: heading });
  });

  test('keep 29 February where it exists', () => {
    const { papers, problems } = readProfilePage(damaged('LGJun 16, 2022', 'LGFeb 29, 2024'));
    expect(papers[0]?.date).toEqual({ year: 2024, month: 2, day: 29 });
    expect(problems).toEqual([]);
  });

  test.each(['LGJnu 16, 2022', 'LG2022-06-16x', 'LG??? 16, 2022', 'LG'])(
    'are left out where they are mangled: %s',
    (heading) => {
      const { papers, problems } = readProfilePage(damaged('LGJun 16, 2022', heading));
      expect(papers.map((paper) => paper.title)).toEqual(['Looms That Learn', 'Notes on Notes']);
      expect(papers[0]).toMatchObject({
        date: {},
        isYearInferred: false,
        key: 'profile:looms that learn|undated',
        categories: [{ code: 'cs.LG' }],
      });
      expect(brief(problems)).toEqual(['mangled-date 12']);
    },
  );

  test('are mangled in the middle of a page as at its top', () => {
    const { papers, problems } = readProfilePage(damaged('NCMar 5, 2024', 'NCMra 5, 2024'));
    expect(papers.map((paper) => paper.abstract)).toEqual(['Looms are machines.', 'Notes are about notes.']);
    expect(brief(problems)).toEqual(['mangled-date 19']);
  });

  test.each(['LG Jun 16, 2022', 'LGJune 16, 2022', 'LGjun 16, 2022', 'LGJun 16 2022', 'LGJun. 16,2022'])(
    'are read in spellings that leave no doubt: %s',
    (heading) => {
      const { papers, problems } = readProfilePage(damaged('LGJun 16, 2022', heading));
      expect(papers[0]?.date).toEqual({ year: 2022, month: 6, day: 16 });
      expect(problems).toEqual([]);
    },
  );
});

describe('categories', () => {
  test.each([
    ['cs.LGJun 16, 2022', { code: 'cs.LG', name: 'Machine Learning', archive: 'cs', candidates: [] }],
    ['hep-thJun 16, 2022', { code: 'hep-th', archive: 'hep-th' }],
    ['COJun 16, 2022', { code: 'CO', candidates: ['astro-ph.CO', 'math.CO', 'stat.CO'] }],
    ['XYZJun 16, 2022', { code: 'XYZ', candidates: [] }],
  ])('are what the code of %s says', (heading, category) => {
    const { papers, problems } = readProfilePage(damaged('LGJun 16, 2022', heading));
    expect(papers[0]?.categories).toMatchObject([category]);
    expect(problems).toEqual([]);
  });

  test('may be missing, and the paper is kept', () => {
    const { papers, problems } = readProfilePage(damaged('NCMar 5, 2024', 'Mar 5, 2024'));
    expect(papers[1]).toMatchObject({
      title: 'Notes on Notes',
      categories: [],
      date: { year: 2024, month: 3, day: 5 },
    });
    expect(brief(problems)).toEqual(['missing-category 19']);
  });
});

describe('abstracts', () => {
  test('may have several paragraphs of several lines', () => {
    const abstract = 'One line\nand another.\n\nA second paragraph.';
    const { papers, problems } = readProfilePage(damaged('Looms are machines.', abstract));
    expect(papers[0]?.abstract).toBe('One line and another.\n\nA second paragraph.');
    expect(problems).toEqual([]);
  });

  test.each([
    'In May 19, we wove.',
    'May 19',
    'Jun 16, 2022',
    'LG',
    'It began on\nJun 16, 2022\nand went on.',
    'dismay 12',
    'AI\nis a field.\n\nIt grows quickly, and so do we.',
    'CO2 emissions\nrise every year.\n\nWe count them.',
    'LG is a firm.\nIt makes looms.\n\nThey are fine.',
    'May 19\nwas the day.\n\nLater came others.',
    'h-index8\n19papers',
    'We thank the weavers.\n\nAlice Smith, Bob Jones',
  ])('hold no heading: %j', (abstract) => {
    const { papers, problems } = readProfilePage(damaged('Looms are machines.', `It starts.\n\n${abstract}`));
    expect(papers.map((paper) => paper.title)).toEqual(['Looms That Learn', 'Notes on Notes']);
    expect(papers[0]?.abstract).toBe(`It starts.\n\n${abstract.replace(/(?<!\n)\n(?!\n)/g, ' ')}`);
    expect(problems).toEqual([]);
  });

  test('may be missing, and the paper is kept', () => {
    const { papers, problems } = readProfilePage(damaged('Looms are machines.\n\n', ''));
    expect(papers[0]).toMatchObject({ title: 'Looms That Learn', institutions: ['deepmind', 'stanford'] });
    expect(papers[0]).not.toHaveProperty('abstract');
    expect(brief(problems)).toEqual(['missing-abstract 15']);
  });
});

describe('titles', () => {
  test('may run over several lines', () => {
    const { papers } = readProfilePage(damaged('Looms That Learn', 'Looms\n  That\nLearn'));
    expect(papers[0]?.title).toBe('Looms That Learn');
  });
});

describe('authors', () => {
  const authorsOf = (line: string): ReadPage => readProfilePage(damaged('Grace Murray, Ada Byron', line));

  test('are counted from 1 as printed', () => {
    const { papers } = readProfilePage(small);
    expect(papers[0]?.authors).toEqual([
      { position: 1, name: 'Wei Wang' },
      { position: 2, isOwner: true, name: 'Ada Byron' },
      { position: 3, name: 'Grace Murray' },
    ]);
    expect(papers.map((paper) => paper.isAuthorListComplete)).toEqual([false, true]);
  });

  test.each(['et al.', 'et al', 'et. al.', 'and others'])('are cut by "%s"', (mark) => {
    const { papers, problems } = authorsOf(`Wei Wang ${mark}`);
    expect(papers[1]?.authors).toEqual([
      { position: 1, name: 'Wei Wang' },
      { isOwner: true, name: 'Ada Byron' },
    ]);
    expect(papers[1]?.isAuthorListComplete).toBe(false);
    expect(problems).toEqual([]);
  });

  test('hide the owner, with a problem where the list is not even cut', () => {
    const { papers, problems } = authorsOf('Grace Murray, Wei Wang');
    expect(papers[1]?.authors.at(-1)).toEqual({ isOwner: true, name: 'Ada Byron' });
    expect(papers[1]?.isAuthorListComplete).toBe(false);
    expect(brief(problems)).toEqual(['owner-not-listed 22']);
    expect(problems[0]?.found).toBe('Grace Murray, Wei Wang');
  });

  test('hold the owner under another spelling of the name', () => {
    const { papers, problems } = authorsOf('Grace Murray, ADA BYRÔN');
    expect(papers[1]?.authors).toEqual([
      { position: 1, name: 'Grace Murray' },
      { position: 2, isOwner: true, name: 'ADA BYRÔN' },
    ]);
    expect(problems).toEqual([]);
  });

  test('keep the suffix after a comma', () => {
    const { papers } = authorsOf('Grace Murray, Jr., Wei Wang, III, Ada Byron');
    expect(papers[1]?.authors.map((mention) => mention.name)).toEqual([
      'Grace Murray, Jr.',
      'Wei Wang, III',
      'Ada Byron',
    ]);
  });

  test('leave groups aside, which take no place', () => {
    const { papers, problems } = authorsOf('Grace Murray, The Loom Collaboration, Ada Byron');
    expect(papers[1]?.groupAuthors).toEqual(['The Loom Collaboration']);
    expect(papers[1]?.authors.map((mention) => mention.position)).toEqual([1, 2]);
    expect(papers[1]?.isAuthorListComplete).toBe(true);
    expect(problems).toEqual([]);
  });

  test.each([
    ['Ada Byron', ['Ada Byron']],
    ['Jean d’Alembert, Wernher von Braun, Ada Byron', ['Jean d’Alembert', 'Wernher von Braun', 'Ada Byron']],
    ['danah boyd, Ada Byron', ['danah boyd', 'Ada Byron']],
    ['王伟, 李 娜, Ada Byron', ['王伟', '李 娜', 'Ada Byron']],
    ['Grace\nMurray,\nAda Byron', ['Grace Murray', 'Ada Byron']],
    ['J.-P. Serre, St. John Smythe, Ada Byron', ['J.-P. Serre', 'St. John Smythe', 'Ada Byron']],
    ['Grace Murray, , Ada Byron,', ['Grace Murray', 'Ada Byron']],
  ])('are read from %j', (line, names) => {
    const { papers, problems } = authorsOf(line);
    expect(papers[1]?.authors.map((mention) => mention.name)).toEqual(names);
    expect(papers[1]?.abstract).toBe('Notes are about notes.');
    expect(problems).toEqual([]);
  });

  test('are told from the abstract when the blank line between is lost', () => {
    const { papers, problems } = authorsOf('Grace Murray, Ada Byron\nNo blank line stands here.');
    expect(papers[1]?.authors).toHaveLength(2);
    expect(papers[1]?.abstract).toBe('No blank line stands here.\n\nNotes are about notes.');
    expect(problems).toEqual([]);
  });

  test('may be missing, and the paper is kept with its owner', () => {
    const { papers, problems } = readProfilePage(damaged('Grace Murray, Ada Byron\n\n', ''));
    expect(papers[1]).toMatchObject({
      authors: [{ isOwner: true, name: 'Ada Byron' }],
      isAuthorListComplete: false,
      abstract: 'Notes are about notes.',
    });
    expect(brief(problems)).toEqual(['missing-authors 22']);
  });

  test('lose a part that holds no letter', () => {
    const { papers, problems } = authorsOf('Grace Murray, ???, Ada Byron');
    expect(papers[1]?.authors).toHaveLength(2);
    expect(brief(problems)).toEqual(['lost-text 22']);
    expect(problems[0]?.found).toBe('???');
  });
});

describe('figures', () => {
  test('are read in any order, with any of them missing', () => {
    const head = ['Ada Byron', 'AI Score52', 'LG', '713citations', '', 'NOVELTY56.5%', 'H-Index8', ''].join('\n');
    const { owner, problems } = readProfilePage(head);
    expect(owner?.reported).toEqual({
      hIndex: 8,
      citationCount: 713,
      novelty: 0.565,
      aiScore: 52,
      primaryCategory: { code: 'cs.LG', name: 'Machine Learning', archive: 'cs', candidates: [] },
    });
    expect(problems).toEqual([]);
  });

  test.each([
    '1,713citations',
    '1 713citations',
    '1.713citations',
    '1713citations',
    '1\u202F713citations',
    '1’713citations',
  ])('have their thousands in any dress: %s', (figure) => {
    const { owner, problems } = readProfilePage(damaged('1,713citations', figure));
    expect(owner?.reported?.citationCount).toBe(1713);
    expect(problems).toEqual([]);
  });

  test('may all be missing', () => {
    const { owner, papers, problems } = readProfilePage(small.replace(/^LG\n[^]*?2 Papers\n/m, ''));
    expect(owner).not.toHaveProperty('reported');
    expect(papers).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  test.each([
    ['h-index8', 'h-indexabc', 'hIndex', 4],
    ['1,713citations', '17,13citations', 'citationCount', 6],
    ['1,713citations', 'abccitations', 'citationCount', 6],
    ['19papers', '99999999999papers', 'paperCount', 5],
    ['Novelty56%', 'Novelty156%', 'novelty', 7],
    ['AI Score52', 'AI Score', 'aiScore', 8],
  ])('that cannot be read are left out: %s as %s', (from, to, name, line) => {
    const { owner, papers, problems } = readProfilePage(damaged(from, to));
    expect(owner?.reported).not.toHaveProperty(name);
    expect(Object.keys(owner?.reported ?? {})).toHaveLength(6);
    expect(papers).toHaveLength(2);
    expect(brief(problems)).toEqual([`mangled-figure ${line}`]);
    expect(problems[0]?.found).toBe(to);
  });

  test('do not include the number of papers announced', () => {
    const { owner, problems } = readProfilePage(damaged('19papers\n', ''));
    expect(owner?.reported).not.toHaveProperty('paperCount');
    expect(problems).toEqual([]);
  });

  test('printed twice with two values keep the first', () => {
    const { owner, problems } = readProfilePage(damaged('h-index8', 'h-index8\nh-index9'));
    expect(owner?.reported?.hIndex).toBe(8);
    expect(brief(problems)).toEqual(['mangled-figure 5']);
  });
});

describe('a damaged page', () => {
  test('that announces 20 papers over 19 says both numbers', () => {
    const { papers, problems } = readProfilePage(sample.replace('19 Papers', '20 Papers'));
    expect(papers).toHaveLength(19);
    expect(problems).toEqual([
      {
        kind: 'count-mismatch',
        file: 'page.txt',
        line: 10,
        message: 'The page announces 20 papers, but 19 could be read.',
        found: '20 Papers',
        kept: 'the 19 papers',
      },
    ]);
  });

  test('cut after a heading loses that paper alone', () => {
    const { papers, problems } = readProfilePage(small.slice(0, small.indexOf('Notes on Notes')));
    expect(papers.map((paper) => paper.title)).toEqual(['Looms That Learn']);
    expect(brief(problems)).toEqual(['cut-record 19', 'count-mismatch 10']);
    expect(problems[0]?.kept).toBe('nothing of this paper');
  });

  test('cut after a title keeps the paper with its hidden owner', () => {
    const { papers, problems } = readProfilePage(small.slice(0, small.indexOf('Grace Murray, Ada')));
    expect(papers[1]).toMatchObject({
      title: 'Notes on Notes',
      authors: [{ isOwner: true, name: 'Ada Byron' }],
      isAuthorListComplete: false,
    });
    expect(brief(problems)).toEqual(['cut-record 20']);
  });

  test('cut after the authors misses an abstract', () => {
    const { papers, problems } = readProfilePage(small.slice(0, small.indexOf('Notes are about')));
    expect(papers[1]?.authors).toHaveLength(2);
    expect(brief(problems)).toEqual(['missing-abstract 22']);
  });

  test('with two headings in a row loses the first', () => {
    const { papers, problems } = readProfilePage(damaged('Looms That', 'LGJun 16, 2022\nLooms That'));
    expect(papers).toHaveLength(2);
    expect(brief(problems)).toEqual(['cut-record 12']);
  });

  test('with stray text before the first paper says what it passes over', () => {
    const { papers, problems } = readProfilePage(damaged('2 Papers', 'Sort by date\nNewest first\n\n2 Papers'));
    expect(papers).toHaveLength(2);
    expect(brief(problems)).toEqual(['lost-text 10']);
    expect(problems[0]?.found).toBe('Sort by date Newest first');
  });

  test('that tells one paper twice gives both records', () => {
    const { papers, problems } = readProfilePage(
      `${small.replace('2 Papers', '3 Papers')}\nNCMar 5, 2024\nNotes on notes.\n\nAda Byron et al.\n\nAgain.\n`,
    );
    expect(papers).toHaveLength(3);
    expect(papers[2]?.key).toBe(papers[1]?.key);
    expect(brief(problems)).toEqual(['repeated-record 26']);
    expect(problems[0]?.message).toContain('line 19');
  });

  test.each([
    ['figures', 'Ada Byron\n\nLG\n', 1],
    ['a heading', small.slice(0, small.indexOf('LGJun')), 1],
  ])('that begins with %s has papers without an owner', (_, lost, line) => {
    const { owner, papers, problems } = readProfilePage(damaged(lost, ''));
    expect(owner).toBeUndefined();
    expect(papers).toHaveLength(2);
    expect(papers.flatMap((paper) => paper.authors).some((mention) => mention.isOwner === true)).toBe(false);
    expect(papers[1]?.isAuthorListComplete).toBe(true);
    expect(brief(problems)).toEqual([`missing-owner ${line}`]);
  });

  test('without anything says so', () => {
    expect(brief(readProfilePage('').problems)).toEqual(['empty-file undefined']);
    expect(brief(readProfilePage(' \r\n\t\n').problems)).toEqual(['empty-file undefined']);
  });

  test('with a mangled figure and stray text does not take its category for a paper', () => {
    const { owner, papers } = readProfilePage(damaged('h-index8', 'h-indexabc').replace('2 Papers', 'Sort'));
    expect(owner?.reported?.primaryCategory?.code).toBe('cs.LG');
    expect(papers).toHaveLength(2);
  });

  test('names file, find and remains in every problem', () => {
    const page = `${damaged('h-index8', 'h-indexabc').replace('2 Papers', 'Sort\n5 Papers')}\nLGJun 31\nA title\n`;
    const { problems } = readProfilePage(page);
    expect(problems.map((problem) => problem.kind)).toEqual([
      'mangled-figure',
      'lost-text',
      'impossible-date',
      'cut-record',
      'count-mismatch',
    ]);
    for (const problem of problems) {
      expect(problem).toMatchObject({ file: 'page.txt', line: expect.any(Number) as number });
      expect(problem.found).toBeTruthy();
      expect(problem.kept).toBeTruthy();
      expect(problem.message).toMatch(/\.$/);
    }
  });
});

describe('recognising', () => {
  const sniff = (text: string, isWhole = true) => profilePage.sniff({ name: 'some.txt', text, isWhole });

  test('gives a confidence and a reason that can be checked', () => {
    expect(recognise({ name: 'some.txt', text: sample, isWhole: true })).toMatchObject({
      format: { name: 'profile-page' },
      claim: {
        confidence: 0.95,
        reason:
          '19 paper headings such as "LGJun 16, 2022"; h-index, papers, citations, novelty, AI score and paper count lines',
      },
    });
  });

  test.each([
    ['the beginning of a page', sample.slice(0, 5000)],
    ['a page with CRLF and a mark', `\uFEFF${sample.replaceAll('\n', '\r\n')}`],
    ['a page cut after its figures', sample.slice(0, sample.indexOf('\n19 Papers'))],
    ['a name and two figures', 'Ada Byron\nh-index8\n713citations'],
    ['a name with one readable and one mangled figure', 'Ada Byron\nh-indexabc\n713citations'],
    ['one paper of a nameless page', small.slice(small.indexOf('LGJun'), small.indexOf('NCMar'))],
    ['one paper with a mangled date', `Ada Byron\n\n${small.slice(small.indexOf('NCMar')).replace('Mar', 'Mra')}`],
    ['a page with stray lines', damaged('2 Papers', 'Home\nAbout\nSort by date\n2 Papers')],
  ])('claims %s', (_, text) => {
    expect(sniff(text)?.reason).toMatch(/paper heading|a name; .* line/);
    expect(sniff(text)?.confidence).toBeGreaterThan(0.4);
  });

  test('needs no whole page, nor a whole last line', () => {
    for (const length of [700, 2000, 5000]) expect(sniff(sample.slice(0, length), false)).toBeDefined();
  });

  test.each([
    ['nothing', ''],
    ['blank lines', '\n\n \n'],
    ['a README with an example', `# Coauthor\n\nA page looks so:\n\n${small}`],
    ['a long plain text with an example', `${'Some prose without end.\nAnd more.\n\n'.repeat(20)}${small}`],
    ['JSON', JSON.stringify({ name: 'Ada Byron', hIndex: 8, papers: [small] }, undefined, 2)],
    ['BibTeX', '@article{byron2022,\n  title = {Looms},\n  author = {Byron, Ada and Wang, Wei},\n  year = 2022\n}\n'],
    ['CSV', 'name,h-index,citations\nAda Byron,8,713\nWei Wang,9,814\n'],
    ['XML', '<?xml version="1.0"?>\n<dblp>\n<article key="a"><author>Ada Byron</author></article>\n</dblp>\n'],
    ['RIS', 'TY  - JOUR\nAU  - Byron, Ada\nTI  - Looms\nPY  - 2022\nER  - \n'],
    ['prose', 'It was a dark and stormy night.\nThe rain fell in torrents, and so on.\n\nMay 19\nA good day.\n'],
    ['a shopping list', 'Milk\nBread\n\nApples\n'],
  ])('does not claim %s', (_, text) => {
    expect(sniff(text)).toBeUndefined();
  });

  test.each(['package.json', 'tsconfig.json', 'vitest.config.ts', 'src/format/README.md', 'data/README.md'])(
    'does not claim %s of this project',
    (path) => {
      expect(sniff(file(path))).toBeUndefined();
    },
  );
});

test('the pages of coauthors in the fixtures are without problem', () => {
  const pages = readdirSync(new URL('../fixtures/profile/', import.meta.url)).filter((name) => name.endsWith('.txt'));
  expect(pages.length).toBeGreaterThanOrEqual(3);
  for (const page of pages) {
    const { owner, papers, problems } = readProfilePage(file(`test/fixtures/profile/${page}`));
    expect(problems).toEqual([]);
    expect(papers).toHaveLength(owner?.reported?.paperCount ?? 0);
  }
});
