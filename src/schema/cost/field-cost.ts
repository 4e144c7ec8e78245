/**
 * What a field costs, declared beside the field: `extensions: cost({ … })`. What nothing is declared of costs one point
 * each time it is answered; docs/limits.md has the whole formula.
 */
import type { GraphQLField } from 'graphql';

type Arguments = Readonly<Record<string, unknown>>;

export interface FieldCost {
  /** Points that are due once, however little is selected: `WHOLE`, or when the arguments ask for that. */
  readonly price?: number | ((args: Arguments) => number);
  /**
   * For how many items the selection is answered: a number, the page size of the connection it stands in, or what the
   * arguments say. When absent: one; of a list its `first`, else `LISTED`.
   */
  readonly items?: number | 'page' | ((args: Arguments) => number);
}

/** What may look through the whole corpus: a walk over the network, a list that is filtered. */
export const WHOLE = 500;
/** What a list is taken to hold when nothing tells. */
export const LISTED = 10;

/** Of a list of everything: to filter it is to look through it. */
export const WHOLE_IF_FILTERED: FieldCost = { price: ({ filter }) => (filter == null ? 0 : WHOLE) };

export function cost(declared: FieldCost): { readonly cost: FieldCost } {
  return { cost: declared };
}

const COMMON: FieldCost = {};

export function costOf(field: GraphQLField<unknown, unknown>): FieldCost {
  return (field.extensions['cost'] as FieldCost | undefined) ?? COMMON; // nobody else writes this extension
}
