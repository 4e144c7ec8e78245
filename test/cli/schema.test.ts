import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/server.ts';

const { stdout: printed } = await runCli(['schema']);
const folder = mkdtempSync(join(tmpdir(), 'coauthor-schema-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('prints the committed schema, byte for byte', async () => {
  const { exitCode, stdout, stderr } = await runCli(['schema']);
  expect(stdout).toBe(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

describe('--against', () => {
  const file = join(folder, 'pinned.graphql');

  test('says that nothing breaks', async () => {
    writeFileSync(file, printed);
    expect(await runCli(['schema', '--against', file])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `Nothing that changed since ${file} breaks documents written for it.\n`,
    });
  });

  test('lists what breaks and what may surprise, and fails', async () => {
    writeFileSync(file, 'type Query { corpus: String! venues(first: Int): [String!]! gone: Int }');
    const { exitCode, stdout, stderr } = await runCli(['schema', '--against', file]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toContain('May surprise: An optional arg after on Query.venues was added.');
    expect(lines).toContain('Breaks: Query.gone was removed.');
    expect(lines).toContain('Breaks: Query.corpus changed type from String! to Corpus!.');
    expect(lines.at(-1)).toBe(`Documents written for ${file} break: 3 changes.`);
  });

  test('fails in one line on a file that holds no schema', async () => {
    writeFileSync(file, 'type Query {');
    const { exitCode, stderr } = await runCli(['schema', '--against', file]);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`${file} holds no schema: Syntax Error: Expected Name, found <EOF>.\n`);
  });
});

describe('--check', () => {
  const file = join(folder, 'schema.graphql');

  test('says on standard error that a file holds this schema', async () => {
    writeFileSync(file, printed);
    expect(await runCli(['schema', '--check', file])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `${file} holds this schema.\n`,
    });
  });

  const lines = printed.split('\n');
  const lastLine = lines.length - 1; // what follows the final newline is no line
  test.each([
    ['another first line', ['# mine', ...lines.slice(1)].join('\n'), 1],
    ['another line in the middle', lines.with(9, 'type Other').join('\n'), 10],
    ['only its first lines', lines.slice(0, 20).join('\n'), 21],
    ['only its first lines, the last one whole', `${lines.slice(0, 20).join('\n')}\n`, 21],
    ['more after its end', `${printed}type Other\n`, lastLine + 1],
    ['no newline at its end', printed.trimEnd(), lastLine + 1],
    ['nothing', '', 1],
  ])('fails on a file with %s, naming the first line that differs', async (_what, text, line) => {
    writeFileSync(file, text);
    expect(await runCli(['schema', '--check', file])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `${file} differs from this schema, first at line ${line}: print it anew with "coauthor schema > ${file}".\n`,
    });
  });

  test('fails in one line on a file that is not there', async () => {
    expect(await runCli(['schema', '--check', 'nowhere.graphql'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'No file "nowhere.graphql".\n',
    });
  });
});
