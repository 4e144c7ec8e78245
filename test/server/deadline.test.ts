// The time that a document may run: its walks, its fields and the wait for it end with a coded answer.

import { describe, expect, test } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import type { Corpus, Network, WalkLimits } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { ask, post, samplePage, startServer, withStore } from '../support/server.ts';

const corpus = await openCorpus({ paths: [samplePage] });
const never = (): Promise<never> => new Promise(() => undefined);

const DISTANCES = '{ author(by: {name: "David Cox"}) { name distances { unreachableCount } } }';

describe('a document whose time is over', () => {
  const limits = { deadline: 40 };

  test('is answered with a code that tells the limit, the flag and what was asked, though a field hangs', async () => {
    const hanging = createHandler(withStore(corpus, { sources: never }), { limits });
    const document = '{ corpus { sources { name } } authors(first: 3) { nodes { name } } }';
    const { data, errors } = await ask(hanging, document);
    expect(data).toBeNull();
    expect(errors).toEqual([
      {
        message:
          'The document was not answered within 40 milliseconds. It asked for corpus.sources, authors. Ask for less at a time, filter more narrowly, or ask again when the server is less busy. Your own server: --deadline.',
        extensions: {
          code: 'DEADLINE_EXCEEDED',
          allowed: 'at most 40 milliseconds',
          dearest: [
            { path: 'corpus.sources', cost: 20 },
            { path: 'authors', cost: 6 },
          ],
        },
      },
    ]);
  });

  test('is no failure of the connection: its status is 200', async () => {
    const hanging = createHandler(withStore(corpus, { sources: never }), { limits });
    const body = JSON.stringify({ query: '{ corpus { sources { name } } }' });
    expect((await post(hanging, body, { accept: 'application/graphql-response+json' })).status).toBe(200);
  });

  test('takes its walk with it', async () => {
    let signal: AbortSignal | undefined;
    const log: string[] = [];
    const waiting = (_author: unknown, query: WalkLimits): Promise<never> => {
      signal = query.signal;
      return new Promise((_settle, reject) => {
        signal?.addEventListener('abort', () => reject(signal?.reason as Error));
      });
    };
    const handler = createHandler(withNetwork(corpus, { distances: waiting }), {
      limits,
      log: (line) => log.push(line),
    });
    const { errors } = await ask(handler, DISTANCES);
    expect(errors).toMatchObject([{ extensions: { code: 'DEADLINE_EXCEEDED' } }]);
    expect(signal?.aborted).toBe(true);
    expect(log).toEqual([]);
  });

  test('begins no further list, though no timer can fire in between', async () => {
    let count = 0;
    const { authors } = corpus.view().store;
    const slow: typeof authors = {
      ...authors,
      count: (filter) => {
        count += 1;
        for (const end = performance.now() + 15; performance.now() < end;);
        return authors.count(filter);
      },
    };
    const handler = createHandler(withStore(corpus, { authors: slow }), { limits });
    const lists = Array.from({ length: 50 }, (_, at) => `a${at}: authors { totalCount }`);
    const { errors } = await ask(handler, `{ ${lists.join(' ')} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'DEADLINE_EXCEEDED' } }]);
    expect(count).toBeLessThan(10);
  });

  test('leaves the next one its own time', async () => {
    let isFirst = true;
    const sources = (): Promise<[]> => {
      const hangs = isFirst;
      isFirst = false;
      return hangs ? never() : Promise.resolve([]);
    };
    const handler = createHandler(withStore(corpus, { sources }), { limits });
    const document = '{ corpus { sources { name } } }';
    expect((await ask(handler, document)).errors).toHaveLength(1);
    expect(await ask(handler, document)).toEqual({ data: { corpus: { sources: [] } } });
  });
});

test('a document that is answered in time is not touched', async () => {
  const handler = createHandler(corpus, { limits: { deadline: 5000 } });
  expect((await ask(handler, DISTANCES)).errors).toBeUndefined();
});

test('a client that hangs up ends its walk', async () => {
  let signal: AbortSignal | undefined;
  let hasBegun: () => void = () => undefined;
  const begun = new Promise<void>((settle) => (hasBegun = settle));
  const waiting = (_author: unknown, query: WalkLimits): Promise<never> => {
    signal = query.signal;
    hasBegun();
    return new Promise((_settle, reject) => {
      signal?.addEventListener('abort', () => reject(signal?.reason as Error));
    });
  };
  const server = await startServer(withNetwork(corpus, { distances: waiting }));
  const client = new AbortController();
  const answer = fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: DISTANCES }),
    signal: client.signal,
  }).catch((error: unknown) => error);
  await begun;
  client.abort();
  expect(await answer).toMatchObject({ name: 'AbortError' });
  await expect.poll(() => signal?.aborted).toBe(true);
  expect(server.log).toEqual([]);
  await server.close();
});

/** The same corpus, parts of its network replaced. */
function withNetwork(whole: Corpus, parts: Partial<Network>): Corpus {
  const view = whole.view();
  const network = Object.create(view.network, Object.getOwnPropertyDescriptors(parts)) as Network; // with these parts
  return { ...whole, view: () => ({ ...view, network }) };
}
