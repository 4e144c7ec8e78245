import { describe, expect, it, test } from 'vitest';

import { createMemoryDecisionLog, openCorpus } from '../../../src/corpus/index.ts';
import type { Corpus } from '../../../src/corpus/index.ts';
import { foldName, newDecision } from '../../../src/model/index.ts';
import { createHandler } from '../../../src/server/index.ts';
import { undecided } from '../../support/decided-world.ts';
import { ask, samplePage } from '../../support/server.ts';

interface Search {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly {
    readonly cursor: string;
    readonly matchedText: string;
    readonly node: { readonly id: string };
  }[];
}

const PAGE = `query ($query: String!, $first: Int, $after: String) {
  search(query: $query, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor matchedText node { ... on Node { id } } }
  }
}`;

async function searched(corpus: Corpus, variables: Readonly<Record<string, unknown>>): Promise<Search> {
  const { data, errors } = await ask<{ search: Search }>(createHandler(corpus), PAGE, variables);
  expect(errors).toBeUndefined();
  if (data === undefined) throw new Error('No data.');
  return data.search;
}

const sample = await openCorpus({ paths: [samplePage] });

describe('a search in pages', () => {
  it('joins to the whole list, each hit once, best first', async () => {
    const all = await searched(sample, { query: 'learn', first: 100 });
    expect(all.edges.length).toBe(all.totalCount);
    expect(all.totalCount).toBeGreaterThan(8);
    for (const first of [1, 3, 7]) {
      const joined: string[] = [];
      let after: string | null = null;
      for (;;) {
        const page: Search = await searched(sample, { query: 'learn', first, after });
        expect(page.totalCount).toBe(all.totalCount);
        expect(page.pageInfo.hasPreviousPage).toBe(joined.length > 0);
        expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
        joined.push(...page.edges.map(({ node }) => node.id));
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage) break;
      }
      expect(joined).toEqual(all.edges.map(({ node }) => node.id));
    }
  });

  it('takes the cursor of the same words in other letters', async () => {
    const { pageInfo } = await searched(sample, { query: 'learn', first: 2 });
    const next = await searched(sample, { query: 'LEARN!', first: 2, after: pageInfo.endCursor });
    expect(next.edges).toEqual((await searched(sample, { query: 'learn', first: 4 })).edges.slice(2));
  });
});

test('a hidden name finds nobody and is shown to nobody, and who is left out is not found', async () => {
  const before = (await openCorpus({ records: [undecided] })).view();
  const idOf = async (name: string) => {
    const [[author] = []] = await before.store.authorsNamed([foldName(name)]);
    if (author === undefined) throw new Error(`Nobody is called ${name}.`);
    return author.id;
  };
  const told = { by: 'Ada', at: '2026-05-31T12:00:00Z', why: 'asked for' };
  const [ada, king, alan] = [await idOf('Ada Byron'), await idOf('Ada King'), await idOf('Alan Turing')];
  const merge = newDecision({ action: 'merge', authors: [ada, king], ...told });
  const merged = await openCorpus({ records: [undecided], decisions: createMemoryDecisionLog([merge]) });
  expect((await searched(merged, { query: 'ada king' })).edges).toMatchObject([{ matchedText: 'Ada King' }]);
  const log = createMemoryDecisionLog([
    merge,
    newDecision({ action: 'hide-name', author: ada, name: 'Ada King', ...told }),
    newDecision({ action: 'leave-out', author: alan, ...told }),
  ]);
  const hidden = await openCorpus({ records: [undecided], decisions: log });
  for (const query of ['ada king', 'king', 'kign', 'Alan Turing', 'turin', 'a turing']) {
    const { data } = await ask(
      createHandler(hidden),
      `query ($text: String!) { search(query: $text) { totalCount } suggest(prefix: $text) { label } }`,
      { text: query },
    );
    expect(data, query).toEqual({ search: { totalCount: 0 }, suggest: [] });
  }
  expect((await searched(hidden, { query: 'ada' })).edges).toMatchObject([{ matchedText: 'Ada Byron' }]);
});

test('suggestions show the name variant that was typed', async () => {
  const before = (await openCorpus({ records: [undecided] })).view();
  const [[ada] = [], [king] = []] = await before.store.authorsNamed(['ada byron', 'ada king']);
  if (ada === undefined || king === undefined) throw new Error('Both are there.');
  const merge = newDecision({
    action: 'merge',
    authors: [ada.id, king.id],
    by: 'Ada',
    at: '2026-05-31T12:00:00Z',
    why: 'one person',
  });
  const corpus = await openCorpus({ records: [undecided], decisions: createMemoryDecisionLog([merge]) });
  const { data } = await ask(createHandler(corpus), '{ suggest(prefix: "ada k", types: [AUTHOR]) { label hint } }');
  expect(data).toEqual({ suggest: [{ label: 'Ada Byron (Ada King)', hint: '3 papers, 2022–2024' }] });
});
