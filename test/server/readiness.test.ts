import { describe, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/index.ts';
import type { Corpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { ask, post, request, samplePage, startServer } from '../support/server.ts';

const corpus = await openCorpus({ paths: [samplePage] });

describe('before the corpus is open', () => {
  const handler = createHandler(new Promise<Corpus>(() => undefined));

  test('GET /health answers 503, and no cache keeps it', async () => {
    const response = await request(handler, '/health');
    expect(response.status).toBe(503);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ status: 'loading' });
  });

  test('a question is answered with 503, when to ask again, and where to look', async () => {
    const response = await post(handler, '{"query": "{ corpus { version } }"}');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toEqual({
      errors: [{ message: expect.stringContaining('GET /health'), extensions: { code: 'NOT_READY' } }],
    });
  });

  test('the page for browsers is there already', async () => {
    expect((await request(handler, '', { headers: { accept: 'text/html' } })).status).toBe(200);
  });
});

test('once the corpus is open, /health answers 200 with its version and questions are answered', async () => {
  let open: (opened: Corpus) => void = () => undefined;
  const opening = new Promise<Corpus>((settle) => (open = settle));
  const server = await startServer(opening);
  try {
    expect((await request(server.url, '/health')).status).toBe(503);
    open(corpus);
    await opening;
    const response = await request(server.url, '/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', version: corpus.view().version });
    expect(await ask(server.url, '{ corpus { paperCount } }')).toEqual({ data: { corpus: { paperCount: 19 } } });
  } finally {
    await server.close();
  }
});

test('a corpus that could not be opened leaves /health at 503, and the process alive', async () => {
  const opening = Promise.reject<Corpus>(new Error('No such file.'));
  const handler = createHandler(opening);
  await opening.catch(() => undefined);
  expect((await request(handler, '/health')).status).toBe(503);
});

test('a corpus that is given open serves at once', async () => {
  expect((await request(createHandler(corpus), '/health')).status).toBe(200);
});
