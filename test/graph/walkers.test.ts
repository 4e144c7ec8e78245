/** Worker threads over one memory: they answer what one thread answers, stop when asked to, and go on afterwards. */
import { describe, expect, it } from 'vitest';

import { createSnapshot } from '../../src/graph/index.ts';
import type { Network, NetworkInput, PathPreference } from '../../src/graph/index.ts';
import type { AuthorId } from '../../src/model/index.ts';
import { authorId, smallNetwork } from '../support/small-networks.ts';

const PEOPLE = 2_000;
const input = crowd(PEOPLE, 3_000);
const person = (at: number): AuthorId => authorId(`Person ${at % PEOPLE}`);

/** Every question is too long for the thread that asks. */
const onWorkers = (threads: number): Network => createSnapshot(input, { threads, hasKernels: true, ownBudget: -1 });

describe('ten worker threads asking at once', () => {
  it('give the answers of one', async () => {
    const alone = createSnapshot(input, { threads: 0 });
    const many = onWorkers(10);
    const ask = (network: Network, at: number): Promise<unknown> => {
      const [from, to] = [person(at * 7), person(at * 13 + 1)];
      const filter = at % 3 === 0 ? { fromYear: 2005 } : {};
      const prefer = (['FEWEST_HOPS', 'STRONGEST_TIES', 'RECENT_TIES'] as const)[at % 3] as PathPreference; // of three
      switch (at % 5) {
        case 0:
          return network.distances(from, { filter });
        case 1:
          return network.distanceChanges(from, to, { filter });
        case 2:
          return network.bestPaths(from, to, { filter, prefer, count: 3 });
        default:
          return network.shortestPath(from, to, { filter, prefer });
      }
    };
    const asked = Array.from({ length: 150 }, (_, at) => at);
    const expected = [];
    for (const at of asked) expected.push(await ask(alone, at));
    expect(await Promise.all(asked.map((at) => ask(many, at)))).toEqual(expected);
    expect(await many.collaborationCount()).toBe(await alone.collaborationCount());
    expect(await many.dropped({ toYear: 2005 })).toEqual(await alone.dropped({ toYear: 2005 }));
  });
});

describe('a walk on a worker thread', () => {
  it('ends when its signal is given, waiting or begun, and the thread answers the next question', async () => {
    const network = onWorkers(1);
    const reason = new Error('Nobody waits any more.');
    const controller = new AbortController();
    const { signal } = controller;
    const query = { filter: {}, prefer: 'STRONGEST_TIES', count: 500, signal } as const;
    const long = [person(0), person(2), person(4)].map((from) => network.bestPaths(from, person(1), query));
    setTimeout(() => controller.abort(reason), 50);
    for (const outcome of await Promise.allSettled(long)) {
      expect(outcome).toEqual({ status: 'rejected', reason });
    }
    const next = await network.shortestPath(person(0), person(1), { filter: {} });
    expect(next).toEqual(
      await createSnapshot(input, { threads: 0 }).shortestPath(person(0), person(1), { filter: {} }),
    );
  });
});

describe('distances of many, asked for one by one', () => {
  it('are those of each alone, whatever their budgets', async () => {
    const network = createSnapshot(input, { threads: 0, hasKernels: true });
    const people = Array.from({ length: 100 }, (_, at) => person(at * 17));
    const alone = [];
    for (const each of people) alone.push(await network.distances(each, { filter: {} }));
    expect(await Promise.all(people.map((each) => network.distances(each, { filter: {} })))).toEqual(alone);
    const budget = 2 * input.authorships.length + 100;
    expect(await Promise.all(people.map((each) => network.distances(each, { filter: {}, budget })))).toEqual(alone);
    const few = people.slice(0, 3).map((each) => network.distances(each, { filter: {}, budget: 10 }));
    expect((await Promise.all(few)).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 3 }, () => 'budget-exhausted'),
    );
  });
});

// Papers of one to six people out of a crowd, some of them busy; years 2000 to 2010.
function crowd(people: number, papers: number): NetworkInput & { readonly authorships: { readonly length: number } } {
  let state = 42;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const names = Array.from({ length: people }, (_, at) => `Person ${at}`);
  const told = Array.from({ length: papers }, (_, at) => {
    const by = new Set<string>();
    for (let seat = Math.floor(random() * 6); seat >= 0; seat--)
      by.add(names[Math.floor(random() ** 2 * people)] ?? '');
    return { title: `Paper ${at}`, by: [...by], year: 2000 + Math.floor(random() * 11) };
  });
  return smallNetwork(told, names).input;
}
