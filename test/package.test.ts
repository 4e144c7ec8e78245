// The package as people get it: packed, unpacked beside its production dependencies and nothing else, and used.

import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from './support/server.ts';

const run = promisify(execFile);

interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const home = mkdtempSync(join(tmpdir(), 'coauthor-package-'));
afterAll(() => rmSync(home, { recursive: true }));
const installed = join(home, 'node_modules', 'coauthor-graph');
let manifest: Manifest;

beforeAll(async () => {
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', home], { cwd: repository });
  const tarball = readdirSync(home).find((name) => name.endsWith('.tgz')) ?? '';
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', join(home, tarball), '-C', installed, '--strip-components=1']);
  manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest;
  for (const name of Object.keys(manifest.dependencies)) link(join(repository, 'node_modules', name), name);
  mkdirSync(join(home, 'node_modules', '.bin'));
  for (const [name, file] of Object.entries(manifest.bin)) link(join(installed, file), join('.bin', name));
}, 60_000);

function link(target: string, name: string): void {
  const place = join(home, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(target, place);
}

/** Runs a module in the folder where the package is installed, and gives what it printed. */
async function printedBy(code: string): Promise<unknown> {
  const file = join(home, 'script.mjs');
  writeFileSync(file, code);
  const { stdout } = await run(process.execPath, [file], { cwd: home });
  return JSON.parse(stdout) as unknown;
}

test('a program opens the packed sample through the public door and asks it', async () => {
  const answer = await printedBy(`
    import { createHandler, formats, openCorpus, printedSchema } from 'coauthor-graph';
    import { request } from 'coauthor-graph/client';
    import { fileURLToPath } from 'node:url';

    const sample = fileURLToPath(new URL('data/sample', import.meta.resolve('coauthor-graph/package.json')));
    const corpus = await openCorpus({ paths: [sample] });
    const handler = createHandler(corpus);
    const response = await handler.fetch('http://localhost/graphql?query={corpus{paperCount,authorCount}}');
    console.log(JSON.stringify({
      answer: await response.json(),
      formats: formats.map(({ name }) => name),
      schema: printedSchema().slice(0, 3),
      client: typeof request,
    }));
  `);
  expect(answer).toEqual({
    answer: {
      data: { corpus: { paperCount: 5234, authorCount: 9488 } },
      extensions: { cost: { requested: 3, actual: 3 } },
    },
    formats: expect.arrayContaining(['profile-page']),
    schema: '"""',
    client: 'function',
  });
});

test('a program serves on a port, with the page for browsers, and stops', async () => {
  const answer = await printedBy(`
    import { createHandler, listen, openCorpus } from 'coauthor-graph';

    const server = await listen(createHandler(await openCorpus({})), 0, '127.0.0.1');
    const at = 'http://127.0.0.1:' + server.port;
    const page = await fetch(at, { headers: { accept: 'text/html' } });
    const html = await page.text();
    const [, script] = /src="([^"]+)"/.exec(html) ?? [];
    const asset = await fetch(at + script);
    await asset.arrayBuffer();
    await server.close(0);
    console.log(JSON.stringify([page.status, asset.status]));
  `);
  expect(answer).toEqual([200, 200]);
});

test('the command runs through the link that npm makes, and answers from the sample it brings along', async () => {
  const command = join(home, 'node_modules', '.bin', 'coauthor');
  const version = await run(process.execPath, [command, '--version'], { cwd: home });
  expect(version.stdout).toBe(`${manifest.version}\n`);
  const query = await run(process.execPath, [command, 'query', '{ corpus { paperCount } }'], { cwd: home });
  expect(JSON.parse(query.stdout)).toEqual({ data: { corpus: { paperCount: 5234 } } });
  expect(readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test('every file that the manifest promises is there', () => {
  const promised = [
    ...Object.values(manifest.bin),
    ...Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target),
    ),
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
  ];
  expect(promised.filter((file) => !existsSync(join(installed, file)))).toEqual([]);
});

test('coauthor-graph/schema.graphql is the committed schema', async () => {
  const text = await printedBy(`
    import { readFileSync } from 'node:fs';
    console.log(JSON.stringify(readFileSync(new URL(import.meta.resolve('coauthor-graph/schema.graphql')), 'utf8')));
  `);
  expect(text).toBe(readFileSync(join(repository, 'schema.graphql'), 'utf8'));
});

test('a TypeScript program is checked against the types of the package', async () => {
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(home, 'consumer.ts'),
    `
    import { createServer } from 'node:http';
    import { createHandler, formats, InputError, listen, openCorpus, printedSchema, recordKey } from 'coauthor-graph';
    import type { Corpus, CorpusView, Format, Handler, ImportReport, Listening, PaperRecord } from 'coauthor-graph';

    const paper: PaperRecord = {
      kind: 'paper',
      key: recordKey('mine', 'engines'),
      catalogue: 'mine',
      title: 'Engines',
      date: { year: 2001 },
      isYearInferred: false,
      categories: [],
      identifiers: [],
      authors: [{ position: 1, name: 'Ada Byron' }],
      isAuthorListComplete: true,
      groupAuthors: [],
      institutions: [],
    };
    const corpus: Corpus = await openCorpus({ records: [{ name: 'mine', records: [paper] }] });
    const report: ImportReport = corpus.report;
    const view: CorpusView = corpus.view();
    const count: number = view.store.summary.paperCount + (await view.network.collaborationCount()) + report.counts.papers;
    const handler: Handler = createHandler(corpus, { limits: { maxDepth: 5 }, cors: ['https://example.org'] });
    const response: Response = await handler.fetch('http://localhost/graphql');
    createServer(handler);
    const server: Listening = await listen(handler, 0, '127.0.0.1');
    const names: string[] = formats.map((format: Format) => format.name);
    const sdl: string = printedSchema();
    export { count, InputError, names, response, sdl, server };

    // @ts-expect-error a number is no corpus
    createHandler(42);
    // @ts-expect-error there is no such limit
    createHandler(corpus, { limits: { maxWidth: 5 } });
    // @ts-expect-error a view cannot be changed
    view.version = 'mine';
    `,
  );
  const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  // Types of Node are not ours to bring; whoever writes TypeScript for Node has them.
  const types = ['--typeRoots', join(repository, 'node_modules', '@types'), '--types', 'node'];
  const options = ['--noEmit', '--module', 'nodenext', '--target', 'es2023', '--strict', '--skipLibCheck', ...types];
  const checked = await run(process.execPath, [tsc, ...options, 'consumer.ts'], { cwd: home }).catch(
    (error: { stdout: string }) => error, // tsc tells its complaints on standard output
  );
  expect(checked.stdout).toBe('');
});
