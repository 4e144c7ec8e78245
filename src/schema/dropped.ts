import type { ObjectFieldBuilder } from '@pothos/core';

import type { Dropped } from '../corpus/index.ts';
import type { CollaborationFilter } from '../model/index.ts';

import { builder } from './builder.ts';
import type { SchemaTypes } from './builder.ts';

const DroppedByFilterRef = builder.objectRef<Dropped>('DroppedByFilter').implement({
  description: 'What a filter leaves out of the whole corpus, whatever was asked with it.',
  fields: (t) => ({
    paperCount: t.exposeInt('paperCount', { description: 'Papers that do not pass.' }),
    authorCount: t.exposeInt('authorCount', {
      description: 'Authors whose papers all do not pass, and authors left out by name.',
    }),
  }),
});

/** The `dropped` field of an answer that was asked for with a filter; worked out only when selected. */
export function droppedField<Shape extends { readonly filter: CollaborationFilter }>(
  t: ObjectFieldBuilder<SchemaTypes, Shape>,
) {
  return t.field({
    type: DroppedByFilterRef,
    description: 'What the filter leaves out of the whole corpus.',
    resolve: ({ filter }: Shape, _args: object, { view }) => view.network.dropped(filter),
  });
}
