// How far a walk over the network may go: the server's budget, and no farther once nobody waits for the answer.

import { describe, expect, test } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import type { Corpus, Network } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { ask, samplePage } from '../support/server.ts';

const corpus = await openCorpus({ paths: [samplePage] });
const ends = 'from: {name: "David Cox"}, to: {name: "Claudia Clopath"}';

describe('a walk that may read no more', () => {
  const handler = createHandler(corpus, { limits: { walkBudget: 5 } });

  test('is why no path was found, and says how far it looked', async () => {
    for (const [field, type] of [
      ['collaborationPath', 'CollaborationPath'],
      ['collaborationPaths', 'CollaborationPaths'],
    ]) {
      const document = `{ found: ${field}(${ends}) { ... on NoCollaborationPath { reason message visitedAuthorCount } ... on ${type} { length } } }`;
      const { data, errors } = await ask(handler, document);
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        found: {
          reason: 'BUDGET_EXHAUSTED',
          message:
            'How David Cox and Claudia Clopath are connected is not known: a walk may read 5 authorships (--walk-budget), and this one had then looked at 6 authors.',
          visitedAuthorCount: 6,
        },
      });
    }
  });

  test('is an error with its code where the answer has no place for it', async () => {
    const { data, errors } = await ask(
      handler,
      '{ author(by: {name: "David Cox"}) { name distances { unreachableCount } } }',
    );
    expect(data).toEqual({ author: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/^This is not known: a walk may read 5 authorships \(--walk-budget\)/) as string,
        path: ['author', 'distances'],
        extensions: { code: 'BUDGET_EXHAUSTED', allowed: 'a walk over at most 5 authorships' },
      },
    ]);
    const overTime = await ask(
      handler,
      '{ author(by: {name: "David Cox"}) { distanceOverTime(to: {name: "Claudia Clopath"}) { year } } }',
    );
    expect(overTime.errors).toMatchObject([{ extensions: { code: 'BUDGET_EXHAUSTED' } }]);
  });

  test('may suffice for the best paths, and not for the next ones', async () => {
    const document = `{ collaborationPaths(${ends}) { ... on CollaborationPaths { length alternatives(first: 50) { length } } } }`;
    const { errors } = await ask(createHandler(corpus, { limits: { walkBudget: 1000 } }), document);
    expect(errors).toMatchObject([
      { path: ['collaborationPaths', 'alternatives'], extensions: { code: 'BUDGET_EXHAUSTED' } },
    ]);
    expect((await ask(createHandler(corpus), document)).errors).toBeUndefined();
  });
});

test('alternatives are 1 to 100', async () => {
  const handler = createHandler(corpus);
  for (const first of [0, 101]) {
    const document = `{ collaborationPaths(${ends}) { ... on CollaborationPaths { alternatives(first: ${first}) { length } } } }`;
    expect((await ask(handler, document)).errors).toMatchObject([
      { extensions: { code: 'INVALID_ARGUMENT', argument: 'first', received: first, allowed: '1 to 100' } },
    ]);
  }
});

test('a walk is told when its client has gone, and nothing is logged of it', async () => {
  const waiting = new AbortController();
  const log: string[] = [];
  const handler = createHandler(
    withNetwork(corpus, (network) => ({
      distances: (author, query) => {
        waiting.abort();
        return network.distances(author, query);
      },
    })),
    { log: (line) => log.push(line) },
  );
  const query = encodeURIComponent('{ author(by: {name: "David Cox"}) { distances { unreachableCount } } }');
  const request = new Request(`http://localhost/graphql?query=${query}`, { signal: waiting.signal });
  const response = await Promise.resolve(handler.fetch(request)).catch((error: unknown) => error);
  if (response instanceof Response) {
    expect(await response.json()).toMatchObject({ data: { author: null } });
  } else expect(response).toMatchObject({ name: 'AbortError' });
  expect(log).toEqual([]);
});

/** The same corpus, parts of its network replaced. */
function withNetwork(whole: Corpus, parts: (network: Network) => Partial<Network>): Corpus {
  const view = whole.view();
  const network = Object.create(view.network, Object.getOwnPropertyDescriptors(parts(view.network))) as Network; // with these parts
  return { ...whole, view: () => ({ ...view, network }) };
}
