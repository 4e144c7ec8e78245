/**
 * What every body of `Network` answers about best paths and distances, on random tiny networks, against slow obvious
 * references: every simple path there is, listed and sorted; nothing taken from `src/graph`.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Network, NetworkInput, NetworkPaper, Path, PathPreference } from '../../src/graph/index.ts';
import { compareText } from '../../src/model/index.ts';
import type { AuthorId, CollaborationFilter } from '../../src/model/index.ts';
import { backwards, forwards, listed, pathsOf } from './path-cases.ts';
import { authorId, paperId, smallNetwork } from './small-networks.ts';
import type { ListedInput, ToldPaper } from './small-networks.ts';

const AUTHORS = ['Ada A', 'Bob B', 'Cyd C', 'Dee D', 'Eve D', 'Fay Ä'];
const TITLES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9'];
const PREFERENCES: readonly PathPreference[] = ['FEWEST_HOPS', 'STRONGEST_TIES', 'RECENT_TIES'];
const FIRST_YEAR = 2000;

export function pathLaws(name: string, create: (input: NetworkInput) => Network): void {
  const prefers = fc.constantFrom(...PREFERENCES);
  const hops = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });

  describe(`${name}: paths, against every simple path`, () => {
    it('finds all of least cost and fewest hops, in order, in pages of any size', async () => {
      const sizes = fc.integer({ min: 1, max: 5 });
      await fc.assert(
        fc.asyncProperty(corpora, filters, prefers, hops, sizes, async (input, filter, prefer, maxHops, size) => {
          const network = create(input);
          for (const [from, to] of pairs(input)) {
            const query = { filter, prefer, ...(maxHops === undefined ? {} : { maxHops }) };
            const sorted = simplePaths(input, filter, prefer, from, to, maxHops);
            const [best] = sorted;
            const outcome = await network.shortestPaths(from, to, query);
            const one = await network.shortestPath(from, to, query);
            if (best === undefined) {
              expect(outcome.kind).not.toBe('paths');
              expect(one.kind).toBe(outcome.kind);
              continue;
            }
            const expected = sorted.filter((path) => path.cost === best.cost && hopsOf(path) === hopsOf(best));
            const paths = pathsOf(outcome);
            expect([paths.length, paths.cost, paths.pathCount]).toEqual([
              hopsOf(best),
              best.cost,
              BigInt(expected.length),
            ]);
            expect(listed(paths)).toEqual(expected);
            expect(backwards(paths, size)).toEqual(forwards(paths, size));
            expect(forwards(paths, size).map(({ item }) => item)).toEqual(expected);
            if (one.kind !== 'path') throw new Error(`Paths, but no path: ${one.kind}.`);
            const found: Path = { authorIds: one.authorIds, cost: one.cost };
            if (prefer === 'FEWEST_HOPS') expect(expected).toContainEqual(found);
            else expect(found).toEqual(best);
          }
        }),
        { numRuns: 100 },
      );
    });

    it('finds the k best, in order', async () => {
      const counts = fc.integer({ min: 1, max: 70 });
      await fc.assert(
        fc.asyncProperty(corpora, filters, prefers, hops, counts, async (input, filter, prefer, maxHops, count) => {
          const network = create(input);
          for (const [from, to] of pairs(input).slice(0, 8)) {
            const query = { filter, prefer, count, ...(maxHops === undefined ? {} : { maxHops }) };
            const expected = simplePaths(input, filter, prefer, from, to, maxHops).slice(0, count);
            const outcome = await network.bestPaths(from, to, query);
            if (expected.length === 0) expect(outcome.kind).not.toBe('paths');
            else expect(outcome).toMatchObject({ kind: 'paths', paths: expected });
          }
        }),
        { numRuns: 100 },
      );
    });

    it('answers under any budget as without one, or that it ran out', async () => {
      const budgets = fc.integer({ min: 1, max: 120 });
      await fc.assert(
        fc.asyncProperty(corpora, prefers, budgets, async (input, prefer, budget) => {
          const network = create(input);
          const exhausted = { kind: 'budget-exhausted', budget };
          for (const [from, to] of pairs(input).slice(0, 6)) {
            const query = { filter: {}, prefer, count: 3 };
            const path = await network.shortestPath(from, to, { ...query, budget });
            if (path.kind === 'budget-exhausted') expect(path).toMatchObject(exhausted);
            else expect(path).toEqual(await network.shortestPath(from, to, query));
            const best = await network.bestPaths(from, to, { ...query, budget });
            if (best.kind === 'budget-exhausted') expect(best).toMatchObject(exhausted);
            else expect(best).toEqual(await network.bestPaths(from, to, query));
          }
        }),
        { numRuns: 60 },
      );
    });
  });

  describe(`${name}: distances, against every simple path`, () => {
    it('counts everybody at the length of their shortest path', async () => {
      await fc.assert(
        fc.asyncProperty(corpora, filters, async (input, filter) => {
          const network = create(input);
          for (const { id } of input.authors) {
            const links = linksByHand(input, filter, 'FEWEST_HOPS', [id]);
            const counts = [1];
            let unreachableCount = 0;
            for (const other of input.authors) {
              if (other.id === id || !hasPaper(input, filter, other.id, [id])) continue;
              const lengths = pathsByHand(links, id, other.id).map(hopsOf);
              if (lengths.length === 0) unreachableCount++;
              else counts[Math.min(...lengths)] = (counts[Math.min(...lengths)] ?? 0) + 1;
            }
            const expected = { kind: 'distances', authorCounts: counts, unreachableCount };
            expect(await network.distances(id, { filter })).toEqual(expected);
          }
        }),
        { numRuns: 100 },
      );
    });

    it('changes in the years in which a search per year sees it change', async () => {
      await fc.assert(
        fc.asyncProperty(corpora, filters, async (input, filter) => {
          const network = create(input);
          for (const [from, to] of pairs(input)) {
            const changes: { year: number; distance?: number }[] = [];
            for (let year = FIRST_YEAR; year < FIRST_YEAR + 6; year++) {
              const upTo = { ...filter, toYear: Math.min(year, filter.toYear ?? year) };
              if (filter.fromYear != null && filter.fromYear > upTo.toYear) continue;
              if (!hasPaper(input, upTo, from, [from, to]) || !hasPaper(input, upTo, to, [from, to])) continue;
              const distance = simplePaths(input, upTo, 'FEWEST_HOPS', from, to).map(hopsOf)[0];
              if (changes.length > 0 && changes.at(-1)?.distance === distance) continue;
              changes.push(distance === undefined ? { year } : { year, distance });
            }
            expect(await network.distanceChanges(from, to, { filter })).toEqual({ kind: 'changes', changes });
          }
        }),
        { numRuns: 100 },
      );
    });
  });
}

// --- Random corpora and filters -------------------------------------------------------------------------------------

const year = fc.option(fc.integer({ min: FIRST_YEAR, max: FIRST_YEAR + 5 }), { nil: undefined, freq: 5 });

const told: fc.Arbitrary<ToldPaper[]> = fc
  .array(
    fc.record({
      by: fc.oneof(
        { weight: 4, arbitrary: fc.shuffledSubarray(AUTHORS, { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: fc.shuffledSubarray(AUTHORS, { minLength: 1 }) },
      ),
      authorCount: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined, freq: 2 }),
      year,
    }),
    { minLength: 1, maxLength: TITLES.length },
  )
  .map((papers) =>
    papers.map(({ authorCount, year: printed, by }, at) => ({
      title: TITLES[at] ?? '',
      by,
      ...(authorCount === undefined ? {} : { authorCount }),
      ...(printed === undefined ? {} : { year: printed }),
    })),
  );

const corpora: fc.Arbitrary<ListedInput> = fc
  .tuple(told, fc.subarray(AUTHORS, { maxLength: 2 }))
  .map(([papers, ambiguous]) => smallNetwork(papers, AUTHORS, ambiguous).input);

const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });

const filters: fc.Arbitrary<CollaborationFilter> = fc
  .record({
    fromYear: sometimes(fc.integer({ min: FIRST_YEAR, max: FIRST_YEAR + 2 })),
    toYear: sometimes(fc.integer({ min: FIRST_YEAR + 2, max: FIRST_YEAR + 5 })),
    excludeAuthors: sometimes(fc.subarray(AUTHORS, { maxLength: 1 }).map((names) => names.map(authorId))),
    excludePapers: sometimes(fc.subarray(TITLES, { maxLength: 2 }).map((titles) => titles.map(paperId))),
    excludeAmbiguousAuthors: sometimes(fc.boolean()),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)));

function pairs({ authors }: ListedInput): (readonly [AuthorId, AuthorId])[] {
  return authors.flatMap(({ id: from }) => authors.flatMap(({ id: to }) => (from === to ? [] : [[from, to] as const])));
}

// --- References: slow and plain -------------------------------------------------------------------------------------

type LinksByHand = ReadonlyMap<AuthorId, ReadonlyMap<AuthorId, number>>;

const hopsOf = (path: Path): number => path.authorIds.length - 1;

function simplePaths(
  input: ListedInput,
  filter: CollaborationFilter,
  prefer: PathPreference,
  from: AuthorId,
  to: AuthorId,
  maxHops = Infinity,
): Path[] {
  const paths = pathsByHand(linksByHand(input, filter, prefer, [from, to]), from, to);
  return paths
    .filter((path) => hopsOf(path) <= maxHops)
    .sort((a, b) => a.cost - b.cost || hopsOf(a) - hopsOf(b) || byAuthors(a.authorIds, b.authorIds));
}

function pathsByHand(links: LinksByHand, from: AuthorId, to: AuthorId): Path[] {
  const paths: Path[] = [];
  const walk = (path: Path, here: AuthorId): void => {
    if (here === to) paths.push(path);
    else {
      for (const [next, cost] of links.get(here) ?? []) {
        if (!path.authorIds.includes(next))
          walk({ authorIds: [...path.authorIds, next], cost: path.cost + cost }, next);
      }
    }
  };
  walk({ authorIds: [from], cost: 0 }, from);
  return paths;
}

function byAuthors(a: readonly AuthorId[], b: readonly AuthorId[]): number {
  const at = a.findIndex((author, place) => author !== b[place]);
  return at < 0 ? 0 : compareText(a[at] ?? '', b[at] ?? '');
}

function linksByHand(
  input: ListedInput,
  filter: CollaborationFilter,
  prefer: PathPreference,
  asked: readonly AuthorId[],
): LinksByHand {
  const people = input.authors.map(({ id }) => id).filter((id) => !isLeftOut(input, filter, id, asked));
  return new Map(
    people.map((one) => [
      one,
      new Map(
        people.flatMap((other) => {
          const joint = one === other ? [] : walkable(input, filter).filter((paper) => isBy(input, paper, one, other));
          return joint.length === 0 ? [] : [[other, costByHand(input, joint, prefer)] as const];
        }),
      ),
    ]),
  );
}

function costByHand(input: ListedInput, joint: readonly NetworkPaper[], prefer: PathPreference): number {
  if (prefer === 'FEWEST_HOPS') return 1;
  if (prefer === 'RECENT_TIES') {
    const years = input.papers.flatMap((paper) => paper.year ?? []);
    if (years.length === 0) return 1;
    const last = Math.max(...joint.map((paper) => paper.year ?? Math.min(...years)));
    return 1 + Math.max(...years) - last;
  }
  // Few papers of few people: any order of adding rounds to the same multiple of 2^-30.
  const strength = joint
    .map((paper) => Math.max(paper.authorCount ?? 0, authorsOf(input, paper).length))
    .reduce((sum, authors) => sum + 1 / (authors - 1), 0);
  return Math.round(2 ** 30 / strength) / 2 ** 30;
}

function walkable(input: ListedInput, { fromYear, toYear, excludePapers }: CollaborationFilter): NetworkPaper[] {
  return input.papers.filter((paper) => {
    if (fromYear != null && (paper.year === undefined || paper.year < fromYear)) return false;
    if (toYear != null && (paper.year === undefined || paper.year > toYear)) return false;
    return excludePapers?.includes(paper.id) !== true;
  });
}

function isLeftOut(
  input: ListedInput,
  { excludeAuthors, excludeAmbiguousAuthors }: CollaborationFilter,
  id: AuthorId,
  asked: readonly AuthorId[],
): boolean {
  if (excludeAuthors?.includes(id) === true) return true;
  if (excludeAmbiguousAuthors !== true || asked.includes(id)) return false;
  return input.authors.some((author) => author.id === id && author.isAmbiguous === true);
}

function hasPaper(input: ListedInput, filter: CollaborationFilter, id: AuthorId, asked: readonly AuthorId[]): boolean {
  return (
    !isLeftOut(input, filter, id, asked) &&
    walkable(input, filter).some((paper) => authorsOf(input, paper).includes(id))
  );
}

function isBy(input: ListedInput, paper: NetworkPaper, one: AuthorId, other: AuthorId): boolean {
  const authors = authorsOf(input, paper);
  return authors.includes(one) && authors.includes(other);
}

function authorsOf(input: ListedInput, paper: NetworkPaper): AuthorId[] {
  return input.authorships.filter(({ paperId: on }) => on === paper.id).map(({ authorId: by }) => by);
}
