import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { confirmed } from '../../src/cli/confirm.ts';
import { createHandler, openCorpus, paperWriters } from '../../src/index.ts';
import { foldName, foldText } from '../../src/model/index.ts';
import type { PaperRecord } from '../../src/model/index.ts';
import { undecided } from '../support/decided-world.ts';
import { ask as askHandler, runCli, startCli } from '../support/server.ts';
import type { CliResult } from '../support/server.ts';

let folder: string;
let papers: string;
let log: string;
let count = 0;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coauthor-decide-'));
  papers = join(folder, 'papers.jsonl');
  const writer = paperWriters.find(({ name }) => name === 'jsonl');
  await writeFile(papers, [...(writer?.write(undecided.records as PaperRecord[]) ?? [])].join(''));
  const { store } = (await openCorpus({ paths: [papers] })).view();
  const found: Record<string, string> = {};
  for (const name of ['Ada Byron', 'Ada King', 'Kurt Gödel', 'Grace Hopper']) {
    found[name] = (await store.authorsNamed([foldName(name)]))[0]?.[0]?.id ?? '';
  }
  for (const title of ['Beekeeping', 'Proofs', 'Screws', 'Looms']) {
    found[title] = (await store.papersTitled(foldText(title)))[0]?.id ?? '';
  }
  ids = found;
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  log = join(folder, `${++count}.jsonl`);
});

const id = (name: string): string => ids[name] ?? '';
const written = async (): Promise<string[]> =>
  (await readFile(log, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');

/** Runs a deciding command on the papers and the log, with a reason, saying yes. */
function decide(...args: readonly string[]): Promise<CliResult> {
  return runCli([...args, papers, '--decisions', log, '--by', 'Ada', '--why', 'it is so', '--yes']);
}

async function ask(document: string): Promise<unknown> {
  const { data, errors } = await askHandler(
    createHandler(await openCorpus({ paths: [papers], decisions: log })),
    document,
  );
  expect(errors).toBeUndefined();
  return data;
}

const authorNamed = (name: string, fields = 'name nameVariants paperCount'): Promise<unknown> =>
  ask(`{ author(by: {name: ${JSON.stringify(name)}}) { ${fields} } }`);

describe('coauthor merge', () => {
  test('shows both authors, the one they would be and the papers that change hands, and writes one line', async () => {
    const { exitCode, stdout, stderr } = await decide('merge', 'Ada Byron', id('Ada King'));
    expect(stdout).toContain('Before:\n');
    expect(stdout).toContain(`${id('Ada Byron')}  Ada Byron: 2 papers, 2 coauthors`);
    expect(stdout).toContain(`${id('Ada King')}  Ada King: 1 paper, 1 coauthor`);
    expect(stdout).toMatch(/After:\n {2}A_\S+ {2}Ada Byron \(also Ada King\): 3 papers, 3 coauthors\n/);
    expect(stdout).toMatch(/^\d papers? would change hands:$/m);
    const [line = '', ...more] = await written();
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toEqual({
      id: expect.stringMatching(/^D_[\w-]{12}$/),
      action: 'merge',
      authors: [id('Ada Byron'), id('Ada King')].toSorted(),
      by: 'Ada',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      why: 'it is so',
    });
    expect(stderr).toContain(`Wrote ${String((JSON.parse(line) as { id: unknown }).id)} to ${log}.`);
    expect(exitCode).toBe(0);
  });

  test('is applied by every command that reads files', async () => {
    await decide('merge', 'Ada Byron', 'Ada King');
    const { stdout } = await runCli(['query', '{ corpus { authorCount } }', papers, '--decisions', log]);
    expect(JSON.parse(stdout)).toEqual({ data: { corpus: { authorCount: 9 } } });
    const cli = startCli(['serve', papers, '--port', '0', '--decisions', log]);
    expect(await askHandler(await cli.listening(), '{ corpus { authorCount } }')).toEqual({
      data: { corpus: { authorCount: 9 } },
    });
    cli.kill('SIGTERM');
    await cli.exited;
  });

  test('is applied by the next load, and the old ids both answer with the person they became', async () => {
    await decide('merge', 'Ada Byron', 'Ada King');
    expect(await authorNamed('Ada King')).toEqual({
      author: { name: 'Ada Byron', nameVariants: ['Ada King'], paperCount: 3 },
    });
    const both = [id('Ada Byron'), id('Ada King')].map((old) => `{ author(by: {id: "${old}"}) { id } }`);
    const [one, other] = await Promise.all(both.map(ask));
    expect(one).toEqual(other);
    const again = await decide('merge', id('Ada Byron'), id('Ada King'));
    expect([again.exitCode, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toContain('who is named before: nothing to merge.');
  });

  test('of three people takes the others as ids', async () => {
    await decide('merge', 'Ada Byron', 'Ada King', id('Grace Hopper'));
    expect(await authorNamed('Ada King', 'paperCount')).toEqual({ author: { paperCount: 3 } });
  });

  test('writes nothing without --yes where there is no terminal, and says so', async () => {
    const { exitCode, stdout, stderr } = await runCli(
      ['merge', 'Ada Byron', 'Ada King', papers, '--decisions', log, '--why', 'it is so'],
      { stdin: 'y\n' },
    );
    expect([exitCode, await written()]).toEqual([1, []]);
    expect(stdout).toContain('After:');
    expect(stderr).toContain('Nothing was written: there is no terminal to ask on, so say --yes.');
  });

  test('says with --json what would change, and whether it was written', async () => {
    const { stdout } = await decide('merge', 'Ada Byron', 'Ada King', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      decision: { action: 'merge', by: 'Ada' },
      isWritten: true,
      before: expect.arrayContaining([expect.objectContaining({ name: 'Ada King', paperCount: 1, coauthorCount: 1 })]),
      after: [{ name: 'Ada Byron', nameVariants: ['Ada King'], paperCount: 3, coauthorCount: 3 }],
      problems: [],
    });
  });

  test('takes who decides from git, else from the login', async () => {
    const args = ['merge', 'Ada Byron', 'Ada King', papers, '--decisions', log, '--why', 'so', '--yes'];
    const home = await mkdtemp(join(folder, 'home-'));
    await writeFile(join(home, '.gitconfig'), '[user]\n\tname = Grace of Git\n');
    const isolated = { GIT_CONFIG_NOSYSTEM: '1', XDG_CONFIG_HOME: home };
    await runCli(args, { cwd: home, env: { ...isolated, HOME: home } });
    await rm(join(home, '.gitconfig'));
    log = join(folder, `${++count}.jsonl`);
    await runCli(args.with(5, log), { cwd: home, env: { ...isolated, HOME: home, USER: 'grace' } });
    expect(await written()).toEqual([expect.stringContaining('"by":"grace"')]);
    expect(await readFile(args[5] ?? '', 'utf8')).toContain('"by":"Grace of Git"');
  });

  test.each([
    [['merge', 'Ada Byron', 'Nobody Known'], 'Unknown author "Nobody Known": nobody in these files has that name'],
    [
      ['merge', 'Ada Byron', `A_${'x'.repeat(24)}`],
      `Unknown author "A_${'x'.repeat(24)}": nobody in these files has that id.`,
    ],
    [['merge', 'Ada Byron', 'orcid:0000-0003-1419-2405'], 'nobody in these files has that identifier.'],
    [['merge', 'Ada Byron', 'Byron, Ada'], 'who is named before: nothing to merge.'],
  ])('%j is refused in one line, with exit code 1', async (args, message) => {
    const { exitCode, stdout, stderr } = await decide(...args);
    expect([exitCode, stdout, await written()]).toEqual([1, '', []]);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('lists the candidates of a name that fits several, and takes one of them by identifier', async () => {
    const { exitCode, stderr } = await decide('merge', 'Wei Wang', 'Ada Byron');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('"Wei Wang" fits 2 people: choose one by id.');
    expect(stderr).toMatch(/^ {2}A_\S+ {2}Wei Wang, 1 paper, 2022, orcid:0000-0002-1825-0097$/m);
    expect(stderr).toMatch(/^ {2}A_\S+ {2}Wei Wang, 1 paper, 2021, orcid:0000-0001-5109-3700$/m);
    const merged = await decide('merge', 'https://orcid.org/0000-0002-1825-0097', 'orcid:0000-0001-5109-3700');
    expect(merged.exitCode).toBe(0);
    expect(await authorNamed('Wei Wang', 'paperCount')).toEqual({ author: { paperCount: 2 } });
  });
});

describe('coauthor split', () => {
  test('gives the papers to a new author of the name, and a file after them is read', async () => {
    const flags = ['--decisions', log, '--by', 'Kurt', '--why', 'no beekeeper', '--yes'];
    const { exitCode, stdout } = await runCli(['split', 'Kurt Gödel', ...flags, '--papers', id('Beekeeping'), papers]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Kurt Gödel: 3 papers, 4 coauthors');
    expect(stdout).toMatch(/After:\n(?:.*\n)*? {2}A_\S+ {2}Kurt Gödel: 1 paper, 2 coauthors\n/);
    expect(stdout).toMatch(/After:\n(?:.*\n)*? {2}A_\S+ {2}Kurt Gödel: 2 papers, 2 coauthors\n/);
    expect(await ask('{ authors(filter: {name: "Gödel"}) { nodes { paperCount } } }')).toEqual({
      authors: { nodes: expect.arrayContaining([{ paperCount: 1 }, { paperCount: 2 }]) },
    });
  });

  test.each([
    [['Looms'], 1, /"Looms" \(P_\S+\) is no paper of Kurt Gödel/],
    [['Beekeeping', 'Proofs', 'Screws'], 1, /These are all papers of Kurt Gödel .*: one at least must stay\./],
  ])('of %j is refused in one line', async (titles, code, message) => {
    const { exitCode, stdout, stderr } = await decide('split', 'Kurt Gödel', '--papers', ...titles.map(id));
    expect([exitCode, stdout, await written()]).toEqual([code, '', []]);
    expect(stderr).toMatch(message);
  });

  test('of a paper that nobody has, or that is none, is refused', async () => {
    const unknown = `P_${'x'.repeat(16)}`;
    expect((await decide('split', 'Kurt Gödel', '--papers', unknown)).stderr).toContain(`Unknown paper "${unknown}"`);
    expect((await decide('split', 'Kurt Gödel', '--papers', 'pappers.jsonl')).stderr).toContain(
      '"pappers.jsonl" is no id or identifier of a paper, and no file.',
    );
  });
});

describe('coauthor rename', () => {
  test('shows the author under the name, and the old one finds them still', async () => {
    const { exitCode, stdout } = await decide('rename', 'Ada King', 'Ada Lovelace');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Ada Lovelace (also Ada King): 1 paper')]);
    expect(await authorNamed('Ada King')).toMatchObject({
      author: { name: 'Ada Lovelace', nameVariants: ['Ada King'] },
    });
    expect(await authorNamed('Ada Lovelace', 'paperCount')).toEqual({ author: { paperCount: 1 } });
  });

  test('to the name that is shown is refused', async () => {
    expect(await decide('rename', 'Ada King', 'Ada King')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('is shown as "Ada King" already.'),
    });
  });
});

describe('coauthor hide-name', () => {
  const everything = `{
    authors(first: 100) { nodes { name nameVariants } }
    papers(first: 100) { nodes { title authors { edges { rawName } nodes { name } } } }
    corpus { problems(first: 100) { nodes { message found kept } } }
  }`;

  test('takes a former name out of every answer and export, and still knows whose papers it is on', async () => {
    await decide('merge', 'Ada Byron', 'Ada King');
    expect((await decide('hide-name', 'Ada Byron', 'King, Ada')).exitCode).toBe(0);
    expect(JSON.stringify(await ask(everything))).not.toMatch(/King/);
    expect(await authorNamed('Ada Byron')).toEqual({ author: { name: 'Ada Byron', nameVariants: [], paperCount: 3 } });
    for (const { name } of paperWriters) {
      const { exitCode, stdout } = await runCli(['export', papers, '--format', name, '--decisions', log]);
      expect([exitCode, stdout]).toEqual([0, expect.not.stringContaining('King')]);
    }
  });

  test('of the only name, or one they do not have, is refused with a remedy', async () => {
    expect((await decide('hide-name', 'Ada King', 'Ada King')).stderr).toContain(
      'has no other name: give one with "coauthor rename" first.',
    );
    expect((await decide('hide-name', 'Ada King', 'Ada Byron')).stderr).toContain(
      'is not called "Ada Byron", but "Ada King".',
    );
  });
});

describe('coauthor leave-out', () => {
  test('takes a person out of every answer and export, and their papers stay, told as cut', async () => {
    const { exitCode, stdout } = await decide('leave-out', 'Kurt Gödel');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('After:\n  nobody\n')]);
    expect(stdout).toMatch(/Beekeeping: Kurt Gödel → withheld$/m);
    const everything =
      '{ authors(first: 100) { nodes { name } } papers(first: 100) { nodes { title authors { edges { rawName } } } } }';
    expect(JSON.stringify(await ask(everything))).not.toMatch(/G(?:ö|o)del/);
    expect(await ask('{ papers { totalCount } }')).toEqual({ papers: { totalCount: 6 } });
    expect(await ask(`{ author(by: {id: "${id('Kurt Gödel')}"}) { name } }`)).toEqual({ author: null });
    const { stdout: exported } = await runCli(['export', papers, '--format', 'bibtex', '--decisions', log]);
    expect(exported).not.toMatch(/G.{0,6}del/);
    expect(exported).toMatch(/Edsger.*Alan.*and others/s);
  });
});

describe('coauthor undo', () => {
  const decisionIds = async (): Promise<string[]> =>
    (await written()).map((line) => (JSON.parse(line) as { id: string }).id);

  test('takes a merge back with one more line, and an undo of the undo brings it back', async () => {
    const before = await ask('{ authors(first: 100) { nodes { id name nameVariants paperCount } } }');
    await decide('merge', 'Ada Byron', 'Ada King');
    const merged = await ask('{ authors(first: 100) { nodes { id name nameVariants paperCount } } }');
    const [merge = ''] = await decisionIds();
    const { exitCode, stdout } = await decide('undo', merge);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Ada King: 1 paper, 1 coauthor')]);
    expect(await ask('{ authors(first: 100) { nodes { id name nameVariants paperCount } } }')).toEqual(before);
    const [, undo = ''] = await decisionIds();
    expect((await decide('undo', merge)).stderr).toContain(`${merge} is undone already, by ${undo}`);
    await decide('undo', undo);
    expect(await ask('{ authors(first: 100) { nodes { id name nameVariants paperCount } } }')).toEqual(merged);
    expect(await written()).toHaveLength(3);
  });

  test('of a decision that does not exist is refused, and of what is no id at all wrong usage', async () => {
    expect(await decide('undo', 'D_aaaaaaaaaaaa')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('There is no decision "D_aaaaaaaaaaaa"'),
    });
    expect(await decide('undo', 'Ada')).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('coauthor decisions', () => {
  test('lists the log in order, undone lines marked', async () => {
    await decide('merge', 'Ada Byron', 'Ada King');
    const [merge = ''] = (await written()).map((line) => (JSON.parse(line) as { id: string }).id);
    await decide('undo', merge);
    const { exitCode, stdout } = await runCli(['decisions', '--decisions', log]);
    const [first = '', second = ''] = stdout.split('\n');
    expect(first).toMatch(
      new RegExp(String.raw`^${merge}  merge A_\S+ A_\S+: it is so \(Ada, .*Z\) \[undone by D_\S+\]$`),
    );
    expect(second).toMatch(new RegExp(String.raw`^D_\S+  undo ${merge}: it is so \(Ada, .*Z\)$`));
    expect(exitCode).toBe(0);
    const { stdout: json } = await runCli(['decisions', '--decisions', log, '--json']);
    expect(JSON.parse(json)).toMatchObject({
      decisions: [
        { line: 1, isInForce: false, decision: { id: merge, action: 'merge' } },
        { line: 2, isInForce: true, decision: { action: 'undo' } },
      ],
      problems: [],
    });
  });

  test('says of files which lines fit nothing there any more, and which are no decisions', async () => {
    await writeFile(log, '{"action":"leave-out"\n');
    const gone = {
      action: 'leave-out',
      author: `A_${'x'.repeat(24)}`,
      by: 'Ada',
      at: '2026-05-31T12:00:00Z',
      why: 'so',
    };
    await writeFile(log, `${JSON.stringify(gone)}\n`, { flag: 'a' });
    const alone = await runCli(['decisions', '--decisions', log]);
    expect(alone.stderr).toBe(`${log}:1: The line is no JSON. (kept: the other decisions)\n`);
    const { exitCode, stdout, stderr } = await runCli(['decisions', papers, '--decisions', log]);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('leave-out A_xxx')]);
    expect(stderr).toContain(`${log}:1: The line is no JSON.`);
    expect(stderr).toContain(`${log}:2: `);
  });

  test('of a log that is not there yet is empty, and says so', async () => {
    expect(await runCli(['decisions', '--decisions', log])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `No decisions in "${log}" yet.\n`,
    });
  });
});

describe('a log with a line that fits nothing', () => {
  test('still serves: import tells the line, and how many are in force', async () => {
    await decide('merge', 'Ada Byron', 'Ada King');
    await writeFile(log, '{"action":"merge","aut', { flag: 'a' });
    const { exitCode, stdout } = await runCli(['import', papers, '--decisions', log]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${log}:2: The line is no JSON. (kept: the other decisions)`);
    expect(stdout).toContain('1 decision in force, 1 problem.');
    const { stdout: json } = await runCli(['import', papers, '--decisions', log, '--json']);
    expect(JSON.parse(json)).toMatchObject({
      decisions: { name: log, count: 1, inForceCount: 1 },
      problemsByKind: { 'bad-decision': 1 },
    });
  });
});

describe('wrong usage is one line and exit code 2', () => {
  test.each([
    [['merge', 'Ada Byron', 'Ada King', '--why', 'so'], "error: required option '--decisions <file>' not specified"],
    [['merge', 'Ada Byron', 'Ada King', '--decisions', 'd'], "error: required option '--why <text>' not specified"],
    [['merge', 'Ada Byron', '--decisions', 'd', '--why', 'so'], "error: missing required argument 'same'"],
    [['merge', 'Ada Byron', 'Ada King', '--decisions', 'd', '--why', ' '], 'error: --why is empty.'],
    [['rename', 'Ada Byron', ' ', '--decisions', 'd', '--why', 'so'], 'error: the name is empty.'],
    [
      ['split', 'Ada Byron', '--decisions', 'd', '--why', 'so'],
      "error: required option '--papers <paper...>' not specified",
    ],
    [['decisions'], "error: required option '--decisions <file>' not specified"],
  ])('coauthor %j', async (args, line) => {
    expect(await runCli(args)).toEqual({ exitCode: 2, stdout: '', stderr: `${line}\n` });
  });

  test('a log that is a folder is one line, and exit code 1', async () => {
    const asFolder = join(folder, `${++count}`);
    await mkdir(asFolder);
    for (const args of [['decisions'], ['import', papers], ['leave-out', 'Ada King', papers, '--why', 'so', '--yes']]) {
      const { exitCode, stdout, stderr } = await runCli([...args, '--decisions', asFolder]);
      expect([exitCode, stdout]).toEqual([1, '']);
      expect(stderr).toContain(`"${asFolder}" is a folder: the decisions log is a file.\n`);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  });
});

describe('the question', () => {
  test.each([
    ['y\n', true],
    ['YES\n', true],
    ['\n', false],
    ['n\n', false],
    ['yesterday\n', false],
    ['', false],
  ])('answered %j is %j', async (answer, expected) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(answer);
    expect(await confirmed('Write this to d.jsonl?', input, output)).toBe(expected);
    expect(String(output.read())).toContain('Write this to d.jsonl? (y/N) ');
  });
});
