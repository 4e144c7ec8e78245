import { readFileSync } from 'node:fs';

import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

import { changesSince, printedSchema } from '../../src/schema/index.ts';

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

describe('the schema', () => {
  it('is the one that is committed (npm run schema prints it)', () => {
    expect(printedSchema()).toBe(read('../../schema.graphql'));
  });

  it('breaks nothing that the last release promised', () => {
    expect(changesSince(read('last-release/schema.graphql')).breaking).toEqual([]);
  });
});

describe('what changed since a schema', () => {
  const then = 'enum Sort { OLD NEW } type Query { papers(first: Int, sort: Sort): [String!]! title: String! }';

  it('breaks documents where something is gone, is of another type or must be given', () => {
    const now = buildSchema('enum Sort { NEW } type Query { papers(first: Int!, sort: Sort, by: Int!): [String!] }');
    const { breaking, dangerous } = changesSince(then, now);
    expect(dangerous).toEqual([]);
    expect([...breaking].sort()).toEqual([
      'A required arg by on Query.papers was added.',
      'OLD was removed from enum type Sort.',
      'Query.papers arg first has changed type from Int to Int!.',
      'Query.papers changed type from [String!]! to [String!].',
      'Query.title was removed.',
    ]);
  });

  it('may surprise clients where there is more to know, and breaks nothing', () => {
    const now = buildSchema(
      'enum Sort { OLD NEW BEST } type Query { papers(first: Int, sort: Sort, by: Int): [String!]! title: String! more: Int }',
    );
    expect(changesSince(then, now)).toEqual({
      breaking: [],
      dangerous: ['BEST was added to enum type Sort.', 'An optional arg by on Query.papers was added.'],
    });
  });
});
