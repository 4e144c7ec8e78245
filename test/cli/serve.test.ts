import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { ask, request, runCli, samplePage, startCli } from '../support/server.ts';
import type { CliOptions, RunningCli } from '../support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'coauthor-serve-'));
afterAll(() => rmSync(folder, { recursive: true }));

const running = new Set<RunningCli>();
afterEach(async () => {
  for (const cli of running) cli.kill('SIGKILL');
  await Promise.all([...running].map(({ exited }) => exited));
  running.clear();
});

function serve(args: readonly string[], options: CliOptions = {}): RunningCli {
  const cli = startCli(['serve', '--port', '0', ...args], options);
  running.add(cli);
  return cli;
}

describe('coauthor serve', () => {
  test('says on standard error what it loaded and where it listens, and answers there until Ctrl-C', async () => {
    const cli = serve([samplePage]);
    const url = await cli.listening();
    const before = cli.stderr();
    expect(before).toContain(`${samplePage}: profile page: 19 paper headings`);
    expect(before).toMatch(/^Loaded 1 file: 19 papers, 30 authors, \d+ problems?\.$/m);
    expect(url).toMatch(/^http:\/\/localhost:\d+\/graphql$/);

    expect(await ask(url, '{ corpus { paperCount } }')).toEqual({ data: { corpus: { paperCount: 19 } } });
    expect((await request(url, '/health')).status).toBe(200);

    cli.kill('SIGINT');
    expect(await cli.exited).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `${before}Stopping: finishing running requests.\n`,
    });
  });

  test('serves the sample corpus when no file is named, and says so', async () => {
    const cli = serve([], { cwd: folder });
    const url = await cli.listening();
    expect(cli.stderr()).toContain('No files named: taking the sample corpus.');
    expect(await ask(url, '{ corpus { paperCount } }')).toEqual({ data: { corpus: { paperCount: 5234 } } });
  });

  test('keeps to the limits that its flags set', async () => {
    const url = await serve([
      '--max-depth',
      '2',
      '--max-document-length',
      '100',
      '--max-body-bytes',
      '200',
    ]).listening();
    const codes = async (document: string): Promise<unknown[]> =>
      (await ask(url, document)).errors?.map(({ extensions }) => extensions?.['code']) ?? [];
    expect(await codes('{ corpus { version } }')).toEqual([]);
    expect(await codes('{ corpus { components { count } } }')).toEqual(['DEPTH_LIMIT']);
    expect(await codes('{ corpus { version } }'.padEnd(101))).toEqual(['DOCUMENT_LENGTH_LIMIT']);
    expect(await codes('{ corpus { version } }'.padEnd(201))).toEqual(['BODY_SIZE_LIMIT']);
  });

  test('takes its limits from the environment, which flags overrule', async () => {
    const env = { COAUTHOR_MAX_COST: '3', COAUTHOR_MAX_DEPTH: '1', COAUTHOR_MAX_ALIASES: '1' };
    const cli = startCli(['serve', '--max-depth', '5', '--port', '0', samplePage], { env });
    running.add(cli);
    const url = await cli.listening();
    const codes = async (document: string): Promise<unknown[]> =>
      (await ask(url, document)).errors?.map(({ extensions }) => extensions?.['code']) ?? [];
    expect(await codes('{ corpus { version } }')).toEqual([]);
    expect(await codes('{ corpus { a: version b: version } }')).toEqual(['ALIAS_LIMIT']);
    expect(await codes('{ authors { nodes { name } } }')).toEqual(['COST_LIMIT']);
  });

  test('refuses the preflight of another origin, with a line that names --cors; with --cors it is allowed', async () => {
    const preflight = async (url: string): Promise<Response> =>
      request(url, '', {
        method: 'OPTIONS',
        headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
      });

    const closed = serve([]);
    expect((await preflight(await closed.listening())).status).toBe(403);
    await closed.said(/^Refused a preflight from "https:\/\/example\.org": start with --cors https:\/\/example\.org/m);

    const open = serve(['--cors', 'https://example.org/', '--cors', 'https://example.com']);
    const allowed = await preflight(await open.listening());
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://example.org');
  });

  test('takes its port from PORT, which --port overrules', async () => {
    const cli = startCli(['serve'], { env: { PORT: '0' } });
    running.add(cli);
    expect(await cli.listening()).toMatch(/:\d{4,5}\//);
    expect(await serve([], { env: { PORT: 'nonsense' } }).listening()).toMatch(/:\d{4,5}\//);
  });
});

describe('Ctrl-C', () => {
  const question = JSON.stringify({ query: '{ corpus { paperCount } }' });

  // A request whose head has arrived, as the server's "100 Continue" proves, and whose body has not.
  async function halfSent(url: string): Promise<ClientRequest> {
    const agent = new Agent({ keepAlive: true });
    const sent = httpRequest(url, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': question.length, expect: '100-continue' },
    });
    sent.on('error', () => undefined); // a connection that is cut off ends in one
    onTestFinished(() => {
      sent.destroy();
      agent.destroy();
    });
    await new Promise((settle) => {
      sent.once('continue', settle);
      sent.flushHeaders();
    });
    return sent;
  }

  test.each(['SIGINT', 'SIGTERM'] as const)('(%s) finishes a running request, then exits with 0', async (signal) => {
    const cli = serve([samplePage]);
    const url = await cli.listening();
    const sent = await halfSent(url);
    cli.kill(signal);
    await cli.said(/^Stopping: finishing running requests\.$/m);
    await expect(fetch(url)).rejects.toThrow(); // nothing new is taken

    const answered = new Promise<IncomingMessage>((settle) => sent.once('response', settle));
    sent.end(question);
    const answeredAt = performance.now();
    const response = await answered;
    expect(response.statusCode).toBe(200);
    expect(await json(response)).toMatchObject({ data: { corpus: { paperCount: 19 } } });
    expect((await cli.exited).exitCode).toBe(0);
    // The client would keep its connection for the next request; the server does not wait until it gives up (5 s).
    expect(performance.now() - answeredAt).toBeLessThan(3_000);
  });

  test('a second time does not wait for it', async () => {
    const cli = serve([samplePage]);
    await halfSent(await cli.listening());
    cli.kill('SIGINT');
    await cli.said(/^Stopping/m);
    cli.kill('SIGINT');
    expect((await cli.exited).exitCode).toBe(130);
  });
});

describe('what cannot be read', () => {
  const notes = join(folder, 'notes.txt');
  writeFileSync(notes, 'Milk, bread, a longer lever.\n');
  const empty = join(folder, 'empty.txt');
  writeFileSync(empty, '');
  const binary = join(folder, 'picture.png');
  writeFileSync(binary, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0xff]));
  const mixed = join(folder, 'mixed');
  mkdirSync(join(mixed, 'deeper'), { recursive: true });
  cpSync(samplePage, join(mixed, 'deeper', 'page.txt'));
  cpSync(notes, join(mixed, 'notes.txt'));
  cpSync(binary, join(mixed, 'picture.png'));
  cpSync(empty, join(mixed, 'empty.txt'));

  test('is refused by name when it was named, and the others still load', async () => {
    const cli = serve([notes, empty, binary, samplePage]);
    const url = await cli.listening();
    const lines = cli.stderr().split('\n');
    for (const file of [notes, empty, binary])
      expect(lines.filter((line) => line.startsWith(`${file}: The file is `))).toHaveLength(1);
    expect(cli.stderr()).toMatch(/^Loaded 1 file: 19 papers, 30 authors, \d+ problems, 3 files refused\.$/m);
    const { data } = await ask<{ corpus: { problems: { nodes: { file: string }[] } } }>(
      url,
      '{ corpus { paperCount problems(first: 100) { nodes { file } } } }',
    );
    expect(data?.corpus).toMatchObject({ paperCount: 19 });
    const files = data?.corpus.problems.nodes.map(({ file }) => file);
    expect(files).toEqual(expect.arrayContaining([notes, empty, binary]));
  });

  test('is passed over and counted when it lies in a folder', async () => {
    const cli = serve([mixed]);
    const url = await cli.listening();
    expect(cli.stderr()).toMatch(/^Loaded 1 file: 19 papers, .*, 3 files passed over\.$/m);
    expect(cli.stderr()).not.toContain('notes.txt');
    expect(await ask(url, '{ corpus { sources { name } } }')).toEqual({
      data: { corpus: { sources: [{ name: join(mixed, 'deeper', 'page.txt') }] } },
    });
  });

  test('leaves nothing to serve when it is all there is: one line for each, and exit code 1', async () => {
    const { exitCode, stdout, stderr } = await serve([notes, empty]).exited;
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining(`${empty}: The file is empty.`),
      expect.stringContaining(`${notes}: The file is no profile page`),
      expect.stringMatching(/^Nothing was loaded: no file in .* could be read\.$/),
    ]);
  });

  test('leaves nothing to serve when a folder holds nothing else', async () => {
    const nothing = join(folder, 'nothing');
    mkdirSync(nothing);
    const { exitCode, stderr } = await serve([nothing]).exited;
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: `Nothing was loaded: no file in ${nothing} could be read.\n`,
    });
  });

  test('is one clear line and exit code 1 when it does not exist', async () => {
    const cli = serve([samplePage, 'nowhere.txt']);
    expect(await cli.exited).toEqual({ exitCode: 1, stdout: '', stderr: 'No file or folder "nowhere.txt".\n' });
  });
});

describe('a port', () => {
  test('that is in use is one clear line that names --port, and exit code 1', async () => {
    const taken = createServer();
    await new Promise<void>((settle) => taken.listen(0, '127.0.0.1', settle));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo; // it listens on one
    expect(await runCli(['serve', samplePage, '--port', String(port)])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `Port ${port} of 127.0.0.1 is in use: choose another with --port.\n`,
    });
  });

  test('of an address that this machine does not have is one clear line, and exit code 1', async () => {
    const { exitCode, stderr } = await runCli(['serve', samplePage, '--port', '0', '--host', '192.0.2.1']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Cannot listen on port 0 of 192\.0\.2\.1: .*\.\n$/);
  });
});

describe('wrong usage is one clear line on standard error, and exit code 2', () => {
  test.each([
    [['--port', 'http'], /option '-p, --port <number>' argument 'http' is invalid\. Expected a whole number/],
    [['--port', '65536'], /argument '65536' is invalid\. Expected a whole number from 0 to 65535/],
    [['--port', '-1'], /--port/],
    [['--port', '1.5'], /argument '1.5' is invalid/],
    [['--port'], /option '-p, --port <number>' argument missing/],
    [['--max-depth', '0'], /argument '0' is invalid\. Expected a whole number from 1/],
    [['--max-body-bytes', 'many'], /argument 'many' is invalid/],
    [['--max-page-size', '101'], /argument '101' is invalid\. Expected a whole number from 20 to 100/],
    [
      ['--cors', 'example.org'],
      /argument 'example\.org' is invalid\. Expected an origin, such as https:\/\/example\.org/,
    ],
    [['--cors', 'https://example.org/app'], /Expected an origin/],
    [['--captured-on', '31.5.2026'], /--captured-on takes a date as YYYY-MM-DD, not "31\.5\.2026"/],
    [['--prot', '80'], /unknown option '--prot'/],
  ])('coauthor serve %j', async (args, line) => {
    const { exitCode, stdout, stderr } = await runCli(['serve', ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('a limit in the environment that is no number', async () => {
    const { exitCode, stderr } = await runCli(['serve'], { env: { COAUTHOR_DEADLINE: 'soon' } });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/--deadline <milliseconds>' value 'soon' from env 'COAUTHOR_DEADLINE' is invalid/);
  });

  test.each(['http', '65536'])('PORT=%j', async (port) => {
    expect(await runCli(['serve'], { env: { PORT: port } })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error: PORT is "${port}": expected a whole number from 0 to 65535.\n`,
    });
  });
});
