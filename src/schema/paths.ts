/** All the best ways in which two people are connected, counted and in pages; and ways that come next. */
import type { Path, PathSet } from '../corpus/index.ts';
import { PAGE_LIMITS } from '../model/index.ts';
import type { CollaborationFilter } from '../model/index.ts';

import { builder } from './builder.ts';
import { connection, defineConnection, forwardArguments, mapPage, requestedPage } from './connection.ts';
import type { SchemaContext } from './context.ts';
import { cost, WHOLE } from './cost/field-cost.ts';
import { droppedField } from './dropped.ts';
import { NoCollaborationPathRef } from './no-path.ts';
import type { NoPathShape } from './no-path.ts';
import { CollaborationPathRef, pathShape } from './path.ts';
import type { PathShape } from './path.ts';
import { pathArguments, pathQuestion } from './path-question.ts';
import type { PathQuestion } from './path-question.ts';
import { UnresolvedAuthorRef } from './unresolved-author.ts';
import type { UnresolvedShape } from './unresolved-author.ts';
import { budgetExhausted } from './walk-budget.ts';

interface PathsShape {
  readonly kind: 'paths';
  readonly paths: PathSet;
  readonly question: PathQuestion;
  readonly filter: CollaborationFilter;
}

const DEFAULT_ALTERNATIVES = 5;

const CollaborationPathConnection = defineConnection({
  name: 'CollaborationPath',
  of: 'the best paths between two people',
  node: CollaborationPathRef,
  nodeOf: (path: PathShape) => path,
  isUncounted: true,
});

const CollaborationPathsRef = builder.objectRef<PathsShape>('CollaborationPaths').implement({
  description:
    'Every best path from one person to another: all of the least cost and, of those, the fewest hops. Two paths differ in their people; several joint papers of two people are one hop.',
  fields: (t) => ({
    length: t.int({ description: 'The number of hops of each.', resolve: ({ paths }) => paths.length }),
    cost: t.float({
      description: 'What each costs under the preference asked: under FEWEST_HOPS its length.',
      resolve: ({ paths }) => paths.cost,
    }),
    pathCount: t.field({
      type: 'BigInt',
      description: 'How many there are, exactly: they may be more than could ever be listed.',
      resolve: ({ paths }) => paths.pathCount,
    }),
    paths: t.field({
      type: CollaborationPathConnection,
      description: 'The paths, in order of author ids from the start on. Forward only.',
      args: forwardArguments(t.arg),
      resolve: ({ paths, filter }, args) => {
        const page = requestedPage(args);
        return connection(
          () => mapPage(paths.page(page), (path) => pathShape(path, filter)),
          () => Number(paths.pathCount), // never asked: see pathCount
        );
      },
    }),
    alternatives: t.field({
      type: [CollaborationPathRef],
      description:
        'The best paths without a loop, also those that cost more: by cost, then hops, then author ids. Fewer than asked when there are no more.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: DEFAULT_ALTERNATIVES,
          description: `How many, 1 to ${PAGE_LIMITS.maxSize}.`,
        }),
      },
      extensions: cost({ price: WHOLE }),
      resolve: async ({ question, filter }, { first }, context) => {
        const { size } = requestedPage({ first });
        const paths = await alternatives(question, size, context);
        return paths.map((path) => pathShape(path, filter));
      },
    }),
    dropped: t.field(droppedField),
  }),
});

const CollaborationPathsResult = builder.unionType('CollaborationPathsResult', {
  description: 'All best paths, or why there is none.',
  types: [CollaborationPathsRef, NoCollaborationPathRef, UnresolvedAuthorRef],
  resolveType: (result) => {
    if (result.kind === 'paths') return CollaborationPathsRef;
    return result.kind === 'no-path' ? NoCollaborationPathRef : UnresolvedAuthorRef;
  },
});

builder.queryField('collaborationPaths', (t) =>
  t.field({
    type: CollaborationPathsResult,
    description:
      'All the best paths from one person to another, counted and in pages, and the ones that come next: of fewest hops unless asked otherwise.',
    args: pathArguments(t.arg),
    extensions: cost({ price: WHOLE }),
    resolve: async (_, args, context): Promise<PathsShape | NoPathShape | UnresolvedShape> => {
      const question = await pathQuestion(args, context);
      if (question.kind === 'unresolved') return question;
      const { from, to, query } = question;
      const outcome = await context.view.network.shortestPaths(from.id, to.id, query);
      if (outcome.kind !== 'paths') return { kind: 'no-path', outcome, from, to };
      return { kind: 'paths', paths: outcome.paths, question, filter: query.filter };
    },
  }),
);

async function alternatives(
  { from, to, query }: PathQuestion,
  count: number,
  { view }: SchemaContext,
): Promise<readonly Path[]> {
  const outcome = await view.network.bestPaths(from.id, to.id, { ...query, count });
  if (outcome.kind === 'paths') return outcome.paths;
  if (outcome.kind === 'budget-exhausted') throw budgetExhausted(outcome);
  throw new Error(`There are best paths from ${from.id} to ${to.id}, but none is the first: ${outcome.kind}.`);
}
