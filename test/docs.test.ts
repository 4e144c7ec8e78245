import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { authorCard } from '../docs/examples/author-card.ts';
import { createHandler, openCorpus } from '../src/index.ts';
import { schema } from '../src/schema/index.ts';
import { exampleTabs } from '../src/server/graphiql/tabs.ts';
import { questionsOf } from './support/readme-questions.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const handler = createHandler(await openCorpus({ paths: [join(root, 'data/sample')] }), { isCostTold: false });

async function ask(query: string): Promise<unknown> {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json' };
  return (await handler.fetch('http://localhost/graphql', { method: 'POST', headers, body })).json();
}

describe('the README', () => {
  const questions = questionsOf(read('README.md'));

  it('asks six questions', () => {
    expect(questions).toHaveLength(6);
  });

  it.each(questions.map((question, at) => ({ ...question, number: at + 1 })))(
    'gives the real answer to question $number',
    async ({ document, answer }) => {
      expect(await ask(document)).toEqual(answer);
    },
  );

  it('links only to files that exist', () => {
    const markdown = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'data/README.md', 'src/README.md'].concat(
      readdirSync(join(root, 'docs'))
        .filter((file) => file.endsWith('.md'))
        .map((file) => `docs/${file}`),
    );
    const broken = markdown.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)]
        .map(([, target = '']) => join(dirname(file), target))
        .filter((target) => !exists(target))
        .map((target) => `${file} → ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('the example tabs of GraphiQL', () => {
  it.each(exampleTabs.map((tab, at) => ({ query: tab.query, number: at + 1 })))(
    'tab $number answers on the sample',
    async ({ query }) => {
      expect(validate(schema, parse(query))).toEqual([]);
      const answer = (await ask(query)) as { data: Record<string, unknown>; errors?: unknown };
      expect(answer.errors).toBeUndefined();
      expect(Object.values(answer.data).every((value) => value !== null)).toBe(true);
    },
  );
});

describe('the typed client', () => {
  it('asks an author card and gets it as its types say', async () => {
    const card = await authorCard('http://localhost/graphql', 'Andrew Saxe', handler.fetch);
    expect(card).toEqual([
      'Andrew Saxe: 19 papers with 29 coauthors',
      'reported: h-index 8, 713 citations',
      'newest papers:',
      '  Optimal Representation Size: High-Dimensional Analysis of Pretraining and Linear Probing (2026)',
      '  Optimal Learning Rate Schedule for Balancing Effort and Performance (2026)',
      '  Saddle-to-Saddle Dynamics Explains A Simplicity Bias Across Neural Network Architectures (2025)',
      'closest coauthors:',
      '  Stefano Sarao Mannelli: 5 papers, 2021–2024',
      '  Peter E. Latham: 4 papers, 2024–2026',
      '  Yedi Zhang: 3 papers, 2024–2025',
    ]);
  });

  it('says in one line that no server listens', async () => {
    const script = join(root, 'docs/examples/author-card.ts');
    const run = promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', script, 'http://127.0.0.1:9/graphql', 'Andrew Saxe'],
      { cwd: root },
    );
    await expect(run).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'No server answers at http://127.0.0.1:9/graphql: start one with "npm start", or give the address of yours.\n',
    });
  });

  it('says so when nobody has the name', async () => {
    expect(await authorCard('http://localhost/graphql', 'Ada Byron', handler.fetch)).toBeUndefined();
  });
});

function exists(file: string): boolean {
  try {
    readFileSync(join(root, file));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR';
  }
}
