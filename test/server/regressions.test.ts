// What other APIs of this kind got wrong, each as a test by name.

import { buildSchema, getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { countingCorpus } from '../support/counting-corpus.ts';
import { ask, repository, samplePage } from '../support/server.ts';

const corpus = await openCorpus({ paths: [samplePage] });
const handler = createHandler(corpus, { limits: { maxDepth: 20 } });

/** How a document comes to every type that has connections, with `…` where the connection stands. */
const ways: Readonly<Record<string, string>> = {
  Query: '…',
  Author: 'author(by: {name: "Andrew Saxe"}) { … }',
  AuthorIdentity: 'author(by: {name: "Andrew Saxe"}) { identity { … } }',
  Collaboration: 'collaboration(between: [{name: "Andrew Saxe"}, {name: "Peter E. Latham"}]) { … }',
  CollaborationHop:
    'collaborationPath(from: {name: "David Cox"}, to: {name: "Claudia Clopath"}) { ... on CollaborationPath { hops { … } } }',
  CollaborationPaths:
    'collaborationPaths(from: {name: "David Cox"}, to: {name: "Claudia Clopath"}) { ... on CollaborationPaths { … } }',
  Corpus: 'corpus { … }',
  Institution: 'institutions(first: 1) { nodes { … } }',
  Paper: 'papers(first: 1) { nodes { … } }',
  Venue: 'venues(first: 1) { nodes { … } }',
};

/** What a connection needs to be asked. */
const required: Readonly<Record<string, string>> = { query: '"learning"' };

interface List {
  readonly place: string;
  readonly description: string;
  readonly document: (page: string, selection: string) => string;
  readonly isCounted: boolean;
}

// From the schema, so that a new list is tested from its first day.
const schema = buildSchema(readFileSync(`${repository}/schema.graphql`, 'utf8'));
const lists: List[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields()).flatMap((field): List[] => {
      const connection = getNamedType(field.type);
      if (!isObjectType(connection) || !connection.name.endsWith('Connection')) return [];
      const place = `${type.name}.${field.name}`;
      const way = ways[type.name] ?? '';
      const given = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: ${required[name] ?? ''}`);
      return [
        {
          place,
          description: field.args.find(({ name }) => name === 'first')?.description ?? '',
          document: (page, selection) => {
            const args = [...given, ...(page === '' ? [] : [page])].join(', ');
            return `{ ${way.replace('…', `list: ${field.name}${args === '' ? '' : `(${args})`} { ${selection} }`)} }`;
          },
          isCounted: connection.getFields()['totalCount'] !== undefined,
        },
      ];
    }),
  );

/** The `list` of an answer, wherever it stands. */
function listIn(data: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('list' in data) return data.list as Readonly<Record<string, unknown>>; // as the document calls it
  for (const value of Object.values(data)) {
    const found = listIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

test('every type that has lists can be asked here', () => {
  expect(lists.length).toBeGreaterThan(12);
  expect(lists.filter(({ place }) => ways[place.split('.')[0] ?? ''] === undefined)).toEqual([]);
});

describe.each(lists)('$place', ({ place, document, description, isCounted }) => {
  test('`edges { cursor }` alone always works', async () => {
    const { data, errors } = await ask(handler, document('first: 3', 'edges { cursor }'));
    expect(errors).toBeUndefined();
    const edges = listIn(data)?.['edges'] as object[] | undefined; // none where the corpus has no venue
    for (const edge of edges ?? []) expect(edge).toEqual({ cursor: expect.any(String) as string });
  });

  test('the default page size is the documented one', async () => {
    expect(description).toContain('1 to 100; 20 when ');
    const { data } = await ask(handler, document('', `edges { cursor } pageInfo { hasNextPage }`));
    const list = listIn(data) as { edges: unknown[]; pageInfo: { hasNextPage: boolean } } | undefined;
    if (list === undefined) return;
    expect(list.edges.length).toBeLessThanOrEqual(20);
    if (list.pageInfo.hasNextPage) expect(list.edges).toHaveLength(20);
  });

  // The index of a search is made of pages, once for each version: test/query/search/counts-alone pins its work.
  test.runIf(isCounted && place !== 'Query.search')('`totalCount` alone costs no rows', async () => {
    const { corpus: counting, work } = countingCorpus(corpus);
    const { errors } = await ask(createHandler(counting), document('first: 100', 'totalCount'));
    expect(errors).toBeUndefined();
    const pages = Object.entries(work().calls).filter(([name]) => /\.page$|^problems$/.test(name));
    // The way there may be a list of one.
    expect(pages.filter(([, count]) => count > 1)).toEqual([]);
    const { corpus: again, work: workAgain } = countingCorpus(corpus);
    await ask(createHandler(again), document('first: 100', '__typename'));
    const without = Object.entries(workAgain().calls).filter(([name]) => /\.page$|^problems$/.test(name));
    expect(pages).toEqual(without);
  });
});

describe('a nested field gives what the root gives', () => {
  const page = 'totalCount nodes { id } pageInfo { startCursor endCursor hasNextPage }';

  async function both(document: string): Promise<[unknown, unknown]> {
    const { data, errors } = await ask<Record<string, { list?: unknown }>>(handler, document);
    expect(errors).toBeUndefined();
    return [data?.['root'], data?.['nested']?.list];
  }

  async function idOf(document: string): Promise<string> {
    const { data } = await ask(handler, document);
    return /"id":"([^"]+)"/.exec(JSON.stringify(data))?.[1] ?? '';
  }

  test('papers of an author', async () => {
    const id = await idOf('{ author(by: {name: "Stefano Sarao Mannelli"}) { id } }');
    const [root, nested] = await both(
      `{ root: papers(filter: {authors: ["${id}"]}, first: 3) { totalCount nodes { id } pageInfo { hasNextPage } }
         nested: author(by: {id: "${id}"}) { list: papers(first: 3) { totalCount nodes { id } pageInfo { hasNextPage } } } }`,
    );
    expect(nested).toEqual(root);
    expect(root).toMatchObject({ totalCount: 5 });
  });

  test('papers of a collaboration', async () => {
    const [one, other] = await Promise.all(
      ['Andrew Saxe', 'Peter E. Latham'].map((name) => idOf(`{ author(by: {name: "${name}"}) { id } }`)),
    );
    const [root, nested] = await both(
      `{ root: papers(filter: {allAuthors: ["${one}", "${other}"]}) { totalCount nodes { id } }
         nested: collaboration(between: [{id: "${one}"}, {id: "${other}"}]) { list: papers { totalCount nodes { id } } } }`,
    );
    expect(nested).toEqual(root);
    expect(root).toMatchObject({ totalCount: 4 });
  });

  test('a tie, from either author, from the root, from a list and by its id', async () => {
    const id = await idOf('{ collaboration(between: [{name: "Andrew Saxe"}, {name: "Peter E. Latham"}]) { id } }');
    const tie = 'id paperCount strength firstYear lastYear';
    const { data, errors } = await ask(
      handler,
      `{ root: collaboration(between: [{name: "Peter E. Latham"}, {name: "Andrew Saxe"}]) { ${tie} }
         one: author(by: {name: "Andrew Saxe"}) { collaboration(with: {name: "Peter E. Latham"}) { ${tie} } }
         other: author(by: {name: "Peter E. Latham"}) { collaboration(with: {name: "Andrew Saxe"}) { ${tie} } }
         list: author(by: {name: "Andrew Saxe"}) { coauthors(first: 3) { edges { collaboration { ${tie} } } } }
         node(id: "${id}") { ... on Collaboration { ${tie} } } }`,
    );
    expect(errors).toBeUndefined();
    const { root, one, other, list, node } = data as {
      root: object;
      one: { collaboration: object };
      other: { collaboration: object };
      list: { coauthors: { edges: { collaboration: object }[] } };
      node: object;
    };
    expect(root).toMatchObject({ id, paperCount: 4 });
    expect(one.collaboration).toEqual(root);
    expect(other.collaboration).toEqual(root);
    expect(node).toEqual(root);
    expect(list.coauthors.edges.map(({ collaboration }) => collaboration)).toContainEqual(root);
  });

  test('a page under `nodes(ids:)`', async () => {
    const id = await idOf('{ author(by: {name: "Andrew Saxe"}) { id } }');
    const { data } = await ask<{ author: object; nodes: object[] }>(
      handler,
      `{ author(by: {id: "${id}"}) { coauthors { ${page} } papers { ${page} } } nodes(ids: ["${id}"]) { ... on Author { coauthors { ${page} } papers { ${page} } } } }`,
    );
    expect(data?.nodes).toEqual([data?.author]);
  });
});
