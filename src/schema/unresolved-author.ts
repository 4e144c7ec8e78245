/** An author argument that names nobody, or several people, where an answer can say so without an error. */
import type { AuthorRecord } from '../corpus/index.ts';

import { builder } from './builder.ts';
import { cost } from './cost/field-cost.ts';
import { candidates, leftOut, MAX_CANDIDATES } from './lookup.ts';
import type { Found } from './lookup.ts';
import { AuthorRef } from './refs.ts';

export interface UnresolvedShape {
  readonly kind: 'unresolved';
  readonly argument: string;
  readonly found: Found<AuthorRecord>;
}

const UnresolvedReason = builder.enumType('UnresolvedReason', {
  description: 'Why an argument names no one author.',
  values: {
    NOT_FOUND: { description: 'It fits nobody.' },
    AMBIGUOUS: { description: 'It fits several people.' },
  } as const,
});

export const UnresolvedAuthorRef = builder.objectRef<UnresolvedShape>('UnresolvedAuthor').implement({
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
      extensions: cost({ items: MAX_CANDIDATES }),
      resolve: ({ found }) => [...candidates(found)],
    }),
  }),
});
