/**
 * Paths and distances over the snapshot's arrays, beside plain C++ and the libraries people use. Prints the tables of
 * bench/paths.md.
 *
 *     npm run bench:paths -- --part limit --part filter --size M --size L --rounds 5
 *
 * Corpora are made from a seed. What is compared runs by turns, each time in a fresh process; a time is a pair's least of
 * three rounds in that process, and a ratio is the median of the rounds by turns, with the least and the most. All must
 * give the same answers, and every path is walked by hand.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { arrayFolder } from '../corpora/array-files.ts';
import { isSize, SIZES } from '../corpora/made-papers.ts';
import { PARTS } from './parts.ts';

const { values } = parseArgs({
  options: {
    part: { type: 'string', multiple: true, default: Object.keys(PARTS) },
    size: { type: 'string', multiple: true, default: ['M'] },
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '42' },
    keep: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const sizes = values.size.map((size) => {
  if (!isSize(size)) throw new Error(`There is no size "${size}": ${SIZES.join(', ')}.`);
  return size;
});
const chosen = values.part.map((name) => {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`There is no part "${name}": ${Object.keys(PARTS).join(', ')}.`);
  return part;
});
const root = values.keep ?? mkdtempSync(join(tmpdir(), 'coauthor-bench-'));
mkdirSync(root, { recursive: true });

try {
  const limit = join(root, 'limit');
  const compiler = ['-O3', '-march=native', '-o', limit, fileURLToPath(new URL('limit.cpp', import.meta.url))];
  execFileSync('g++', compiler);
  console.log(`    ${commandLine()}\n\n${machine()}, seed ${seed}, ${rounds} rounds, ${today()}.`);
  for (const { head, rows } of chosen) {
    console.log(
      `\n| corpus | ${head.join(' | ')} |\n|---|${head.map((_, at) => (at === 0 ? '---' : '---:')).join('|')}|`,
    );
    for (const size of sizes) {
      const folder = arrayFolder(root, size, seed);
      for (const row of rows({ folder, limit, rounds })) console.log(`| ${size} | ${row.join(' | ')} |`);
    }
  }
} finally {
  if (values.keep === undefined) rmSync(root, { recursive: true });
}

// Without where the corpora are kept, which is nobody else's business.
function commandLine(): string {
  const named = [
    ...(values.part.length === Object.keys(PARTS).length ? [] : values.part.map((part) => `--part ${part}`)),
    ...sizes.map((size) => `--size ${size}`),
  ];
  return `npm run bench:paths -- ${[...named, `--rounds ${rounds}`, `--seed ${seed}`].join(' ')}`;
}

function machine(): string {
  const [first] = cpus();
  const [compiler = ''] = execFileSync('g++', ['--version'], { encoding: 'utf8' }).split('\n');
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${first?.model.trim()}), ${gigabytes} GiB, Node ${process.versions.node}, ${compiler} -O3`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
