import { expect, test } from 'vitest';

import { openCorpus } from '../../../src/corpus/index.ts';
import { recordKey } from '../../../src/model/index.ts';
import type { PersonRecord, RedirectRecord } from '../../../src/model/index.ts';
import { createHandler } from '../../../src/server/index.ts';
import { ask } from '../../support/server.ts';
import { identifier, paper } from '../../support/worlds.ts';

const liskov: PersonRecord = {
  kind: 'person',
  key: recordKey('dblp', 'homepages/l/BarbaraLiskov'),
  name: 'Barbara Liskov',
  aliases: [],
  identifiers: [identifier('dblp:l/BarbaraLiskov'), identifier('s2:1741101')],
};
const redirect = (key: string, target: string): RedirectRecord => ({
  kind: 'redirect',
  key: recordKey('dblp', key),
  target: recordKey('dblp', target),
});
const clu = paper('CLU', ['Barbara Liskov'], {
  year: 1977,
  keyed: ['dblp', 'journals/cacm/LiskovSAS77'],
  identifiers: [
    'dblp:journals/cacm/LiskovSAS77',
    'doi:10.1145/359763.359789',
    'arxiv:math/0309136',
    'pmid:17435989',
  ].map(identifier),
});
const corpus = await openCorpus({
  records: [
    {
      name: 'dblp',
      records: [
        liskov,
        clu,
        redirect('homepages/65/9612', 'homepages/65/1111'),
        redirect('homepages/65/1111', 'homepages/l/BarbaraLiskov'),
        redirect('conf/acl/Old', 'journals/cacm/LiskovSAS77'),
      ],
    },
  ],
});
const handler = createHandler(corpus);
const NAMED = '... on Author { title: name } ... on Paper { title }';

test.each([
  'https://doi.org/10.1145/359763.359789',
  'DOI 10.1145/359763.359789',
  'https://www.doi.org/10.1145%2F359763.359789',
  'arXiv:math.GT/0309136v2',
  'http://export.arxiv.org/abs/math/0309136?context=math',
  '17435989',
  'PMID: 17435989',
  'https://www.ncbi.nlm.nih.gov/pubmed/17435989/',
  'https://dblp.org/rec/journals/cacm/LiskovSAS77.html?view=bibtex',
  'dblp:conf/acl/Old',
])('%s is one paper', async (text) => {
  const { data, errors } = await ask(
    handler,
    `query ($text: String!) { resource(identifier: $text) { ${NAMED} } paper(by: { identifier: $text }) { title } }`,
    { text },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ resource: { title: 'CLU' }, paper: { title: 'CLU' } });
});

test.each([
  'l/BarbaraLiskov',
  'https://dblp.dagstuhl.de/pid/l/BarbaraLiskov.xml',
  '65/1111',
  'https://dblp.org/pid/65/9612',
  '1741101',
  'https://www.semanticscholar.org/author/Barbara-Liskov/1741101',
])('%s is one person, given up or not', async (text) => {
  const { data, errors } = await ask(
    handler,
    `query ($text: String!) { resource(identifier: $text) { ${NAMED} } author(by: { identifier: $text }) { name } }`,
    { text },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ resource: { title: 'Barbara Liskov' }, author: { name: 'Barbara Liskov' } });
});

test.each([
  ['orcid.org/0000-0002-1825-0098', 'its last character is 8, but its checksum is 7'],
  ['0000000218250098', 'its last character is 8, but its checksum is 7'],
  ['https://ror.org/03yrm5c27', 'it ends in 27, but its checksum is 26'],
  ['Barbara Liskov', 'is no identifier that is known here'],
])('%s is refused in words', async (text, words) => {
  const { errors } = await ask(handler, 'query ($text: String!) { resource(identifier: $text) { __typename } }', {
    text,
  });
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining(words) as string,
      extensions: { code: 'INVALID_IDENTIFIER', argument: 'identifier', received: text },
    },
  ]);
});
