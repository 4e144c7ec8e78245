/** How two people are connected: a best path with its papers, or the reason why there is none. */
import type { Collaboration, CorpusView, Path } from '../corpus/index.ts';
import type { AuthorId, CollaborationFilter } from '../model/index.ts';

import { builder } from './builder.ts';
import { forwardArguments } from './connection.ts';
import { loadKnown } from './context.ts';
import { cost, WHOLE } from './cost/field-cost.ts';
import { droppedField } from './dropped.ts';
import { NoCollaborationPathRef } from './no-path.ts';
import type { NoPathShape } from './no-path.ts';
import { jointPapers } from './paper-list.ts';
import { PaperConnection } from './paper.ts';
import { pathArguments, pathQuestion } from './path-question.ts';
import { AuthorRef, CollaborationRef } from './refs.ts';
import { UnresolvedAuthorRef } from './unresolved-author.ts';
import type { UnresolvedShape } from './unresolved-author.ts';

export interface PathShape extends Path {
  readonly kind: 'path';
  readonly filter: CollaborationFilter;
}

interface HopShape {
  readonly from: AuthorId;
  readonly to: AuthorId;
  readonly collaboration: Collaboration;
}

const CollaborationHopRef = builder.objectRef<HopShape>('CollaborationHop').implement({
  description: 'One step of a path: two authors with at least one joint paper that passes the filter.',
  fields: (t) => ({
    from: t.field({
      type: AuthorRef,
      description: 'Nearer to the start of the path.',
      resolve: (hop, _, { loaders }) => loadKnown(loaders.author, hop.from),
    }),
    to: t.field({
      type: AuthorRef,
      description: 'Nearer to its end.',
      resolve: (hop, _, { loaders }) => loadKnown(loaders.author, hop.to),
    }),
    collaboration: t.field({
      type: CollaborationRef,
      description: 'The tie between the two, under the path’s filter.',
      resolve: (hop) => hop.collaboration,
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'The evidence: their joint papers that pass the filter, newest first.',
      args: forwardArguments(t.arg),
      resolve: ({ collaboration }, args, context) => jointPapers(collaboration.paperIds, args, context),
    }),
  }),
});

export const CollaborationPathRef = builder.objectRef<PathShape>('CollaborationPath').implement({
  description: 'A chain of authors, each with joint papers with the next, from one person to another.',
  fields: (t) => ({
    length: t.int({ description: 'The number of hops.', resolve: ({ authorIds }) => authorIds.length - 1 }),
    cost: t.exposeFloat('cost', {
      description: 'What its hops cost together under the preference asked: under FEWEST_HOPS its length.',
    }),
    authors: t.field({
      type: [AuthorRef],
      description: 'Everybody on the path, both ends included.',
      resolve: ({ authorIds }, _, { loaders }) => Promise.all(authorIds.map((id) => loadKnown(loaders.author, id))),
    }),
    hops: t.field({
      type: [CollaborationHopRef],
      description: 'The steps, in order, each with its papers.',
      resolve: (path, _, { view }) => hopsOf(path, view),
    }),
    dropped: t.field(droppedField),
  }),
});

const CollaborationPathResult = builder.unionType('CollaborationPathResult', {
  description: 'A path, or why there is none.',
  types: [CollaborationPathRef, NoCollaborationPathRef, UnresolvedAuthorRef],
  resolveType: (result) => {
    if (result.kind === 'path') return CollaborationPathRef;
    return result.kind === 'no-path' ? NoCollaborationPathRef : UnresolvedAuthorRef;
  },
});

builder.queryField('collaborationPath', (t) =>
  t.field({
    type: CollaborationPathResult,
    description:
      'A best path from one person to another, with the papers of every hop: of fewest hops unless asked otherwise. Of several of fewest hops it is any one, but for one corpus always the same.',
    args: pathArguments(t.arg),
    extensions: cost({ price: WHOLE }),
    resolve: async (_, args, context): Promise<PathShape | NoPathShape | UnresolvedShape> => {
      const question = await pathQuestion(args, context);
      if (question.kind === 'unresolved') return question;
      const { from, to, query } = question;
      const outcome = await context.view.network.shortestPath(from.id, to.id, query);
      if (outcome.kind !== 'path') return { kind: 'no-path', outcome, from, to };
      return pathShape(outcome, query.filter);
    },
  }),
);

export function pathShape({ authorIds, cost }: Path, filter: CollaborationFilter): PathShape {
  return { kind: 'path', authorIds, cost, filter };
}

function hopsOf({ authorIds, filter }: PathShape, { network }: CorpusView): HopShape[] {
  return authorIds.slice(1).map((to, at) => {
    const from = authorIds[at] ?? to;
    const collaboration = network.collaboration(from, to, filter);
    if (collaboration === undefined) throw new Error(`The path has a hop without a joint paper: ${from} to ${to}.`);
    return { from, to, collaboration };
  });
}
