// The public audit suite of GraphQL over HTTP, https://github.com/graphql/graphql-over-http, over real sockets.

import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/index.ts';
import { samplePage, startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(await openCorpus({ paths: [samplePage] }));
});
afterAll(() => server.close());

const audits = serverAudits({ url: () => server.url, fetchFn: fetch });
const required = audits.filter(({ name }) => !name.startsWith('MAY'));
const optional = audits.filter(({ name }) => name.startsWith('MAY'));

describe('GraphQL over HTTP', () => {
  test('has its 13 MUSTs, 23 SHOULDs and 25 MAYs: an audit that went missing is noticed', () => {
    const counts = ['MUST', 'SHOULD', 'MAY'].map((level) => audits.filter(({ name }) => name.startsWith(level)).length);
    expect(counts).toEqual([13, 23, 25]);
  });

  test.each(required)('$id: $name', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });

  test('reports the MAYs', async () => {
    const results = await Promise.all(optional.map(({ fn }) => fn()));
    const notices = results.flatMap((result) => (result.status === 'ok' ? [] : [`${result.name}: ${result.reason}`]));
    console.info(`GraphQL over HTTP: ${results.length - notices.length} of ${results.length} MAYs hold.`, ...notices);
    expect(results).toHaveLength(optional.length);
  });
});
