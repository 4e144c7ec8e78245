// Wrong requests, told so that a person can put them right; and failures of ours, of which a client sees an id only.

import { describe, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { ask, samplePage, withStore } from '../support/server.ts';
import type { Answer } from '../support/server.ts';
import { namesakes } from '../support/worlds.ts';

const corpus = await openCorpus({ paths: [samplePage] });
const handler = createHandler(corpus);

describe('a one-of argument', () => {
  const author = 'query ($by: AuthorBy!) { author(by: $by) { name } }';
  const allowed = 'exactly one of id, identifier, name, orcid';

  test.each([
    ['no field', '{}'],
    ['two fields', '{name: "Ada", orcid: "0000-0002-1825-0097"}'],
    ['a field that is null', '{name: null}'],
    ['a field that there is not', '{nam: "Ada"}'],
  ])('with %s, written in the document, is refused by name, with what is allowed', async (_what, received) => {
    const { data, errors } = await ask(handler, `{ author(by: ${received}) { name } }`);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions).toEqual({
      code: 'GRAPHQL_VALIDATION_FAILED',
      field: 'Query.author',
      argument: 'by',
      received,
      allowed,
    });
  });

  test.each([
    ['no field', {}],
    ['two fields', { name: 'Ada', orcid: '0000-0002-1825-0097' }],
    ['a field that is null', { name: null }],
    ['a field that there is not', { nam: 'Ada' }],
  ])('with %s, given by a variable, is refused by name, with what is allowed', async (_what, by) => {
    const { data, errors } = await ask(handler, author, { by });
    expect(data).toBeUndefined();
    const field = 'Query.author';
    expect(errors?.[0]?.extensions).toEqual({ code: 'INVALID_ARGUMENT', field, argument: 'by', received: by, allowed });
  });

  test('whose variable is missing is refused by name, with what is allowed', async () => {
    const { errors } = await ask(handler, author);
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT', argument: 'by', allowed } }]);
  });

  test('whose one field is a variable that may be null is refused when it is null', async () => {
    const { errors } = await ask(handler, 'query ($name: String) { author(by: {name: $name}) { name } }', {
      name: null,
    });
    expect(errors).toMatchObject([{ extensions: { argument: 'by', received: '{name: $name}', allowed } }]);
  });

  test('is named as the question spells it', async () => {
    const { errors } = await ask(handler, '{ collaborationPath(from: {name: "Andrew Saxe"}, to: {}) { __typename } }');
    expect(errors).toMatchObject([{ extensions: { argument: 'to', received: '{}', allowed } }]);
  });

  test.each([
    ['paper', 'exactly one of doi, id, identifier, title'],
    ['institution', 'exactly one of id, identifier, name, ror'],
  ])('of %s lists its own fields', async (field, fields) => {
    const { errors } = await ask(handler, `{ ${field}(by: {}) { id } }`);
    expect(errors).toMatchObject([{ extensions: { argument: 'by', allowed: fields } }]);
  });

  test('with a blank name says that a letter is wanted', async () => {
    const { errors } = await ask(handler, '{ author(by: {name: " "}) { name } }');
    expect(errors).toMatchObject([
      {
        message: '"by.name" is empty.',
        extensions: { code: 'INVALID_ARGUMENT', argument: 'by.name', received: ' ', allowed: 'at least one letter' },
      },
    ]);
  });
});

describe('a number below zero of what is counted', () => {
  test.each([
    ['papers', 'minAuthors'],
    ['papers', 'maxAuthors'],
    ['papers', 'minCitations'],
    ['papers', 'maxCitations'],
    ['authors', 'minPapers'],
    ['authors', 'maxPapers'],
    ['authors', 'minCoauthors'],
    ['authors', 'maxCoauthors'],
    ['institutions', 'minPapers'],
  ])('is refused in the filter of %s: %s', async (list, field) => {
    const { errors } = await ask(handler, `{ ${list}(first: 1, filter: { ${field}: -1 }) { totalCount } }`);
    const argument = `filter.${field}`;
    expect(errors).toMatchObject([
      {
        message: `"${argument}" is -1: it must be 0 or more.`,
        extensions: { code: 'INVALID_ARGUMENT', argument, received: -1, allowed: '0 or more' },
      },
    ]);
  });
});

describe('an id', () => {
  test.each([
    ['{ node(id: "42") { id } }', 'id'],
    ['{ author(by: {id: "42"}) { id } }', 'by.id'],
    ['{ paper(by: {id: "42"}) { id } }', 'by.id'],
    ['{ institution(by: {id: "42"}) { id } }', 'by.id'],
    ['{ papers(filter: {authors: ["42"]}) { totalCount } }', 'filter.authors'],
    ['{ papers(filter: {institutions: ["42"]}) { totalCount } }', 'filter.institutions'],
    [
      '{ author(by: {name: "Andrew Saxe"}) { coauthors(filter: {excludePapers: ["42"]}) { totalCount } } }',
      'filter.excludePapers',
    ],
  ])('that is malformed is refused by name: %s', async (document, argument) => {
    const { errors } = await ask(handler, document);
    expect(errors).toMatchObject([
      { message: '"42" is no id of this API.', extensions: { code: 'INVALID_ID', argument, received: '42' } },
    ]);
    expect(errors?.[0]?.extensions?.['allowed']).toMatch(/as an answer gave it$/);
  });

  test('of the wrong kind is refused with both kinds named', async () => {
    const { data } = await ask<{ papers: { nodes: { id: string }[] } }>(
      handler,
      '{ papers(first: 1) { nodes { id } } }',
    );
    const id = data?.papers.nodes[0]?.id;
    const { errors } = await ask(handler, 'query ($id: ID!) { author(by: {id: $id}) { name } }', { id });
    expect(errors).toMatchObject([
      {
        message: `"${id}" is the id of a paper, not of an author.`,
        path: ['author'],
        extensions: { code: 'INVALID_ID', argument: 'by.id', allowed: 'the id of an author, as an answer gave it' },
      },
    ]);
  });

  test('that nobody has is null, and no error', async () => {
    expect(
      await ask(
        handler,
        '{ author(by: {id: "A_aaaaaaaaaaaaaaaaaaaaaaaa"}) { id } node(id: "P_aaaaaaaaaaaaaaaa") { id } institution(by: {name: "nowhere"}) { id } }',
      ),
    ).toEqual({ data: { author: null, node: null, institution: null } });
  });

  test('that is bad in nodes(ids:) nulls its own place alone, with an error that has its path', async () => {
    const { data } = await ask<{ papers: { nodes: { id: string }[] } }>(
      handler,
      '{ papers(first: 2) { nodes { id } } }',
    );
    const [one = '', other = ''] = data?.papers.nodes.map(({ id }) => id) ?? [];
    const ids = [one, '42', other, 'P_aaaaaaaaaaaaaaaa'];
    expect(await ask(handler, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual({
      data: { nodes: [{ id: one }, null, { id: other }, null] },
      errors: [
        expect.objectContaining({
          path: ['nodes', 1],
          extensions: { code: 'INVALID_ID', argument: 'ids', received: '42', allowed: 'an id, as an answer gave it' },
        }),
        expect.objectContaining({
          path: ['nodes', 3],
          extensions: { code: 'NOT_FOUND', argument: 'ids', received: 'P_aaaaaaaaaaaaaaaa' },
        }),
      ],
    });
  });
});

describe('a cursor', () => {
  const lastCursor = async (document: string): Promise<string> => {
    const { data } = await ask<{ list: { pageInfo: { endCursor: string } } }>(handler, document);
    return data?.list.pageInfo.endCursor ?? '';
  };

  test.each([
    ['of another list', '{ list: authors(first: 1) { pageInfo { endCursor } } }'],
    [
      'of another order',
      '{ list: papers(first: 1, orderBy: {field: TITLE, direction: ASC}) { pageInfo { endCursor } } }',
    ],
  ])('%s is refused in words', async (_what, document) => {
    const after = await lastCursor(document);
    const { errors } = await ask(handler, 'query ($after: String) { papers(after: $after) { nodes { title } } }', {
      after,
    });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('belongs to another list or order'),
        extensions: { code: 'INVALID_CURSOR', argument: 'after', received: after },
      },
    ]);
  });

  test.each(['after', 'before'])('that is made up is refused: %s', async (argument) => {
    const { errors } = await ask(handler, `{ papers(${argument}: "42") { nodes { title } } }`);
    expect(errors).toMatchObject([
      {
        message: '"42" is no cursor of this API.',
        extensions: { code: 'INVALID_CURSOR', argument, received: '42' },
      },
    ]);
  });
});

describe('an identifier', () => {
  test('an ORCID with a wrong checksum is told which character is wrong', async () => {
    const { data, errors } = await ask(handler, '{ author(by: {orcid: "0000-0002-1825-0098"}) { name } }');
    expect(data).toEqual({ author: null });
    expect(errors).toMatchObject([
      {
        message: '"0000-0002-1825-0098" is no valid ORCID: its last character is 8, but its checksum is 7.',
        extensions: { code: 'INVALID_IDENTIFIER', argument: 'by.orcid', received: '0000-0002-1825-0098' },
      },
    ]);
  });

  test.each([
    ['{ author(by: {orcid: "12"}) { id } }', 'by.orcid', /no ORCID: expected sixteen digits/],
    ['{ paper(by: {doi: "12"}) { id } }', 'by.doi', /no DOI: expected a prefix, a slash and a suffix/],
    ['{ institution(by: {ror: "03yrm5c27"}) { id } }', 'by.ror', /no valid ROR: it ends in 27, but its checksum is 26/],
    ['{ paper(by: {identifier: "x12"}) { id } }', 'by.identifier', /no identifier that is known here: expected one of/],
  ])('that is malformed says what is expected: %s', async (document, argument, message) => {
    const { errors } = await ask(handler, document);
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'INVALID_IDENTIFIER', argument } },
    ]);
  });
});

describe('a name or title that fits several', () => {
  test('people is an error that lists them by id, with what tells them apart', async () => {
    const { data, errors } = await ask(
      createHandler(await openCorpus({ records: [namesakes] })),
      '{ author(by: {name: "wang, wei"}) { id } all: authors(filter: {name: "wei wang"}) { nodes { id } } }',
    );
    const ids = (data as { all: { nodes: { id: string }[] } }).all.nodes.map(({ id }) => id);
    expect(data).toMatchObject({ author: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: '"wang, wei" fits 2 people: choose one by its id.',
      extensions: { code: 'AMBIGUOUS_NAME', argument: 'by.name', received: 'wang, wei' },
    });
    const candidates = errors?.[0]?.extensions?.['candidates'] as { id: string; name: string; hint: string }[];
    expect(candidates.map(({ id }) => id)).toEqual([...ids].sort());
    expect(candidates.map(({ name, hint }) => `${name}: ${hint}`).sort()).toEqual([
      expect.stringMatching(/^Wei Wang: 1 paper, 2024\b.*, orcid:0000-0001-5109-3700$/),
      'Wei Wang: 2 papers, 2024–2025, orcid:0000-0002-1825-0097',
    ]);
  });
});

describe('what there is not', () => {
  const orders = 'one of AUTHOR_COUNT, CITATION_COUNT, PUBLISHED_ON, TITLE';

  test.each([
    [
      'a field',
      '{ author(by: {name: "Andrew Saxe"}) { paperCuont } }',
      /"paperCuont" on type "Author"\. Did you mean "paperCount"/,
      { field: 'Author.paperCuont', received: 'paperCuont', allowed: /^a field of Author: coauthorCount, / },
    ],
    [
      'an argument',
      '{ papers(frist: 3) { totalCount } }',
      /Did you mean "first"/,
      {
        field: 'Query.papers',
        argument: 'frist',
        received: '3',
        allowed: /^an argument of Query.papers: after, before/,
      },
    ],
    [
      'an input’s field',
      '{ papers(filter: {fromYaer: 2020}) { totalCount } }',
      /Did you mean "fromYear"/,
      { argument: 'filter.fromYaer', received: '2020', allowed: /^fields of PaperFilter: .*fromYear/ },
    ],
    [
      'an enum’s value',
      '{ papers(orderBy: {field: PUBLISHD_ON, direction: ASC}) { totalCount } }',
      /Did you mean the enum value "PUBLISHED_ON"/,
      { field: 'Query.papers', argument: 'orderBy.field', received: 'PUBLISHD_ON', allowed: orders },
    ],
    [
      'a number where a text stands',
      '{ papers(first: "3") { totalCount } }',
      /Int cannot represent/,
      { argument: 'first', received: '"3"', allowed: 'a whole number of 32 bits' },
    ],
    [
      'an argument that must be given',
      '{ author { name } }',
      /argument "by" .* is required/,
      { field: 'Query.author', argument: 'by', allowed: 'exactly one of id, identifier, name, orcid' },
    ],
  ])('%s, is told with what was probably meant and all that may be', async (_what, document, message, details) => {
    const { errors } = await ask(handler, document);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toMatch(message);
    const { code, ...given } = errors?.[0]?.extensions ?? {};
    expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
    for (const [name, expected] of Object.entries(details)) {
      expect(given[name]).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
    }
  });

  test.each([
    ['an enum’s value', { field: 'PUBLISHD_ON', direction: 'ASC' }, 'orderBy.field', 'PUBLISHD_ON', orders],
    [
      'a field',
      { feild: 'TITLE', direction: 'ASC' },
      'orderBy',
      { feild: 'TITLE', direction: 'ASC' },
      'fields of PaperOrder: direction, field',
    ],
  ])('%s, in a variable, is told by its part of the argument', async (_what, orderBy, argument, received, allowed) => {
    const document = 'query ($orderBy: PaperOrder) { papers(orderBy: $orderBy) { totalCount } }';
    const { errors } = await ask(handler, document, { orderBy });
    expect(errors?.[0]?.extensions).toEqual({
      code: 'INVALID_ARGUMENT',
      field: 'Query.papers',
      argument,
      received,
      allowed,
    });
  });
});

describe('a failure of ours', () => {
  const secret = 'The password of /srv/records is swordfish.';

  async function failed(
    parts: Parameters<typeof withStore>[1],
    document: string,
  ): Promise<{ answer: Answer; log: readonly string[] }> {
    const log: string[] = [];
    const options = { log: (line: string) => log.push(line), newErrorId: () => `error-${log.length + 1}` };
    const answer = await ask(createHandler(withStore(corpus, parts), options), document);
    return { answer, log };
  }

  test('is told as an id that the log line carries, and leaks nothing else', async () => {
    const { answer, log } = await failed(
      { authorsNamed: () => Promise.reject(new Error(secret)) },
      '{ author(by: {name: "Andrew Saxe"}) { name } corpus { paperCount } }',
    );
    expect(answer).toEqual({
      data: { author: null, corpus: { paperCount: 19 } },
      errors: [
        {
          message: 'Something unforeseen happened. The server’s log has it as error-1.',
          locations: [{ line: 1, column: 3 }],
          path: ['author'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', id: 'error-1' },
        },
      ],
    });
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(/^Error error-1 at author: Error: The password of/);
    expect(log[0]).toContain('errors.test.ts');
    expect(JSON.stringify(answer)).not.toContain('swordfish');
  });

  test('is masked too when it is thrown at once, or is no Error', async () => {
    const throwing = (thrown: unknown) => () => {
      throw thrown;
    };
    for (const thrown of [new Error(secret), secret, { secret }, null]) {
      const { answer, log } = await failed({ authorsNamed: throwing(thrown) }, '{ author(by: {name: "A"}) { name } }');
      expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR', id: 'error-1' } }]);
      expect(JSON.stringify(answer)).not.toContain('swordfish');
      expect(log).toHaveLength(1);
    }
  });

  test('is masked when it is a value that the schema cannot tell', async () => {
    const sources = async () =>
      (await corpus.view().store.sources()).map((source) => ({ ...source, paperCount: 2 ** 40 }));
    const { answer, log } = await failed({ sources }, '{ corpus { sources { paperCount } } }');
    expect(answer.errors).toMatchObject([
      { path: ['corpus', 'sources', 0, 'paperCount'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    expect(log[0]).toContain('Int cannot represent');
  });

  test('is masked when the corpus has no view to give', async () => {
    const log: string[] = [];
    const broken = createHandler(
      {
        ...corpus,
        view: () => {
          throw new Error(secret);
        },
      },
      { log: (line) => log.push(line), newErrorId: () => 'error-1' },
    );
    const answer = await ask(broken, '{ corpus { version } }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR', id: 'error-1' } }]);
    expect(JSON.stringify(answer)).not.toContain('swordfish');
    expect(log[0]).toContain('swordfish');
  });

  test('in one place of nodes(ids:) is masked as well', async () => {
    const papers = { ...corpus.view().store.papers, getMany: () => Promise.reject(new Error(secret)) };
    const { answer } = await failed({ papers }, '{ nodes(ids: ["P_aaaaaaaaaaaaaaaa"]) { id } }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR', id: 'error-1' } }]);
    expect(JSON.stringify(answer)).not.toContain('swordfish');
  });

  test('has an id of its own each time', async () => {
    const broken = createHandler(withStore(corpus, { sources: () => Promise.reject(new Error(secret)) }), {
      log: () => undefined,
    });
    const idOf = async (): Promise<unknown> =>
      (await ask(broken, '{ corpus { sources { id } } }')).errors?.[0]?.extensions?.['id'];
    const [one, other] = [await idOf(), await idOf()];
    expect(one).toMatch(/^[\da-f]{8}-/);
    expect(one).not.toBe(other);
  });
});
