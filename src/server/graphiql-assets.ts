// Serves the GraphiQL page that vite built (see graphiql/README.md) as plain fetch responses. The names of the files
// are read once, at the start, and nothing else is ever opened: a path is looked up, not joined, so it cannot climb.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface GraphiqlAssets {
  /** The page, with its links made absolute under `endpoint` (a path such as `/graphql`). */
  readonly page: (endpoint: string) => Response;
  /** A file that the page links to, by what follows the endpoint: `/assets/page-1a2b.js`. Any other path: undefined. */
  readonly asset: (path: string) => Response | undefined;
}

/** `directory` is where vite wrote the page; without it, the place `npm run build` writes to. */
export function graphiqlAssets(directory: string = builtDirectory()): GraphiqlAssets {
  const html = readIfPresent(join(directory, 'index.html'));
  if (html === undefined) return { page: () => htmlResponse(notBuilt, 503), asset: () => undefined };

  const files = new Map(listAssets(directory).map((name) => [`/assets/${name}`, join(directory, 'assets', name)]));
  const bodies = new Map<string, Uint8Array<ArrayBuffer>>();

  return {
    page(endpoint) {
      const base = escapeAttribute(endpoint.replace(/\/+$/, ''));
      return htmlResponse(
        html.replaceAll(/\b(src|href)="\.\//g, (_link, attribute: string) => `${attribute}="${base}/`),
        200,
      );
    },
    asset(path) {
      const file = files.get(path);
      if (file === undefined) return undefined;
      let body = bodies.get(path);
      if (body === undefined) bodies.set(path, (body = new Uint8Array(readFileSync(file))));
      return new Response(body, {
        headers: {
          'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
          'cache-control': 'public, max-age=31536000, immutable',
        },
      });
    },
  };
}

const notBuilt =
  '<!doctype html><title>Coauthor</title><p>GraphiQL is not built: run <code>npm run build</code>.</p>\n';

// Monaco sets styles on elements, hence 'unsafe-inline' for styles; GraphiQL's style sheet carries its fonts as data.
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

// Run from dist/server the page is a neighbour; run from src/server (tsx, vitest) it is in dist all the same.
function builtDirectory(): string {
  const neighbour = fileURLToPath(new URL('../graphiql', import.meta.url));
  return existsSync(join(neighbour, 'index.html'))
    ? neighbour
    : fileURLToPath(new URL('../../dist/graphiql', import.meta.url));
}

function readIfPresent(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function listAssets(directory: string): readonly string[] {
  const assets = join(directory, 'assets');
  if (!existsSync(assets)) return [];
  return readdirSync(assets, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

function htmlResponse(html: string, status: number): Response {
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-cache',
    },
  });
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
