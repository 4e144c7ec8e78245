/**
 * Measures the readers of large files and prints the tables of bench/README.md.
 *
 *     npm run bench:readers -- --megabytes 200 --rounds 3
 *
 * What is compared runs by turns (reader, bare, reader, bare, …), each time in a fresh process, so that a machine that
 * slows down slows both. CPU time is what counts; the files lie in the system's cache.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import type { CorpusKind } from './corpora/corpus.ts';
import { corpusKinds, generate, pack } from './generate.ts';
import type { Measurement } from './measure.ts';

const MEGABYTE = 1e6;
const SMALL_MEGABYTES = 20;

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string', multiple: true },
    keep: { type: 'string' },
  },
});
const size = Number(values.megabytes);
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const chosen = corpusKinds.filter(({ format }) => values.format?.includes(format) ?? true);
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'coauthor-bench-'));
mkdirSync(folder, { recursive: true });

try {
  console.log(`${machine()}, seed ${seed}, ${rounds} rounds: median (least to most).\n`);
  const files = chosen.map((kind) => fileOf(kind, size));
  throughputTable(chosen, files);
  await memoryTable(chosen, files);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true });
}

function fileOf(kind: CorpusKind, megabytes: number): string {
  const path = join(folder, `${kind.format}-${megabytes}.${kind.extension}`);
  generate(kind, path, megabytes * MEGABYTE, seed);
  return path;
}

function throughputTable(kinds: readonly CorpusKind[], files: readonly string[]): void {
  console.log('| format | records | problems | reader, MB per CPU-second | bare parser | reader / bare |');
  console.log('|---|---:|---:|---:|---:|---:|');
  for (const [at, { format, extension }] of kinds.entries()) {
    const file = files[at] ?? '';
    const reader: Measurement[] = [];
    const bare: Measurement[] = [];
    for (let round = 0; round < rounds; round++) {
      reader.push(measure('reader', format, file));
      if (extension !== 'bib') bare.push(measure('bare', format, file));
    }
    const speed = (one: Measurement): number => statSync(file).size / MEGABYTE / one.cpuSeconds;
    const ratios = bare.map((one, round) => (100 * one.cpuSeconds) / (reader[round]?.cpuSeconds ?? NaN));
    const cells = [
      `${format} (.${extension})`,
      reader[0]?.records,
      reader[0]?.problems,
      spread(reader.map(speed)),
      spread(bare.map(speed)),
      ratios.length === 0 ? '' : `${spread(ratios, 0)} %`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

async function memoryTable(kinds: readonly CorpusKind[], large: readonly string[]): Promise<void> {
  console.log(`\n| format | ${SMALL_MEGABYTES} MB | ${size} MB | ${SMALL_MEGABYTES} MB, gzip | ${size} MB, gzip |`);
  console.log('|---|---:|---:|---:|---:|');
  for (const [at, kind] of kinds.entries()) {
    const plain = [fileOf(kind, SMALL_MEGABYTES), large[at] ?? ''];
    const packed = [await pack(plain[0] ?? ''), await pack(plain[1] ?? '')];
    const cells = [...plain, ...packed].map((file) => spread(extraMemory(kind.format, file), 0));
    console.log(`| ${kind.format} | ${cells.join(' | ')} |`);
  }
}

/** Megabytes at the peak beyond a process that loads the same code and reads nothing. */
function extraMemory(format: string, file: string): number[] {
  return Array.from({ length: rounds }, () => {
    const idle = measure('nothing', format, file).peakBytes;
    return (measure('reader', format, file).peakBytes - idle) / MEGABYTE;
  });
}

function measure(task: string, format: string, file: string): Measurement {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--import', 'tsx', script, task, format, file], { encoding: 'utf8' });
  return JSON.parse(output) as Measurement; // what measure.ts printed
}

function spread(numbers: readonly number[], digits = 1): string {
  if (numbers.length === 0) return '';
  const sorted = numbers.toSorted((a, b) => a - b);
  const [least, middle, most] = [0, sorted.length >> 1, sorted.length - 1].map((at) => sorted[at]?.toFixed(digits));
  return `${middle} (${least}–${most})`;
}

function machine(): string {
  const [first] = cpus();
  return `${cpus().length} cores (${first?.model.trim()}), Node ${process.versions.node}`;
}
