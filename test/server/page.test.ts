import { describe, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { request, samplePage } from '../support/server.ts';

const corpus = await openCorpus({ paths: [samplePage] });
const handler = createHandler(corpus);
const browser = { headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } };

test('GET / sends a guest to the endpoint', async () => {
  const response = await request(handler, '/', browser);
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/graphql');
});

test('GET / follows the endpoint to another path', async () => {
  const response = await createHandler(corpus, { endpoint: '/api' }).fetch('http://localhost/', browser);
  expect(response.headers.get('location')).toBe('/api');
});

describe('GET /graphql by a browser', () => {
  test('gives the page, whose files are all ours and all there', async () => {
    const response = await request(handler, '', browser);
    expect(response.status, 'the page is built by "npm run build"').toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    const links = [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      expect(link).toMatch(/^(?:data:|\/graphql\/assets\/)/);
      if (!link.startsWith('data:')) expect((await request(handler, link)).status, link).toBe(200);
    }
    expect(html).not.toMatch(/(?:https?:)?\/\/[\w-]+\.\w/);
  });

  test('answers a question that the address holds, instead of the page', async () => {
    const response = await request(handler, '?query={corpus{paperCount}}', browser);
    expect(await response.json()).toMatchObject({ data: { corpus: { paperCount: 19 } } });
  });

  test('gives no page where it was turned off', async () => {
    const response = await request(createHandler(corpus, { graphiql: false }), '', browser);
    expect(response.headers.get('content-type')).not.toContain('text/html');
  });
});

test.each(['/nowhere', '/graphql/assets/nothing.js', '/graphql/../package.json'])(
  '%s is not there: 404',
  async (path) => {
    expect((await request(handler, path)).status).toBe(404);
  },
);
