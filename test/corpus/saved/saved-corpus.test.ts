import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { InputError, isSavedCorpus, openCorpus, openSavedCorpus, saveCorpus } from '../../../src/corpus/index.ts';
import type { Corpus } from '../../../src/corpus/index.ts';
import { sealed } from '../../../src/corpus/saved/manifest.ts';
import type { Manifest } from '../../../src/corpus/saved/manifest.ts';
import { createHandler } from '../../../src/server/index.ts';
import { questionsOf } from '../../support/readme-questions.ts';
import { runCli } from '../../support/server.ts';
import { worlds } from '../../support/worlds.ts';

const SAMPLE = 'data/sample';

let folder: string;
let saved: string;
let sample: Corpus;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coauthor-saved-'));
  saved = join(folder, 'sample');
  sample = await openCorpus({ paths: [SAMPLE] });
  await saveCorpus(sample, saved);
});
afterAll(() => rm(folder, { recursive: true }));

const fresh = (): string => join(folder, `${++count}`);

const LISTS = ['PUBLISHED_ON', 'TITLE', 'CITATION_COUNT', 'AUTHOR_COUNT'].map(
  (field) =>
    `{ papers(first: 50, orderBy: {field: ${field}, direction: DESC}, filter: {fromYear: 2003}) { totalCount edges { cursor node { id title year } } } }`,
);
const DOCUMENTS = [
  ...questionsOf(await readFile('README.md', 'utf8')).map(({ document }) => document),
  ...LISTS,
  '{ authors(first: 100, orderBy: {field: NAME, direction: ASC}) { totalCount edges { cursor node { id name nameVariants paperCount coauthorCount identifiers { scheme value } identity { confidence evidence { kind statement } } } } } }',
  '{ venues(first: 50) { totalCount nodes { id name paperCount } } institutions(first: 50) { nodes { id name paperCount } } }',
  '{ corpus { version paperCount problems(first: 100) { nodes { kind file line message } } sources { name format paperCount } } }',
];

async function answers(corpus: Corpus): Promise<string[]> {
  const handler = createHandler(corpus);
  return Promise.all(
    DOCUMENTS.map(async (query) => {
      const headers = { 'content-type': 'application/json' };
      const asked = { method: 'POST', headers, body: JSON.stringify({ query }) };
      return (await handler.fetch('http://localhost/graphql', asked)).text();
    }),
  );
}

describe('a saved corpus', () => {
  it('answers the sample byte for byte as before it was saved', async () => {
    const opened = await openSavedCorpus(saved);
    const before = await answers(sample);
    expect(before.filter((answer) => answer.includes('"errors"'))).toEqual([]);
    expect(await answers(opened)).toEqual(before);
    expect(opened.report).toEqual(sample.report);
  });

  it('answers the small worlds as before, each alone and all together', async () => {
    for (const records of [...worlds.map((world) => [world]), worlds]) {
      const corpus = await openCorpus({ records });
      const path = fresh();
      await saveCorpus(corpus, path);
      expect(await answers(await openSavedCorpus(path))).toEqual(await answers(corpus));
    }
  });

  it('is the same bytes when it is saved again, and when it was opened in between', async () => {
    const again = fresh();
    await saveCorpus(await openSavedCorpus(saved), again);
    for (const name of await readdir(saved)) {
      expect((await readFile(join(again, name))).equals(await readFile(join(saved, name))), name).toBe(true);
    }
  });

  it('holds columns that Arrow reads by name', async () => {
    const table = tableFromIPC(await readFile(join(saved, 'papers.arrow')));
    expect(table.numRows).toBe(5234);
    expect(table.schema.fields.slice(0, 5).map(({ name, type }) => `${name}: ${String(type)}`)).toEqual([
      'id: Utf8',
      'title: Utf8',
      'type: Dictionary<Int8, Utf8>',
      'abstract: Utf8',
      'date: Struct<{year:Int16, month:Int8, day:Int8}>',
    ]);
  });
});

describe('a damaged corpus is refused in one line that names the file', () => {
  const damaged: [string, string, (path: string) => Promise<unknown>, string][] = [
    ['truncated', 'papers.arrow', async (path) => truncate(path, (await stat(path)).size - 9), 'bytes, not the'],
    ['flipped in one bit', 'authors.arrow', flip, 'its checksum differs'],
    ['flipped in one bit', 'index-authors.arrow', flip, 'its checksum differs'],
    ['truncated', 'index-papers.arrow', (path) => truncate(path, 100), 'bytes, not the'],
    ['missing', 'index-problems.arrow', (path) => rm(path), 'cannot be opened (ENOENT)'],
    ['flipped in one bit', 'network-paperTraits.arrow', flip, 'its checksum differs'],
    ['missing', 'venues.arrow', (path) => rm(path), 'cannot be opened (ENOENT)'],
    [
      'of another format version',
      'manifest.json',
      edit('"formatVersion": 2', '"formatVersion": 1'),
      'format version 1',
    ],
    ['with one more key', 'manifest.json', edit('{', '{ "more": 1,'), 'was changed (see more)'],
    ['with another corpus version', 'manifest.json', edit('"version": "', '"version": "x'), 'its seal differs'],
    ['cut', 'manifest.json', (path) => truncate(path, 100), 'is no manifest'],
    ['of a file elsewhere', 'manifest.json', edit('"aliases.arrow"', '"../x.arrow"'), 'was changed (see files)'],
  ];
  it.each(damaged)('%s: %s', async (_, name, damage, words) => {
    const path = fresh();
    await cp(saved, path, { recursive: true });
    await damage(join(path, name));
    const refusal: unknown = await openSavedCorpus(path).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    const { message } = refusal as InputError;
    expect(message).toContain(`"${join(path, name)}"`);
    expect(message).toContain(words);
    expect(message).toContain('import again with --out');
    expect(message).not.toContain('\n');
  });

  async function flip(path: string): Promise<void> {
    const bytes = await readFile(path);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(path, bytes);
  }

  function edit(from: string, to: string): (path: string) => Promise<void> {
    return async (path) => {
      const text = await readFile(path, 'utf8');
      expect(text).toContain(from);
      await writeFile(path, text.replace(from, to));
    };
  }
});

it.each(['index-venues', 'network-authorFlags', 'network-paperAuthors', 'network-paperRows'])(
  '%s that was saved with other records is refused by name, checksums or not',
  async (part) => {
    const [path, other] = [fresh(), fresh()];
    await cp(saved, path, { recursive: true });
    await saveCorpus(await openCorpus({ records: worlds }), other);
    const swapped = `${part}.arrow`;
    await cp(join(other, swapped), join(path, swapped));
    const told = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as Manifest;
    const foreign = JSON.parse(await readFile(join(other, 'manifest.json'), 'utf8')) as Manifest;
    const { seal: _, ...unsealed } = told;
    const files = told.files.map(
      (file) => foreign.files.find(({ name }) => name === swapped && name === file.name) ?? file,
    );
    await writeFile(join(path, 'manifest.json'), JSON.stringify(sealed({ ...unsealed, files })));
    const refusal: unknown = await openSavedCorpus(path).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect((refusal as InputError).message).toMatch(
      new RegExp(`${part}\\.arrow" cannot be used: .*: import again with --out\\.$`),
    );
  },
);

describe('writing', () => {
  it('refuses a folder of other files, and leaves them', async () => {
    const path = fresh();
    await mkdir(path);
    await writeFile(join(path, 'mine.txt'), 'mine');
    await expect(saveCorpus(sample, path)).rejects.toThrow('holds other files than a saved corpus');
    await expect(saveCorpus(sample, join(path, 'mine.txt'))).rejects.toThrow('is a file');
    expect(await readdir(path)).toEqual(['mine.txt']);
  });

  it('takes an empty folder, and leaves nothing beside it', async () => {
    const path = join(fresh(), 'deep', 'corpus');
    await mkdir(path, { recursive: true });
    await saveCorpus(sample, path);
    expect(await readdir(join(path, '..'))).toEqual(['corpus']);
    expect(await isSavedCorpus(path)).toBe(true);
  });

  it('finds the old corpus when the process was killed between the two renames', async () => {
    const path = fresh();
    await saveCorpus(await openCorpus({ records: worlds }), path);
    await rename(path, `${path}.coauthor-old`);
    await mkdir(`${path}.coauthor-new`);
    expect(await isSavedCorpus(path)).toBe(true);
    expect((await openSavedCorpus(path)).view().store.summary.paperCount).toBeGreaterThan(0);
    await saveCorpus(sample, path);
    expect((await openSavedCorpus(path)).view().store.summary.paperCount).toBe(5234);
  });

  it('leaves a corpus that opens wherever "import --out" is killed', async () => {
    const path = fresh();
    const small = await openCorpus({ records: worlds });
    await saveCorpus(small, path);
    for (const wait of [0, 5, 15, 40]) {
      const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'import', SAMPLE, '--out', path]);
      // From the moment the folder beside it is there, writing is under way.
      while (child.exitCode === null && !(await isThere(`${path}.coauthor-new`))) await pause(1);
      await pause(wait);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
      const { version } = (await openSavedCorpus(path)).view();
      expect([small.view().version, sample.view().version]).toContain(version);
    }
  }, 60_000);
});

describe('the command line', () => {
  it('saves, opens and asks', async () => {
    const path = fresh();
    const told = await runCli(['import', 'data/sample/andrew-saxe.txt', '--out', path]);
    expect(told).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining(`Saved the corpus in "${path}".`) as string,
    });
    const asked = await runCli(['query', '{ corpus { paperCount } }', path]);
    expect(JSON.parse(asked.stdout)).toEqual({ data: { corpus: { paperCount: 19 } } });
    const exported = await runCli(['export', path, '--format', 'bibtex']);
    expect(exported.stderr).toContain('Wrote 19 papers');
  });

  it('says that decisions and other files count when files are read', async () => {
    for (const [flags, words] of [
      [['--decisions', 'd.jsonl'], '--decisions counts when files are read'],
      [['--captured-on', '2026-01-01'], '--captured-on counts when files are read'],
      [[SAMPLE], 'is opened alone'],
    ] as const) {
      const { exitCode, stderr } = await runCli(['query', '{ corpus { paperCount } }', saved, ...flags]);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining(words)]);
    }
  });
});

it('a decision on a saved corpus is told in one line where it is made', async () => {
  const told = ['--decisions', join(folder, 'd.jsonl'), '--why', 'to see'];
  for (const command of [
    ['rename', 'Andrew Saxe', 'A. Saxe', saved],
    ['split', 'Andrew Saxe', saved, '--papers', 'P_x'],
    ['merge', 'Andrew Saxe', 'Aaditya K. Singh', saved],
  ]) {
    const { exitCode, stderr } = await runCli([...command, ...told]);
    expect([command[0], exitCode, stderr]).toEqual([
      command[0],
      1,
      expect.stringMatching(
        /^"[^"]*" is a saved corpus, but decisions are applied when files are read: .* --decisions and --out\.\n$/,
      ),
    ]);
  }
});

const pause = (milliseconds: number): Promise<void> => new Promise((settle) => setTimeout(settle, milliseconds));

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
