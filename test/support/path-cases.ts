/** What every body of `Network` answers about best paths and distances, on small networks with names. */
import { describe, expect, it } from 'vitest';

import type {
  BestPathsOutcome,
  DistanceChange,
  Network,
  NetworkInput,
  Path,
  PathQuery,
  PathSet,
  PathsOutcome,
} from '../../src/graph/index.ts';
import { authorIdOf, pageRequest, recordKey } from '../../src/model/index.ts';
import type { AuthorId, CollaborationFilter, PageArguments } from '../../src/model/index.ts';
import {
  bigPhysicsPaper,
  diamond,
  doubtfulBridge,
  growingNearer,
  inIdOrder,
  ladder,
  longChain,
  oldFriends,
  shuffled,
  soloAuthor,
  strongDetour,
  twoIslands,
} from './small-networks.ts';
import type { SmallNetwork } from './small-networks.ts';

const stranger = authorIdOf({ recordKey: recordKey('elsewhere', 'x'), position: 1, name: 'stranger' });
const [ada, bea, cleo, dora, edda] = ['Ada Byron', 'Bea Arthur', 'Cleo Ray', 'Dora Maar', 'Edda Snorri'].map(
  strongDetour.author,
) as [AuthorId, AuthorId, AuthorId, AuthorId, AuthorId]; // five in, five out

type Asked = Partial<PathQuery>;

export function pathCases(name: string, create: (input: NetworkInput) => Network): void {
  const of = (world: SmallNetwork): Network => create(world.input);
  const all = (world: SmallNetwork, from: string, to: string, asked: Asked = {}): Promise<PathsOutcome> =>
    of(world).shortestPaths(world.author(from), world.author(to), { filter: {}, ...asked });
  const best = (
    world: SmallNetwork,
    from: string,
    to: string,
    count: number,
    asked: Asked = {},
  ): Promise<BestPathsOutcome> =>
    of(world).bestPaths(world.author(from), world.author(to), { filter: {}, count, ...asked });

  describe(`${name}: all best paths`, () => {
    it('finds every path of fewest hops, in order of author ids', async () => {
      const { author } = diamond;
      const paths = pathsOf(await all(diamond, 'Top', 'Bottom'));
      expect([paths.length, paths.cost, paths.pathCount]).toEqual([2, 2, 3n]);
      expect(listed(paths)).toEqual(
        inIdOrder(...['Left', 'Right', 'Middle'].map(author)).map((between) => ({
          authorIds: [author('Top'), between, author('Bottom')],
          cost: 2,
        })),
      );
    });

    it('takes several joint papers for one hop', async () => {
      const paths = pathsOf(await all(oldFriends, 'Ada Byron', 'Grace Hopper'));
      expect(paths.pathCount).toBe(1n);
      expect(listed(paths)).toEqual([{ authorIds: ['Ada Byron', 'Grace Hopper'].map(oldFriends.author), cost: 1 }]);
    });

    it('finds those that a filter leaves', async () => {
      const { author } = diamond;
      const paths = pathsOf(await all(diamond, 'Top', 'Bottom', { filter: { toYear: 2003 } }));
      expect(listed(paths)).toEqual([{ authorIds: ['Top', 'Left', 'Bottom'].map(author), cost: 2 }]);
      const without = { filter: { excludeAuthors: ['Left', 'Middle', 'Right'].map(author) } };
      expect(pathsOf(await all(diamond, 'Top', 'Bottom', without)).length).toBe(3);
    });

    it('walks past nobody ambiguous when asked not to', async () => {
      const paths = pathsOf(
        await all(doubtfulBridge, 'Ada Byron', 'Grace Hopper', { filter: { excludeAmbiguousAuthors: true } }),
      );
      expect([paths.length, paths.pathCount]).toEqual([3, 1n]);
    });

    it('counts exactly what is more than a number can hold, and gives any page of it', async () => {
      const network = of(ladder);
      const [start, end] = [ladder.author('Start'), ladder.author('End')];
      for (const prefer of ['FEWEST_HOPS', 'STRONGEST_TIES', 'RECENT_TIES'] as const) {
        const paths = pathsOf(await network.shortestPaths(start, end, { filter: {}, prefer }));
        expect([paths.length, paths.cost, paths.pathCount]).toEqual([71, 71, 2n ** 70n]);
        const rungs = Array.from({ length: 70 }, (_, at) =>
          inIdOrder(ladder.author(`Left ${at + 1}`), ladder.author(`Right ${at + 1}`)),
        );
        const { entries } = paths.page(pageRequest({ first: 3 }));
        expect(entries.map(({ item }) => item.authorIds)).toEqual([
          [start, ...rungs.map(([low]) => low), end],
          [start, ...rungs.slice(0, -1).map(([low]) => low), rungs[69]?.[1], end],
          [start, ...rungs.slice(0, -2).map(([low]) => low), rungs[68]?.[1], rungs[69]?.[0], end],
        ]);
        const last = paths.page(pageRequest({ last: 1 })).entries[0]?.item.authorIds;
        expect(last).toEqual([start, ...rungs.map(([, high]) => high), end]);
      }
    });

    it('gives the same list in pages, forwards and backwards', async () => {
      const { author } = ladder;
      const paths = pathsOf(await of(ladder).shortestPaths(author('Left 1'), author('Right 6'), { filter: {} }));
      const whole = paths.page(pageRequest({ first: 100 }));
      expect(whole.entries).toHaveLength(16);
      expect([whole.hasPreviousPage, whole.hasNextPage]).toEqual([false, false]);
      for (const size of [1, 3, 5, 16]) {
        expect(forwards(paths, size)).toEqual(whole.entries);
        expect(backwards(paths, size)).toEqual(whole.entries);
      }
      const [after, before] = [whole.entries[2]?.cursor, whole.entries[5]?.cursor];
      expect(paths.page(pageRequest({ after, before })).entries).toEqual(whole.entries.slice(3, 5));
      expect(paths.page(pageRequest({ after: before, before: after })).entries).toEqual([]);
    });

    it('goes on after a path that a filter takes away', async () => {
      const { author } = ladder;
      const ask = (filter: CollaborationFilter): Promise<PathsOutcome> =>
        of(ladder).shortestPaths(author('Left 1'), author('Left 4'), { filter });
      const whole = pathsOf(await ask({})).page(pageRequest({ first: 4 })).entries;
      const gone = whole[1]?.item.authorIds[1];
      const rest = pathsOf(await ask({ excludeAuthors: gone === undefined ? [] : [gone] }));
      const expected = whole.slice(2).filter(({ item }) => item.authorIds[1] !== gone);
      expect(rest.page(pageRequest({ after: whole[1]?.cursor })).entries.map(({ item }) => item)).toEqual(
        expected.map(({ item }) => item),
      );
    });

    it('refuses a cursor of other paths, naming these', async () => {
      const network = of(diamond);
      const [top, bottom, left] = ['Top', 'Bottom', 'Left'].map(diamond.author) as [AuthorId, AuthorId, AuthorId];
      const paths = pathsOf(await network.shortestPaths(top, bottom, { filter: {} }));
      const other = pathsOf(await network.shortestPaths(bottom, top, { filter: {} }));
      const longer = pathsOf(
        await network.shortestPaths(top, bottom, { filter: { excludeAuthors: [left] }, prefer: 'STRONGEST_TIES' }),
      );
      for (const foreign of [other, longer]) {
        const after = foreign.page(pageRequest({ first: 1 })).entries[0]?.cursor;
        expect(() => paths.page(pageRequest({ after }))).toThrow(
          expect.objectContaining({
            code: 'INVALID_CURSOR',
            argument: 'after',
            message: expect.stringContaining(
              `not to paths of 2 hops by FEWEST_HOPS from ${top} to ${bottom}`,
            ) as string,
          }),
        );
      }
    });

    it('says why there is none, as for one path', async () => {
      const questions: [SmallNetwork, string, string, Asked, string][] = [
        [twoIslands, 'Ada Byron', 'Ada Byron', {}, 'same-author'],
        [twoIslands, 'Ada Byron', 'Kurt Gödel', {}, 'different-components'],
        [twoIslands, 'Ada Byron', 'Edsger Dijkstra', { filter: { toYear: 2002 } }, 'filtered-out'],
        [longChain, 'Link 1', 'Link 12', { maxHops: 10 }, 'beyond-max-hops'],
      ];
      for (const [world, from, to, asked, kind] of questions) {
        for (const prefer of ['FEWEST_HOPS', 'STRONGEST_TIES', 'RECENT_TIES'] as const) {
          const query = { ...asked, prefer };
          const one = await of(world).shortestPath(world.author(from), world.author(to), { filter: {}, ...query });
          const { visitedAuthorCount: _, ...reason } = one;
          expect(reason.kind).toBe(kind);
          expect(await all(world, from, to, query)).toMatchObject(reason);
          expect(await best(world, from, to, 3, query)).toMatchObject(reason);
        }
      }
    });
  });

  describe(`${name}: paths of preferred ties`, () => {
    const one = async (asked: Asked): Promise<Path | undefined> => {
      const outcome = await of(strongDetour).shortestPath(ada, bea, { filter: {}, ...asked });
      return outcome.kind === 'path' ? { authorIds: outcome.authorIds, cost: outcome.cost } : undefined;
    };

    it('prefers strong ties to few hops', async () => {
      expect(await one({})).toEqual({ authorIds: [ada, bea], cost: 1 });
      expect(await one({ prefer: 'FEWEST_HOPS' })).toEqual({ authorIds: [ada, bea], cost: 1 });
      // Two papers of their own, then one of three people: 1/2 + 1/(1/2).
      expect(await one({ prefer: 'STRONGEST_TIES' })).toEqual({ authorIds: [ada, cleo, bea], cost: 2.5 });
    });

    it('prefers recent ties to few hops, as seen from the newest year of the corpus', async () => {
      // 2020, 2019 and 2020.
      expect(await one({ prefer: 'RECENT_TIES' })).toEqual({ authorIds: [ada, dora, edda, bea], cost: 1 + 2 + 1 });
      // Under the filter the last joint years are 2010 and 2004; the newest year stays what it is.
      expect(await one({ prefer: 'RECENT_TIES', filter: { toYear: 2010 } })).toEqual({
        authorIds: [ada, bea],
        cost: 1 + 2020 - 2000,
      });
    });

    it('takes a hop without any year for the oldest of the corpus', async () => {
      const { author } = strongDetour;
      const [bystander, gala] = [author('Bystander 1'), author('Gala Dalí')];
      const outcome = await of(strongDetour).shortestPath(bystander, gala, {
        filter: { excludeAuthors: [author('Filler Two')] },
        prefer: 'RECENT_TIES',
      });
      expect(outcome).toMatchObject({ authorIds: [bystander, gala], cost: 1 + 2020 - 1990 });
    });

    it('gives the best of those that are short enough', async () => {
      expect(await one({ prefer: 'STRONGEST_TIES', maxHops: 2 })).toEqual({ authorIds: [ada, cleo, bea], cost: 2.5 });
      expect(await one({ prefer: 'STRONGEST_TIES', maxHops: 1 })).toEqual({ authorIds: [ada, bea], cost: 9 });
      expect(await one({ prefer: 'RECENT_TIES', maxHops: 3 })).toMatchObject({ cost: 4 });
      expect(await one({ prefer: 'RECENT_TIES', maxHops: 2 })).toEqual({
        authorIds: [ada, dora, bea],
        cost: 1 + (1 + 2020 - 2004),
      });
      expect(await one({ prefer: 'RECENT_TIES', maxHops: 1 })).toEqual({ authorIds: [ada, bea], cost: 21 });
    });

    it('gives the same path whichever way it is asked, turned round', async () => {
      for (const prefer of ['STRONGEST_TIES', 'RECENT_TIES'] as const) {
        const there = await of(strongDetour).shortestPath(ada, bea, { filter: {}, prefer });
        const back = await of(strongDetour).shortestPath(bea, ada, { filter: {}, prefer });
        if (there.kind !== 'path') throw new Error(`No path by ${prefer}: ${there.kind}.`);
        expect(back).toMatchObject({ kind: 'path', cost: there.cost, authorIds: [...there.authorIds].reverse() });
      }
    });
  });

  describe(`${name}: the k best paths`, () => {
    it('goes on from the best to longer ones, without a loop', async () => {
      const { author } = diamond;
      const paths = (await best(diamond, 'Top', 'Bottom', 100)) as { paths: readonly Path[] };
      const between = (path: Path): AuthorId[] => path.authorIds.slice(1, -1);
      const [left, right, middle, detour, far] = ['Left', 'Right', 'Middle', 'Detour', 'Far Detour'].map(author);
      expect(paths.paths.map(({ cost }) => cost)).toEqual([2, 2, 2, 3, 3, 3]);
      expect(paths.paths.slice(0, 3).map(between)).toEqual(
        inIdOrder(...['Left', 'Right', 'Middle'].map(author)).map((each) => [each]),
      );
      const longer = paths.paths.slice(3).map(between);
      expect(longer).toHaveLength(3);
      expect(longer).toEqual(
        expect.arrayContaining([
          [left, middle],
          [middle, left],
          [detour, far],
        ]),
      );
      expect(longer.map((each) => each.join(' '))).toEqual(longer.map((each) => each.join(' ')).sort());
      expect(right).toBeDefined();
    });

    it('gives as many as asked, the same ones for every number', async () => {
      const network = of(strongDetour);
      for (const prefer of ['FEWEST_HOPS', 'STRONGEST_TIES', 'RECENT_TIES'] as const) {
        const ask = (count: number): Promise<BestPathsOutcome> =>
          network.bestPaths(ada, bea, { filter: {}, prefer, count });
        const whole = await ask(40);
        if (whole.kind !== 'paths') throw new Error(`No paths: ${whole.kind}.`);
        for (const count of [1, 2, 7]) {
          expect(await ask(count)).toMatchObject({ kind: 'paths', paths: whole.paths.slice(0, count) });
        }
      }
    });

    it('orders by cost, then hops', async () => {
      const outcome = await of(strongDetour).bestPaths(ada, bea, { filter: {}, prefer: 'STRONGEST_TIES', count: 3 });
      expect(outcome).toMatchObject({
        paths: [
          { authorIds: [ada, cleo, bea], cost: 2.5 },
          { authorIds: [ada, cleo, dora, bea], cost: 4.5 },
          { authorIds: [ada, dora, bea], cost: 5 },
        ],
      });
    });

    it('keeps to paths that are short enough', async () => {
      const outcome = await best(diamond, 'Top', 'Bottom', 100, { maxHops: 2 });
      expect(outcome.kind === 'paths' ? outcome.paths.map(({ cost }) => cost) : []).toEqual([2, 2, 2]);
    });

    it('counts on where the best paths are more than can be listed', async () => {
      const outcome = await best(ladder, 'Start', 'End', 12);
      expect(outcome.kind === 'paths' ? outcome.paths : []).toEqual(
        pathsOf(await all(ladder, 'Start', 'End'))
          .page(pageRequest({ first: 12 }))
          .entries.map(({ item }) => item),
      );
    });
  });

  describe(`${name}: distances`, () => {
    const distances = (world: SmallNetwork, author: string, filter: CollaborationFilter = {}): Promise<unknown> =>
      of(world).distances(world.author(author), { filter });

    it('counts people by hops, the person among them', async () => {
      expect(await distances(longChain, 'Link 1')).toEqual({
        kind: 'distances',
        authorCounts: Array.from({ length: 12 }, () => 1),
        unreachableCount: 0,
      });
      expect(await distances(bigPhysicsPaper, 'Emmy Noether')).toMatchObject({ authorCounts: [1, 1, 59] });
    });

    it('counts whom no path reaches, of those whom the filter leaves a paper', async () => {
      expect(await distances(twoIslands, 'Ada Byron')).toMatchObject({ authorCounts: [1, 1, 1], unreachableCount: 2 });
      expect(await distances(twoIslands, 'Ada Byron', { toYear: 2001 })).toMatchObject({
        authorCounts: [1, 1],
        unreachableCount: 0,
      });
      expect(await distances(soloAuthor, 'Emily Solo')).toMatchObject({ authorCounts: [1], unreachableCount: 2 });
      expect(await distances(soloAuthor, 'No Body')).toMatchObject({ authorCounts: [1], unreachableCount: 3 });
    });

    it('leaves somebody excluded at home', async () => {
      const excludeAuthors = [twoIslands.author('Ada Byron'), twoIslands.author('Kurt Gödel')];
      expect(await distances(twoIslands, 'Ada Byron', { excludeAuthors })).toMatchObject({
        authorCounts: [1],
        unreachableCount: 3,
      });
      expect(await of(twoIslands).distances(stranger, { filter: {} })).toMatchObject({
        authorCounts: [1],
        unreachableCount: 5,
      });
    });

    it('counts nobody ambiguous when asked not to, but the person', async () => {
      const sure = { excludeAmbiguousAuthors: true };
      expect(await distances(doubtfulBridge, 'Ada Byron', sure)).toMatchObject({
        authorCounts: [1, 1, 1, 1],
        unreachableCount: 1,
      });
      expect(await distances(doubtfulBridge, 'Wei Wang', sure)).toMatchObject({
        authorCounts: [1, 4, 1],
        unreachableCount: 0,
      });
    });
  });

  describe(`${name}: distances over the years`, () => {
    const changes = async (
      from: string,
      to: string,
      filter: CollaborationFilter = {},
    ): Promise<readonly DistanceChange[]> => {
      const { author } = growingNearer;
      const outcome = await of(growingNearer).distanceChanges(author(from), author(to), { filter });
      if (outcome.kind !== 'changes') throw new Error(`No changes: ${outcome.kind}.`);
      return outcome.changes;
    };

    it('tells each year in which two people came nearer, from when both have a paper', async () => {
      expect(await changes('Ada Byron', 'Zoe Yates')).toEqual([
        { year: 2002 },
        { year: 2005, distance: 5 },
        { year: 2009, distance: 3 },
        { year: 2015, distance: 1 },
      ]);
      expect(await changes('Yan Xu', 'Bea Arthur')).toEqual([
        { year: 2002 },
        { year: 2005, distance: 3 },
        { year: 2009, distance: 1 },
      ]);
      expect(await changes('Ada Byron', 'Bea Arthur')).toEqual([{ year: 2000, distance: 1 }]);
    });

    it('knows only papers that pass', async () => {
      expect(await changes('Ada Byron', 'Zoe Yates', { toYear: 2014, fromYear: 2000 })).toEqual([
        { year: 2002 },
        { year: 2005, distance: 5 },
        { year: 2009, distance: 3 },
      ]);
      const excludeAuthors = [growingNearer.author('Bea Arthur')];
      expect(await changes('Ada Byron', 'Zoe Yates', { excludeAuthors })).toEqual([
        { year: 2002 },
        { year: 2015, distance: 1 },
      ]);
      expect(await changes('Ada Byron', 'Zoe Yates', { fromYear: 2016 })).toEqual([{ year: 2018, distance: 1 }]);
    });

    it('never connects what nothing connects, and has no year where one has no paper', async () => {
      expect(await changes('Ada Byron', 'Fay Wray')).toEqual([{ year: 2007 }]);
      expect(await changes('Ada Byron', 'Ada Byron')).toEqual([]);
      const excludeAuthors = [growingNearer.author('Ada Byron')];
      expect(await changes('Ada Byron', 'Zoe Yates', { excludeAuthors })).toEqual([]);
      const { author } = growingNearer;
      expect(await of(growingNearer).distanceChanges(author('Ada Byron'), stranger, { filter: {} })).toEqual({
        kind: 'changes',
        changes: [],
      });
    });
  });

  describe(`${name}: walks with a limit`, () => {
    const questions = (network: Network, world: SmallNetwork, [from, to]: readonly [string, string]) => {
      const [one, other] = [world.author(from), world.author(to)];
      return {
        shortestPath: (limits: Asked) => network.shortestPath(one, other, { filter: {}, ...limits }),
        strongestPath: (limits: Asked) =>
          network.shortestPath(one, other, { filter: {}, prefer: 'STRONGEST_TIES', ...limits }),
        shortestPaths: (limits: Asked) => network.shortestPaths(one, other, { filter: {}, ...limits }),
        bestPaths: (limits: Asked) => network.bestPaths(one, other, { filter: {}, count: 3, ...limits }),
        distances: (limits: Asked) => network.distances(one, { filter: {}, ...limits }),
        distanceChanges: (limits: Asked) => network.distanceChanges(one, other, { filter: {}, ...limits }),
      };
    };

    it('say so when their budget runs out, and how far they looked', async () => {
      const asked = questions(of(longChain), longChain, ['Link 1', 'Link 12']);
      for (const [question, ask] of Object.entries(asked)) {
        const outcome = await ask({ budget: 2 });
        expect(outcome, question).toMatchObject({ kind: 'budget-exhausted', budget: 2 });
        if (outcome.kind !== 'budget-exhausted') continue;
        expect(outcome.visitedAuthorCount).toBeGreaterThanOrEqual(0);
        expect(outcome.visitedAuthorCount).toBeLessThanOrEqual(12);
      }
    });

    it('answer as without one when it suffices', async () => {
      const asked = questions(of(strongDetour), strongDetour, ['Ada Byron', 'Bea Arthur']);
      for (const [question, ask] of Object.entries(asked)) {
        expect(plain(await ask({ budget: 1_000_000 })), question).toEqual(plain(await ask({})));
      }
    });

    it('reject with the reason of a signal', async () => {
      const reason = new Error('Nobody waits any more.');
      for (const ask of Object.values(questions(of(twoIslands), twoIslands, ['Ada Byron', 'Edsger Dijkstra']))) {
        await expect(ask({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
        expect((await ask({ signal: new AbortController().signal })).kind).not.toBe('budget-exhausted');
      }
    });
  });

  describe(`${name}: wrong questions about paths`, () => {
    it('refuses a filter that nothing can fit, and numbers below one', async () => {
      const network = of(strongDetour);
      const filter: CollaborationFilter = { fromYear: 2002, toYear: 2001 };
      const refusal = { code: 'INVALID_ARGUMENT', argument: 'filter.fromYear' };
      await expect(network.shortestPaths(ada, bea, { filter })).rejects.toMatchObject(refusal);
      await expect(network.bestPaths(ada, bea, { filter, count: 1 })).rejects.toMatchObject(refusal);
      await expect(network.distances(ada, { filter })).rejects.toMatchObject(refusal);
      await expect(network.distanceChanges(ada, bea, { filter })).rejects.toMatchObject(refusal);
      const hops = { code: 'INVALID_ARGUMENT', argument: 'filter.maxHops', received: 0 };
      await expect(network.shortestPaths(ada, ada, { filter: {}, maxHops: 0 })).rejects.toMatchObject(hops);
      await expect(network.bestPaths(ada, ada, { filter: {}, maxHops: 0, count: 1 })).rejects.toMatchObject(hops);
      const count = { code: 'INVALID_ARGUMENT', argument: 'count', received: 0 };
      await expect(network.bestPaths(ada, bea, { filter: {}, count: 0 })).rejects.toMatchObject(count);
      const budget = { code: 'INVALID_ARGUMENT', argument: 'budget', received: 0 };
      await expect(network.distances(ada, { filter: {}, budget: 0 })).rejects.toMatchObject(budget);
    });
  });

  describe(`${name}: best paths of any order of input`, () => {
    it('are the same', async () => {
      for (const prefer of ['FEWEST_HOPS', 'STRONGEST_TIES', 'RECENT_TIES'] as const) {
        const answers = async (network: Network): Promise<unknown> => [
          listed(pathsOf(await network.shortestPaths(ada, edda, { filter: {}, prefer }))),
          await network.bestPaths(ada, edda, { filter: {}, prefer, count: 10 }),
        ];
        const first = await answers(of(strongDetour));
        for (const seed of [1, 2, 3]) {
          expect(await answers(create(shuffled(strongDetour.input, seed)))).toEqual(first);
        }
      }
    });
  });
}

export function pathsOf(outcome: PathsOutcome): PathSet {
  if (outcome.kind !== 'paths') throw new Error(`No paths: ${outcome.kind}.`);
  return outcome.paths;
}

/** All paths of a set, asked for in pages. */
export function listed(paths: PathSet): Path[] {
  return forwards(paths, 100).map(({ item }) => item);
}

type Entries = ReturnType<PathSet['page']>['entries'];

export function forwards(paths: PathSet, size: number): Entries {
  const entries: Entries[number][] = [];
  for (;;) {
    const page = paths.page(pageRequest({ first: size, after: entries.at(-1)?.cursor }));
    expect(page.hasPreviousPage).toBe(entries.length > 0);
    entries.push(...page.entries);
    if (!page.hasNextPage) return entries;
  }
}

export function backwards(paths: PathSet, size: number): Entries {
  const entries: Entries[number][] = [];
  for (;;) {
    const asked: PageArguments = { last: size, before: entries[0]?.cursor };
    const page = paths.page(pageRequest(asked));
    expect(page.hasNextPage).toBe(entries.length > 0);
    entries.unshift(...page.entries);
    if (!page.hasPreviousPage) return entries;
  }
}

// A set of paths is compared by what it lists.
function plain(outcome: { readonly kind: string }): unknown {
  return 'paths' in outcome && !Array.isArray(outcome.paths)
    ? { ...outcome, paths: listed(outcome.paths as PathSet) } // the only other thing that paths can be
    : outcome;
}
