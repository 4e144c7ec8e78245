import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { semanticScholar } from '../../src/format/semantic-scholar.ts';
import { testJsonFormat } from '../support/json-format-cases.ts';
import { readText } from '../support/read-text.ts';

const SHA = '649def34f8be52c8b66281af98ae884c09aef38b';
const text = readFileSync(new URL('../fixtures/semantic-scholar/bulk.jsonl', import.meta.url), 'utf8');
const { papers, persons, problems } = readText(semanticScholar, text);
const [paper, preprint] = papers;

testJsonFormat(semanticScholar, text);

test('reads the bulk spelling, ids as numbers or as text', () => {
  expect(papers.map(({ key }) => key)).toEqual(['s2:CorpusID:7', 's2:CorpusID:8']);
  expect(paper).toMatchObject({
    title: 'A bulk paper',
    date: { year: 2021, month: 5, day: 3 },
    type: 'CONFERENCE_PAPER',
    venue: { name: 'Conf of Demos' },
    citationCount: 3,
    groupAuthors: ['The X Collaboration'],
  });
  expect(paper?.authors).toEqual([
    { position: 1, name: 'Ada Byron', identifiers: [{ scheme: 'SEMANTIC_SCHOLAR', value: '11' }] },
    { position: 2, name: 'B. Hopper' },
  ]);
  expect(paper?.identifiers.map(({ scheme, value }) => `${scheme} ${value}`)).toEqual([
    'SEMANTIC_SCHOLAR CorpusID:7',
    'DOI 10.1000/abc',
    'PUBMED 12',
    'PMC PMC34',
    'DBLP conf/x/Y21',
    'ACL P19-1001',
  ]);
});

test('takes what stands on arXiv only for a preprint', () => {
  expect(preprint).toMatchObject({ type: 'PREPRINT', date: { year: 2020 }, venue: { type: 'REPOSITORY' } });
});

test('reads authors as people with their figures', () => {
  expect(persons).toEqual([
    {
      kind: 'person',
      key: 's2:11',
      line: 3,
      name: 'Ada Byron',
      aliases: ['A. Byron', 'Ada Byron 0001'],
      identifiers: [
        { scheme: 'SEMANTIC_SCHOLAR', value: '11' },
        { scheme: 'ORCID', value: '0000-0002-1825-0097' },
      ],
      affiliations: [{ name: 'Demo University', identifiers: [] }],
      reported: { hIndex: 4, paperCount: 9, citationCount: 40 },
    },
  ]);
  expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['malformed-record', 4]]);
});

test('reads the spelling and the reply of the API', () => {
  const reply = {
    total: 1,
    data: [
      {
        paperId: SHA,
        externalIds: { DOI: '10.1000/xyz' },
        title: 'An API paper',
        year: 2019,
        publicationTypes: ['Review', 'JournalArticle'],
        publicationVenue: { name: 'Journal of Demos', type: 'journal', issn: '2041-1723' },
        authors: [{ authorId: '11', name: 'Ada Byron' }],
      },
    ],
  };
  const body = JSON.stringify(reply);
  expect(semanticScholar.sniff({ name: 'a', text: body, isWhole: true })?.confidence).toBeGreaterThan(0.5);
  const [found] = readText(semanticScholar, body).papers;
  expect(found).toMatchObject({
    key: `s2:${SHA}`,
    type: 'REVIEW',
    venue: { name: 'Journal of Demos', type: 'JOURNAL', identifiers: [{ scheme: 'ISSN', value: '2041-1723' }] },
  });
});
