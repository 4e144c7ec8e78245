import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { progressLine, progressText } from '../../src/cli/progress.ts';
import { runCli, samplePage, startCli } from '../support/server.ts';

let folder: string;
let sample: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coauthor-import-'));
  sample = await readFile(samplePage);
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('coauthor import', () => {
  test('says on standard output what each file was taken for and why, and what came of it', async () => {
    const { exitCode, stdout } = await runCli(['import', samplePage]);
    expect(stdout).toContain(`${samplePage}: profile page: 19 paper headings such as "LGJun 16, 2022"`);
    expect(stdout).toContain('Loaded 1 file: 19 papers, 30 authors, 0 problems.');
    expect(stdout).toContain('Read 19 records of papers: 19 new, 0 joined to others; and 1 record of people.');
    expect(exitCode).toBe(0);
  });

  test('prints the report for programs with --json', async () => {
    const { stdout } = await runCli(['import', samplePage, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ name: samplePage, format: 'profile-page', recordCount: 20 }],
      counts: { paperRecords: 19, papers: 19, joined: 0, personRecords: 1, authors: 30, authorships: 64 },
      problemsByKind: {},
      problems: [],
    });
  });

  test('counts what joins papers that were told before', async () => {
    const again = await written('again.txt', `${sample.toString('utf8')}\n`);
    const { stdout } = await runCli(['import', samplePage, again, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ counts: { paperRecords: 38, papers: 19, joined: 19 } });
  });

  test('turns problems into exit code 1 with --strict, and only then', async () => {
    const damaged = await written('damaged.txt', sample.toString('utf8').replace('19 Papers', '20 Papers'));
    const lenient = await runCli(['import', damaged]);
    expect([lenient.exitCode, lenient.stdout]).toEqual([0, expect.stringContaining(`${damaged}:10: `)]);
    expect((await runCli(['import', damaged, '--strict'])).exitCode).toBe(1);
    expect((await runCli(['import', samplePage, '--strict'])).exitCode).toBe(0);
  });

  test('reads standard input, packed or not', async () => {
    for (const stdin of [sample, gzipSync(sample)]) {
      const { stdout } = await runCli(['import', '-', '--json'], { stdin });
      expect(JSON.parse(stdout)).toMatchObject({ files: [{ name: '-' }], counts: { papers: 19 } });
    }
  });

  test('takes a packed file for what is in it, whatever it is called', async () => {
    const packed = await written('page.dat', gzipSync(sample));
    const { stdout } = await runCli(['import', samplePage, packed, '--json']);
    // The same content under two names is one source.
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ format: 'profile-page' }],
      counts: { paperRecords: 19, papers: 19 },
    });
  });

  test('keeps what comes before the end of a truncated archive, and says where it stops', async () => {
    const cut = await written('cut.gz', gzipSync(sample).subarray(0, 6000));
    const { exitCode, stdout } = await runCli(['import', cut, '--json']);
    const report = JSON.parse(stdout) as {
      counts: { papers: number };
      problemsByKind: Record<string, number>;
      problems: { kind: string }[];
    };
    expect(report.problemsByKind).toMatchObject({ 'truncated-file': 1 });
    expect(report.counts.papers).toBeGreaterThan(5);
    expect(report.counts.papers).toBeLessThan(19);
    expect(exitCode).toBe(0);
    const { length: byte } = gunzipSync(gzipSync(sample).subarray(0, 6000), { finishFlush: constants.Z_SYNC_FLUSH });
    expect(report.problems.find(({ kind }) => kind === 'truncated-file')).toMatchObject({ byte });
    const told = await runCli(['import', cut]);
    expect(told.stdout).toContain(`cut.gz, byte ${byte}: The packed file stops before its end.`);
  });

  test('says that a damaged archive is damaged', async () => {
    const bytes = Buffer.concat([gzipSync(sample)]);
    bytes.writeUInt32LE(0, bytes.length - 8); // the checksum
    const { stdout } = await runCli(['import', await written('bad.gz', bytes), '--json']);
    const report = JSON.parse(stdout) as { counts: { papers: number }; problemsByKind: Record<string, number> };
    expect(report.problemsByKind).toMatchObject({ 'damaged-archive': 1 });
    expect(report.counts.papers).toBeGreaterThan(5);
  });

  test('shows no progress with --quiet, and fails in one line when nothing can be read', async () => {
    const notes = await written('notes.md', '# Notes\n');
    const { exitCode, stdout, stderr } = await runCli(['import', notes, '--quiet']);
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain(notes);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('progress', () => {
  const progress = { file: 'a', filesDone: 12, fileCount: 180, bytesDone: 45e6, byteCount: 210e6, recordCount: 61_200 };

  test('tells files, bytes, records, their rate and the time left', () => {
    expect(progressText(progress, 3)).toBe('12/180 files, 45 of 210 MB, 61,200 records, 20,400/s, 0:11 left');
    expect(progressText({ ...progress, byteCount: 21_000e6 }, 30)).toContain('3:52:50 left');
  });

  test('promises no end where the size is not known', () => {
    const { byteCount: _, ...unsized } = progress;
    expect(progressText(unsized, 3)).toBe('12/180 files, 45 MB, 61,200 records, 20,400/s');
  });

  test('renews one line on a terminal, and writes a plain line every five seconds elsewhere', () => {
    for (const isTerminal of [true, false]) {
      const out: string[] = [];
      let time = 0;
      const line = progressLine(
        (text) => void out.push(text),
        isTerminal,
        () => time,
      );
      for (time = 0; time <= 10_000; time += 50) line.update(progress);
      line.done();
      expect(out.filter((text) => text.includes('61,200'))).toHaveLength(isTerminal ? 100 : 2);
      expect(out.every((text) => text.startsWith('\r') === isTerminal)).toBe(true);
    }
  });
});

describe('Ctrl-C', () => {
  test('stops an import cleanly, and says how far it came', async () => {
    const cli = startCli(['import', '-', samplePage], { stdin: sample, isStdinOpen: true });
    await cli.said(/^Reading -/m);
    cli.kill('SIGINT');
    const { exitCode, stdout, stderr } = await cli.exited;
    expect([exitCode, stdout]).toEqual([130, '']);
    expect(stderr).toMatch(
      /^Stopped: (?:nothing was|\d of \d files and \d+ records were) read, and nothing was kept\.$/m,
    );
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
