/**
 * Relay connections as this API has them: `edges`, the `nodes` shortcut, `pageInfo` and `totalCount`, with the data of
 * the relation on the edge. Rows and count are worked out only when a field asks for them: `totalCount` alone fetches
 * no rows. https://relay.dev/graphql/connections.htm
 */
import type { ArgBuilder, FieldMap, ObjectFieldBuilder, ObjectRef, UnionRef } from '@pothos/core';

import { pageRequest, PAGE_LIMITS } from '../model/index.ts';
import type { Page, PageArguments, PageEntry, PageRequest } from '../model/index.ts';

import { builder } from './builder.ts';
import type { SchemaTypes } from './builder.ts';
import type { SchemaContext } from './context.ts';
import { cost } from './cost/field-cost.ts';

type Eventually<T> = T | Promise<T>;

/** A list that can be paged and counted, before either was done. */
export interface Connection<T> {
  readonly page: () => Eventually<Page<T>>;
  readonly totalCount: () => Eventually<number>;
}

interface ConnectionOptions<T, Node, List extends Connection<T>> {
  /** `Author` makes `AuthorConnection` and `AuthorEdge`. */
  readonly name: string;
  /** Without `totalCount`: the list may be longer than an Int. */
  readonly isUncounted?: boolean;
  /** "the papers of an author": completes the descriptions. */
  readonly of: string;
  readonly node: ObjectRef<SchemaTypes, Node> | UnionRef<SchemaTypes, Node>;
  readonly nodeOf: (item: T, context: SchemaContext) => Eventually<Node>;
  readonly edgeFields?: (t: ObjectFieldBuilder<SchemaTypes, PageEntry<T>>) => FieldMap;
  readonly connectionFields?: (t: ObjectFieldBuilder<SchemaTypes, List>) => FieldMap;
}

const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: 'Where a page lies in its list. See https://relay.dev/graphql/connections.htm.',
  fields: (t) => ({
    hasNextPage: t.boolean({
      description: 'Whether the list goes on after this page.',
      resolve: (page) => page.hasNextPage,
    }),
    hasPreviousPage: t.boolean({
      description: 'Whether the list holds something before this page.',
      resolve: (page) => page.hasPreviousPage,
    }),
    startCursor: t.string({
      nullable: true,
      description: 'Cursor of the first edge; null on an empty page.',
      resolve: (page) => page.entries[0]?.cursor ?? null,
    }),
    endCursor: t.string({
      nullable: true,
      description: 'Cursor of the last edge: give it as `after` for the next page. Null on an empty page.',
      resolve: (page) => page.entries.at(-1)?.cursor ?? null,
    }),
  }),
});

/** Defines a connection type and its edge type. */
export function defineConnection<T, Node, List extends Connection<T> = Connection<T>>(
  options: ConnectionOptions<T, Node, List>,
): ObjectRef<SchemaTypes, List> {
  const { name, of, node, nodeOf, isUncounted = false, edgeFields, connectionFields } = options;
  const Edge = builder.objectRef<PageEntry<T>>(`${name}Edge`).implement({
    description: `One of ${of}, with its place in the list.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'This place in the list, for `after` and `before`.',
        resolve: (edge) => edge.cursor,
      }),
      node: t.field({
        type: node,
        description: 'What stands here.',
        resolve: (edge, _, context) => nodeOf(edge.item, context) as never, // Pothos cannot see that Node is the ref's shape
      }),
      ...edgeFields?.(t),
    }),
  });
  return builder.objectRef<List>(`${name}Connection`).implement({
    description: `A page of ${of}.`,
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        description: 'The page, each with its cursor and what the relation itself carries.',
        extensions: cost({ items: 'page' }),
        resolve: async (list, _, { checkTime }) => {
          checkTime();
          return [...(await list.page()).entries];
        },
      }),
      nodes: t.field({
        type: [node],
        description: 'The page without edges, for when cursors and relations do not matter.',
        extensions: cost({ items: 'page' }),
        resolve: async (list, _, context) => {
          context.checkTime();
          return (await list.page()).entries.map((entry) => nodeOf(entry.item, context)) as never; // as above
        },
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Where the page lies.',
        resolve: (list, _, { checkTime }) => {
          checkTime();
          return list.page();
        },
      }),
      ...(isUncounted
        ? {}
        : {
            totalCount: t.int({
              description: 'How many the whole list holds, under the same filter. Fetches no rows.',
              resolve: (list, _, { checkTime }) => {
                checkTime();
                return list.totalCount();
              },
            }),
          }),
      ...connectionFields?.(t),
    }),
  });
}

/** A connection that works its page out once, whichever fields ask. */
export function connection<T>(page: () => Eventually<Page<T>>, totalCount: () => Eventually<number>): Connection<T> {
  let paged: Eventually<Page<T>> | undefined;
  return { page: () => (paged ??= page()), totalCount };
}

/** Checks the paging arguments of a field; sizes are limited, cursors are read where the order is known. */
export function requestedPage(args: PageArguments): PageRequest {
  return pageRequest(args);
}

/** The same page with other items. */
export function mapPage<T, U>(page: Page<T>, map: (item: T) => U): Page<U> {
  return { ...page, entries: page.entries.map(({ cursor, item }) => ({ cursor, item: map(item) })) };
}

/** `first after last before`. */
export function pageArguments(arg: ArgBuilder<SchemaTypes>) {
  return {
    ...forwardArguments(arg),
    last: arg.int({ description: `How many from the end, 1 to ${PAGE_LIMITS.maxSize}. Not together with first.` }),
    before: arg.string({ description: 'Only what stands before this cursor.' }),
  };
}

/** `first after`, for lists that go forward only. */
export function forwardArguments(arg: ArgBuilder<SchemaTypes>) {
  return {
    first: arg.int({
      description: `How many from the start, 1 to ${PAGE_LIMITS.maxSize}; ${PAGE_LIMITS.defaultSize} when neither first nor last is given.`,
    }),
    after: arg.string({ description: 'Only what stands after this cursor.' }),
  };
}
