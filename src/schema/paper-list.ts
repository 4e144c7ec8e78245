/** Lists of papers, the same wherever they stand: all, an author's, an institution's, a venue's. */
import type { ArgBuilder } from '@pothos/core';

import type { PaperScope } from '../corpus/index.ts';
import type { OrderBy, PageArguments, Paper, PaperOrderField } from '../model/index.ts';

import type { SchemaTypes } from './builder.ts';
import { connection, pageArguments, requestedPage } from './connection.ts';
import type { Connection } from './connection.ts';
import type { SchemaContext } from './context.ts';
import { PaperFilterInput, paperFilter, PaperOrderInput, PAPERS_BY_DATE } from './inputs.ts';
import type { GivenPaperFilter } from './inputs.ts';

/** `filter orderBy first after last before`, for every field that lists papers. */
export function paperListArguments(arg: ArgBuilder<SchemaTypes>) {
  return {
    filter: arg({ type: PaperFilterInput, description: 'Which papers to keep.' }),
    orderBy: arg({ type: PaperOrderInput, defaultValue: PAPERS_BY_DATE, description: 'How to sort them.' }),
    ...pageArguments(arg),
  };
}

interface PaperListArguments extends PageArguments {
  readonly filter?: GivenPaperFilter | null | undefined;
  readonly orderBy?: OrderBy<PaperOrderField> | null | undefined;
}

/** The papers of a scope, under a field's arguments. */
export async function paperList(
  scope: PaperScope,
  args: PaperListArguments,
  context: SchemaContext,
): Promise<Connection<Paper>> {
  const { store } = context.view;
  const page = requestedPage(args);
  const query = { scope, filter: await paperFilter(args.filter, context) };
  return connection(
    () => store.papers.page(query, args.orderBy ?? PAPERS_BY_DATE, page),
    () => store.papers.count(query),
  );
}
