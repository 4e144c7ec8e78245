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

test.each([
  '65/9612',
  'dblp:65/9612',
  'DBLP:homepages/65/9612',
  'homepages/65/9612',
  'https://dblp.org/pid/65/9612',
  'https://dblp.org/pid/65/9612.html',
  'http://dblp.uni-trier.de/pid/65/9612.xml',
])('reads %j as one person of dblp', (spelling) => {
  expect(parseIdentifier(spelling)).toEqual({ scheme: 'DBLP', value: '65/9612' });
});

test.each([
  ['dblp:l/BarbaraLiskov', 'l/BarbaraLiskov', 'https://dblp.org/pid/l/BarbaraLiskov'],
  ['1/2-1', '1/2-1', 'https://dblp.org/pid/1/2-1'],
  ['dblp:conf/acl/X21', 'conf/acl/X21', 'https://dblp.org/rec/conf/acl/X21'],
  [
    'https://dblp.org/rec/journals/cacm/Knuth74.html',
    'journals/cacm/Knuth74',
    'https://dblp.org/rec/journals/cacm/Knuth74',
  ],
])('keeps the letters of dblp’s key %j', (spelling, value, url) => {
  const parsed = parseIdentifier(spelling);
  expect(parsed).toEqual({ scheme: 'DBLP', value });
  expect(identifierUrl(parsed as Identifier)).toBe(url);
});

test.each([
  'aravind-joshi',
  'acl:aravind-joshi',
  'https://aclanthology.org/people/a/aravind-joshi/',
  'https://aclanthology.org/people/aravind-joshi',
  'https://aclanthology.org/people/aravind-joshi/unverified/',
])('reads %j as one person of the ACL Anthology', (spelling) => {
  const parsed = parseIdentifier(spelling);
  expect(parsed).toEqual({ scheme: 'ACL', value: 'aravind-joshi' });
  expect(identifierUrl(parsed as Identifier)).toBe('https://aclanthology.org/people/aravind-joshi/');
});

test.each([
  'P19-1001',
  'acl:p19-1001',
  'https://aclanthology.org/P19-1001',
  'https://aclanthology.org/P19-1001.pdf',
  'https://www.aclweb.org/anthology/P19-1001/',
])('reads %j as one paper of the ACL Anthology', (spelling) => {
  const parsed = parseIdentifier(spelling);
  expect(parsed).toEqual({ scheme: 'ACL', value: 'P19-1001' });
  expect(identifierUrl(parsed as Identifier)).toBe('https://aclanthology.org/P19-1001/');
});

test('reads the Anthology’s newer papers', () => {
  const paper = { scheme: 'ACL', value: '2020.acl-main.1' };
  expect(parseIdentifier('2020.acl-main.1')).toEqual(paper);
  expect(parseIdentifier('https://aclanthology.org/2020.acl-main.1/')).toEqual(paper);
});

test('takes a name of one word for a person of the Anthology only when told so', () => {
  expect(parseIdentifier('acl:mausam')).toEqual({ scheme: 'ACL', value: 'mausam' });
  expect(parseIdentifier('mausam', 'ACL')).toEqual({ scheme: 'ACL', value: 'mausam' });
  expect(parseIdentifier('mausam')).toEqual({ invalid: expect.stringContaining('is no identifier') as string });
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
