import { describe, expect, test } from 'vitest';
import { repository, runCli, samplePage } from '../support/server.ts';

const stackTrace = /^\s+at /m;

test('prints one JSON answer on standard output and nothing else there', async () => {
  const { exitCode, stdout, stderr } = await runCli(['query', '{ corpus { paperCount authorCount } }', samplePage]);
  expect(JSON.parse(stdout)).toEqual({ data: { corpus: { paperCount: 19, authorCount: 30 } } });
  expect(stdout).toMatch(/^\{\n[^]*\n\}\n$/);
  expect(exitCode).toBe(0);
  expect(stderr).not.toMatch(stackTrace);
});

test('takes the sample corpus when no file is named, and says so on standard error', async () => {
  const { exitCode, stdout, stderr } = await runCli(['query', '{ corpus { paperCount } }'], { cwd: '/' });
  expect(JSON.parse(stdout)).toEqual({ data: { corpus: { paperCount: 5234 } } });
  expect(stderr).toContain('No files named: taking the sample corpus.');
  expect(exitCode).toBe(0);
});

test('reads the document from standard input with -', async () => {
  const { exitCode, stdout } = await runCli(['query', '-', samplePage], { stdin: '{ corpus { paperCount } }' });
  expect(JSON.parse(stdout)).toEqual({ data: { corpus: { paperCount: 19 } } });
  expect(exitCode).toBe(0);
});

test('fills variables from --variables and picks the operation that --operation names', async () => {
  const document = `
    query Who($name: String!) { author(by: {name: $name}) { name } }
    query HowMany { corpus { paperCount } }`;
  const { exitCode, stdout } = await runCli([
    'query',
    document,
    samplePage,
    '--operation',
    'Who',
    '--variables',
    '{"name": "saxe, andrew"}',
  ]);
  expect(JSON.parse(stdout)).toEqual({ data: { author: { name: expect.stringContaining('Saxe') } } });
  expect(exitCode).toBe(0);
});

test('asks one’s own machine without limits on depth and length', async () => {
  const deep = (levels: number): string =>
    levels === 0 ? 'title' : `title authors(first: 1) { nodes { papers(first: 1) { nodes { ${deep(levels - 1)} } } } }`;
  const document = `{ papers(first: 1) { nodes { ${deep(6)} } } } # ${'long '.repeat(5_000)}`;
  const { exitCode } = await runCli(['query', '-', samplePage], { stdin: document });
  expect(exitCode).toBe(0);
});

test('still prints the answer when it has errors, and exits with 1', async () => {
  const { exitCode, stdout, stderr } = await runCli(['query', '{ author(by: {orcid: "12"}) { name } }', samplePage]);
  expect(JSON.parse(stdout)).toMatchObject({
    data: { author: null },
    errors: [{ extensions: { code: 'INVALID_IDENTIFIER', argument: 'by.orcid' } }],
  });
  expect(exitCode).toBe(1);
  expect(stderr).not.toMatch(stackTrace);
});

test('dates without a year are of the year of --captured-on', async () => {
  const document = '{ papers(filter: {fromYear: 2031}) { totalCount } }';
  const { stdout } = await runCli(['query', document, samplePage, '--captured-on', '2031-05-31']);
  expect(JSON.parse(stdout)).toEqual({ data: { papers: { totalCount: 2 } } });
});

describe('wrong usage is one clear line, nothing on standard output, and exit code 2', () => {
  test.each([
    [['query'], /missing required argument 'document'/],
    [['query', '{ __typename }', '--variables', '{'], /--variables.*Expected a JSON object/],
    [['query', '{ __typename }', '--variables', '[]'], /--variables.*Expected a JSON object/],
    [['query', '{ __typename }', '--variables', 'null'], /--variables.*Expected a JSON object/],
    [['query', '{ __typename }', '--captured-on', 'May'], /--captured-on takes a date as YYYY-MM-DD, not "May"/],
    [['query', '{ __typename }', '--captured-on', '2026-02-30'], /not "2026-02-30"/],
    [['query', '{ __typename }', '--verbose'], /unknown option '--verbose'/],
  ])('coauthor %j', async (args, line) => {
    const { exitCode, stdout, stderr } = await runCli(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

test('a file that is missing is one clear line, and exit code 1', async () => {
  const { exitCode, stdout, stderr } = await runCli(['query', '{ __typename }', 'nowhere.txt'], { cwd: repository });
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: 'No file or folder "nowhere.txt".\n',
  });
});
