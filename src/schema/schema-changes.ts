/** What changed since a client pinned the schema: what breaks its documents, and what may surprise it. */
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';
import type { GraphQLSchema } from 'graphql';

import { schema } from './schema.ts';

export interface SchemaChanges {
  /** Documents that were right are refused now, or answered otherwise. One sentence each. */
  readonly breaking: readonly string[];
  /** New enum values, types of a union, optional inputs: a client that expected to know them all may stumble. */
  readonly dangerous: readonly string[];
}

/** Throws a `GraphQLError` for text that is no schema. */
export function changesSince(pinned: string, now: GraphQLSchema = schema): SchemaChanges {
  const then = buildSchema(pinned);
  return {
    breaking: findBreakingChanges(then, now).map(({ description }) => description),
    dangerous: findDangerousChanges(then, now).map(({ description }) => description),
  };
}
