/**
 * The kernels against their plain twins, on random graphs large enough for blocks of lists, deep levels and edges of
 * either width: the same answers under every filter and budget, and a clean scratch after each walk.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  bestPathGraph,
  bestPaths,
  coauthorCounts,
  distanceChanges,
  freeze,
  leftByFilter,
  packTraits,
  reach,
  reachMany,
  shortestPath,
  stepsOf,
  WalkStopped,
} from '../../src/csr/index.ts';
import type { AuthorLists, FrozenGraph, Steps, WalkFilter } from '../../src/csr/index.ts';

describe('kernels and their plain twins', () => {
  it('find the same people at the same distances', () => {
    fc.assert(
      fc.property(worlds, filters, (lists, filter) => {
        const [kernels, twin] = bodiesOf(lists);
        for (const author of sampled(lists.authors, 12)) {
          expect(reach(kernels, author, filter)).toEqual(reach(twin, author, filter));
        }
        expectClean(kernels);
        expectClean(twin);
      }),
      { numRuns: 60 },
    );
  });

  it('walk from many as from each alone', () => {
    fc.assert(
      fc.property(worlds, filters, fc.integer({ min: 1, max: 130 }), (lists, filter, count) => {
        const authors = sampled(lists.authors, count);
        const [kernels, twin] = bodiesOf(lists);
        const alone = authors.map((author) => reach(twin, author, filter));
        expect(reachMany(kernels, authors, filter)).toEqual(alone);
        expect(reachMany(twin, authors, filter)).toEqual(alone);
        expectClean(kernels);
        expectClean(twin);
      }),
      { numRuns: 60 },
    );
  });

  it('find the same shortest paths, as many and as long', () => {
    fc.assert(
      fc.property(worlds, filters, (lists, filter) => {
        const [kernels, twin] = bodiesOf(lists);
        for (const [from, to] of pairsOf(lists, filter)) {
          const rules = { filter, prefer: 'FEWEST_HOPS', asked: [from, to], from, to, maxHops: Infinity } as const;
          const [one, other] = [kernels, twin].map((steps) => bestPathGraph(steps, rules, { left: Infinity }).graph);
          expect(one?.hops).toBe(other?.hops);
          expect(edgesOf(one)).toEqual(edgesOf(other));
          const path = shortestPath(kernels, from, to, filter);
          expect(path).toEqual(shortestPath(twin, from, to, filter));
          expect(path.authors?.length).toBe(one === undefined ? undefined : one.hops + 1);
        }
        expectClean(kernels);
        expectClean(twin);
      }),
      { numRuns: 60 },
    );
  });

  it('find the same best paths and changes of distance', () => {
    fc.assert(
      fc.property(worlds, filters, (lists, filter) => {
        const [kernels, twin] = bodiesOf(lists);
        for (const [from, to] of pairsOf(lists, filter).slice(0, 4)) {
          const ask = (steps: Steps) => {
            const rules = { filter, prefer: 'FEWEST_HOPS', asked: [from, to], from, to, maxHops: Infinity } as const;
            return [
              bestPaths(steps, { ...rules, count: 5 }, { left: Infinity }).paths,
              distanceChanges(steps, [from, to], filter, LAST_YEAR),
            ];
          };
          expect(ask(kernels)).toEqual(ask(twin));
        }
        expectClean(kernels);
        expectClean(twin);
      }),
      { numRuns: 30 },
    );
  });

  it('stop within any budget, or give the whole answer', () => {
    fc.assert(
      fc.property(worlds, filters, fc.integer({ min: 0, max: 3000 }), (lists, filter, left) => {
        for (const steps of bodiesOf(lists)) {
          for (const [from, to] of pairsOf(lists, filter).slice(0, 4)) {
            const whole = shortestPath(steps, from, to, filter);
            const budget = { left };
            try {
              expect(shortestPath(steps, from, to, filter, budget)).toEqual(whole);
              expect(budget.left).toBeGreaterThanOrEqual(0);
            } catch (error) {
              if (!(error instanceof WalkStopped)) throw error;
              expect(budget.left).toBeLessThan(0);
            }
            expectClean(steps);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stop at once when another thread asks for it', () => {
    const [lists] = fc.sample(worlds, { seed: 7, numRuns: 1 });
    if (lists === undefined) throw new Error('No world.');
    for (const steps of bodiesOf(lists)) {
      Atomics.store(steps.scratch.abort, 0, 1);
      expect(() => reach(steps, 0, {})).toThrow(WalkStopped);
      expect(() => reachMany(steps, [0, 1], {})).toThrow(WalkStopped);
      Atomics.store(steps.scratch.abort, 0, 0);
      expectClean(steps);
      expect(reach(steps, 0, {}).length).toBeGreaterThan(0);
    }
  });
});

describe('what is counted over the whole graph', () => {
  it('is what double loops count', () => {
    fc.assert(
      fc.property(worlds, filters, (lists, filter) => {
        const frozen = freeze(lists, { threads: 1 });
        const papers = papersOf(frozen);
        const coauthors = Array.from({ length: lists.authors }, () => new Set<number>());
        for (const authors of papers) {
          for (const one of authors) for (const other of authors) if (one !== other) coauthors[one]?.add(other);
        }
        expect([...coauthorCounts(frozen.graph)]).toEqual(coauthors.map(({ size }) => size));
        const passing = papers.filter((_, paper) => passesByHand(frozen, filter, paper));
        const left = new Set(passing.flat().filter((author) => !isOutByHand(frozen, filter, author)));
        expect(leftByFilter(frozen.graph, filter)).toEqual({ papers: passing.length, authors: left.size });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the lists as they were told, in other numbers, a component in one range', () => {
    fc.assert(
      fc.property(worlds, (lists) => {
        const frozen = freeze(lists, { threads: 1, mostKernelBytes: 0 });
        const told = toldLists(lists);
        const kept = papersOf(frozen);
        for (const [paper, authors] of kept.entries()) {
          expect(authors.map((author) => frozen.authors[author])).toEqual(told[frozen.papers[paper] ?? -1]);
        }
        const [steps] = bodiesOf(lists);
        const { componentOffsets } = frozen.graph;
        for (let at = 0; at + 1 < componentOffsets.length; at++) {
          const [begin = 0, end = 0] = componentOffsets.subarray(at, at + 2);
          const reached = reach(steps, begin, {}).reduce((sum, count) => sum + count, 0);
          expect(reached).toBe(end - begin);
        }
      }),
      { numRuns: 30 },
    );
  });
});

// --- Random graphs --------------------------------------------------------------------------------------------------

const FIRST_YEAR = 1990;
const LAST_YEAR = 2009;

// A few busy people and many rare ones, short lists and now and then a very long one; seeded, as fast-check would take
// too long to draw each number for itself.
const worlds: fc.Arbitrary<AuthorLists> = fc
  .record({
    seed: fc.nat(),
    authors: fc.integer({ min: 2, max: 600 }),
    papers: fc.integer({ min: 1, max: 900 }),
    longest: fc.constantFrom(3, 8, 200),
  })
  .map(({ seed, authors, papers, longest }) => {
    const random = lcg(seed);
    const paperOffsets = new Uint32Array(papers + 1);
    const paperTraits = new Uint32Array(papers);
    const paperAuthors: number[] = [];
    const categories: number[] = [];
    const categoryOffsets = new Uint32Array(papers + 1);
    for (let paper = 0; paper < papers; paper++) {
      const size = random() < 0.02 ? longest : Math.min(longest, Math.floor(random() * 5));
      const own = new Set<number>();
      for (let seat = 0; seat < size; seat++) own.add(Math.floor(random() ** 2 * authors));
      paperAuthors.push(...own);
      paperOffsets[paper + 1] = paperAuthors.length;
      const year = random() < 0.1 ? 0 : FIRST_YEAR + Math.floor(random() * 20);
      const isCountUnknown = random() < 0.1;
      paperTraits[paper] = packTraits({ year, authorCount: own.size + (isCountUnknown ? 1 : 0), isCountUnknown });
      for (let kind = 0; kind < 3; kind++) if (random() < 0.3) categories.push(kind);
      categoryOffsets[paper + 1] = categories.length;
    }
    return {
      authors,
      paperOffsets,
      paperAuthors: Uint32Array.from(paperAuthors),
      paperTraits,
      authorFlags: Uint8Array.from({ length: authors }, () => (random() < 0.1 ? 1 : 0)),
      kinds: {
        venues: Uint32Array.from({ length: papers }, () => Math.floor(random() * 4)),
        types: Uint8Array.from({ length: papers }, () => Math.floor(random() * 3)),
        categoryOffsets,
        categories: Uint32Array.from(categories),
      },
    };
  });

const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });
const someOf = (most: number): fc.Arbitrary<number[]> => fc.uniqueArray(fc.nat({ max: most }), { maxLength: 3 });

const filters: fc.Arbitrary<WalkFilter> = fc
  .record({
    fromYear: sometimes(fc.integer({ min: FIRST_YEAR, max: FIRST_YEAR + 5 })),
    toYear: sometimes(fc.integer({ min: LAST_YEAR - 5, max: LAST_YEAR })),
    maxAuthors: sometimes(fc.integer({ min: 2, max: 10 })),
    venues: sometimes(someOf(3)),
    types: sometimes(someOf(2)),
    categories: sometimes(someOf(2)),
    excludedPapers: sometimes(fc.constant([0])),
    excludedAuthors: sometimes(fc.constant([0, 1])),
    excludesFlagged: sometimes(fc.constant(true)),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)));

function lcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function bodiesOf(lists: AuthorLists): readonly [Steps, Steps] {
  return [stepsOf(freeze(lists, { threads: 1 }), 0), stepsOf(freeze(lists, { threads: 1, mostKernelBytes: 0 }), 0)];
}

function sampled(authors: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => Math.floor((at * authors) / count));
}

function pairsOf({ authors }: AuthorLists, { excludedAuthors = [] }: WalkFilter): [number, number][] {
  const [near, far] = [sampled(authors, 5), sampled(authors, 7)];
  const pairs = near.flatMap((from) => far.map((to): [number, number] => [from, to]));
  return pairs.filter((pair) => pair[0] !== pair[1] && !pair.some((end) => excludedAuthors.includes(end)));
}

function edgesOf(graph: ReturnType<typeof bestPathGraph>['graph']): string[] {
  const { authors = [], successors = [] } = graph ?? {};
  return successors.flatMap((next, node) => next.map((after) => `${authors[node]}-${authors[after]}`)).sort();
}

function expectClean({ scratch }: Steps): void {
  const { authorMarks, paperMarks, authorsSeen, authorsAtEdge, authorsNext, papersSeen, papersNext } = scratch;
  for (const marks of [authorMarks, paperMarks, authorsSeen, authorsAtEdge, authorsNext, papersSeen, papersNext]) {
    expect(marks.every((mark) => mark === 0)).toBe(true);
  }
}

function papersOf({ graph, papers }: FrozenGraph): number[][] {
  return [...papers.keys()].map((paper) => [
    ...graph.paperAuthors.subarray(graph.paperOffsets[paper], graph.paperOffsets[paper + 1]),
  ]);
}

function toldLists({ paperOffsets, paperAuthors, paperTraits }: AuthorLists): number[][] {
  return [...paperTraits.keys()].map((paper) => [
    ...paperAuthors.subarray(paperOffsets[paper], paperOffsets[paper + 1]),
  ]);
}

function passesByHand({ graph }: FrozenGraph, filter: WalkFilter, paper: number): boolean {
  const traits = graph.paperTraits[paper] ?? 0;
  const year = Math.floor(traits / 2 ** 19);
  const authorCount = traits % 2 ** 18;
  const categories = [
    ...graph.paperCategories.subarray(graph.categoryOffsets[paper], graph.categoryOffsets[paper + 1]),
  ];
  const { fromYear, toYear, maxAuthors, venues, types, excludedPapers } = filter;
  if ((fromYear !== undefined || toYear !== undefined) && year === 0) return false;
  if (year < (fromYear ?? 0) || year > (toYear ?? Infinity) || authorCount > (maxAuthors ?? Infinity)) return false;
  if (venues?.includes(graph.paperVenues[paper] ?? -1) === false) return false;
  if (types?.includes(graph.paperTypes[paper] ?? -1) === false) return false;
  if (filter.categories !== undefined && !categories.some((each) => filter.categories?.includes(each))) return false;
  return excludedPapers?.includes(paper) !== true;
}

function isOutByHand({ graph }: FrozenGraph, filter: WalkFilter, author: number): boolean {
  if (filter.excludedAuthors?.includes(author) === true) return true;
  return filter.excludesFlagged === true && graph.authorFlags[author] === 1;
}
