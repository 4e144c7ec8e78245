import { Agent, request as httpRequest } from 'node:http';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import type { Handler } from '../../src/server/index.ts';
import { ask, post, samplePage, startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

const corpus = await openCorpus({ paths: [samplePage] });

describe('the depth limit', () => {
  const handler = createHandler(corpus, { limits: { maxDepth: 5 } });

  test('lets a document through that is just as deep as allowed', async () => {
    const answer = await ask(handler, '{ papers { nodes { authors { nodes { name } } } } }');
    expect(answer.errors).toBeUndefined();
  });

  test('refuses one field more, naming the depth, the limit and the flag', async () => {
    const answer = await ask(handler, '{ papers { nodes { authors { nodes { reported { hIndex } } } } } }');
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message:
          'The document nests 6 fields deep: at most 5 fields are allowed. Ask in two documents: take ids from the first, go on from nodes(ids:). Your own server: --max-depth.',
        extensions: { code: 'DEPTH_LIMIT', received: 6, allowed: 'at most 5 fields' },
      }),
    ]);
  });

  test('answers 400 to a client that speaks GraphQL over HTTP', async () => {
    const body = JSON.stringify({ query: '{ papers { nodes { authors { nodes { reported { hIndex } } } } } }' });
    const response = await post(handler, body, { accept: 'application/graphql-response+json' });
    expect(response.status).toBe(400);
  });

  test('counts the fields of fragments, inline or named, where they are spread', async () => {
    const named = `
      { papers { nodes { ...Authors } } }
      fragment Authors on Paper { authors { ...Nodes } }
      fragment Nodes on PaperAuthorConnection { nodes { reported { hIndex } } }`;
    const inline = '{ papers { ... { nodes { ... on Paper { authors { nodes { reported { hIndex } } } } } } } }';
    for (const document of [named, inline]) {
      const answer = await ask(handler, document);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'DEPTH_LIMIT', received: 6 } }]);
    }
  });

  test('measures a fragment once, however often it is spread', async () => {
    const levels = Array.from({ length: 40 }, (_, level) =>
      level === 39
        ? `fragment F${level} on Author { name }`
        : `fragment F${level} on Author { ...F${level + 1} ...F${level + 1} }`,
    );
    const answer = await ask(handler, `{ authors { nodes { ...F0 } } } ${levels.join(' ')}`);
    expect(answer.errors).toBeUndefined();
  });

  test('comes to an end with fragments that spread themselves or each other', async () => {
    const answer = await ask(
      handler,
      '{ authors { nodes { ...A } } } fragment A on Author { papers { nodes { ...B } } } fragment B on Paper { authors { nodes { ...A } } }',
    );
    expect(answer.errors?.map(({ message }) => message)).toContainEqual(expect.stringContaining('spread fragment "A"'));
  });

  test('holds for every operation of a document, also for those that do not run', async () => {
    const query =
      'query Shallow { corpus { version } } query Deep { papers { nodes { authors { nodes { reported { hIndex } } } } } }';
    const response = await post(handler, JSON.stringify({ query, operationName: 'Shallow' }));
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'DEPTH_LIMIT' } }] });
  });

  test('does not count introspection: the standard query passes', async () => {
    const answer = await ask<{ __schema: object }>(handler, getIntrospectionQuery());
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.__schema).toMatchObject({ queryType: { name: 'Query' } });
  });

  test('is not forgotten for a document that another server of the process has let through', async () => {
    const document = '{ papers { nodes { authors { nodes { papers { nodes { title } } } } } } }';
    expect((await ask(createHandler(corpus), document)).errors).toBeUndefined();
    expect((await ask(handler, document)).errors).toMatchObject([{ extensions: { code: 'DEPTH_LIMIT' } }]);
  });
});

describe('the length limit of documents', () => {
  const handler = createHandler(corpus, { limits: { maxDocumentLength: 40 } });

  test('lets a document through that is just as long as allowed', async () => {
    expect((await ask(handler, '{ corpus { version } }'.padEnd(40))).errors).toBeUndefined();
  });

  test('refuses one character more, naming the length, the limit and the flag', async () => {
    const response = await post(handler, JSON.stringify({ query: '{ corpus { version } }'.padEnd(41) }));
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [
        {
          message:
            'The document has 41 characters: at most 40 characters are allowed. Put repeated selections into fragments and values into variables. Your own server: --max-document-length.',
          extensions: { code: 'DOCUMENT_LENGTH_LIMIT', received: 41, allowed: 'at most 40 characters' },
        },
      ],
    });
  });

  test('holds for GET as well', async () => {
    const query = encodeURIComponent('{ corpus { version } }'.padEnd(41));
    const response = await handler.fetch(`http://localhost/graphql?query=${query}`);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'DOCUMENT_LENGTH_LIMIT' } }] });
  });
});

describe('the limit on tokens', () => {
  const handler = createHandler(corpus, { limits: { maxTokens: 8 } });

  test('lets a document through that has just as many as allowed', async () => {
    expect((await ask(handler, '{ corpus { version paperCount } }')).errors).toBeUndefined();
  });

  test('refuses more, naming the number, the limit and the flag; comments and spaces are none', async () => {
    expect(await ask(handler, '{ corpus { version paperCount authorCount id } } # x')).toMatchObject({
      errors: [
        {
          message: expect.stringMatching(
            /^The document has 9 tokens: at most 8 tokens are .*--max-tokens\.$/,
          ) as string,
          extensions: { code: 'TOKEN_LIMIT', received: 9, allowed: 'at most 8 tokens' },
        },
      ],
    });
  });

  test('says the same of the same document when it comes again', async () => {
    const document = '{ corpus { version paperCount authorCount } }';
    const [one, other] = [await ask(handler, document), await ask(handler, document)];
    expect(one).toEqual(other);
  });

  test('leaves what is no GraphQL to be told as such', async () => {
    const { errors } = await ask(handler, '{ corpus { ! } }');
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
  });
});

describe('the limit on aliases', () => {
  const handler = createHandler(corpus, { limits: { maxAliases: 2 } });

  test('lets a document through that has just as many as allowed', async () => {
    expect((await ask(handler, '{ a: corpus { version } b: corpus { version } }')).errors).toBeUndefined();
  });

  test('refuses more, wherever they stand, naming the number, the limit and the flag', async () => {
    const document = '{ a: corpus { b: version } ...F } fragment F on Query { corpus { c: version d: paperCount } }';
    expect((await ask(handler, document)).errors).toMatchObject([
      {
        message: expect.stringMatching(/^The document has 4 aliases: at most 2 aliases .*--max-aliases\.$/) as string,
        extensions: { code: 'ALIAS_LIMIT', received: 4, allowed: 'at most 2 aliases' },
      },
    ]);
  });
});

test('a document that selects one field over and over is refused with the cause, as comparing them takes too long', async () => {
  const { errors } = await ask(createHandler(corpus), `{ corpus { ${'version '.repeat(2000)} } }`);
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining('so many fields under one name') as string,
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    },
  ]);
});

describe('the size limit of bodies', () => {
  let server: RunningServer;
  // One socket only: a second request proves what the first left behind on the connection.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  beforeAll(async () => {
    server = await startServer(corpus, { limits: { maxBodyBytes: 1000 } });
  });
  afterAll(async () => {
    agent.destroy();
    await server.close();
  });

  const question = JSON.stringify({ query: '{ corpus { paperCount } }' });

  interface Sent {
    readonly status: number | undefined;
    readonly body: unknown;
    readonly isReusedSocket: boolean;
  }

  async function send(body: string, headers: Readonly<Record<string, string | number>>): Promise<Sent> {
    return new Promise((settle, reject) => {
      const sent = httpRequest(
        server.url,
        { agent, method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          response.once('error', reject);
          response.once('end', () =>
            settle({
              status: response.statusCode,
              body: { ...(JSON.parse(text) as object), extensions: undefined }, // what it cost is another matter
              isReusedSocket: sent.reusedSocket,
            }),
          );
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  }

  const ofLength = (length: number): string => question.padEnd(length);

  test('lets a body through that is just as large as allowed', async () => {
    const { status, body } = await send(ofLength(1000), { 'content-length': 1000 });
    expect({ status, body }).toEqual({ status: 200, body: { data: { corpus: { paperCount: 19 } } } });
  });

  test.each([1001, 300_000])('answers 413 to %i bytes, naming the limit and the flag', async (length) => {
    const { status, body } = await send(ofLength(length), { 'content-length': length });
    expect(status).toBe(413);
    expect(body).toEqual({
      errors: [
        {
          message: `The body has ${length} bytes: at most 1000 bytes are allowed. Send less at a time. Your own server: --max-body-bytes.`,
          extensions: { code: 'BODY_SIZE_LIMIT', received: length, allowed: 'at most 1000 bytes' },
        },
      ],
    });
  });

  test('reads a body that does not tell its length', async () => {
    const { status, body } = await send(ofLength(1000), { 'transfer-encoding': 'chunked' });
    expect({ status, body }).toEqual({ status: 200, body: { data: { corpus: { paperCount: 19 } } } });
  });

  test('reads such a body no further than is allowed', async () => {
    const { status, body } = await send(ofLength(300_000), { 'transfer-encoding': 'chunked' });
    expect(status).toBe(413);
    expect(body).toEqual({
      errors: [
        {
          message:
            'The body has more than 1000 bytes: at most 1000 bytes are allowed. Send less at a time. Your own server: --max-body-bytes.',
          extensions: { code: 'BODY_SIZE_LIMIT', allowed: 'at most 1000 bytes' },
        },
      ],
    });
  });

  test('lets a program that holds the handler leave the length to it', async () => {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: question };
    const handler = createHandler(corpus, { isCostTold: false });
    const response = await handler.fetch('http://localhost/graphql', request);
    expect(await response.json()).toEqual({ data: { corpus: { paperCount: 19 } } });
  });

  test.each([
    ['body that is too large', ofLength(300_000), { 'content-length': 300_000 }],
    ['body without a length that is too large', ofLength(300_000), { 'transfer-encoding': 'chunked' }],
  ])('a connection serves the next request after a %s', async (_status, body, headers) => {
    await send(body, headers);
    const next = await send(question, { 'content-length': question.length });
    expect(next).toEqual({ status: 200, body: { data: { corpus: { paperCount: 19 } } }, isReusedSocket: true });
  });
});

describe('the page size', () => {
  const handler: Handler = createHandler(corpus);
  const lists: readonly (readonly [list: string, document: (page: string) => string])[] = [
    ['authors', (page) => `{ authors(${page}) { totalCount } }`],
    ['papers', (page) => `{ papers(${page}) { totalCount } }`],
    ['institutions', (page) => `{ institutions(${page}) { totalCount } }`],
    ['corpus.problems', (page) => `{ corpus { problems(${page}) { totalCount } } }`],
    ['author.papers', (page) => `{ author(by: {name: "Andrew Saxe"}) { papers(${page}) { totalCount } } }`],
    ['author.coauthors', (page) => `{ author(by: {name: "Andrew Saxe"}) { coauthors(${page}) { totalCount } } }`],
    ['paper.authors', (page) => `{ papers(first: 1) { nodes { authors(${page}) { totalCount } } } }`],
    ['institution.papers', (page) => `{ institutions(first: 1) { nodes { papers(${page}) { totalCount } } } }`],
    [
      'collaboration.papers',
      (page) =>
        `{ author(by: {name: "Andrew Saxe"}) { coauthors(first: 1) { edges { collaboration { papers(${page}) { totalCount } } } } } }`,
    ],
  ];
  const forwardOnly = new Set(['corpus.problems']);

  describe.each(lists)('of %s', (list, document) => {
    const arguments_ = forwardOnly.has(list) ? ['first'] : ['first', 'last'];
    const cases = arguments_.flatMap((argument) => [0, 101, -1].map((size) => [argument, size] as const));

    test.each(cases)('refuses %s: %i, naming what is allowed', async (argument, size) => {
      const { errors } = await ask(handler, document(`${argument}: ${size}`));
      expect(errors).toMatchObject([
        {
          message: `"${argument}" is ${size}: a page holds 1 to 100 items.`,
          extensions: { code: 'INVALID_ARGUMENT', argument, received: size, allowed: '1 to 100' },
        },
      ]);
    });

    test('takes 1 and 100', async () => {
      for (const size of [1, 100]) expect((await ask(handler, document(`first: ${size}`))).errors).toBeUndefined();
    });

    if (forwardOnly.has(list)) return;
    test('refuses first together with last', async () => {
      const { errors } = await ask(handler, document('first: 2, last: 3'));
      expect(errors).toMatchObject([
        {
          message: '"first" (2) and "last" (3) exclude each other: give one.',
          extensions: { code: 'INVALID_ARGUMENT', argument: 'last', received: 3 },
        },
      ]);
    });
  });

  test('is 20 when nothing is asked', async () => {
    const { data } = await ask<{ authors: { nodes: unknown[] } }>(handler, '{ authors { nodes { name } } }');
    expect(data?.authors.nodes).toHaveLength(20);
  });

  test('of nodes(ids:) is at most 100', async () => {
    const ids = Array.from({ length: 101 }, () => 'A_aaaaaaaaaaaaaaaaaaaaaaaa');
    const { errors } = await ask(handler, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(errors).toMatchObject([
      { extensions: { code: 'INVALID_ARGUMENT', argument: 'ids', received: 101, allowed: 'at most 100' } },
    ]);
  });
});

describe('a smaller page size of a server', () => {
  const handler = createHandler(corpus, { limits: { maxPageSize: 30 } });

  test.each([
    ['first', '{ authors(first: 31) { nodes { name } } }', 'authors'],
    ['last', '{ authors { edges { node { p: papers(last: 31) { totalCount } } } } }', 'authors.edges.node.p'],
  ])(
    'refuses %s before anything is fetched, naming the place, the size and the flag',
    async (argument, document, path) => {
      const { data, errors } = await ask(handler, document);
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([
        {
          message: expect.stringMatching(
            new RegExp(`^"${argument}" of ${path} is 31: at most 30 items .*--max-page-size\\.$`),
          ) as string,
          extensions: { code: 'PAGE_SIZE_LIMIT', argument, received: 31, allowed: 'at most 30 items' },
        },
      ]);
    },
  );

  test('lets one through that is just as large as allowed', async () => {
    expect((await ask(handler, '{ authors(first: 30) { nodes { name } } }')).errors).toBeUndefined();
  });
});
