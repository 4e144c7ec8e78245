import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask, runCli, samplePage } from '../support/server.ts';
import { createHandler, openCorpus, paperWriters } from '../../src/index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coauthor-export-'));
});
afterAll(() => rm(folder, { recursive: true }));

const QUESTION = `{
  papers(first: 100, orderBy: {field: TITLE, direction: ASC}) {
    nodes {
      title year month isAuthorListComplete groupAuthors
      authors { nodes { name } }
    }
  }
}`;

async function answer(path: string): Promise<unknown> {
  return (await ask(createHandler(await openCorpus({ paths: [path] })), QUESTION)).data;
}

describe('coauthor export', () => {
  test.each(paperWriters.map(({ name, extension }) => ({ name, extension })))(
    'as $name reads back as the same papers',
    async ({ name, extension }) => {
      const { exitCode, stdout, stderr } = await runCli(['export', samplePage, '--format', name]);
      expect([exitCode, stderr]).toEqual([0, expect.stringContaining(`Wrote 19 papers as ${name}.`)]);
      const file = join(folder, `papers.${name}.${extension}`);
      await writeFile(file, stdout);
      // BibTeX and RIS have no word for an author who is known but not printed: those come last, before "and others".
      expect(await answer(file)).toEqual(await answer(samplePage));
    },
  );

  test('writes the same bytes twice', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => runCli(['export', samplePage, '-f', 'jsonl'])));
    expect(one?.stdout).toBe(other?.stdout);
  });

  test('without a format, or with one there is not, is wrong usage and names those there are', async () => {
    for (const args of [[], ['--format', 'docx']]) {
      const { exitCode, stdout, stderr } = await runCli(['export', samplePage, ...args]);
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain('--format');
    }
  });
});
