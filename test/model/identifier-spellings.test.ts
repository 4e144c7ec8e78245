import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { identifierText, parseIdentifier, possibleIdentifiers } from '../../src/model/index.ts';
import type { Identifier, IdentifierScheme } from '../../src/model/index.ts';

const digits = (from: number, to = from): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: from, maxLength: to });
const letters = (from: number, to: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: from, maxLength: to });

/** The value with the last characters that its checksum demands: the error says which. */
function withChecksum(scheme: IdentifierScheme, body: string, endings: readonly string[]): string {
  const value = endings.map((ending) => body + ending).find((text) => !('invalid' in parseIdentifier(text, scheme)));
  if (value === undefined) throw new Error(`No ending makes "${body}" a ${scheme}.`);
  return value;
}

const TENS = Array.from({ length: 100 }, (_, at) => String(at).padStart(2, '0'));
const inAddress = (...paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => ['https://', 'http://', 'https://www.', ''].map((start) => `${start}${path}`));

interface Kind {
  readonly scheme: IdentifierScheme;
  readonly values: fc.Arbitrary<string>;
  /** What may stand before the value. */
  readonly before: readonly string[];
  /** Whether its letters may be of either case. */
  readonly isFolded: boolean;
}

const KINDS: readonly Kind[] = [
  {
    scheme: 'ORCID',
    values: digits(15).map((body) => {
      const value = withChecksum('ORCID', body, ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X']);
      return value.replace(/(.{4})(?=.)/g, '$1-');
    }),
    before: ['', 'orcid:', 'ORCID: ', 'ORCID ', ...inAddress('orcid.org/')],
    isFolded: true,
  },
  {
    scheme: 'DOI',
    values: fc.tuple(digits(4, 6), letters(1, 8)).map(([one, other]) => `10.${one}/${other}.1`),
    before: ['', 'doi:', 'DOI: ', 'doi ', ...inAddress('doi.org/', 'dx.doi.org/')],
    isFolded: true,
  },
  {
    scheme: 'ARXIV',
    values: fc.oneof(
      fc.tuple(digits(4), digits(5)).map(([month, number]) => `${month}.${number}`),
      digits(7).map((number) => `hep-th/${number}`),
    ),
    before: ['', 'arxiv:', 'arXiv ', ...inAddress('arxiv.org/abs/', 'arxiv.org/pdf/', 'export.arxiv.org/abs/')],
    isFolded: true,
  },
  {
    scheme: 'PUBMED',
    values: fc.integer({ min: 1, max: 99_999_999 }).map(String),
    before: [
      'pmid:',
      'PMID: ',
      'PMID ',
      'pubmed:',
      ...inAddress('pubmed.ncbi.nlm.nih.gov/', 'ncbi.nlm.nih.gov/pubmed/'),
    ],
    isFolded: true,
  },
  {
    scheme: 'ROR',
    values: letters(6, 6)
      .filter((body) => !/[ilou]/.test(body))
      .map((body) => withChecksum('ROR', `0${body}`, TENS)),
    before: ['', 'ror:', 'ROR ', ...inAddress('ror.org/')],
    isFolded: true,
  },
  {
    scheme: 'GRID',
    values: fc.tuple(digits(1, 6), digits(1)).map(([one, other]) => `grid.${one}.${other}`),
    before: ['', 'grid:', ...inAddress('grid.ac/institutes/')],
    isFolded: true,
  },
  {
    scheme: 'OPENALEX',
    values: fc.tuple(fc.constantFrom('A', 'W', 'I', 'S'), digits(4, 10)).map((parts) => parts.join('')),
    before: ['', 'openalex:', ...inAddress('openalex.org/', 'api.openalex.org/', 'api.openalex.org/works/')],
    isFolded: true,
  },
  {
    scheme: 'SEMANTIC_SCHOLAR',
    values: digits(1, 10),
    before: [
      's2:',
      'semantic_scholar:',
      ...inAddress('semanticscholar.org/author/', 'semanticscholar.org/author/A-B/'),
    ],
    isFolded: true,
  },
  {
    scheme: 'ACL',
    values: fc.tuple(fc.constantFrom('P', 'N', 'W'), digits(2), digits(4)).map(([a, b, c]) => `${a}${b}-${c}`),
    before: ['', 'acl:', ...inAddress('aclanthology.org/', 'aclweb.org/anthology/')],
    isFolded: true,
  },
  {
    scheme: 'DBLP',
    values: fc.oneof(
      fc.tuple(digits(1, 3), digits(1, 5)).map((parts) => parts.join('/')),
      fc.tuple(letters(1, 6), letters(1, 6)).map(([venue, key]) => `conf/${venue}/X${key}21`),
    ),
    before: ['', 'dblp:', 'DBLP:', ...inAddress('dblp.org/pid/', 'dblp.org/rec/', 'dblp.uni-trier.de/rec/')],
    isFolded: false, // its keys tell case apart
  },
];

describe.each(KINDS)('every spelling of one $scheme', ({ scheme, values, before, isFolded }) => {
  const spellings = fc.record({
    value: values,
    start: fc.constantFrom(...before),
    turn: fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
    ),
    blank: fc.constantFrom('', ' ', '\n'),
    slash: fc.boolean(),
  });

  it('gives one', () => {
    fc.assert(
      fc.property(spellings, ({ value, start, turn, blank, slash }) => {
        const one = parseIdentifier(value, scheme) as Identifier;
        expect(one).toEqual({ scheme, value: one.value });
        const end = slash && start.includes('/') ? '/' : '';
        const spelled = isFolded ? turn(`${start}${value}${end}`) : `${turn(start)}${value}${end}`;
        expect(parseIdentifier(`${blank}${spelled}${blank}`), spelled).toEqual(one);
        expect(parseIdentifier(identifierText(one))).toEqual(one);
        expect(possibleIdentifiers(spelled)).toEqual([one]);
      }),
    );
  });
});

describe('an identifier that is nearly one', () => {
  it.each([
    ['0000 0002 1825 0097', 'orcid:0000-0002-1825-0097'],
    ['0000–0002–1825–0097', 'orcid:0000-0002-1825-0097'],
    ['https://orcid.org/0000-0002-1825-0097?lang=en#works', 'orcid:0000-0002-1825-0097'],
    ['https://doi.org/10.1000%2Fabc%23d', 'doi:10.1000/abc#d'],
    ['https://doi.org/10.1000/abc?d', 'doi:10.1000/abc?d'],
    ['math.GT/0309136v1', 'arxiv:math/0309136'],
    ['https://arxiv.org/html/2301.00001v2', 'arxiv:2301.00001'],
  ])('is read: %s', (text, expected) => {
    expect(identifierText(parseIdentifier(text) as Identifier)).toBe(expected);
  });

  it('may be of several schemes where it is a bare number', () => {
    expect(possibleIdentifiers('17435989')).toEqual([
      { scheme: 'PUBMED', value: '17435989' },
      { scheme: 'SEMANTIC_SCHOLAR', value: '17435989' },
    ]);
    expect(possibleIdentifiers('2041-1723')).toEqual([{ scheme: 'ISSN', value: '2041-1723' }]);
    expect(possibleIdentifiers('0000000218250098')).toEqual({
      invalid: expect.stringContaining('its checksum is 7') as string,
    });
  });
});
