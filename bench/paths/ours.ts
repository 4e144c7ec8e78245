/**
 * One part of the bench, in a process of its own: asks our code and prints one line of JSON.
 *
 *     tsx --expose-gc bench/paths/ours.ts FOLDER ROUNDS PART
 */
import { Worker } from 'node:worker_threads';

import type { AuthorLists, FrozenGraph, Steps, WalkFilter } from '../../src/csr/index.ts';
import { frozen, listsIn, numbersOf, pairsOf } from './corpus-files.ts';
import { csr } from './measured-csr.ts';

const [folder = '', roundText = '1', part = 'path'] = process.argv.slice(2);
const rounds = Number(roundText);
const UNLIMITED = { left: Infinity };
/** What every walk may read; what is left of it tells how much was read. */
const budget = { left: 0 };

type Ask = (from: number, to: number) => number | undefined;

const parts: Readonly<Record<string, () => object | Promise<object>>> = {
  path: () => asked(frozen(listsIn(folder)), (steps) => pathIn(steps, {})),
  all: () =>
    asked(frozen(listsIn(folder)), (steps) => (from, to) => {
      const rules = { filter: {}, prefer: 'FEWEST_HOPS', asked: [from, to], from, to, maxHops: Infinity } as const;
      return csr.bestPathGraph(steps, rules, { ...UNLIMITED }).graph?.hops;
    }),
  'years-and-sizes': () => asked(frozen(listsIn(folder)), (steps) => pathIn(steps, { fromYear: 2000, maxAuthors: 25 })),
  'all-pass': () => asked(frozen(listsIn(folder)), (steps) => pathIn(steps, { fromYear: 1, maxAuthors: 100_000 })),
  copy: () => asked(frozen(withoutFiltered(listsIn(folder))), (steps) => pathIn(steps, {})),
  strongest: () => asked(frozen(listsIn(folder)), (steps) => bestIn(steps, 'STRONGEST_TIES'), 40),
  recent: () => asked(frozen(listsIn(folder)), (steps) => bestIn(steps, 'RECENT_TIES'), 40),
  histogram: () => {
    const [graph, numbers, [[author] = [0]]] = opened(frozen(listsIn(folder)));
    const steps = csr.stepsOf(graph, 0);
    let counts: readonly number[] = [];
    const microseconds = Array.from({ length: rounds }, () =>
      timed(() => void (counts = csr.reach(steps, numbers[author] ?? 0, {}))),
    );
    return { microseconds, counts };
  },
  many: () => {
    const [graph, numbers, pairs] = opened(frozen(listsIn(folder)));
    const steps = csr.stepsOf(graph, 0);
    const authors = pairs.slice(0, 64).map(([author]) => numbers[author] ?? 0);
    let [alone, together]: (readonly (readonly number[])[])[] = [[], []];
    const apart = timed(() => void (alone = authors.map((author) => csr.reach(steps, author, {}))));
    const microseconds = Array.from({ length: rounds }, () =>
      timed(() => void (together = csr.reachMany(steps, authors, {}))),
    );
    if (JSON.stringify(alone) !== JSON.stringify(together))
      throw new Error('64 at once count otherwise than each alone.');
    return { microseconds, apart };
  },
  build: () => {
    const lists = listsIn(folder);
    return { microseconds: [timed(() => void frozen(lists))] };
  },
  hyper: () => {
    const lists = listsIn(folder);
    const before = asked(frozen(lists), (steps) => pathIn(steps, {}));
    const larger = withHyper(lists);
    return {
      before,
      after: asked(frozen(larger), (steps) => pathIn(steps, {})),
      bytes: bytesOf(larger) - bytesOf(lists),
    };
  },
  workers: async () => {
    const [graph, numbers, pairs] = opened(frozen(listsIn(folder), 2));
    const questions = pairs.map(([from, to]) => [numbers[from] ?? 0, numbers[to] ?? 0]);
    const { authors: _authors, papers: _papers, ...shared } = graph;
    const workers = [0, 1].map(
      (thread) =>
        new Worker(new URL('asking-thread.mjs', import.meta.url), { workerData: { shared, thread, questions } }),
    );
    const run = (asking: readonly Worker[]): Promise<number[]> =>
      Promise.all(
        asking.map(
          (worker) =>
            new Promise<number>((settle) => {
              worker.once('message', settle);
              worker.postMessage(rounds);
            }),
        ),
      );
    await run(workers); // warm
    const [one] = workers;
    const alone = await run(one === undefined ? [] : [one]);
    const together = await run(workers);
    for (const worker of workers) await worker.terminate();
    const persecond = (seconds: readonly number[]): number =>
      seconds.reduce((sum, each) => sum + (rounds * questions.length) / each, 0);
    return { one: persecond(alone), two: persecond(together) };
  },
  growth: () => {
    const lists = listsIn(folder);
    const graph = frozen(lists);
    const { microseconds, read } = asked(graph, (steps) => pathIn(steps, {}));
    return {
      papers: lists.paperTraits.length,
      authors: lists.authors,
      authorships: lists.paperAuthors.length,
      bytes: bytesOf(lists),
      components: graph.graph.componentOffsets.length - 1,
      microseconds,
      read,
    };
  },
};

console.log(JSON.stringify(await parts[part]?.()));

function pathIn(steps: Steps, filter: WalkFilter): Ask {
  return (from, to) => {
    const { authors } = csr.shortestPath(steps, from, to, filter, budget);
    return authors === undefined ? undefined : authors.length - 1;
  };
}

function bestIn(steps: Steps, prefer: 'STRONGEST_TIES' | 'RECENT_TIES'): Ask {
  return (from, to) => {
    const years = { oldest: 1960, newest: 2026 };
    const rules = { filter: {}, prefer, years, asked: [from, to], from, to, maxHops: Infinity };
    return csr.bestPathGraph(steps, rules, { ...UNLIMITED }).graph?.hops;
  };
}

// Of each pair the least of all rounds, as the C++ does it.
function asked(graph: FrozenGraph, askOf: (steps: Steps) => Ask, most = Infinity) {
  const [, numbers, all] = opened(graph);
  const pairs = all.slice(0, most);
  const ask = askOf(csr.stepsOf(graph, 0));
  const microseconds = pairs.map(() => Infinity);
  let [hops, read] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    [hops, read] = [0, 0];
    for (const [at, [from, to]] of pairs.entries()) {
      budget.left = Number.MAX_SAFE_INTEGER;
      const time = timed(() => void (hops += ask(numbers[from] ?? 0, numbers[to] ?? 0) ?? -1));
      microseconds[at] = Math.min(microseconds[at] ?? Infinity, time);
      read += Number.MAX_SAFE_INTEGER - budget.left;
    }
  }
  return { hops, microseconds, read: read / pairs.length };
}

function opened(graph: FrozenGraph): [FrozenGraph, Uint32Array, [number, number][]] {
  return [graph, numbersOf(graph), pairsOf(folder)];
}

function timed(work: () => void): number {
  const begin = performance.now();
  work();
  return 1000 * (performance.now() - begin);
}

// The graph that the filter "2000 or later, at most 25 authors" leaves.
function withoutFiltered(lists: AuthorLists): AuthorLists {
  const papers = [...lists.paperTraits.keys()].filter((paper) => {
    const traits = lists.paperTraits[paper] ?? 0;
    return csr.yearOf(traits) >= 2000 && sizeOf(lists, paper) <= 25;
  });
  const paperOffsets = new Uint32Array(papers.length + 1);
  for (const [at, paper] of papers.entries()) paperOffsets[at + 1] = (paperOffsets[at] ?? 0) + sizeOf(lists, paper);
  const paperAuthors = new Uint32Array(paperOffsets[papers.length] ?? 0);
  for (const [at, paper] of papers.entries()) {
    const first = lists.paperOffsets[paper] ?? 0;
    paperAuthors.set(lists.paperAuthors.subarray(first, first + sizeOf(lists, paper)), paperOffsets[at]);
  }
  return {
    ...lists,
    paperOffsets,
    paperAuthors,
    paperTraits: Uint32Array.from(papers, (paper) => lists.paperTraits[paper] ?? 0),
  };
}

function sizeOf({ paperOffsets }: AuthorLists, paper: number): number {
  return (paperOffsets[paper + 1] ?? 0) - (paperOffsets[paper] ?? 0);
}

// One paper more, of every hundredth author or so.
function withHyper(lists: AuthorLists): AuthorLists {
  const size = 5154;
  const step = Math.floor(lists.authors / size);
  const own = Uint32Array.from({ length: size }, (_, at) => at * step);
  const paperAuthors = new Uint32Array(lists.paperAuthors.length + size);
  paperAuthors.set(lists.paperAuthors);
  paperAuthors.set(own, lists.paperAuthors.length);
  const traits = csr.packTraits({ year: 2015, authorCount: size, isCountUnknown: false });
  return {
    ...lists,
    paperOffsets: Uint32Array.from([...lists.paperOffsets, paperAuthors.length]),
    paperAuthors,
    paperTraits: Uint32Array.from([...lists.paperTraits, traits]),
  };
}

function bytesOf(lists: AuthorLists): number {
  const graph = frozen(lists);
  const views = [...Object.values(graph.graph), ...graph.scratches.flatMap((scratch) => Object.values(scratch))];
  return views.reduce((sum, view) => sum + view.byteLength, 0);
}
