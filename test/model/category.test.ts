import { expect, test } from 'vitest';

import { ARXIV_CATEGORIES, categoryOf, isCategoryCode } from '../../src/model/index.ts';

test('finds the one archive that has a printed code', () => {
  expect(categoryOf('LG')).toEqual({ code: 'cs.LG', name: 'Machine Learning', archive: 'cs', candidates: [] });
  expect(categoryOf('NC')).toMatchObject({ code: 'q-bio.NC', name: 'Neurons and Cognition' });
  expect(categoryOf('ML')).toMatchObject({ code: 'stat.ML', name: 'Machine Learning' });
  expect(categoryOf('NE')).toMatchObject({ code: 'cs.NE' });
  expect(categoryOf('soc-ph')).toMatchObject({ code: 'physics.soc-ph', archive: 'physics' });
});

test('takes full codes and undivided archives as they are, in any case', () => {
  expect(categoryOf('cs.LG').code).toBe('cs.LG');
  expect(categoryOf('CS.lg').code).toBe('cs.LG');
  expect(categoryOf('hep-th')).toEqual({
    code: 'hep-th',
    name: 'High Energy Physics - Theory',
    archive: 'hep-th',
    candidates: [],
  });
});

test.each([
  ['CO', ['astro-ph.CO', 'math.CO', 'stat.CO']],
  ['ST', ['math.ST', 'q-fin.ST']],
  ['AP', ['math.AP', 'stat.AP']],
  ['IT', ['cs.IT', 'math.IT']],
  ['NA', ['cs.NA', 'math.NA']],
  ['CV', ['cs.CV', 'math.CV']],
  ['GT', ['cs.GT', 'math.GT']],
  ['GN', ['econ.GN', 'math.GN', 'q-bio.GN', 'q-fin.GN']],
  ['SY', ['cs.SY', 'eess.SY']],
])('leaves %s as printed, with everything it may stand for', (code, candidates) => {
  expect(categoryOf(code)).toEqual({ code, candidates });
  expect(categoryOf(code.toLowerCase())).toEqual({ code: code.toLowerCase(), candidates });
});

test('leaves an unknown code as printed', () => {
  expect(categoryOf('XX')).toEqual({ code: 'XX', candidates: [] });
  expect(categoryOf('cs.XX')).toEqual({ code: 'cs.XX', candidates: [] });
});

test('keeps the aliases of arXiv as codes of their own', () => {
  for (const code of ['math.MP', 'stat.TH', 'cs.NA', 'cs.SY', 'math.IT', 'q-fin.EC'])
    expect(categoryOf(code).code).toBe(code);
});

test('carries all of arXiv, each code once, with its name, in order', () => {
  const perArchive = new Map<string, number>();
  for (const { archive = '' } of ARXIV_CATEGORIES) perArchive.set(archive, (perArchive.get(archive) ?? 0) + 1);
  expect(Object.fromEntries(perArchive)).toEqual({
    'astro-ph': 6,
    'cond-mat': 9,
    cs: 40,
    econ: 3,
    eess: 4,
    'gr-qc': 1,
    'hep-ex': 1,
    'hep-lat': 1,
    'hep-ph': 1,
    'hep-th': 1,
    math: 32,
    'math-ph': 1,
    nlin: 5,
    'nucl-ex': 1,
    'nucl-th': 1,
    physics: 22,
    'q-bio': 10,
    'q-fin': 9,
    'quant-ph': 1,
    stat: 6,
  });
  expect(new Set(ARXIV_CATEGORIES.map((category) => category.code)).size).toBe(ARXIV_CATEGORIES.length);
  expect(ARXIV_CATEGORIES.every((category) => (category.name ?? '').length > 2)).toBe(true);
});

test('recognises a code only as arXiv spells it', () => {
  expect(['LG', 'cs.LG', 'CO', 'hep-th', 'dis-nn'].every(isCategoryCode)).toBe(true);
  expect(['lg', 'Cs.LG', 'XX', '', 'cs', 'Co'].some(isCategoryCode)).toBe(false);
});
