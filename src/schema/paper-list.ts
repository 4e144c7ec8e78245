/** Lists of papers, the same wherever they stand: all, an author's, an institution's, a venue's. */
import type { ArgBuilder } from '@pothos/core';

import type { PaperQuery, PaperScope } from '../corpus/index.ts';
import type { OrderBy, PageArguments, Paper, PaperId, PaperOrderField } from '../model/index.ts';

import type { SchemaTypes } from './builder.ts';
import { connection, pageArguments, requestedPage } from './connection.ts';
import type { Connection } from './connection.ts';
import type { SchemaContext } from './context.ts';
import type { HasPaperFacets } from './facet.ts';
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

/** Papers that can be paged, counted and divided. */
export type PaperList = Connection<Paper> & HasPaperFacets;

/** The papers of a scope, under a field's arguments. */
export async function paperList(
  scope: PaperScope,
  args: PaperListArguments,
  context: SchemaContext,
): Promise<PaperList> {
  return papersOf({ scope, filter: await paperFilter(args.filter, context) }, args, context);
}

/** Exactly these papers, which are all there. */
export function jointPapers(papers: readonly PaperId[], args: PaperListArguments, context: SchemaContext): PaperList {
  return { ...papersOf({ scope: { papers }, filter: {} }, args, context), totalCount: () => papers.length };
}

function papersOf(query: PaperQuery, args: PaperListArguments, { view: { store } }: SchemaContext): PaperList {
  const page = requestedPage(args);
  const list = connection(
    () => store.papers.page(query, args.orderBy ?? PAPERS_BY_DATE, page),
    () => store.papers.count(query),
  );
  return { ...list, facets: (by, size) => store.paperFacets(query, by, size) };
}
