import { expect, test } from 'vitest';

import { identifierText, identifierUrl, parseIdentifier } from '../../src/model/index.ts';
import type { Identifier } from '../../src/model/index.ts';

const ORCID: Identifier = { scheme: 'ORCID', value: '0000-0002-1825-0097' };

test.each([
  '0000-0002-1825-0097',
  '0000000218250097',
  'orcid:0000-0002-1825-0097',
  'https://orcid.org/0000-0002-1825-0097',
  'HTTP://ORCID.ORG/0000-0002-1825-0097/',
  ' orcid.org/0000-0002-1825-0097 ',
])('reads %j as one ORCID', (spelling) => {
  expect(parseIdentifier(spelling)).toEqual(ORCID);
});

test.each(['10.1000/ABC', 'doi:10.1000/abc', 'https://doi.org/10.1000/ABC', 'http://dx.doi.org/10.1000/abc'])(
  'reads %j as one DOI',
  (spelling) => {
    expect(parseIdentifier(spelling)).toEqual({ scheme: 'DOI', value: '10.1000/abc' });
  },
);

test.each([
  '2301.00001',
  'arXiv:2301.00001v2',
  'https://arxiv.org/abs/2301.00001',
  'https://arxiv.org/pdf/2301.00001v3.pdf',
])('reads %j as one arXiv paper, whatever the version', (spelling) => {
  expect(parseIdentifier(spelling)).toEqual({ scheme: 'ARXIV', value: '2301.00001' });
});

test('reads arXiv numbers of the old kind', () => {
  expect(parseIdentifier('hep-th/9901001')).toEqual({ scheme: 'ARXIV', value: 'hep-th/9901001' });
});

test.each(['03yrm5c26', 'ROR:03YRM5C26', 'https://ror.org/03yrm5c26'])('reads %j as one ROR', (spelling) => {
  expect(parseIdentifier(spelling)).toEqual({ scheme: 'ROR', value: '03yrm5c26' });
});

test('takes an ORCID whose checksum is X', () => {
  expect(parseIdentifier('0000-0002-1694-233x')).toEqual({ scheme: 'ORCID', value: '0000-0002-1694-233X' });
});

test('refuses an ORCID with a wrong checksum and tells the right one', () => {
  expect(parseIdentifier('0000-0002-1825-0098')).toEqual({
    invalid: '"0000-0002-1825-0098" is no valid ORCID: its last character is 8, but its checksum is 7.',
  });
});

test('refuses a ROR with a wrong checksum and tells the right one', () => {
  expect(parseIdentifier('https://ror.org/03yrm5c27')).toEqual({
    invalid: '"https://ror.org/03yrm5c27" is no valid ROR: it ends in 27, but its checksum is 26.',
  });
});

test('says what was expected when only one scheme is allowed', () => {
  expect(parseIdentifier('10.1000/abc', 'ORCID')).toEqual({
    invalid: expect.stringContaining('expected sixteen digits in four groups') as string,
  });
});

test.each(['', 'Andrew Saxe', '12345', 'https://example.org/0000-0002-1825-0097'])('refuses %j in words', (text) => {
  expect(parseIdentifier(text)).toEqual({ invalid: expect.stringContaining('is no identifier') as string });
});

test('gives an identifier one text and one address', () => {
  expect(identifierText(ORCID)).toBe('orcid:0000-0002-1825-0097');
  expect(identifierUrl(ORCID)).toBe('https://orcid.org/0000-0002-1825-0097');
});
