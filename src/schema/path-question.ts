/** What both questions about paths take: two people, a filter, and what makes a path the best. */
import type { ArgBuilder } from '@pothos/core';

import type { AuthorRecord, PathQuery } from '../corpus/index.ts';

import { builder } from './builder.ts';
import type { SchemaTypes } from './builder.ts';
import type { SchemaContext } from './context.ts';
import { AuthorByInput, CollaborationFilterInput, collaborationFilter } from './inputs.ts';
import type { GivenCollaborationFilter } from './inputs.ts';
import { findAuthors } from './lookup.ts';
import type { AuthorBy } from './lookup.ts';
import type { UnresolvedShape } from './unresolved-author.ts';

export const PathPreferenceEnum = builder.enumType('PathPreference', {
  description: 'What makes a path the best. Of paths of one cost the one of fewer hops is better.',
  values: {
    FEWEST_HOPS: { description: 'As few hops as can be; each costs 1.' },
    STRONGEST_TIES: {
      description:
        'Through people who wrote together much, in small groups, even if there are more of them: a hop costs 1/strength.',
    },
    RECENT_TIES: {
      description:
        'Through people who wrote together lately: a hop costs 1 in the newest year of the whole corpus and 1 more for each year before. A hop whose papers have no year counts as of the oldest year.',
    },
  } as const,
});

export function pathArguments(arg: ArgBuilder<SchemaTypes>) {
  return {
    from: arg({ type: AuthorByInput, required: true, description: 'Where the path begins.' }),
    to: arg({ type: AuthorByInput, required: true, description: 'Where it ends.' }),
    filter: arg({ type: CollaborationFilterInput, description: 'Which papers and people it may run through.' }),
    prefer: arg({
      type: PathPreferenceEnum,
      required: true,
      defaultValue: 'FEWEST_HOPS',
      description: 'What makes a path the best.',
    }),
  };
}

export interface PathQuestion {
  readonly kind: 'question';
  readonly from: AuthorRecord;
  readonly to: AuthorRecord;
  readonly query: PathQuery;
}

interface Given {
  readonly from: AuthorBy;
  readonly to: AuthorBy;
  readonly filter?: GivenCollaborationFilter | null | undefined;
  readonly prefer: typeof PathPreferenceEnum.$inferType;
}

/** Finds both people and the filter's; where an argument names no one person, says which. */
export async function pathQuestion(given: Given, context: SchemaContext): Promise<PathQuestion | UnresolvedShape> {
  const [fromFound, toFound] = await Promise.all([
    findAuthors(given.from, 'from', context),
    findAuthors(given.to, 'to', context),
  ]);
  const [from] = fromFound.all;
  if (from === undefined || fromFound.all.length > 1) return { kind: 'unresolved', argument: 'from', found: fromFound };
  const [to] = toFound.all;
  if (to === undefined || toFound.all.length > 1) return { kind: 'unresolved', argument: 'to', found: toFound };
  const filter = await collaborationFilter(given.filter, context);
  const maxHops = given.filter?.maxHops;
  const query = { ...context.walkLimits, filter, prefer: given.prefer, ...(maxHops == null ? {} : { maxHops }) };
  return { kind: 'question', from, to, query };
}
