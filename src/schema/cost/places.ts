/**
 * The places of an answer and what each costs at most, known before anything is fetched, so that a document that would
 * never end is never begun.
 *
 *     cost of a field = its price + items × (1 + the cost of what is selected of an item)
 *
 * A connection hands its page size to its `edges` and `nodes` and costs nothing itself. Of what may be of several types
 * the dearest counts. The measure is GitHub's: page sizes multiplied, worked out in advance.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  TypeNameMetaFieldDef,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import type { FieldNode, GraphQLField, GraphQLNamedType, GraphQLObjectType, SelectionSetNode } from 'graphql';

import { PAGE_LIMITS } from '../../model/index.ts';

import { costOf, LISTED } from './field-cost.ts';
import type { FieldCost } from './field-cost.ts';
import { selectedFields } from './selected-fields.ts';
import type { AskedOperation, Variables } from './selected-fields.ts';

/** One place of the answer, with what it costs each time the place above it is answered for one item. */
export interface Place {
  /** As the answer has it: the alias, else the name. */
  readonly key: string;
  readonly field: string;
  readonly isConnection: boolean;
  /** The rows of the connection around it: its `edges` or `nodes`. */
  readonly isRows: boolean;
  readonly price: number;
  readonly items: number;
  /** One item, with what is selected of it. */
  readonly each: number;
  readonly size: PageSize | undefined;
  /** The places below, of each type that it may be: those of the dearest decide. */
  readonly types: readonly Places[];
  /** All of it. */
  readonly cost: number;
}

export interface Places {
  readonly byKey: ReadonlyMap<string, Place>;
  readonly cost: number;
}

/** The page size that a document gave a list, or that it takes. */
export interface PageSize {
  readonly argument: 'first' | 'last';
  readonly size: number;
}

/** Places that are looked at: a document with more costs more than any limit that could be meant. */
const MOST_PLACES = 50_000;

/** Thrown for a document that selects so much, in fragments in fragments, that adding it up would itself be dear. */
export class TooIntricate extends Error {
  readonly places = MOST_PLACES;
}

export function placesOf(asked: AskedOperation): Places {
  const root = asked.schema.getRootType(asked.operation.operation);
  if (root == null) return { byKey: new Map(), cost: 0 };
  return new Pricing(asked).places(root, [asked.operation.selectionSet], PAGE_LIMITS.defaultSize);
}

class Pricing {
  readonly #asked: AskedOperation;
  #count = 0;

  constructor(asked: AskedOperation) {
    this.#asked = asked;
  }

  places(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[], pageSize: number): Places {
    const byKey = new Map<string, Place>();
    let cost = 0;
    for (const [key, nodes] of selectedFields(this.#asked, type, selectionSets)) {
      const [node] = nodes;
      const field = node === undefined ? undefined : fieldOf(type, node.name.value);
      if (node === undefined || field === undefined) continue;
      if (++this.#count > MOST_PLACES) throw new TooIntricate('Too many places.');
      const place = this.#place(key, field, nodes, node, pageSize);
      byKey.set(key, place);
      cost += place.cost;
    }
    return { byKey, cost };
  }

  #place(
    key: string,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    node: FieldNode,
    pageSize: number,
  ): Place {
    const type = getNamedType(field.type);
    const size = pageSizeOf(field, node, this.#asked.variables);
    const selected = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const { price: declaredPrice = 0, items: declared } = costOf(field);
    const price =
      typeof declaredPrice === 'number' ? declaredPrice : declaredPrice(argumentsOf(node, this.#asked.variables));
    const items = selected.length === 0 ? 1 : this.#items(field, node, declared, size, pageSize);
    const below = size === undefined ? PAGE_LIMITS.defaultSize : withinPage(size);
    const types =
      selected.length === 0 ? [] : this.#objectTypes(type).map((each) => this.places(each, selected, below));
    const isConnection = type.name.endsWith('Connection');
    const each = types.reduce((most, { cost }) => Math.max(most, cost), 0) + (isConnection ? 0 : 1);
    const cost = price + items * each;
    return { key, field: field.name, isConnection, isRows: declared === 'page', price, items, each, size, types, cost };
  }

  #items(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    declared: FieldCost['items'],
    size: PageSize | undefined,
    pageSize: number,
  ): number {
    if (declared === 'page') return pageSize;
    if (typeof declared === 'number') return declared;
    if (declared !== undefined) return declared(argumentsOf(node, this.#asked.variables));
    return isListType(getNullableType(field.type)) ? (size === undefined ? LISTED : withinPage(size)) : 1;
  }

  #objectTypes(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? this.#asked.schema.getPossibleTypes(type) : [];
  }
}

function fieldOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  return name === TypeMetaFieldDef.name ? TypeMetaFieldDef : type.getFields()[name];
}

// Undefined for a field that has no pages.
function pageSizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): PageSize | undefined {
  const first = field.args.find(({ name }) => name === 'first');
  if (first === undefined) return undefined;
  for (const argument of ['first', 'last'] as const) {
    const value = argumentOf(node, argument, variables);
    if (typeof value === 'number') return { argument, size: value };
  }
  const size = typeof first.defaultValue === 'number' ? first.defaultValue : PAGE_LIMITS.defaultSize;
  return { argument: 'first', size };
}

/** A size that is not allowed is refused where it is asked, and fetches nothing. */
export function withinPage({ size }: PageSize): number {
  return Math.min(Math.max(size, 0), PAGE_LIMITS.maxSize);
}

function argumentOf(node: FieldNode, name: string, variables: Variables): unknown {
  const argument = node.arguments?.find((each) => each.name.value === name);
  return argument === undefined ? undefined : valueFromASTUntyped(argument.value, variables);
}

function argumentsOf({ arguments: given = [] }: FieldNode, variables: Variables): Readonly<Record<string, unknown>> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));
}
