/** There is no path between two people, and why. */
import type { AuthorRecord, NoPath } from '../corpus/index.ts';

import { builder } from './builder.ts';
import { howFar } from './walk-budget.ts';

export interface NoPathShape {
  readonly kind: 'no-path';
  readonly outcome: NoPath;
  readonly from: AuthorRecord;
  readonly to: AuthorRecord;
}

const NoPathReason = builder.enumType('NoPathReason', {
  description: 'Why there is no path.',
  values: {
    SAME_AUTHOR: { description: 'Both ends are one person.' },
    DIFFERENT_COMPONENTS: { description: 'Nothing connects the two, whatever the filter.' },
    FILTERED_OUT: { description: 'They are connected, but not through what the filter leaves.' },
    BEYOND_MAX_HOPS: { description: 'They are connected under the filter, by a longer path than was asked for.' },
    BUDGET_EXHAUSTED: {
      description: 'Not known: the search had read as many authorships as the server allows before it was done.',
    },
  } as const,
});

const reasons = {
  'same-author': 'SAME_AUTHOR',
  'different-components': 'DIFFERENT_COMPONENTS',
  'filtered-out': 'FILTERED_OUT',
  'beyond-max-hops': 'BEYOND_MAX_HOPS',
  'budget-exhausted': 'BUDGET_EXHAUSTED',
} as const satisfies Record<NoPath['kind'], string>;

export const NoCollaborationPathRef = builder.objectRef<NoPathShape>('NoCollaborationPath').implement({
  description: 'There is no such path, or none was found in time, and why.',
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
    case 'budget-exhausted':
      return `How ${pair} are connected is not known: ${howFar(outcome)}.`;
  }
}

function hops(count: number): string {
  return count === 1 ? '1 hop' : `${count} hops`;
}
