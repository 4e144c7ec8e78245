import { describe, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import type { Handler } from '../../src/server/index.ts';
import { request, samplePage } from '../support/server.ts';

const corpus = await openCorpus({ paths: [samplePage] });
const question = '?query={corpus{paperCount}}';

async function asked(handler: Handler, origin: string): Promise<Response> {
  return request(handler, question, { headers: { origin } });
}

async function preflight(handler: Handler, origin: string): Promise<Response> {
  return request(handler, '', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
}

const allowedOrigin = (response: Response): string | null => response.headers.get('access-control-allow-origin');

describe('without an allowed origin', () => {
  test('an answer allows no other page to read it', async () => {
    const response = await asked(createHandler(corpus), 'https://example.org');
    expect(response.status).toBe(200);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  test('a preflight is refused, and a line of the log names the flag that would allow it', async () => {
    const log: string[] = [];
    const response = await preflight(createHandler(corpus, { log: (line) => log.push(line) }), 'https://example.org');
    expect(response.status).toBe(403);
    expect(allowedOrigin(response)).toBeNull();
    expect(log).toEqual([
      'Refused a preflight from "https://example.org": start with --cors https://example.org to allow it.',
    ]);
  });

  test('an origin that is no origin cannot break the line or smuggle a command into it', async () => {
    const log: string[] = [];
    await preflight(createHandler(corpus, { log: (line) => log.push(line) }), 'x"; rm -rf $HOME\t(id)');
    expect(log).toEqual([
      String.raw`Refused a preflight from "x\"; rm -rf $HOME\t(id)": start with --cors xrm-rfHOMEid to allow it.`,
    ]);
  });
});

describe('with one allowed origin', () => {
  const log: string[] = [];
  const handler = createHandler(corpus, { cors: ['https://example.org'], log: (line) => log.push(line) });

  test('its preflight and its question are allowed', async () => {
    const before = await preflight(handler, 'https://example.org');
    expect(before.status).toBe(204);
    expect(allowedOrigin(before)).toBe('https://example.org');
    expect(before.headers.get('access-control-allow-methods')).toContain('POST');
    expect(before.headers.get('access-control-allow-headers')).toBe('content-type');
    const answer = await asked(handler, 'https://example.org');
    expect(allowedOrigin(answer)).toBe('https://example.org');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test.each(['https://example.com', 'http://example.org', 'https://example.org.evil.net', 'null'])(
    '%s is not',
    async (origin) => {
      expect((await preflight(handler, origin)).status).toBe(403);
      expect(allowedOrigin(await asked(handler, origin))).toBeNull();
      expect(log.at(-1)).toContain(`from "${origin}"`);
    },
  );

  test('caches are told that the answer depends on who asks', async () => {
    for (const origin of ['https://example.org', 'https://example.com']) {
      expect((await asked(handler, origin)).headers.get('vary')).toContain('Origin');
    }
  });
});

describe('with several allowed origins', () => {
  const handler = createHandler(corpus, { cors: ['https://one.org', 'https://two.org'], log: () => undefined });

  test.each(['https://one.org', 'https://two.org'])('%s is answered by its own name', async (origin) => {
    expect(allowedOrigin(await asked(handler, origin))).toBe(origin);
  });

  test('a sandboxed page, whose origin is null, is not let in', async () => {
    expect(allowedOrigin(await asked(handler, 'null'))).toBeNull();
  });
});

test('with * every origin is allowed', async () => {
  const handler = createHandler(corpus, { cors: ['*'] });
  expect(allowedOrigin(await asked(handler, 'https://example.org'))).toBe('https://example.org');
  expect((await preflight(handler, 'https://example.org')).status).toBe(204);
});
