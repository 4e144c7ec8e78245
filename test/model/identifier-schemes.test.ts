import { expect, test } from 'vitest';

import { IDENTIFIER_SCHEMES, identifierText, identifierUrl, parseIdentifier } from '../../src/model/index.ts';

const SHA = '649def34f8be52c8b66281af98ae884c09aef38b';

test.each([
  ['openalex:A5023888391', 'OPENALEX', 'A5023888391'],
  ['https://openalex.org/A5023888391', 'OPENALEX', 'A5023888391'],
  ['https://openalex.org/authors/a5023888391', 'OPENALEX', 'A5023888391'],
  ['https://api.openalex.org/works/W2741809807', 'OPENALEX', 'W2741809807'],
  ['https://openalex.org/W1', 'OPENALEX', 'W1'],
  ['A5023888391', 'OPENALEX', 'A5023888391'],
  ['S1234', 'OPENALEX', 'S1234'],
  ['s2:1741101', 'SEMANTIC_SCHOLAR', '1741101'],
  ['https://www.semanticscholar.org/author/Oren-Etzioni/1741101', 'SEMANTIC_SCHOLAR', '1741101'],
  [`https://www.semanticscholar.org/paper/Some-Title/${SHA}`, 'SEMANTIC_SCHOLAR', SHA],
  [SHA.toUpperCase(), 'SEMANTIC_SCHOLAR', SHA],
  ['CorpusID:215416146', 'SEMANTIC_SCHOLAR', 'CorpusID:215416146'],
  ['https://api.semanticscholar.org/corpusid:215416146', 'SEMANTIC_SCHOLAR', 'CorpusID:215416146'],
  ['pmid:17435989', 'PUBMED', '17435989'],
  ['https://pubmed.ncbi.nlm.nih.gov/17435989/', 'PUBMED', '17435989'],
  ['PMC1234567', 'PMC', 'PMC1234567'],
  ['https://www.ncbi.nlm.nih.gov/pmc/articles/3030', 'PMC', 'PMC3030'],
  ['pmcid:PMC3030.1', 'PMC', 'PMC3030'],
  ['grid.5335.0', 'GRID', 'grid.5335.0'],
  ['https://www.grid.ac/institutes/grid.5335.0', 'GRID', 'grid.5335.0'],
  ['issn:20411723', 'ISSN', '2041-1723'],
  ['ISSN 2434-561x', 'ISSN', '2434-561X'],
  ['isbn:978-3-642-32156-6', 'ISBN', '9783642321566'],
  ['isbn:3-642-32156-9', 'ISBN', '9783642321566'],
  ['url:https://example.org/paper', 'URL', 'https://example.org/paper'],
])('reads %s', (text, scheme, value) => {
  expect(parseIdentifier(text)).toEqual({ scheme, value });
});

test.each(['A123', 'X12345', '12345678', '2041-1723', '3642321560', 'https://example.org/paper'])(
  'leaves bare %s alone: it might be anything',
  (text) => {
    expect(parseIdentifier(text)).toHaveProperty('invalid');
  },
);

test.each([
  ['issn:2041-1724', 'its last character is 4, but its checksum is 3'],
  ['isbn:9783642321567', 'its last character is 7, but its checksum is 6'],
  ['isbn:3642321561', 'its last character is 1, but its checksum is 9'],
  ['pmid:abc', 'such as pmid:17435989'],
  ['openalex:B12', 'such as A5023888391'],
])('says what is wrong with %s', (text, words) => {
  expect(parseIdentifier(text)).toEqual({ invalid: expect.stringContaining(words) as string });
});

test('reads the text and the address that it gives', () => {
  for (const [scheme, value] of [
    ['OPENALEX', 'W2741809807'],
    ['SEMANTIC_SCHOLAR', SHA],
    ['SEMANTIC_SCHOLAR', 'CorpusID:7'],
    ['PUBMED', '12'],
    ['PMC', 'PMC12'],
    ['ISSN', '2041-1723'],
    ['GRID', 'grid.5335.0'],
    ['ISBN', '9783642321566'],
    ['URL', 'https://example.org/a'],
  ] as const) {
    expect(IDENTIFIER_SCHEMES).toContain(scheme);
    expect(parseIdentifier(identifierText({ scheme, value }))).toEqual({ scheme, value });
    const url = identifierUrl({ scheme, value });
    if (url !== undefined) expect(parseIdentifier(url, scheme)).toEqual({ scheme, value });
  }
});
