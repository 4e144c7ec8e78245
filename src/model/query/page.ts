/**
 * What an order, a cursor and a page mean, for every list of every engine.
 *
 * An order is total: the values of the asked field, then the id. A cursor holds those values, not a row number, so it
 * stays good when records are added before it (keyset pagination). It also names its order, so that a cursor from
 * another list is refused in words instead of giving a wrong page.
 */
import { compareText } from '../order.ts';
import { RequestError } from './request-error.ts';

export type Direction = 'ASC' | 'DESC';

/** A value that a list sorts by. Unknown (null) comes last in both directions. */
export type SortValue = string | number | null;

/** How one list is sorted: by the values, in the direction, then by id ascending. */
export interface Order<T> {
  /** What the cursor is checked against: `papers by PUBLISHED_ON DESC`. */
  readonly name: string;
  readonly direction: Direction;
  readonly values: (item: T) => readonly SortValue[];
  readonly id: (item: T) => string;
}

/** A place in an order. */
export interface Position {
  readonly values: readonly SortValue[];
  readonly id: string;
}

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A checked request for a page: `size` items from the near end (`from`) of what lies between the two cursors. */
export interface PageRequest {
  readonly from: 'start' | 'end';
  readonly size: number;
  readonly after?: string;
  readonly before?: string;
}

export interface PageEntry<T> {
  readonly cursor: string;
  readonly item: T;
}

export interface Page<T> {
  readonly entries: readonly PageEntry<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface PageLimits {
  readonly defaultSize: number;
  readonly maxSize: number;
}

export const PAGE_LIMITS: PageLimits = { defaultSize: 20, maxSize: 100 };

const CURSOR_VERSION = 1;

/**
 * Checks the four paging arguments. Throws a `RequestError` for a size outside 1 to `maxSize` and for `first` with
 * `last`; cursors are checked where the order is known.
 */
export function pageRequest(asked: PageArguments, limits: PageLimits = PAGE_LIMITS): PageRequest {
  const first = asked.first ?? undefined;
  const last = asked.last ?? undefined;
  if (first !== undefined && last !== undefined) {
    throw new RequestError(
      'INVALID_ARGUMENT',
      `"first" (${first}) and "last" (${last}) exclude each other: give one.`,
      {
        argument: 'last',
        received: last,
        allowed: 'first with after, or last with before',
      },
    );
  }
  checkSize('first', first, limits);
  checkSize('last', last, limits);
  checkCursor('after', asked.after);
  checkCursor('before', asked.before);
  return {
    from: last === undefined ? 'start' : 'end',
    size: first ?? last ?? limits.defaultSize,
    ...(typeof asked.after === 'string' ? { after: asked.after } : {}),
    ...(typeof asked.before === 'string' ? { before: asked.before } : {}),
  };
}

/** Compares two places of one order: unknown values last whatever the direction, then by id. */
export function comparePositions(direction: Direction, a: Position, b: Position): number {
  for (let at = 0; at < a.values.length; at++) {
    const compared = compareValues(direction, a.values[at] ?? null, b.values[at] ?? null);
    if (compared !== 0) return compared;
  }
  return compareText(a.id, b.id);
}

/** The comparison that sorts a list into an order. */
export function comparator<T>(order: Order<T>): (a: T, b: T) => number {
  return (a, b) => comparePositions(order.direction, positionOf(order, a), positionOf(order, b));
}

/** A sorted copy; the values of each item are worked out once. */
export function sortedBy<T>(order: Order<T>, items: Iterable<T>): T[] {
  return [...items]
    .map((item) => ({ item, position: positionOf(order, item) }))
    .sort((a, b) => comparePositions(order.direction, a.position, b.position))
    .map(({ item }) => item);
}

/** The page asked for, out of a list already sorted by `order`. Costs two binary searches and the page. */
export function pageOf<T>(sorted: ArrayLike<T>, order: Order<T>, request: PageRequest): Page<T> {
  const after = request.after === undefined ? undefined : decodeCursor(order, request.after, 'after');
  const before = request.before === undefined ? undefined : decodeCursor(order, request.before, 'before');
  const low = after === undefined ? 0 : firstWhere(sorted, order, (compared) => compared > 0, after);
  const high = before === undefined ? sorted.length : firstWhere(sorted, order, (compared) => compared >= 0, before);
  const end = Math.max(low, high);
  const start = request.from === 'start' ? low : Math.max(low, end - request.size);
  const stop = request.from === 'start' ? Math.min(end, low + request.size) : end;
  return {
    entries: Array.from({ length: stop - start }, (_, at) => {
      const item = sorted[start + at] as T; // inside the bounds by construction
      return { item, cursor: encodeCursor(order, item) };
    }),
    hasNextPage: stop < sorted.length,
    hasPreviousPage: start > 0,
  };
}

/** The opaque text of an item's place in an order. */
export function encodeCursor<T>(order: Order<T>, item: T): string {
  const { values, id } = positionOf(order, item);
  return Buffer.from(JSON.stringify([CURSOR_VERSION, cursorTag(order), ...values, id])).toString('base64url');
}

// Whether it is a cursor at all is known before the list is; whose it is, only with the order.
function checkCursor(argument: 'after' | 'before', cursor: string | null | undefined): void {
  if (typeof cursor === 'string') placeOf(cursor, argument);
}

/** Reads a cursor back; throws `INVALID_CURSOR` for text that is none, or that another order made. */
export function decodeCursor<T>(order: Order<T>, cursor: string, argument: string): Position {
  const { tag, position } = placeOf(cursor, argument);
  if (tag === cursorTag(order)) return position;
  const message = `The cursor belongs to another list or order (${tag}), not to ${order.name}.`;
  throw new RequestError('INVALID_CURSOR', message, {
    argument,
    received: cursor,
    allowed: `a cursor that an earlier page of ${order.name} gave`,
  });
}

function placeOf(cursor: string, argument: string): { readonly tag: string; readonly position: Position } {
  const [version, tag, ...place] = parsedCursor(cursor) ?? [];
  const id = place.pop();
  if (version === CURSOR_VERSION && typeof tag === 'string' && typeof id === 'string' && place.every(isSortValue)) {
    return { tag, position: { values: place, id } };
  }
  throw new RequestError('INVALID_CURSOR', `"${cursor}" is no cursor of this API.`, {
    argument,
    received: cursor,
    allowed: 'a cursor that an earlier page of this list gave',
  });
}

function checkSize(argument: 'first' | 'last', size: number | undefined, limits: PageLimits): void {
  if (size === undefined || (size >= 1 && size <= limits.maxSize)) return;
  throw new RequestError('INVALID_ARGUMENT', `"${argument}" is ${size}: a page holds 1 to ${limits.maxSize} items.`, {
    argument,
    received: size,
    allowed: `1 to ${limits.maxSize}`,
  });
}

function positionOf<T>(order: Order<T>, item: T): Position {
  return { values: order.values(item), id: order.id(item) };
}

function compareValues(direction: Direction, a: SortValue, b: SortValue): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const compared = typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : Number(a) - Number(b);
  return direction === 'ASC' ? compared : -compared;
}

// Index of the first item for which the test of (item compared to the place) holds; the test is monotonic.
function firstWhere<T>(
  sorted: ArrayLike<T>,
  order: Order<T>,
  test: (compared: number) => boolean,
  place: Position,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = sorted[middle] as T; // inside the bounds by construction
    if (test(comparePositions(order.direction, positionOf(order, item), place))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cursorTag<T>(order: Order<T>): string {
  return order.name;
}

function isSortValue(value: unknown): value is SortValue {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function parsedCursor(cursor: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
