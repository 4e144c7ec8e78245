/**
 * One part of the bench, in a process of its own: asks our code and prints one line of JSON.
 *
 *     tsx bench/paths/ours.ts FOLDER ROUNDS PART
 */
import { Worker } from 'node:worker_threads';

import type { AuthorLists, FrozenGraph, Steps, WalkFilter } from '../../src/csr/index.ts';
import type { AuthorId } from '../../src/model/index.ts';
import { readArrays } from '../corpora/array-files.ts';
import { checkPath } from './check-path.ts';
import { bytesOf, listsIn, MEASURED_FILTER, numbersOf, passingOnly, withHyper } from './lists.ts';
import { csr, pathSet } from './measured-csr.ts';

const [folder = '', roundText = '1', part = 'path'] = process.argv.slice(2);
const rounds = Number(roundText);
const PASSES_ALL = { fromYear: 1, maxAuthors: 100_000 } as const;
const SOURCES = 64;
/** Of the parts that take milliseconds a pair. */
const FEW_PAIRS = 40;
const NO_PATH = -1;

type Pair = readonly [number, number];

interface Question {
  /** What is timed; what it returns tells whether all agree. */
  ask(pair: Pair): { readonly hops: number; readonly count?: bigint };
  /** What is not. */
  check?(pair: Pair): void;
}

const parts: Readonly<Record<string, () => object | Promise<object>>> = {
  path: () => asked(listsIn(folder), oneOf({})),
  all: () => asked(listsIn(folder), allOf),
  'passes-all': () => asked(listsIn(folder), oneOf(PASSES_ALL)),
  filtered: () => asked(listsIn(folder), oneOf(MEASURED_FILTER)),
  copy: () => asked(passingOnly(listsIn(folder)), oneOf({})),
  hyper: () => asked(enlarged(listsIn(folder)), oneOf({})),
  strongest: () => asked(listsIn(folder), bestOf('STRONGEST_TIES'), FEW_PAIRS),
  recent: () => asked(listsIn(folder), bestOf('RECENT_TIES'), FEW_PAIRS),
  histogram,
  many,
  build: () => {
    const lists = listsIn(folder);
    return { microseconds: [timed(() => void csr.freeze(lists, { threads: 1 }))] };
  },
  'hyper-bytes': () => {
    const lists = listsIn(folder);
    const bytes = (each: AuthorLists): number => {
      const { graph, scratch } = bytesOf(csr.freeze(each, { threads: 1 }));
      return graph + scratch;
    };
    return { bytes: bytes(enlarged(lists)) - bytes(lists) };
  },
  workers,
  growth,
};

const chosen = parts[part];
if (chosen === undefined) throw new Error(`There is no part "${part}": ${Object.keys(parts).join(', ')}.`);
console.log(JSON.stringify(await chosen()));

function oneOf(filter: WalkFilter): (steps: Steps) => Question {
  return (steps) => ({
    ask: ([from, to]) => ({ hops: (csr.shortestPath(steps, from, to, filter).authors?.length ?? NO_PATH + 1) - 1 }),
    check: ([from, to]) => {
      const { authors } = csr.shortestPath(steps, from, to, filter);
      if (authors !== undefined) checkPath(steps.graph, authors, [from, to], filter);
    },
  });
}

// With the exact count, as a question through the schema has it.
function allOf(steps: Steps): Question {
  const prefer = 'FEWEST_HOPS';
  return {
    ask: ([from, to]) => {
      const rules = { filter: {}, prefer, asked: [from, to], from, to, maxHops: Infinity } as const;
      const { graph } = csr.bestPathGraph(steps, rules, { left: Infinity });
      if (graph === undefined) return { hops: NO_PATH, count: 0n };
      const { authors, successors, hops, cost } = graph;
      const authorIds = authors.map((author) => String(author) as AuthorId); // as short as any
      return { hops, count: pathSet({ prefer, authorIds, successors, length: hops, cost }).pathCount };
    },
  };
}

function bestOf(prefer: 'STRONGEST_TIES' | 'RECENT_TIES'): (steps: Steps) => Question {
  return (steps) => ({
    ask: ([from, to]) => {
      const years = { oldest: 1960, newest: 2026 };
      const rules = { filter: {}, prefer, years, asked: [from, to], from, to, maxHops: Infinity };
      return { hops: csr.bestPathGraph(steps, rules, { left: Infinity }).graph?.hops ?? NO_PATH };
    },
  });
}

// Of each pair the least of all rounds, as the C++ does it.
function asked(lists: AuthorLists, questionOf: (steps: Steps) => Question, most = Infinity): object {
  const graph = csr.freeze(lists, { threads: 1 });
  const question = questionOf(csr.stepsOf(graph, 0));
  const pairs = pairsIn(graph).slice(0, most);
  const microseconds = pairs.map(() => Infinity);
  let answers: ReturnType<Question['ask']>[] = [];
  for (let round = 0; round < rounds; round++) {
    answers = [];
    for (const [at, pair] of pairs.entries()) {
      const time = timed(() => void answers.push(question.ask(pair)));
      microseconds[at] = Math.min(microseconds[at] ?? Infinity, time);
    }
  }
  for (const pair of pairs) question.check?.(pair);
  const hops = answers.map((answer) => answer.hops);
  return { hops, counts: answers.flatMap(({ count }) => (count === undefined ? [] : [Number(count)])), microseconds };
}

function histogram(): object {
  const graph = csr.freeze(listsIn(folder), { threads: 1 });
  const [[author] = [0]] = pairsIn(graph);
  const steps = csr.stepsOf(graph, 0);
  let counts: readonly number[] = [];
  const microseconds = Array.from({ length: rounds }, () => timed(() => void (counts = csr.reach(steps, author, {}))));
  return { microseconds, counts };
}

// By turns too, so that neither is always the one that comes first.
function many(): object {
  const graph = csr.freeze(listsIn(folder), { threads: 1 });
  const steps = csr.stepsOf(graph, 0);
  const authors = pairsIn(graph)
    .slice(0, SOURCES)
    .map(([author]) => author);
  const [together, apart]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    let [atOnce, oneByOne]: (readonly (readonly number[])[])[] = [[], []];
    together.push(timed(() => void (atOnce = csr.reachMany(steps, authors, {}))));
    apart.push(timed(() => void (oneByOne = authors.map((author) => csr.reach(steps, author, {})))));
    if (JSON.stringify(atOnce) !== JSON.stringify(oneByOne))
      throw new Error(`${SOURCES} at once count otherwise than each alone.`);
  }
  return { together, apart };
}

async function workers(): Promise<object> {
  const graph = csr.freeze(listsIn(folder), { threads: 2 });
  const questions = pairsIn(graph);
  const { authors: _authors, papers: _papers, ...shared } = graph;
  const threads = [0, 1].map(
    (thread) =>
      new Worker(new URL('asking-thread.mjs', import.meta.url), { workerData: { shared, thread, questions } }),
  );
  const perSecond = async (asking: readonly Worker[]): Promise<number> => {
    const seconds = await Promise.all(
      asking.map(
        (worker) =>
          new Promise<number>((settle) => {
            worker.once('message', settle);
            worker.postMessage(rounds);
          }),
      ),
    );
    return seconds.reduce((sum, each) => sum + (rounds * questions.length) / each, 0);
  };
  await perSecond(threads); // warm
  const one = await perSecond(threads.slice(0, 1));
  const two = await perSecond(threads);
  for (const worker of threads) await worker.terminate();
  return { one, two };
}

// By a paper of the people around the first who is asked for.
function enlarged(lists: AuthorLists): AuthorLists {
  const [[author] = [0]] = readArrays(folder).pairs;
  return withHyper(lists, author);
}

function growth(): object {
  const lists = listsIn(folder);
  let graph: FrozenGraph | undefined;
  const frozenIn = timed(() => void (graph = csr.freeze(lists, { threads: 1 })));
  if (graph === undefined) throw new Error('Nothing was frozen.');
  const steps = csr.stepsOf(graph, 0);
  const pairs = pairsIn(graph);
  let read = 0;
  for (const [from, to] of pairs) {
    const budget = { left: Number.MAX_SAFE_INTEGER };
    csr.shortestPath(steps, from, to, {}, budget);
    read += Number.MAX_SAFE_INTEGER - budget.left;
  }
  const { paperTraits, authors, paperAuthors } = lists;
  const sizes = { papers: paperTraits.length, authors, authorships: paperAuthors.length };
  return { ...sizes, bytes: bytesOf(graph), frozenIn, read: read / pairs.length };
}

function pairsIn(graph: FrozenGraph): readonly Pair[] {
  const numbers = numbersOf(graph);
  return readArrays(folder).pairs.map(([from, to]) => [numbers[from] ?? 0, numbers[to] ?? 0]);
}

function timed(work: () => void): number {
  const begin = performance.now();
  work();
  return 1000 * (performance.now() - begin);
}
