// What a document costs, told before and after, and refused when it is too much. docs/limits.md has the formula.

import { describe, expect, test } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { ask, post, samplePage } from '../support/server.ts';

const corpus = await openCorpus({ paths: [samplePage] });
const handler = createHandler(corpus, { limits: { maxDepth: 50 } });

type Variables = Readonly<Record<string, unknown>>;

interface Told {
  readonly requested: number;
  readonly actual: number;
}

async function told(document: string, variables?: Variables): Promise<Told> {
  const response = await post(handler, JSON.stringify({ query: document, variables }));
  const { extensions, errors } = (await response.json()) as { extensions?: { cost: Told }; errors?: unknown };
  expect(extensions, JSON.stringify(errors)).toBeDefined();
  return extensions?.cost ?? { requested: -1, actual: -1 };
}

const priced = async (document: string, variables?: Variables): Promise<number> =>
  (await told(document, variables)).requested;

const WALK = 500;

describe('the cost of a document', () => {
  test('is one point for each value, and for each thing that has some', async () => {
    expect(await priced('{ corpus { version } }')).toBe(2);
    expect(await priced('{ corpus { version paperCount components { count } } }')).toBe(5);
  });

  test('of a page of a hundred is a hundred times that of one', async () => {
    for (const list of ['nodes { name }', 'edges { cursor node { name orcid } }']) {
      expect(await priced(`{ authors(first: 100) { ${list} } }`)).toBe(
        100 * (await priced(`{ authors(first: 1) { ${list} } }`)),
      );
    }
    expect(await priced('{ authors(last: 7) { nodes { name } } }')).toBe(7 * 2);
  });

  test('multiplies page sizes where lists are nested', async () => {
    const three = (a: number, b: number, c: number): string =>
      `{ authors(first: ${a}) { nodes { coauthors(first: ${b}) { nodes { coauthors(first: ${c}) { nodes { name } } } } } } }`;
    expect(await priced(three(5, 6, 7))).toBe(5 * (1 + 6 * (1 + 7 * 2)));
  });

  test('takes the documented page size where none is asked', async () => {
    expect(await priced('{ authors { nodes { name } } }')).toBe(20 * 2);
    expect(await priced('{ suggest(prefix: "a") { label } }')).toBe(WALK + 10 * 2);
  });

  test('`totalCount` alone costs no rows', async () => {
    expect(await priced('{ authors(first: 100) { totalCount } }')).toBe(1);
    expect(await priced('{ authors(first: 10) { nodes { coauthors(first: 100) { totalCount } } } }')).toBe(10 * 2);
  });

  test('counts each alias, and a fragment wherever it is spread', async () => {
    expect(await priced('{ a: authors(first: 2) { nodes { name } } b: authors(first: 3) { nodes { name } } }')).toBe(
      10,
    );
    const spread =
      '{ authors(first: 2) { nodes { ...p } } author(by: {name: "Andrew Saxe"}) { ...p } } fragment p on Author { papers(first: 4) { nodes { title } } }';
    expect(await priced(spread)).toBe(2 * (1 + 8) + (1 + 8));
  });

  test('counts what is selected twice under one key once, as it is answered once', async () => {
    const document =
      '{ authors(first: 2) { nodes { name } } ...p } fragment p on Query { authors(first: 2) { nodes { name orcid } totalCount } }';
    expect(await priced(document)).toBe(2 * 3 + 1);
  });

  test('takes the dearest of types that exclude each other', async () => {
    const document =
      '{ node(id: "A_aaaaaaaaaaaaaaaaaaaaaaaa") { id ... on Author { papers(first: 9) { nodes { title } } } ... on Paper { title } } }';
    expect(await priced(document)).toBe(1 + 1 + 9 * 2);
  });

  test('takes sizes from variables, and from their defaults', async () => {
    const document = 'query ($n: Int = 9) { authors(first: $n) { nodes { name } } }';
    expect(await priced(document, { n: 4 })).toBe(8);
    expect(await priced(document)).toBe(18);
  });

  test('heeds @skip and @include', async () => {
    const document =
      'query ($all: Boolean!) { corpus { version } authors(first: 50) @include(if: $all) { nodes { name orcid @skip(if: $all) } } }';
    expect(await priced(document, { all: true })).toBe(2 + 50 * 2);
    expect(await priced(document, { all: false })).toBe(2);
  });

  test('counts an item for each id, and for each candidate that may be listed', async () => {
    expect(await priced('{ nodes(ids: ["A_aaaaaaaaaaaaaaaaaaaaaaaa", "P_aaaaaaaaaaaaaaaa"]) { id } }')).toBe(4);
    const unresolved =
      '{ collaborationPath(from: {name: "x"}, to: {name: "y"}) { ... on UnresolvedAuthor { candidates { name } } } }';
    expect(await priced(unresolved)).toBe(WALK + 1 + 100 * 2);
  });

  test('has a price for each look through the whole: walks, searches, filtered lists', async () => {
    const ends = 'from: {name: "Andrew Saxe"}, to: {name: "Claudia Clopath"}';
    expect(await priced(`{ collaborationPath(${ends}) { __typename } }`)).toBe(WALK + 1 + 1);
    const paths = `{ collaborationPaths(${ends}) { ... on CollaborationPaths { alternatives(first: 30) { length } } } }`;
    expect(await priced(paths)).toBe(WALK + 1 + (WALK + 30 * 2));
    expect(await priced('{ authors(first: 3) { nodes { distances { mean } } } }')).toBe(3 * (1 + WALK + 2));
    expect(await priced('{ authors(filter: {name: "saxe"}) { totalCount } }')).toBe(WALK + 1);
    expect(await priced('{ search(query: "saxe") { totalCount } }')).toBe(WALK + 1);
  });

  test('is told for the introspection that tools ask, which passes', async () => {
    const { requested } = await told('{ __schema { types { name fields { name args { name } } } } }');
    expect(requested).toBe(1 + 10 * (1 + 1 + 10 * (1 + 1 + 10 * 2)));
  });

  test('is added up in no time for fragments in fragments in fragments', async () => {
    const levels = Array.from({ length: 30 }, (_, at) =>
      at < 29
        ? `fragment f${at} on Author { a${at}: coauthors(first: 1) { nodes { ...f${at + 1} } } b${at}: coauthors(first: 1) { nodes { ...f${at + 1} } } }`
        : `fragment f${at} on Author { name }`,
    );
    const deep = createHandler(corpus, { limits: { maxDepth: 1000 } });
    const { data, errors } = await ask(deep, `{ author(by: {name: "Andrew Saxe"}) { ...f0 } } ${levels.join(' ')}`);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'COST_LIMIT', allowed: 'at most 100000 points' } }]);
  });
});

describe('what a document did cost', () => {
  test('is told with each answer, by what came', async () => {
    expect(await told('{ authors(first: 100) { nodes { name } totalCount } }')).toEqual({
      requested: 201,
      actual: 30 * 2 + 1,
    });
    expect(await told('{ author(by: {name: "Nobody"}) { name papers { nodes { title } } } }')).toEqual({
      requested: 1 + 1 + 40,
      actual: 1,
    });
  });

  test('is the same as asked where nothing was a guess', async () => {
    const walks = '{ authors(first: 2) { nodes { distances { mean } } edges { cursor } } corpus { version } }';
    const { requested, actual } = await told(walks);
    expect(actual).toBe(requested);
  });

  test('counts the type that came, of several', async () => {
    const { data } = await ask<{ papers: { nodes: { id: string }[] } }>(
      handler,
      '{ papers(first: 1) { nodes { id } } }',
    );
    const document =
      'query ($id: ID!) { node(id: $id) { ... on Author { papers { nodes { title } } } ... on Paper { title year } } }';
    expect(await told(document, { id: data?.papers.nodes[0]?.id })).toEqual({ requested: 1 + 40, actual: 3 });
  });

  test('is not told where the server was told not to', async () => {
    const silent = createHandler(corpus, { isCostTold: false });
    const response = await post(silent, JSON.stringify({ query: '{ corpus { paperCount } }' }));
    expect(await response.json()).toEqual({ data: { corpus: { paperCount: 19 } } });
  });
});

describe('rateLimit', () => {
  const price = 'rateLimit(dryRun: $dry) { cost limit remaining resetAt dearest { path cost size fits } }';
  const list = 'authors(first: 10) { nodes { name } }';

  test('tells the cost beside the answer, and costs nothing itself', async () => {
    const { data, errors } = await ask(handler, `query ($dry: Boolean! = false) { ${price} ${list} }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      rateLimit: {
        cost: 20,
        limit: 100_000,
        remaining: 99_980,
        resetAt: null,
        dearest: [{ path: 'authors', cost: 20, size: 10, fits: 10 }],
      },
      authors: { nodes: expect.any(Array) as unknown[] },
    });
    expect(await priced(`query ($dry: Boolean! = false) { ${price} ${list} }`)).toBe(20);
  });

  test('with dryRun tells it alone, and runs nothing else', async () => {
    const view = (): never => {
      throw new Error('Something was looked at.');
    };
    const untouched = { ...corpus.view(), store: new Proxy(corpus.view().store, { get: view }) };
    const watched = createHandler({ ...corpus, view: () => untouched });
    for (const document of [
      `query ($dry: Boolean! = true) { ${price} ${list} }`,
      '{ rateLimit(dryRun: true) { cost } author(by: {name: "Andrew Saxe"}) { name } }',
      '{ author(by: {name: "Andrew Saxe"}) { name } ...F } fragment F on Query { rateLimit(dryRun: true) { ...G } } fragment G on RateLimit { cost }',
    ]) {
      const { data, errors } = await ask<{ rateLimit: { cost: number } }>(watched, document);
      expect(errors).toBeUndefined();
      expect(Object.keys(data ?? {})).toEqual(['rateLimit']);
      expect(data?.rateLimit.cost).toBe(document.includes('authors') ? 20 : 2);
    }
  });

  test('with dryRun tells it also of a document that would be refused', async () => {
    const document =
      '{ price: rateLimit(dryRun: true) { cost remaining } authors(first: 100) { nodes { papers(first: 100) { nodes { authors(first: 100) { nodes { name } } } } } } }';
    expect(await ask(handler, document)).toEqual({ data: { price: { cost: 2_010_100, remaining: 0 } } });
  });

  test('with dryRun false, or not asked for, runs the document', async () => {
    const document =
      'query ($no: Boolean!) { rateLimit(dryRun: false) { cost } price: rateLimit(dryRun: true) @include(if: $no) { cost } corpus { paperCount } }';
    expect(await ask(handler, document, { no: false })).toEqual({
      data: { rateLimit: { cost: 2 }, corpus: { paperCount: 19 } },
    });
  });

  test('tells no limit where there is none', async () => {
    const unlimited = createHandler(corpus, { limits: { maxCost: Number.MAX_SAFE_INTEGER } });
    expect(await ask(unlimited, '{ rateLimit { cost limit remaining } }')).toEqual({
      data: { rateLimit: { cost: 0, limit: null, remaining: null } },
    });
  });
});

describe('a document that is too dear', () => {
  const three =
    '{ authors(first: 100) { nodes { coauthors(first: 100) { nodes { coauthors(first: 100) { nodes { name } } } } } } }';

  test('coauthors of coauthors of coauthors are refused before anything is fetched, with the price and what would fit', async () => {
    const { data, errors } = await ask(handler, three);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(
          /^The document may cost 2010100 points: at most 100000 points .*--max-cost\. Dearest: authors \(2010100, allowed with first: 4\)/,
        ) as string,
        extensions: {
          code: 'COST_LIMIT',
          received: 2_010_100,
          allowed: 'at most 100000 points',
          dearest: [
            { path: 'authors', cost: 2_010_100, argument: 'first', size: 100, fits: 4 },
            { path: 'authors.nodes.coauthors', cost: 2_010_000, argument: 'first', size: 100, fits: 4 },
            { path: 'authors.nodes.coauthors.nodes.coauthors', cost: 2_000_000, argument: 'first', size: 100, fits: 4 },
          ],
        },
      },
    ]);
  });

  test('is allowed with any one size that its refusal says would fit, and not with one more', async () => {
    const { errors } = await ask(handler, three);
    const places = errors?.[0]?.extensions?.['dearest'] as { fits: number }[];
    for (const [at, { fits }] of places.entries()) {
      const sized = (size: number): string => {
        let place = -1;
        return three.replaceAll('first: 100', (same) => (++place === at ? `first: ${size}` : same));
      };
      const codes = async (size: number): Promise<unknown> =>
        (await ask(handler, sized(size))).errors?.map(({ extensions }) => extensions?.['code']);
      expect(await codes(fits)).toBeUndefined();
      expect(await codes(fits + 1)).toEqual(['COST_LIMIT']);
    }
  });

  test('in pages of ten, coauthors of coauthors of coauthors are answered, in bounded time', async () => {
    const started = performance.now();
    const { errors } = await ask(handler, three.replaceAll('100', '10'));
    expect(errors).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('is refused with status 400', async () => {
    const response = await post(handler, JSON.stringify({ query: three }));
    expect(response.status).toBe(400);
  });

  test('cannot hide behind aliases or fragments', async () => {
    const limited = createHandler(corpus, { limits: { maxCost: 50 } });
    const page = 'authors(first: 20) { nodes { name } }';
    for (const document of [
      `{ a: ${page} b: ${page} }`,
      `{ ...F b: ${page} } fragment F on Query { ${page} }`,
      `{ ... { a: ${page} } ... on Query { b: ${page} } }`,
    ]) {
      expect((await ask(limited, document)).errors).toMatchObject([
        { extensions: { code: 'COST_LIMIT', received: 80 } },
      ]);
    }
    expect((await ask(limited, `{ ${page} }`)).errors).toBeUndefined();
  });
});
