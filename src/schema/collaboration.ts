import type { YearCount } from '../corpus/index.ts';
import { RequestError } from '../model/index.ts';

import { builder } from './builder.ts';
import { collaborationId } from './collaboration-id.ts';
import { pageArguments } from './connection.ts';
import { loadKnown } from './context.ts';
import { cost } from './cost/field-cost.ts';
import {
  AuthorByInput,
  CollaborationFilterInput,
  collaborationFilter,
  PaperOrderInput,
  PAPERS_BY_DATE,
} from './inputs.ts';
import { findAuthor } from './lookup.ts';
import { jointPapers } from './paper-list.ts';
import { PaperConnection } from './paper.ts';
import { AuthorRef, CollaborationRef, NodeRef } from './refs.ts';

const YearCountRef = builder.objectRef<YearCount>('YearCount').implement({
  description: 'How many of something fall in one year.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

CollaborationRef.implement({
  description:
    'The tie between two authors, seen through a filter. Its id is the two authors and the filter, so a cache never mixes two filters.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Opaque and lasting; see Node.', resolve: collaborationId }),
    authors: t.field({
      type: [AuthorRef],
      description: 'The two, in id order, whichever way the question was put.',
      extensions: cost({ items: 2 }),
      resolve: ({ authors }, _, { loaders }) => Promise.all(authors.map((id) => loadKnown(loaders.author, id))),
    }),
    paperCount: t.int({
      description: 'Joint papers that pass the filter.',
      resolve: ({ paperIds }) => paperIds.length,
    }),
    firstYear: t.int({
      nullable: true,
      description: 'Year of the first joint paper; null when none has a year.',
      resolve: (collaboration) => collaboration.firstYear ?? null,
    }),
    lastYear: t.int({
      nullable: true,
      description: 'Year of the last joint paper; null when none has a year.',
      resolve: (collaboration) => collaboration.lastYear ?? null,
    }),
    years: t.field({
      type: [YearCountRef],
      description: 'Joint papers per year, ascending; papers without a year are not in it.',
      resolve: (collaboration) => [...collaboration.years],
    }),
    strength: t.exposeFloat('strength', {
      description:
        'Sum over joint papers of 1/(n−1), n the paper’s number of authors (Newman 2001, Phys. Rev. E 64, 016132); of the authors known where the list is cut.',
    }),
    isStrengthUpperBound: t.exposeBoolean('isStrengthUpperBound', {
      description: 'Some joint paper’s list is cut, so the true strength can only be lower.',
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Joint papers that pass the filter, newest first unless asked otherwise.',
      args: {
        orderBy: t.arg({ type: PaperOrderInput, defaultValue: PAPERS_BY_DATE, description: 'How to sort them.' }),
        ...pageArguments(t.arg),
      },
      resolve: ({ paperIds }, args, context) => jointPapers(paperIds, args, context),
    }),
  }),
});

builder.queryField('collaboration', (t) =>
  t.field({
    type: CollaborationRef,
    nullable: true,
    description:
      'The tie between two people; null when they never wrote together under the filter, or either is nobody.',
    args: {
      between: t.arg({ type: [AuthorByInput], required: true, description: 'Exactly two people.' }),
      filter: t.arg({ type: CollaborationFilterInput, description: 'Which papers and people count.' }),
    },
    resolve: async (_, { between, filter }, context) => {
      const [first, second] = between;
      if (between.length !== 2 || first === undefined || second === undefined) {
        throw new RequestError(
          'INVALID_ARGUMENT',
          `"between" names ${between.length} people: a collaboration has two.`,
          {
            argument: 'between',
            received: between.length,
            allowed: 'exactly two',
          },
        );
      }
      const [one, other] = await Promise.all([
        findAuthor(first, 'between[0]', context),
        findAuthor(second, 'between[1]', context),
      ]);
      if (one === null || other === null) return null;
      return context.view.network.collaboration(one.id, other.id, await collaborationFilter(filter, context)) ?? null;
    },
  }),
);
