// Every code that an answer can carry: provoked here, and told on docs/errors.md in the words of the code.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/index.ts';
import { REQUEST_ERROR_CODES } from '../../src/model/index.ts';
import type { RequestErrorCode } from '../../src/model/index.ts';
import { createHandler, SERVER_ERROR_CODES } from '../../src/server/index.ts';
import type { ServerErrorCode } from '../../src/server/index.ts';
import { ask, post, samplePage, withStore } from '../support/server.ts';
import type { Answer } from '../support/server.ts';
import { namesakes } from '../support/worlds.ts';

const corpus = await openCorpus({ paths: [samplePage] });
const handler = createHandler(corpus);

const codes = { ...REQUEST_ERROR_CODES, ...SERVER_ERROR_CODES };

/** Keyed by the codes themselves: a new code does not compile until a request shows it. */
const provoked: Record<RequestErrorCode | ServerErrorCode, () => Promise<Answer>> = {
  INVALID_ARGUMENT: () => ask(handler, '{ papers(first: 0) { totalCount } }'),
  INVALID_ID: () => ask(handler, '{ node(id: "42") { id } }'),
  INVALID_IDENTIFIER: () => ask(handler, '{ paper(by: {doi: "none"}) { id } }'),
  INVALID_CURSOR: () => ask(handler, '{ papers(after: "42") { nodes { title } } }'),
  AMBIGUOUS_NAME: async () =>
    ask(createHandler(await openCorpus({ records: [namesakes] })), '{ author(by: {name: "Wei Wang"}) { id } }'),
  NOT_FOUND: () => ask(handler, '{ nodes(ids: ["P_aaaaaaaaaaaaaaaa"]) { id } }'),
  BUDGET_EXHAUSTED: () =>
    ask(
      createHandler(corpus, { limits: { walkBudget: 3 } }),
      '{ author(by: {name: "Andrew Saxe"}) { distances { unreachableCount } } }',
    ),
  BAD_REQUEST: () => posted('{'),
  OPERATION_RESOLUTION_FAILURE: () => posted('{"query": "query A { __typename } query B { __typename }"}'),
  GRAPHQL_PARSE_FAILED: () => ask(handler, '{ author('),
  GRAPHQL_VALIDATION_FAILED: () => ask(handler, '{ writers { name } }'),
  DEPTH_LIMIT: () => ask(createHandler(corpus, { limits: { maxDepth: 1 } }), '{ corpus { version } }'),
  ALIAS_LIMIT: () => ask(createHandler(corpus, { limits: { maxAliases: 1 } }), '{ a: corpus { b: version } }'),
  TOKEN_LIMIT: () => ask(createHandler(corpus, { limits: { maxTokens: 3 } }), '{ corpus { version } }'),
  DOCUMENT_LENGTH_LIMIT: () =>
    ask(createHandler(corpus, { limits: { maxDocumentLength: 3 } }), '{ corpus { version } }'),
  BODY_SIZE_LIMIT: () => ask(createHandler(corpus, { limits: { maxBodyBytes: 3 } }), '{ corpus { version } }'),
  PAGE_SIZE_LIMIT: () =>
    ask(createHandler(corpus, { limits: { maxPageSize: 30 } }), '{ papers(first: 31) { totalCount } }'),
  COST_LIMIT: () => ask(createHandler(corpus, { limits: { maxCost: 3 } }), '{ papers { nodes { title } } }'),
  DEADLINE_EXCEEDED: () => {
    const sources = (): Promise<never> => new Promise(() => undefined);
    return ask(
      createHandler(withStore(corpus, { sources }), { limits: { deadline: 20 } }),
      '{ corpus { sources { id } } }',
    );
  },
  NOT_READY: () => ask(createHandler(new Promise(() => undefined)), '{ corpus { version } }'),
  INTERNAL_SERVER_ERROR: () => {
    const sources = (): Promise<never> => Promise.reject(new Error('The disk is gone.'));
    return ask(
      createHandler(withStore(corpus, { sources }), { log: () => undefined }),
      '{ corpus { sources { id } } }',
    );
  },
};

test.each(Object.keys(provoked) as (keyof typeof provoked)[])('%s is the code of an answer', async (code) => {
  const { errors } = await provoked[code]();
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
});

/** What of the request, or of the limit, the message of each must name. */
const causes: Record<keyof typeof provoked, RegExp> = {
  INVALID_ARGUMENT: /"first" is 0: .*1 to 100/,
  INVALID_ID: /"42"/,
  INVALID_IDENTIFIER: /"none" is no DOI/,
  INVALID_CURSOR: /"42" is no cursor/,
  AMBIGUOUS_NAME: /"Wei Wang" fits 2 people/,
  NOT_FOUND: /"P_aaaaaaaaaaaaaaaa"/,
  BUDGET_EXHAUSTED: /3 authorships \(--walk-budget\)/,
  BAD_REQUEST: /JSON/,
  OPERATION_RESOLUTION_FAILURE: /operation/,
  GRAPHQL_PARSE_FAILED: /Expected Name, found <EOF>/,
  GRAPHQL_VALIDATION_FAILED: /"writers" on type "Query"/,
  DEPTH_LIMIT: /2 fields deep: at most 1 .*--max-depth/,
  ALIAS_LIMIT: /2 aliases: at most 1 .*--max-aliases/,
  TOKEN_LIMIT: /6 tokens: at most 3 .*--max-tokens/,
  DOCUMENT_LENGTH_LIMIT: /22 characters: at most 3 .*--max-document-length/,
  BODY_SIZE_LIMIT: /bytes: at most 3 .*--max-body-bytes/,
  PAGE_SIZE_LIMIT: /"first" of papers is 31: at most 30 .*--max-page-size/,
  COST_LIMIT: /40 points: at most 3 .*--max-cost.*papers/,
  DEADLINE_EXCEEDED: /20 milliseconds.*corpus\.sources.*--deadline/,
  NOT_READY: /still being read/,
  INTERNAL_SERVER_ERROR: /log has it as [\da-f-]{36}/,
};

test.each(Object.keys(provoked) as (keyof typeof provoked)[])('every error names its cause: %s', async (code) => {
  const { errors } = await provoked[code]();
  expect(errors?.[0]?.message).toMatch(causes[code]);
});

test.each([
  ['a mutation', { query: 'mutation { forget }' }],
  ['a subscription', { query: 'subscription { papers }' }],
  ['no query', {}],
  ['variables that are no object', { query: '{ __typename }', variables: 'x' }],
  ['a parameter that nobody knows', { query: '{ __typename }', querry: 'x' }],
  ['an operation that is not there', { query: 'query A { __typename }', operationName: 'B' }],
  ['a list of requests', [{ query: '{ __typename }' }]],
  ['a variable that is missing', { query: 'query ($id: ID!) { node(id: $id) { id } }' }],
  [
    'a variable of another type',
    { query: 'query ($n: Int) { papers(first: $n) { totalCount } }', variables: { n: 1.5 } },
  ],
  ['null for an id', { query: 'query ($id: ID = "x") { node(id: $id) { id } }', variables: { id: null } }],
])('an answer to %s carries a code that the page tells', async (_what, request) => {
  const { data, errors } = await posted(JSON.stringify(request));
  expect(data ?? {}).toEqual(data === undefined ? {} : { node: null });
  expect(errors).toHaveLength(1);
  expect(Object.keys(codes)).toContain(errors?.[0]?.extensions?.['code']);
});

test.each([
  ['application/graphql-response+json', '{ writers { name } }', 400],
  ['application/graphql-response+json', '{ node(id: "42") { id } }', 200],
  ['application/json', '{ writers { name } }', 200],
  ['application/json', '{', 200],
])('to a client that accepts %s, %s is answered with status %i, as the page says', async (accept, query, status) => {
  expect((await post(handler, JSON.stringify({ query }), { accept })).status).toBe(status);
});

describe('docs/errors.md', () => {
  const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\| (.*?) +\|$/gm)].map(([, code, meaning, remedy]) => ({
    code,
    meaning,
    remedy,
  }));

  test('tells every code and no other, in the order and the words of the code', () => {
    expect(rows.map(({ code, meaning }) => [code, meaning])).toEqual(Object.entries(codes));
  });

  test('says for each what to do', () => {
    expect(rows.filter(({ remedy }) => remedy === undefined || remedy.length < 10)).toEqual([]);
  });

  test('shows an answer that really comes', async () => {
    const [, document = ''] = /```graphql\n([^]*?)```/.exec(page) ?? [];
    const [, answer = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
    expect(await ask(handler, document)).toEqual(JSON.parse(answer));
  });
});

async function posted(body: string): Promise<Answer> {
  return (await (await post(handler, body)).json()) as Answer;
}
