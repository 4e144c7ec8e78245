import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { decisionLine } from '../../src/model/index.ts';
import { createMemoryDecisionLog, DecisionLogError, openDecisionLog } from '../../src/store/index.ts';
import { decisionLogCases } from '../support/decision-log-cases.ts';
import { numbered, oneOfEach } from '../support/numbered-decisions.ts';

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coauthor-decisions-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fresh = (): string => join(folder, `${++count}.jsonl`);

decisionLogCases('the decisions log in a file', () => {
  const path = fresh();
  return Promise.resolve({ open: () => openDecisionLog(path) });
});

decisionLogCases('the decisions log in memory', () => {
  const log = createMemoryDecisionLog();
  return Promise.resolve({ open: () => log });
});

describe('a decisions log in a file', () => {
  it('holds one line of JSON per decision, as people read it', async () => {
    const path = fresh();
    const [merge] = numbered('Ada', 1);
    if (merge === undefined) throw new Error('There is one.');
    await openDecisionLog(path).append(merge);
    expect(await readFile(path, 'utf8')).toBe(`${decisionLine(merge)}\n`);
  });

  it('after a crash within a line has that line as a problem, and begins the next decision on a line of its own', async () => {
    const [first, second, third] = numbered('Ada', 3).map((decision) => ({ decision, line: decisionLine(decision) }));
    if (first === undefined || second === undefined || third === undefined) throw new Error('There are three.');
    for (const cut of [1, 20, second.line.length - 1]) {
      const path = fresh();
      await writeFile(path, `${first.line}\n${second.line.slice(0, cut)}`);
      await openDecisionLog(path).append(third.decision);
      expect(await openDecisionLog(path).read()).toEqual({
        decisions: [
          { decision: first.decision, file: path, line: 1 },
          { decision: third.decision, file: path, line: 3 },
        ],
        problems: [expect.objectContaining({ kind: 'bad-decision', file: path, line: 2, kept: 'the other decisions' })],
      });
    }
  });

  it('takes a last line that only lacks its line end, blank lines, CRLF and a byte order mark', async () => {
    const path = fresh();
    const lines = numbered('Ada', 2).map(decisionLine);
    await writeFile(path, `\uFEFF${lines.join('\r\n\r\n')}`);
    const log = openDecisionLog(path);
    for (const decision of numbered('Grace', 1)) await log.append(decision);
    const { decisions, problems } = await log.read();
    expect(problems).toEqual([]);
    expect(decisions.map(({ line }) => line)).toEqual([1, 3, 4]);
  });

  it('has a line that is not UTF-8 as a problem', async () => {
    const path = fresh();
    await appendFile(path, Buffer.from([0x7b, 0xff, 0x7d, 0x0a]));
    expect((await openDecisionLog(path).read()).problems).toMatchObject([
      { line: 1, message: 'The line is not UTF-8.' },
    ]);
  });

  it('keeps the lines of two processes apart, none mixed and none lost', async () => {
    const path = fresh();
    const script = fileURLToPath(new URL('../support/append-decisions.ts', import.meta.url));
    const writers = ['Ada', 'Grace'];
    const codes = await Promise.all(
      writers.map(async (writer) => {
        const child = spawn(process.execPath, ['--import', 'tsx', script, path, writer, '200'], { stdio: 'inherit' });
        return (await once(child, 'close'))[0] as unknown;
      }),
    );
    expect(codes).toEqual([0, 0]);
    const { decisions, problems } = await openDecisionLog(path).read();
    expect(problems).toEqual([]);
    expect(decisions).toHaveLength(400);
    for (const writer of writers) {
      const own = decisions.filter(({ decision }) => 'name' in decision && decision.name.startsWith(writer));
      expect(own.map(({ decision }) => decision)).toEqual(numbered(writer, 200));
    }
  });

  it('says in one line that it is a folder, in no folder, or may not be written', async () => {
    const [decision] = oneOfEach();
    if (decision === undefined) throw new Error('There is one.');
    const asFolder = fresh();
    await mkdir(asFolder);
    const nowhere = join(folder, 'nowhere', 'd.jsonl');
    for (const [path, message] of [
      [asFolder, `"${asFolder}" is a folder: the decisions log is a file.`],
      [nowhere, `"${join(folder, 'nowhere')}" is no folder for the decisions log "${nowhere}".`],
    ] as const) {
      await expect(openDecisionLog(path).append(decision)).rejects.toEqual(new DecisionLogError(message));
    }
    await expect(openDecisionLog(asFolder).read()).rejects.toThrow('is a folder');
    const locked = fresh();
    await writeFile(locked, '');
    await chmod(locked, 0o000);
    if (process.getuid?.() === 0) return; // nothing is locked to root
    await expect(openDecisionLog(locked).append(decision)).rejects.toThrow('may not be written');
    await expect(openDecisionLog(locked).read()).rejects.toThrow('may not be read');
  });
});
