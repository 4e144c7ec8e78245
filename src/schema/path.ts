/** How two people are connected: a path with its papers, or the reason why there is none. */
import type { AuthorRecord, Collaboration, CorpusView, PathOutcome } from '../corpus/index.ts';
import type { AuthorId, CollaborationFilter } from '../model/index.ts';

import { builder } from './builder.ts';
import { connection, forwardArguments, requestedPage } from './connection.ts';
import { loadKnown } from './context.ts';
import { droppedField } from './dropped.ts';
import { AuthorByInput, CollaborationFilterInput, collaborationFilter, PAPERS_BY_DATE } from './inputs.ts';
import { candidates, findAuthors, leftOut } from './lookup.ts';
import type { Found } from './lookup.ts';
import { PaperConnection } from './paper.ts';
import { AuthorRef, CollaborationRef } from './refs.ts';

interface PathShape {
  readonly kind: 'path';
  readonly authorIds: readonly AuthorId[];
  readonly filter: CollaborationFilter;
}

interface HopShape {
  readonly from: AuthorId;
  readonly to: AuthorId;
  readonly collaboration: Collaboration;
}

interface NoPathShape {
  readonly kind: 'no-path';
  readonly outcome: NoPathOutcome;
  readonly from: AuthorRecord;
  readonly to: AuthorRecord;
}

interface UnresolvedShape {
  readonly kind: 'unresolved';
  readonly argument: string;
  readonly found: Found<AuthorRecord>;
}

type NoPathOutcome = Exclude<PathOutcome, { kind: 'path' }>;

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
      resolve: ({ collaboration }, args, { view }) => {
        const page = requestedPage(args);
        const query = { scope: { papers: collaboration.paperIds }, filter: {} };
        return connection(
          () => view.store.papers.page(query, PAPERS_BY_DATE, page),
          () => collaboration.paperIds.length,
        );
      },
    }),
  }),
});

const CollaborationPathRef = builder.objectRef<PathShape>('CollaborationPath').implement({
  description: 'A chain of authors, each with joint papers with the next, from one person to another.',
  fields: (t) => ({
    length: t.int({ description: 'The number of hops.', resolve: ({ authorIds }) => authorIds.length - 1 }),
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

const NoPathReason = builder.enumType('NoPathReason', {
  description: 'Why there is no path.',
  values: {
    SAME_AUTHOR: { description: 'Both ends are one person.' },
    DIFFERENT_COMPONENTS: { description: 'Nothing connects the two, whatever the filter.' },
    FILTERED_OUT: { description: 'They are connected, but not through what the filter leaves.' },
    BEYOND_MAX_HOPS: { description: 'They are connected under the filter, by a longer path than was asked for.' },
  } as const,
});

const reasons = {
  'same-author': 'SAME_AUTHOR',
  'different-components': 'DIFFERENT_COMPONENTS',
  'filtered-out': 'FILTERED_OUT',
  'beyond-max-hops': 'BEYOND_MAX_HOPS',
} as const satisfies Record<NoPathOutcome['kind'], string>;

const NoCollaborationPathRef = builder.objectRef<NoPathShape>('NoCollaborationPath').implement({
  description: 'There is no such path, and why.',
  fields: (t) => ({
    reason: t.field({ type: NoPathReason, description: 'Why.', resolve: ({ outcome }) => reasons[outcome.kind] }),
    message: t.string({ description: 'Why, in a sentence.', resolve: noPathMessage }),
    lengthWithoutFilter: t.int({
      nullable: true,
      description: 'Hops of the shortest path without the filter; only when FILTERED_OUT.',
      resolve: ({ outcome }) => (outcome.kind === 'filtered-out' ? outcome.lengthWithoutFilter : null),
    }),
    fromComponentSize: t.int({
      nullable: true,
      description: 'Authors connected to the start under the filter, itself included; only when DIFFERENT_COMPONENTS.',
      resolve: ({ outcome }) => (outcome.kind === 'different-components' ? outcome.fromComponentSize : null),
    }),
    toComponentSize: t.int({
      nullable: true,
      description: 'Authors connected to the end under the filter, itself included; only when DIFFERENT_COMPONENTS.',
      resolve: ({ outcome }) => (outcome.kind === 'different-components' ? outcome.toComponentSize : null),
    }),
    visitedAuthorCount: t.int({
      description: 'How many authors the search looked at.',
      resolve: ({ outcome }) => outcome.visitedAuthorCount,
    }),
  }),
});

const UnresolvedReason = builder.enumType('UnresolvedReason', {
  description: 'Why an argument names no one author.',
  values: {
    NOT_FOUND: { description: 'It fits nobody.' },
    AMBIGUOUS: { description: 'It fits several people.' },
  } as const,
});

const UnresolvedAuthorRef = builder.objectRef<UnresolvedShape>('UnresolvedAuthor').implement({
  description: 'An author argument that names nobody, or several people.',
  fields: (t) => ({
    argument: t.exposeString('argument', { description: 'The argument at fault.' }),
    given: t.string({ description: 'What it was given.', resolve: ({ found }) => found.given }),
    reason: t.field({
      type: UnresolvedReason,
      description: 'Why it names no one author.',
      resolve: ({ found }) => (found.all.length === 0 ? 'NOT_FOUND' : 'AMBIGUOUS'),
    }),
    message: t.string({
      description: 'Why, in a sentence.',
      resolve: ({ argument, found }) =>
        found.all.length === 0
          ? `"${argument}": nobody here is "${found.given}". authors(filter: {name: …}) lists everybody whose name has certain words.`
          : `"${argument}": "${found.given}" fits ${found.all.length} people. Choose one by its id.${leftOut(found)}`,
    }),
    candidates: t.field({
      type: [AuthorRef],
      description:
        'The people it fits, the first 100 by id; empty when it fits nobody. Their papers, institutions and identity tell them apart.',
      resolve: ({ found }) => [...candidates(found)],
    }),
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
      'A path of fewest hops from one person to another, with the papers of every hop. Of several it is any one, but for one corpus always the same.',
    args: {
      from: t.arg({ type: AuthorByInput, required: true, description: 'Where the path begins.' }),
      to: t.arg({ type: AuthorByInput, required: true, description: 'Where it ends.' }),
      filter: t.arg({ type: CollaborationFilterInput, description: 'Which papers and people it may run through.' }),
    },
    resolve: async (_, args, context): Promise<PathShape | NoPathShape | UnresolvedShape> => {
      const [fromFound, toFound] = await Promise.all([
        findAuthors(args.from, 'from', context),
        findAuthors(args.to, 'to', context),
      ]);
      const [from] = fromFound.all;
      if (from === undefined || fromFound.all.length > 1)
        return { kind: 'unresolved', argument: 'from', found: fromFound };
      const [to] = toFound.all;
      if (to === undefined || toFound.all.length > 1) return { kind: 'unresolved', argument: 'to', found: toFound };
      const filter = await collaborationFilter(args.filter, context);
      const maxHops = args.filter?.maxHops;
      const query = { filter, ...(maxHops == null ? {} : { maxHops }) };
      const outcome = await context.view.network.shortestPath(from.id, to.id, query);
      if (outcome.kind === 'path') return { kind: 'path', authorIds: outcome.authorIds, filter };
      return { kind: 'no-path', outcome, from, to };
    },
  }),
);

function hopsOf({ authorIds, filter }: PathShape, { network }: CorpusView): HopShape[] {
  return authorIds.slice(1).map((to, at) => {
    const from = authorIds[at] ?? to;
    const collaboration = network.collaboration(from, to, filter);
    if (collaboration === undefined) throw new Error(`The path has a hop without a joint paper: ${from} to ${to}.`);
    return { from, to, collaboration };
  });
}

function noPathMessage({ outcome, from, to }: NoPathShape): string {
  const pair = `${from.name} and ${to.name}`;
  switch (outcome.kind) {
    case 'same-author':
      return `Both ends are ${from.name}.`;
    case 'different-components':
      return `Nothing connects ${pair}: their components have ${outcome.fromComponentSize} and ${outcome.toComponentSize} authors under the filter.`;
    case 'filtered-out':
      return `Under the filter nothing connects ${pair}; without it they are ${hops(outcome.lengthWithoutFilter)} apart.`;
    case 'beyond-max-hops':
      return `${pair} are connected, but not within ${hops(outcome.maxHops)}.`;
  }
}

function hops(count: number): string {
  return count === 1 ? '1 hop' : `${count} hops`;
}
