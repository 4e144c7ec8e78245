/**
 * Paths and distances over the snapshot's arrays, beside plain C++ and the libraries people use. Prints the tables of
 * bench/paths.md.
 *
 *     npm run bench:paths -- --part limit --part filter --size M --size L --rounds 5
 *
 * Corpora are made from a seed. What is compared runs by turns, each time in a fresh process; a time is a pair's least of
 * three rounds in that process, and a ratio is the median of the rounds by turns, with the least and the most.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { corpusFolder } from './corpus-files.ts';
import type { Size } from './made-papers.ts';

interface Times {
  readonly microseconds: readonly number[];
  readonly hops?: number;
  readonly counts?: readonly number[];
}

const { values } = parseArgs({
  options: {
    part: { type: 'string', multiple: true },
    size: { type: 'string', multiple: true, default: ['M'] },
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '42' },
    keep: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const IN_PROCESS = 3;
const root = values.keep ?? mkdtempSync(join(tmpdir(), 'coauthor-bench-'));
mkdirSync(root, { recursive: true });
const limit = join(root, 'limit');

type Row = readonly string[];

const parts: Readonly<Record<string, { readonly head: Row; readonly rows: (folder: string) => readonly Row[] }>> = {
  limit: {
    head: ['one path', 'ours, µs', 'C++, µs', 'ours / C++', 'aim'],
    rows: (folder) => {
      const turns = byTurns([() => ours(folder, 'path'), () => cpp(folder, 'path')]);
      same(turns.map(([one, other]) => [one?.hops, other?.hops]));
      return [0.5, 0.99].map((share) => [
        `p${100 * share}`,
        ...compared(turns, (times) => at(times.microseconds, share)),
        '0.6',
      ]);
    },
  },
  histogram: {
    head: ['everybody from one author', 'ours, µs', 'C++, µs', 'ours / C++', 'aim'],
    rows: (folder) => {
      const turns = byTurns([() => ours(folder, 'histogram'), () => cpp(folder, 'histogram')]);
      same(turns.map(([one, other]) => [one?.counts?.join(), other?.counts?.join()]));
      return [['least', ...compared(turns, (times) => Math.min(...times.microseconds)), '1.0']];
    },
  },
  build: {
    head: ['arrays from author lists', 'ours, µs', 'C++, µs', 'ours / C++', 'aim'],
    rows: (folder) => {
      const turns = byTurns([() => ours(folder, 'build'), () => cpp(folder, 'build')]);
      return [['once', ...compared(turns, (times) => times.microseconds[0] ?? 0), '3']];
    },
  },
  all: {
    head: ['all shortest paths, counted', 'all, µs', 'one, µs', 'all / one', 'aim'],
    rows: (folder) => {
      const turns = byTurns([() => ours(folder, 'all'), () => ours(folder, 'path')]);
      same(turns.map(([one, other]) => [one?.hops, other?.hops]));
      return [0.5, 0.99].map((share) => [
        `p${100 * share}`,
        ...compared(turns, (times) => at(times.microseconds, share)),
        share === 0.5 ? '2.5' : '',
      ]);
    },
  },
  filter: {
    head: ['a filter', 'filtered, µs', 'without, µs', 'ratio', 'aim'],
    rows: (folder) => {
      const passing = byTurns([() => ours(folder, 'all-pass'), () => ours(folder, 'path')]);
      const leaving = byTurns([() => ours(folder, 'years-and-sizes'), () => ours(folder, 'copy')]);
      same(leaving.map(([one, other]) => [one?.hops, other?.hops]));
      const median = (times: Times): number => at(times.microseconds, 0.5);
      return [
        ['years and sizes that all papers pass, p50, against none', ...compared(passing, median), '1.5'],
        [
          '2000 or later, at most 25 authors, p50, against none on a graph of what it leaves',
          ...compared(leaving, median),
          '1.5',
        ],
      ];
    },
  },
  many: {
    head: ['everybody from 64 authors', 'at once, µs', 'one by one, µs', 'ratio', 'aim'],
    rows: (folder) => {
      const all = Array.from({ length: rounds }, () =>
        json<Times & { readonly apart: number }>(ourCommand(folder, 'many')),
      );
      const turns = all.map((each) => [each, { microseconds: [each.apart] }]);
      return [['least', ...compared(turns, (times) => Math.min(...times.microseconds)), '0.1']];
    },
  },
  workers: {
    head: ['paths a second', 'two threads', 'one thread', 'ratio', 'aim, at least'],
    rows: (folder) => {
      const all = Array.from({ length: rounds }, () =>
        json<{ readonly one: number; readonly two: number }>(ourCommand(folder, 'workers')),
      );
      const turns = all.map(({ one, two }) => [{ microseconds: [two] }, { microseconds: [one] }]);
      return [['over one memory', ...compared(turns, (times) => times.microseconds[0] ?? 0), '1.6']];
    },
  },
  hyper: {
    head: ['one more paper, of 5,154 authors', 'with it', 'without', 'difference or ratio', 'aim'],
    rows: (folder) => {
      const all = Array.from({ length: rounds }, () =>
        json<{ readonly before: Times; readonly after: Times; readonly bytes: number }>(ourCommand(folder, 'hyper')),
      );
      const turns = all.map(({ before, after }) => [after, before]);
      return [
        ['memory, bytes', '', '', (all[0]?.bytes ?? 0).toLocaleString('en-US'), 'at most 1,000,000'],
        ['other paths, p99, µs', ...compared(turns, (times) => at(times.microseconds, 0.99)), 'noise'],
      ];
    },
  },
  ties: {
    head: ['best paths of 40 pairs', 'p50, ms', 'p90, ms', 'most, ms', ''],
    rows: (folder) =>
      ['strongest', 'recent'].map((part) => {
        const { microseconds } = ours(folder, part, 1);
        return [part, ...[0.5, 0.9, 1].map((share) => (at(microseconds, share) / 1000).toFixed(1)), ''];
      }),
  },
  growth: {
    head: ['papers', 'authors', 'authorships', 'arrays, MB', 'one path, p50 / p99, µs', 'authorships read'],
    rows: (folder) => {
      const told = json<Times & { papers: number; authors: number; authorships: number; bytes: number; read: number }>(
        ourCommand(folder, 'growth'),
      );
      const { papers, authors, authorships, bytes, read, microseconds } = told;
      return [
        [
          ...[papers, authors, authorships, Math.round(bytes / 1e6)].map((each) => each.toLocaleString('en-US')),
          `${at(microseconds, 0.5).toFixed(0)} / ${at(microseconds, 0.99).toFixed(0)}`,
          Math.round(read).toLocaleString('en-US'),
        ],
      ];
    },
  },
  peers: {
    head: ['one path, from id to ids, p50', 'theirs, µs', 'ours, µs', 'theirs / ours', 'aim, at least'],
    rows: (folder) => {
      const own = (): Times =>
        json(['npx', 'tsx', '--max-old-space-size=12000', file('peers.ts'), folder, 'ours', '100']);
      const theirs: Readonly<Record<string, readonly [string, () => Times]>> = {
        networkx: ['20', () => json(['/usr/bin/python3', file('peers.py'), folder, 'networkx', '20'])],
        igraph: ['50', () => json(['/usr/bin/python3', file('peers.py'), folder, 'igraph', '20'])],
        'graphology-shortest-path': [
          '20',
          () => json(['npx', 'tsx', '--max-old-space-size=12000', file('peers.ts'), folder, 'graphology', '20']),
        ],
      };
      return Object.entries(theirs).flatMap(([name, [aim, ask]]) => {
        if (isMissing(name)) return [[name, 'not installed', '', '', aim]];
        const turns = byTurns([ask, own]);
        return [[name, ...compared(turns, (times) => at(times.microseconds, 0.5)), aim]];
      });
    },
  },
};

try {
  execFileSync('g++', ['-O3', '-march=native', '-o', limit, file('limit.cpp')]);
  const [first] = cpus();
  console.log(
    `${cpus().length} cores (${first?.model.trim()}), Node ${process.versions.node}, seed ${values.seed}, ${rounds} rounds.`,
  );
  for (const name of values.part ?? Object.keys(parts)) {
    const part = parts[name];
    if (part === undefined) throw new Error(`There is no part "${name}": ${Object.keys(parts).join(', ')}.`);
    console.log(
      `\n| corpus | ${part.head.join(' | ')} |\n|---|${part.head.map((_, at) => (at === 0 ? '---' : '---:')).join('|')}|`,
    );
    for (const size of values.size as Size[]) {
      const folder = corpusFolder(root, size, Number(values.seed));
      for (const row of part.rows(folder)) console.log(`| ${size} | ${row.join(' | ')} |`);
    }
  }
} finally {
  if (values.keep === undefined) rmSync(root, { recursive: true });
}

function ours(folder: string, part: string, inProcess = IN_PROCESS): Times {
  return json(ourCommand(folder, part, inProcess));
}

function ourCommand(folder: string, part: string, inProcess = IN_PROCESS): string[] {
  return ['npx', 'tsx', file('ours.ts'), folder, String(inProcess), part];
}

function cpp(folder: string, part: string): Times {
  return json([limit, folder, String(IN_PROCESS), part]);
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each command prints what its caller knows
function json<T>([command = '', ...rest]: readonly string[]): T {
  const { stdout, status, stderr } = spawnSync(command, rest, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} ${rest.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as T; // what the parts print
}

function byTurns(asks: readonly (() => Times)[]): Times[][] {
  return Array.from({ length: rounds }, () => asks.map((ask) => ask()));
}

// Both figures' medians, and the median of the ratios with their spread.
function compared(turns: readonly (readonly Times[])[], figure: (times: Times) => number): string[] {
  const columns = [0, 1].map((column) => turns.map((turn) => figure(turn[column] ?? { microseconds: [] })));
  const ratios = turns.map((_, turn) => (columns[0]?.[turn] ?? 0) / (columns[1]?.[turn] ?? 0));
  const [least, middle, most] = [0, 0.5, 1].map((share) => at(ratios, share).toFixed(2));
  return [...columns.map((each) => Math.round(at(each, 0.5)).toLocaleString('en-US')), `${middle} (${least}–${most})`];
}

function same(answers: readonly (readonly unknown[])[]): void {
  const wrong = answers.find(([one, other]) => one !== other);
  if (wrong !== undefined) throw new Error(`The answers differ: ${wrong.join(' and ')}.`);
}

function at(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function isMissing(library: string): boolean {
  if (library.startsWith('graphology')) return false;
  if (!existsSync('/usr/bin/python3')) return true;
  return spawnSync('/usr/bin/python3', ['-c', `import ${library}`]).status !== 0;
}

function file(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
