/** How far people are from one author, and how far two people were as the years went by. */
import type { DistanceChange } from '../corpus/index.ts';

import { builder } from './builder.ts';
import { cost, WHOLE } from './cost/field-cost.ts';
import { AuthorByInput, CollaborationFilterInput, collaborationFilter } from './inputs.ts';
import { findAuthor } from './lookup.ts';
import { AuthorRef } from './refs.ts';
import { budgetExhausted } from './walk-budget.ts';

interface DistancesShape {
  /** People at 0, 1, 2, … hops. */
  readonly authorCounts: readonly number[];
  readonly unreachableCount: number;
}

const DistanceCountRef = builder.objectRef<{ distance: number; authorCount: number }>('DistanceCount').implement({
  description: 'How many people are at one distance.',
  fields: (t) => ({
    distance: t.exposeInt('distance', { description: 'Hops of a shortest path; 0 is the author.' }),
    authorCount: t.exposeInt('authorCount', { description: 'How many people are that far, no nearer.' }),
  }),
});

const DistanceDistributionRef = builder.objectRef<DistancesShape>('DistanceDistribution').implement({
  description: 'How far everybody is from one author, in hops of shortest paths under the filter.',
  fields: (t) => ({
    histogram: t.field({
      type: [DistanceCountRef],
      description: 'People by distance, from 0, the author alone, to the farthest; without gaps.',
      resolve: ({ authorCounts }) => authorCounts.map((authorCount, distance) => ({ distance, authorCount })),
    }),
    unreachableCount: t.exposeInt('unreachableCount', {
      description: 'People with a paper that passes the filter, and no path to them.',
    }),
    mean: t.float({
      nullable: true,
      description: 'Mean distance of the other people who can be reached; null when there are none.',
      resolve: ({ authorCounts }) => meanDistance(authorCounts),
    }),
    maximum: t.int({
      nullable: true,
      description: 'Distance of the farthest who can be reached; null when nobody else can.',
      resolve: ({ authorCounts }) => (authorCounts.length > 1 ? authorCounts.length - 1 : null),
    }),
  }),
});

const DistanceChangeRef = builder.objectRef<DistanceChange>('DistanceChange').implement({
  description: 'A year in which the distance of two people changed.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'From the end of this year on it is as said here.' }),
    distance: t.int({
      nullable: true,
      description: 'Hops of a shortest path; null while nothing connects the two.',
      resolve: (change) => change.distance ?? null,
    }),
  }),
});

builder.objectFields(AuthorRef, (t) => ({
  distances: t.field({
    type: DistanceDistributionRef,
    description:
      'How far everybody is from the person. Walks over all that is connected to them: BUDGET_EXHAUSTED where that is more than the server allows.',
    args: { filter: t.arg({ type: CollaborationFilterInput, description: 'Which papers and people count.' }) },
    extensions: cost({ price: WHOLE }),
    resolve: async ({ id }, args, context) => {
      const filter = await collaborationFilter(args.filter, context);
      const outcome = await context.view.network.distances(id, { ...context.walkLimits, filter });
      if (outcome.kind === 'budget-exhausted') throw budgetExhausted(outcome);
      return outcome;
    },
  }),
  distanceOverTime: t.field({
    type: [DistanceChangeRef],
    description:
      'When the person and another one came nearer to each other, as papers appeared: ascending, from the year by which both have a paper that passes the filter; papers without a year are left out. Empty when one of them has none, or is nobody, and for one person alone. BUDGET_EXHAUSTED where it takes more reading than the server allows.',
    args: {
      to: t.arg({ type: AuthorByInput, required: true, description: 'The other person.' }),
      filter: t.arg({ type: CollaborationFilterInput, description: 'Which papers and people count.' }),
    },
    extensions: cost({ price: WHOLE }),
    resolve: async ({ id }, args, context) => {
      const other = await findAuthor(args.to, 'to', context);
      if (other === null) return [];
      const filter = await collaborationFilter(args.filter, context);
      const outcome = await context.view.network.distanceChanges(id, other.id, { ...context.walkLimits, filter });
      if (outcome.kind === 'budget-exhausted') throw budgetExhausted(outcome);
      return [...outcome.changes];
    },
  }),
}));

function meanDistance(authorCounts: readonly number[]): number | null {
  let people = 0;
  let hops = 0;
  for (const [distance, count] of authorCounts.entries()) {
    if (distance === 0) continue;
    people += count;
    hops += distance * count;
  }
  return people === 0 ? null : hops / people;
}
