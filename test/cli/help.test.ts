import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/server.ts';
import type { CliResult } from '../support/server.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const deciding = ['merge', 'split', 'rename', 'hide-name', 'leave-out', 'undo', 'decisions'];
const commands = ['serve', 'import', 'export', 'query', 'schema', ...deciding];

test.each(['--version', '-V'])('%s prints the version of the package, alone', async (flag) => {
  expect(await runCli([flag])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
});

test('--help lists every command, with an example', async () => {
  const { exitCode, stdout, stderr } = await runCli(['--help']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(stdout).toMatch(/Example:\n {2}\$ coauthor \w+/);
});

describe.each(commands)('coauthor %s --help', (command) => {
  let help: CliResult;
  beforeAll(async () => {
    help = await runCli([command, '--help']);
  });

  test('explains every argument and flag, with an example', () => {
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toContain(`Usage: coauthor ${command}`);
    expect(help.stdout).toMatch(new RegExp(String.raw`Example:\n {2}\$ coauthor ${command}`));
    for (const [line] of help.stdout.matchAll(/^ {2}(?:-\w, )?--\S+.*$/gm)) expect(line).toMatch(/ {2}\w.* \w/);
  });

  test('has an example that uses no flag which the command does not know', () => {
    const [usage = '', example = ''] = help.stdout.split('Example:');
    const known = new Set(usage.match(/--[\w-]+/g));
    expect((example.match(/--[\w-]+/g) ?? []).filter((flag) => !known.has(flag))).toEqual([]);
  });
});

describe('wrong usage is said on standard error, and exits with 2', () => {
  test.each([
    [['serv'], "error: unknown command 'serv'\n(Did you mean serve?)"],
    [['dance'], "error: unknown command 'dance'"],
    [['--port', '80'], "error: unknown option '--port'"],
    [['schema', '--chek'], "error: unknown option '--chek'\n(Did you mean --check?)"],
    [['schema', '--check'], "error: option '--check <file>' argument missing"],
    [['schema', 'file'], "error: too many arguments for 'schema'. Expected 0 arguments but got 1."],
  ])('coauthor %j', async (args, line) => {
    expect(await runCli(args)).toEqual({ exitCode: 2, stdout: '', stderr: `${line}\n` });
  });

  test('coauthor alone, with the help', async () => {
    const { exitCode, stdout, stderr } = await runCli([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('Usage: coauthor');
  });
});
