/**
 * Whole records, names and titles included, from a file to answers: imported and saved, opened in a fresh process, asked
 * through GraphQL. Prints the tables of bench/corpora.md.
 *
 *     npm run bench:corpora -- --size S --size M --format openalex --format dblp --rounds 3
 *
 * Importing runs once for each corpus; opening and asking as often as there are rounds. Files lie in the system's cache.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import type { Answered, QuestionKind } from './ask-corpus.ts';
import type { Imported } from './import-corpus.ts';
import { FORMATS } from './record-file.ts';

const QUESTIONS: Readonly<Record<QuestionKind, string>> = {
  title: 'search, a whole title',
  typed: 'suggest, six letters of a name',
  path: 'one path, with names',
  coauthors: 'first 20 coauthors',
};

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['S'] },
    format: { type: 'string', multiple: true, default: Object.keys(FORMATS) },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '42' },
    heap: { type: 'string', default: '16000' },
    keep: { type: 'string' },
  },
});
const rounds = Array.from({ length: Number(values.rounds) });
const root = values.keep ?? mkdtempSync(join(tmpdir(), 'coauthor-bench-'));
mkdirSync(root, { recursive: true });

interface Row {
  readonly name: string;
  readonly fileBytes: number;
  readonly imported: Imported;
  readonly answered: readonly Answered[];
}

try {
  const [first] = cpus();
  const machine = `${cpus().length} cores (${first?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const today = new Date().toISOString().slice(0, 10);
  console.log(
    `${machine}, Node ${process.versions.node}, heap of at most ${values.heap} MB, seed ${values.seed}, ${rounds.length} rounds, ${today}: median (least to most).\n`,
  );
  const rows = values.size.flatMap((size) => values.format.map((format) => measured(size, format)));
  importTable(rows);
  openTable(rows);
} finally {
  if (values.keep === undefined) rmSync(root, { recursive: true });
}

function measured(size: string, format: string): Row {
  const file = join(root, `${size}-${values.seed}.${FORMATS[format as keyof typeof FORMATS]?.extension}`);
  const folder = join(root, `${size}-${values.seed}-${format}`);
  run('make.ts', ['--size', size, '--as', format, '--seed', values.seed, '--out', file]);
  const imported = JSON.parse(run('import-corpus.ts', [file, folder])) as Imported; // what it prints
  const answered = rounds.map(() => JSON.parse(run('ask-corpus.ts', [folder, values.seed])) as Answered);
  const fileBytes = statSync(file).size;
  rmSync(file); // the largest are many gigabytes
  rmSync(folder, { recursive: true });
  return { name: `${size}, ${format}`, fileBytes, imported, answered };
}

function importTable(rows: readonly Row[]): void {
  table(
    ['corpus', 'file, MB', 'papers', 'authors', 'authorships', 'problems', 'read, s', 'saved, s', 'peak, MB'],
    rows.map(({ name, fileBytes, imported }) => [
      name,
      whole(fileBytes / 1e6),
      ...[imported.papers, imported.authors, imported.authorships, imported.problems].map(whole),
      imported.readSeconds.toFixed(1),
      imported.saveSeconds.toFixed(1),
      whole(imported.peakBytes / 1e6),
    ]),
  );
}

function openTable(rows: readonly Row[]): void {
  console.log('');
  table(
    [
      'corpus',
      'opened, s',
      'memory then, MB',
      'index of words, s',
      'memory in the end, MB',
      ...Object.values(QUESTIONS).map((question) => `${question}: p50 / p99, ms`),
    ],
    rows.map(({ name, answered }) => [
      name,
      spread(
        answered.map(({ openSeconds }) => openSeconds),
        2,
      ),
      spread(
        answered.map(({ openBytes }) => openBytes / 1e6),
        0,
      ),
      spread(
        answered.map(({ indexSeconds }) => indexSeconds),
        1,
      ),
      spread(
        answered.map(({ bytes }) => bytes / 1e6),
        0,
      ),
      ...(Object.keys(QUESTIONS) as QuestionKind[]).map((kind) =>
        [0.5, 0.99]
          .map((share) =>
            quantile(
              answered.map(({ times }) => quantile(times[kind], share)),
              0.5,
            ).toFixed(1),
          )
          .join(' / '),
      ),
    ]),
  );
}

function run(file: string, task: readonly string[]): string {
  const flags = [`--max-old-space-size=${values.heap}`, '--expose-gc', '--import', 'tsx'];
  const script = fileURLToPath(new URL(file, import.meta.url));
  return execFileSync(process.execPath, [...flags, script, ...task], { encoding: 'utf8' });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(
    `| ${head.join(' | ')} |\n|---|${head
      .slice(1)
      .map(() => '---:')
      .join('|')}|`,
  );
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

function spread(numbers: readonly number[], digits: number): string {
  const [least, middle, most] = [0, 0.5, 1].map((share) => quantile(numbers, share).toFixed(digits));
  return `${middle} (${least}–${most})`;
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en-US');
}
