import type { Dropped } from '../corpus/index.ts';

import { builder } from './builder.ts';
import type { SchemaContext } from './context.ts';
import { cost, WHOLE } from './cost/field-cost.ts';
import type { CollaborationFilter } from '../model/index.ts';

export const DroppedByFilterRef = builder.objectRef<Dropped>('DroppedByFilter').implement({
  description: 'What a filter leaves out of the whole corpus, whatever was asked with it.',
  fields: (t) => ({
    paperCount: t.exposeInt('paperCount', { description: 'Papers that do not pass.' }),
    authorCount: t.exposeInt('authorCount', {
      description:
        'Authors whose papers all do not pass, and authors left out by id or as ambiguous, also where the question names them.',
    }),
  }),
});

/** The `dropped` field of an answer that was asked for with a filter; worked out only when selected. */
export const droppedField = {
  type: DroppedByFilterRef,
  description: 'What the filter leaves out of the whole corpus.',
  extensions: cost({ price: WHOLE }),
  resolve: (
    { filter }: { readonly filter: CollaborationFilter },
    _: object,
    { view }: SchemaContext,
  ): Promise<Dropped> => view.network.dropped(filter),
} as const;
