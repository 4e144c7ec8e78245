/**
 * The price of one operation: known before it runs, compared with what came after. Clients ask the same documents over
 * and over, with other names but the same sizes: of each operation the last price is kept, with the variables it rests on.
 */
import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { valueFromASTUntyped } from 'graphql';

import { actualCost } from './actual-cost.ts';
import { dearest } from './dearest.ts';
import type { DearPlace } from './dearest.ts';
import { placesOf } from './places.ts';
import type { PageSize, Place, Places } from './places.ts';
import { askedOperation, selectedFields, withDefaults } from './selected-fields.ts';
import type { AskedOperation, Variables } from './selected-fields.ts';

export interface Price {
  /** The most that the operation can cost, lists without `first` taken as `LISTED`. */
  readonly cost: number;
  /** What makes it dear, and what would fit into the limit. */
  dearest(limit: number): readonly DearPlace[];
  /** What its answer did cost. */
  actual(data: Readonly<Record<string, unknown>> | null | undefined): number;
  /** The first place that asks for a page larger than this, with its path. */
  pageAbove(maxSize: number): LargePage | undefined;
  /** The fields that ask for the price alone, where one does: nothing else is to be run then. */
  readonly dryRun: readonly FieldNode[];
}

export interface LargePage extends PageSize {
  readonly path: string;
}

/** Throws `TooIntricate` for an operation of more places than can be added up. */
export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Price {
  const given = withDefaults(operation, variables);
  const last = kept.get(operation);
  if (last !== undefined && [...last.read].every(([name, value]) => given[name] === value)) return last.price;
  const read = new Map<string, unknown>();
  const price = worked(askedOperation(schema, document, operation, noting(given, read)));
  kept.set(operation, { price, read });
  return price;
}

const kept = new WeakMap<
  OperationDefinitionNode,
  { readonly price: Price; readonly read: ReadonlyMap<string, unknown> }
>();

/** The same variables; which of them are looked at is written down. */
function noting(variables: Variables, read: Map<string, unknown>): Variables {
  return new Proxy(variables, {
    get(target, name) {
      const value = target[String(name)];
      read.set(String(name), value);
      return value;
    },
  });
}

function worked(asked: AskedOperation): Price {
  const places = placesOf(asked);
  return {
    cost: places.cost,
    dearest: (limit) => dearest(places, limit),
    actual: (data) => actualCost(places, data),
    pageAbove: (maxSize) => pageAbove(places, maxSize),
    dryRun: dryRun(asked, places),
  };
}

function pageAbove(places: Places, maxSize: number, above = ''): LargePage | undefined {
  for (const [key, { size, types }] of places.byKey) {
    const path = `${above}${key}`;
    if (size !== undefined && size.size > maxSize) return { ...size, path };
    for (const type of types) {
      const found = pageAbove(type, maxSize, `${path}.`);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function dryRun(asked: AskedOperation, { byKey }: Places): FieldNode[] {
  const isRateLimit = ({ field }: Place): boolean => field === 'rateLimit';
  const root = asked.schema.getRootType(asked.operation.operation);
  if (root == null || ![...byKey.values()].some(isRateLimit)) return [];
  const fields = [...selectedFields(asked, root, [asked.operation.selectionSet]).values()].flat();
  const priced = fields.filter(({ name }) => name.value === 'rateLimit');
  const isDry = priced.some(({ arguments: given = [] }) =>
    given.some(({ name, value }) => name.value === 'dryRun' && valueFromASTUntyped(value, asked.variables) === true),
  );
  return isDry ? priced : [];
}
