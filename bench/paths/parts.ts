/** What is compared with what: each part runs its commands for one corpus and gives rows of a table. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { byTurns, checkSame, compared, printedBy, quantile, rounded } from './turns.ts';
import type { Command, Times } from './turns.ts';

export interface PathsPart {
  readonly head: readonly string[];
  rows(setting: Setting): readonly (readonly string[])[];
}

export interface Setting {
  /** Of the corpus. */
  readonly folder: string;
  /** The compiled limit.cpp. */
  readonly limit: string;
  readonly rounds: number;
}

/** Each pair is asked for so often in one process, and the least time counts. */
const IN_PROCESS = '3';
/** Libraries that take seconds a path are asked for so many of the pairs, and we for the same. */
const PEER_PAIRS = '20';
const PYTHON = '/usr/bin/python3';
const NODE_HEAP = '--max-old-space-size=12000';

const median = ({ microseconds }: Times): number => quantile(microseconds, 0.5);
const tail = ({ microseconds }: Times): number => quantile(microseconds, 0.99);
const least = ({ microseconds }: Times): number => Math.min(...microseconds);

export const PARTS: Readonly<Record<string, PathsPart>> = {
  limit: {
    head: ['one path', 'ours, µs', 'C++, µs', 'ours / C++', 'aim, at most'],
    rows: ({ folder, limit, rounds }) => {
      const commands = [ours(folder, 'path'), cpp(limit, folder, 'path'), cpp(limit, folder, 'path-told')];
      const turns = byTurns(rounds, commands);
      checkSame(turns, 'hops');
      return [
        ['p50', ...compared(figures(turns, median)), '0.6'],
        ['p99', ...compared(figures(turns, tail)), '0.6'],
        ['p50, C++ on arrays that are not renumbered', ...compared(figures(turns, median), [0, 2]), ''],
        ['p99, the same', ...compared(figures(turns, tail), [0, 2]), ''],
      ];
    },
  },
  filter: {
    head: ['a filter', 'filtered, µs', 'beside it, µs', 'ratio', 'aim, at most'],
    rows: ({ folder, limit, rounds }) => {
      const passing = byTurns(rounds, [ours(folder, 'passes-all'), ours(folder, 'path')]);
      const leaving = byTurns(rounds, [
        ours(folder, 'filtered'),
        ours(folder, 'copy'),
        cpp(limit, folder, 'path-filtered'),
      ]);
      checkSame(passing, 'hops');
      checkSame(leaving, 'hops');
      const asked = '2000 or later and at most 25 authors';
      return [
        ['years and sizes that all papers pass, beside none: p50', ...compared(figures(passing, median)), '1.5'],
        ['the same: p99', ...compared(figures(passing, tail)), '1.5'],
        [`${asked}, beside none on only the papers that pass: p50`, ...compared(figures(leaving, median)), '1.5'],
        ['the same: p99', ...compared(figures(leaving, tail)), '1.5'],
        [`${asked}, beside C++: p50`, ...compared(figures(leaving, median), [0, 2]), ''],
        ['the same: p99', ...compared(figures(leaving, tail), [0, 2]), ''],
      ];
    },
  },
  all: {
    head: ['all shortest paths, counted', 'all, µs', 'beside it, µs', 'ratio', 'aim, at most'],
    rows: ({ folder, limit, rounds }) => {
      const turns = byTurns(rounds, [ours(folder, 'all'), ours(folder, 'path'), cpp(limit, folder, 'all')]);
      checkSame(turns, 'hops');
      checkSame(
        turns.map(([all, , theirs]) => [all, theirs].flatMap((each) => each ?? [])),
        'counts',
      );
      return [
        ['beside one path: p50', ...compared(figures(turns, median)), '2.5'],
        ['the same: p99', ...compared(figures(turns, tail)), ''],
        ['beside C++, the same counts: p50', ...compared(figures(turns, median), [0, 2]), ''],
        ['the same: p99', ...compared(figures(turns, tail), [0, 2]), ''],
      ];
    },
  },
  histogram: {
    head: ['everybody from one author', 'ours, µs', 'C++, µs', 'ours / C++', 'aim, at most'],
    rows: ({ folder, limit, rounds }) => {
      const turns = byTurns(rounds, [ours(folder, 'histogram'), cpp(limit, folder, 'histogram')]);
      checkSame(turns, 'counts');
      return [['by hops', ...compared(figures(turns, least)), '1.0']];
    },
  },
  many: {
    head: ['everybody from 64 authors', 'at once, µs', 'one by one, µs', 'ratio', 'aim, at most'],
    rows: ({ folder, rounds }) => {
      const each = repeated<{ readonly together: number[]; readonly apart: number[] }>(rounds, ours(folder, 'many'));
      const turns = each.map(({ together, apart }) => [Math.min(...together), Math.min(...apart)]);
      return [['by hops', ...compared(turns), '0.1']];
    },
  },
  build: {
    head: ['arrays from author lists', 'ours, µs', 'C++, µs', 'ours / C++', 'aim, at most'],
    rows: ({ folder, limit, rounds }) => {
      const turns = byTurns(rounds, [ours(folder, 'build'), cpp(limit, folder, 'build')]);
      return [['once, renumbering included', ...compared(figures(turns, least)), '3']];
    },
  },
  workers: {
    head: ['paths a second', 'two threads', 'one thread', 'ratio', 'aim, at least'],
    rows: ({ folder, rounds }) => {
      const each = repeated<{ readonly one: number; readonly two: number }>(rounds, ours(folder, 'workers'));
      return [['over one memory', ...compared(each.map(({ one, two }) => [two, one])), '1.6']];
    },
  },
  hyper: {
    head: ['one more paper, of 5,154 authors', 'with it', 'without', 'difference or ratio', 'aim'],
    rows: ({ folder, rounds }) => {
      const { bytes } = printedBy<{ readonly bytes: number }>(ours(folder, 'hyper-bytes'));
      const turns = byTurns(rounds, [ours(folder, 'hyper'), ours(folder, 'path')]);
      return [
        ['arrays and scratch, bytes', '', '', rounded(bytes), 'at most 1,000,000'],
        ['paths of the same pairs, p50, µs', ...compared(figures(turns, median)), ''],
        ['the same: p99', ...compared(figures(turns, tail)), 'within noise'],
      ];
    },
  },
  ties: {
    head: ['best paths of 40 pairs', 'p50, ms', 'p90, ms', 'most, ms'],
    rows: ({ folder }) =>
      ['strongest', 'recent'].map((part) => {
        const { microseconds } = printedBy<Times>(ours(folder, part, '1'));
        return [part, ...[0.5, 0.9, 1].map((share) => (quantile(microseconds, share) / 1000).toFixed(1))];
      }),
  },
  growth: {
    head: [
      'papers',
      'authors',
      'authorships',
      'graph, MB',
      'scratch a thread, MB',
      'frozen in, s',
      'authorships read a path',
      'one path: p50, µs',
      'p99, µs',
      'p50 for a thousand read, µs',
    ],
    rows: ({ folder, rounds }) => {
      const { bytes, frozenIn, read, ...sizes } = printedBy<Grown>(ours(folder, 'growth'));
      const turns = byTurns(rounds, [ours(folder, 'path')]).flat();
      const [middle, most] = [median, tail].map((figure) => quantile(turns.map(figure), 0.5));
      const { papers, authors, authorships } = sizes;
      return [
        [
          ...[papers, authors, authorships, bytes.graph / 1e6, bytes.scratch / 1e6].map(rounded),
          (frozenIn / 1e6).toFixed(1),
          ...[read, middle ?? Number.NaN, most ?? Number.NaN].map(rounded),
          ((1000 * (middle ?? Number.NaN)) / read).toFixed(1),
        ],
      ];
    },
  },
  peers: {
    head: ['one path, from ids to ids: p50', 'theirs, µs', 'ours, µs', 'theirs / ours', 'aim, at least'],
    rows: ({ folder, rounds }) =>
      ['networkx', 'igraph', 'graphology-shortest-path'].flatMap((library) => {
        const aim = library === 'igraph' ? '50' : '20';
        if (isMissing(library)) return [[`${library} is not installed: ${remedy(library)}`, '', '', '', aim]];
        return ['coauthors', 'papers'].map((nodes) => {
          const turns = byTurns(rounds, [peer(folder, library, nodes), peer(folder, 'ours', nodes)]);
          checkSame(turns, 'hops');
          const graph = nodes === 'coauthors' ? 'the graph of coauthors' : 'authors and papers';
          return [`${library}, ${graph}`, ...compared(figures(turns, median)), aim];
        });
      }),
  },
};

interface Grown {
  readonly papers: number;
  readonly authors: number;
  readonly authorships: number;
  readonly bytes: { readonly graph: number; readonly scratch: number };
  readonly frozenIn: number;
  readonly read: number;
}

function figures(turns: readonly (readonly Times[])[], figure: (times: Times) => number): number[][] {
  return turns.map((turn) => turn.map(figure));
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as printedBy
function repeated<T>(rounds: number, command: Command): T[] {
  return Array.from({ length: rounds }, () => printedBy<T>(command));
}

function ours(folder: string, part: string, inProcess = IN_PROCESS): Command {
  return ['npx', 'tsx', NODE_HEAP, fileHere('ours.ts'), folder, inProcess, part];
}

function cpp(limit: string, folder: string, part: string): Command {
  return [limit, folder, IN_PROCESS, part];
}

function peer(folder: string, library: string, nodes: string): Command {
  const task = [folder, library.replace(/-.*/, ''), nodes, PEER_PAIRS];
  if (isPython(library)) return [PYTHON, fileHere('peers.py'), ...task];
  return ['npx', 'tsx', NODE_HEAP, fileHere('peers.ts'), ...task];
}

function isPython(library: string): boolean {
  return library === 'networkx' || library === 'igraph';
}

function isMissing(library: string): boolean {
  if (isPython(library)) return !existsSync(PYTHON) || spawnSync(PYTHON, ['-c', `import ${library}`]).status !== 0;
  try {
    import.meta.resolve(library);
    return false;
  } catch {
    return true;
  }
}

function remedy(library: string): string {
  return isPython(library) ? `apt-get install python3-${library}` : 'npm install';
}

function fileHere(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
