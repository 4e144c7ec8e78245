import type { ConflictingValue, FieldConflict } from '../model/index.ts';

import { builder } from './builder.ts';
import { SourceMentionRef } from './common.ts';

const ConflictingValueRef = builder.objectRef<ConflictingValue>('ConflictingValue').implement({
  description: 'One of the values that sources tell of one field.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value, as text.' }),
    sources: t.field({
      type: [SourceMentionRef],
      description: 'The records that tell it.',
      resolve: (conflicting) => [...conflicting.sources],
    }),
    isChosen: t.exposeBoolean('isChosen', { description: 'Whether it is the value that the field answers with.' }),
  }),
});

export const FieldConflictRef = builder.objectRef<FieldConflict>('FieldConflict').implement({
  description: 'A field that sources tell differently.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The field, as this schema names it.' }),
    values: t.field({
      type: [ConflictingValueRef],
      description: 'What they tell, two values or more, the chosen one first.',
      resolve: (conflict) => [...conflict.values],
    }),
  }),
});
