import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { graphiqlAssets } from '../../src/server/graphiql-assets.ts';
import { exampleTabs } from '../../src/server/graphiql/tabs.ts';

// Two names that vite could have written, and a neighbour that must never be served.
const built = mkdtempSync(join(tmpdir(), 'graphiql-assets-'));
mkdirSync(join(built, 'assets', 'folder'), { recursive: true });
writeFileSync(
  join(built, 'index.html'),
  '<link rel="stylesheet" href="./assets/page-1a.css"><script type="module" src="./assets/page-1a.js"></script>',
);
writeFileSync(join(built, 'assets', 'page-1a.js'), 'export {};');
writeFileSync(join(built, 'assets', 'page-1a.css'), 'body {}');
writeFileSync(join(built, 'secret.txt'), 'secret');
afterAll(() => rmSync(built, { recursive: true }));

describe('the page', () => {
  test('links to its assets under the endpoint it is served from', async () => {
    const html = await graphiqlAssets(built).page('/api/graphql').text();
    expect(html).toContain('href="/api/graphql/assets/page-1a.css"');
    expect(html).toContain('src="/api/graphql/assets/page-1a.js"');
  });

  test('never links to another host, not even under the endpoint /', async () => {
    expect(await graphiqlAssets(built).page('/').text()).toContain('src="/assets/page-1a.js"');
  });

  test('escapes an endpoint that would break out of the attribute', async () => {
    expect(await graphiqlAssets(built).page('/a"><script>').text()).toContain('src="/a&quot;>&lt;script>/assets/');
  });

  test('is HTML that no cache keeps, and that may load from its own host only', () => {
    const { status, headers } = graphiqlAssets(built).page('/graphql');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; " +
        "img-src 'self' data:; worker-src 'self' blob:; connect-src 'self'",
    );
  });

  test('says in one sentence how to build it when it was not built', async () => {
    const assets = graphiqlAssets(join(built, 'nowhere'));
    const response = assets.page('/graphql');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('GraphiQL is not built: run <code>npm run build</code>.');
    expect(assets.asset('/assets/page-1a.js')).toBeUndefined();
  });
});

describe('an asset', () => {
  test.each([
    ['/assets/page-1a.js', 'text/javascript; charset=utf-8', 'export {};'],
    ['/assets/page-1a.css', 'text/css; charset=utf-8', 'body {}'],
  ])('%s comes with its content type and may be kept for good', async (path, contentType, body) => {
    const assets = graphiqlAssets(built);
    for (const response of [assets.asset(path), assets.asset(path)]) {
      expect(response?.headers.get('content-type')).toBe(contentType);
      expect(response?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(await response?.text()).toBe(body);
    }
  });

  test.each([
    '/assets/../secret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/..\\secret.txt',
    '/secret.txt',
    '/assets/page-2b.js',
    '/assets/folder',
    '/assets/',
    '/',
    '',
    '__proto__',
  ])('%j is no asset', (path) => {
    expect(graphiqlAssets(built).asset(path)).toBeUndefined();
  });
});

describe('an example tab', () => {
  test.each(exampleTabs)('$title: opens with a comment that says so, and parses', ({ title, query }) => {
    expect(query.startsWith(`# ${title}: `)).toBe(true);
    expect(parse(query).definitions).toHaveLength(1);
  });
});
