import { describe, expect, test } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { ask, samplePage } from '../support/server.ts';

const corpus = await openCorpus({ paths: [samplePage] });

async function counted(document: string, variables?: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { errors } = await ask(createHandler(corpus, { limits: { maxNodes: 0, maxDepth: 50 } }), document, variables);
  return errors?.[0]?.extensions?.['received'] ?? 0;
}

describe('the nodes of a document', () => {
  test('are the page sizes of its connections, multiplied where they are nested', async () => {
    expect(await counted('{ authors(first: 7) { nodes { name } } }')).toBe(7);
    expect(await counted('{ authors { totalCount } }')).toBe(20);
    expect(await counted('{ authors(last: 3) { edges { node { papers(first: 4) { totalCount } } } } }')).toBe(3 + 12);
    const three =
      '{ authors(first: 5) { nodes { coauthors(first: 6) { nodes { coauthors(first: 7) { totalCount } } } } } }';
    expect(await counted(three)).toBe(5 + 30 + 210);
  });

  test('are counted once for each alias and each spread', async () => {
    expect(await counted('{ a: authors(first: 2) { totalCount } b: authors(first: 3) { totalCount } }')).toBe(5);
    const document =
      '{ authors(first: 2) { nodes { ...p } } author(by: {name: "x"}) { ...p } } fragment p on Author { papers(first: 4) { totalCount } }';
    expect(await counted(document)).toBe(2 + 8 + 4);
  });

  test('take sizes from variables, and from their defaults', async () => {
    const document = 'query($n: Int = 9) { authors(first: $n) { totalCount } }';
    expect(await counted(document, { n: 4 })).toBe(4);
    expect(await counted(document)).toBe(9);
  });

  test('are none where nothing is a list', async () => {
    expect(await counted('{ corpus { paperCount } __schema { types { name } } }')).toBe(0);
    expect(await counted('{ nodes(ids: ["P_aaaaaaaaaaaaaaaa", "P_bbbbbbbbbbbbbbbb"]) { id } }')).toBe(2);
  });

  test('count as many candidates for a name as are listed', async () => {
    const candidates = 'candidates { papers(first: 3) { totalCount } }';
    const document = `{ collaborationPath(from: {name: "x"}, to: {name: "y"}) { ... on UnresolvedAuthor { ${candidates} } } }`;
    expect(await counted(document)).toBe(100 + 100 * 3);
  });

  test('are counted for a list that is no connection by its first, and by the default of that', async () => {
    const paths = (selection: string, variables = ''): string =>
      `query ${variables} { collaborationPaths(from: {name: "x"}, to: {name: "y"}) { ... on CollaborationPaths { ${selection} } } }`;
    expect(await counted(paths('alternatives { length }'))).toBe(5);
    expect(await counted(paths('alternatives(first: 30) { hops { papers(first: 2) { totalCount } } }'))).toBe(30 + 60);
    expect(await counted(paths('alternatives(first: $n) { length }', '($n: Int! = 7)'))).toBe(7);
    expect(await counted(paths('paths { nodes { length } }'))).toBe(20);
    expect(await counted(paths('paths(first: 3) { edges { node { hops { papers { totalCount } } } } }'))).toBe(3 + 60);
  });

  test('do not multiply by spreading fragments in fragments for ever', async () => {
    const levels = 30;
    const fragments = Array.from(
      { length: levels },
      (_, at) =>
        `fragment f${at} on Query { ${at + 1 < levels ? `...f${at + 1} ...f${at + 1}` : 'authors(first: 1) { totalCount }'} }`,
    );
    expect(await counted(`{ ...f0 } ${fragments.join(' ')}`)).toBe(2 ** (levels - 1));
  });
});

test('coauthors of coauthors of coauthors are refused before anything is fetched, with the number and the flag', async () => {
  const nested = `{ authors(first: 100) { nodes { coauthors(first: 100) { nodes { coauthors(first: 100) { nodes { name } } } } } } }`;
  const { data, errors } = await ask(createHandler(corpus), nested);
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(/1010100 nodes.*at most 100000.*--max-nodes/) as string,
      extensions: { code: 'NODE_LIMIT', received: 1_010_100, allowed: 'at most 100000' },
    },
  ]);
});
