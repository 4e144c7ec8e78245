import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

import { schema } from '../../src/schema/index.ts';
import { lint } from './lint.ts';

it('finds no fault in the schema', () => {
  expect(lint(schema)).toEqual([]);
});

// Each rule is seen to fail: a schema with one fault of each kind.
describe('finds', () => {
  const faulty = `
    """Fine."""
    type Query {
      """Fine."""
      things("""Fine.""" first: Int, """Fine.""" last: Int, """Fine.""" orderBy: order): ThingConnection
      """Fine."""
      list: [String]
      """No sentence"""
      Shouted("no description" quiet: Int): Boolean!
      """Fine."""
      old: Int @deprecated(reason: "Somewhere else.")
      """Fine."""
      page: PageInfo
    }
    """Fine."""
    enum order { """Fine.""" up NOT_DESCRIBED }
    """Fine."""
    type ThingConnection { """Fine.""" edges: [ThingEdge!]! """Fine.""" nodes: [Thing]! """Fine.""" pageInfo: PageInfo! }
    """Fine."""
    type ThingEdge { """Fine.""" cursor: ID! """Fine.""" node: Thing! }
    """Fine."""
    type Thing { """Fine.""" id: ID }
    """Fine."""
    type OtherEdge { """Fine.""" cursor: String! }
    """Fine."""
    type LostConnection { """Fine.""" totalCount: Int! }
    """Fine."""
    type PageInfo { """Fine.""" hasNextPage: Boolean! """Fine.""" hasPreviousPage: Boolean! """Fine.""" startCursor: String }`;
  const faults = lint(buildSchema(faulty));

  it.each([
    'Query.Shouted is not in camelCase.',
    'order is not in PascalCase.',
    'order.up is not in UPPER_CASE.',
    'Query.Shouted is true or false, but is not called is… or has….',
    'order.NOT_DESCRIBED has no description.',
    'Query.Shouted has a description that is no sentence.',
    'Query.Shouted(quiet:) has a description that is no sentence.',
    'Query.old is deprecated without the date from which on it is.',
    'LostConnection has no edge of its name.',
    'ThingConnection.nodes is [Thing]!, not [Thing!]!.',
    'ThingConnection.totalCount is undefined, not Int!.',
    'ThingEdge.cursor is ID!, not String!.',
    'OtherEdge has no node.',
    'OtherEdge has no connection.',
    'PageInfo.endCursor is undefined, not String.',
    'Query.things is a connection that may be null.',
    'Query.things takes no after: String.',
    'Query.things takes no before: String.',
    'Query.things has an order, but does not say which when none is asked.',
    'Thing.id is ID, not ID!.',
    'Thing has an id, but is no Node.',
    'Query.list is a list that may be null, or hold nulls.',
    'ThingConnection.nodes is a list that may be null, or hold nulls.',
  ])('%s', (fault) => {
    expect(faults).toContain(fault);
  });

  it('nothing else there', () => {
    expect(faults).toHaveLength(23);
  });
});
