import fc from 'fast-check';
import { expect, test } from 'vitest';

import { decodeCursor, encodeCursor, pageOf, pageRequest, RequestError, sortedBy } from '../../src/model/index.ts';
import type { Direction, Order, Page, PageArguments, SortValue } from '../../src/model/index.ts';

interface Item {
  readonly id: string;
  readonly values: readonly SortValue[];
}

const order = (direction: Direction, name = 'items by VALUE'): Order<Item> => ({
  name: `${name} ${direction}`,
  direction,
  values: (item) => item.values,
  id: (item) => item.id,
});

const direction = fc.constantFrom<Direction>('ASC', 'DESC');
// Few values and many nulls, so that ties are common.
const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }));
const text = fc.oneof(fc.constant(null), fc.constantFrom('', 'ä', 'z', '😀', 'ﬀ', '"'));
const items = fc.uniqueArray(fc.record({ id: fc.string(), values: fc.tuple(value, text) }), {
  selector: (item) => item.id,
  maxLength: 30,
});

test('pages joined equal the list, forwards and backwards, whatever the size', () => {
  fc.assert(
    fc.property(items, direction, fc.integer({ min: 1, max: 7 }), (list, way, size) => {
      const by = order(way);
      const sorted = sortedBy(by, list);
      expect(walk(sorted, by, size, 'forwards')).toEqual(sorted);
      expect(walk(sorted, by, size, 'backwards')).toEqual(sorted);
    }),
  );
});

test('what lies between two cursors is what lies between their items', () => {
  fc.assert(
    fc.property(items, direction, fc.nat(), fc.nat(), (list, way, a, b) => {
      const by = order(way);
      const sorted = sortedBy(by, list);
      const [left, right] = [a % (sorted.length + 1), b % (sorted.length + 1)];
      const [from, to] = [sorted[left], sorted[right]];
      if (from === undefined || to === undefined) return;
      const page = pageOf(sorted, by, pageRequest({ after: encodeCursor(by, from), before: encodeCursor(by, to) }));
      expect(itemsOf(page)).toEqual(sorted.slice(left + 1, right).slice(0, 20));
    }),
  );
});

test('a cursor stays good when its own item is gone', () => {
  fc.assert(
    fc.property(items, direction, fc.nat(), (list, way, at) => {
      const by = order(way);
      const sorted = sortedBy(by, list);
      const gone = sorted[at % Math.max(1, sorted.length)];
      if (gone === undefined) return;
      const rest = sorted.filter((item) => item !== gone);
      const page = pageOf(rest, by, pageRequest({ first: 100, after: encodeCursor(by, gone) }));
      expect(itemsOf(page)).toEqual(sorted.slice(sorted.indexOf(gone) + 1));
    }),
  );
});

test('a cursor read back is the place it was made of', () => {
  fc.assert(
    fc.property(items, direction, (list, way) => {
      const by = order(way);
      for (const item of list) {
        expect(decodeCursor(by, encodeCursor(by, item), 'after')).toEqual({ values: item.values, id: item.id });
      }
    }),
  );
});

test('unknown values come last in both directions', () => {
  const list = [
    { id: 'a', values: [null] },
    { id: 'b', values: [1] },
    { id: 'c', values: [2] },
  ];
  expect(sortedBy(order('ASC'), list).map((item) => item.id)).toEqual(['b', 'c', 'a']);
  expect(sortedBy(order('DESC'), list).map((item) => item.id)).toEqual(['c', 'b', 'a']);
});

test('refuses a cursor of another order, and text that is none, in words', () => {
  const other = encodeCursor(order('ASC', 'others by VALUE'), { id: 'a', values: [1] });
  expect(() => decodeCursor(order('ASC'), other, 'after')).toThrow(/belongs to another list or order/);
  fc.assert(
    fc.property(fc.string(), (cursor) => {
      expect(() => decodeCursor(order('ASC'), cursor, 'after')).toThrow(RequestError);
    }),
  );
});

test('gives a page of the default size when none is asked for', () => {
  expect(pageRequest({})).toEqual({ from: 'start', size: 20 });
  expect(pageRequest({ last: 5 })).toEqual({ from: 'end', size: 5 });
});

test.each<[PageArguments, string]>([
  [{ first: 0 }, '"first" is 0: a page holds 1 to 100 items.'],
  [{ first: -1 }, '"first" is -1: a page holds 1 to 100 items.'],
  [{ last: 101 }, '"last" is 101: a page holds 1 to 100 items.'],
  [{ first: 1, last: 2 }, '"first" (1) and "last" (2) exclude each other: give one.'],
])('refuses %j', (asked, message) => {
  expect(() => pageRequest(asked)).toThrow(message);
});

function walk(sorted: readonly Item[], by: Order<Item>, size: number, way: 'forwards' | 'backwards'): Item[] {
  const found: Item[] = [];
  let cursor: string | undefined;
  for (let steps = 0; steps <= sorted.length; steps++) {
    const asked: PageArguments = way === 'forwards' ? { first: size, after: cursor } : { last: size, before: cursor };
    const page = pageOf(sorted, by, pageRequest(asked));
    if (way === 'forwards') found.push(...itemsOf(page));
    else found.unshift(...itemsOf(page));
    const hasMore = way === 'forwards' ? page.hasNextPage : page.hasPreviousPage;
    expect(hasMore).toBe(found.length < sorted.length);
    if (!hasMore) return found;
    cursor = page.entries.at(way === 'forwards' ? -1 : 0)?.cursor;
  }
  throw new Error('The pages do not end.');
}

function itemsOf(page: Page<Item>): Item[] {
  return page.entries.map((entry) => entry.item);
}
