/** Lists divided into groups: by year, venue, institution and so on, with how many of the list each group has. */
import type { ArgBuilder } from '@pothos/core';

import { PAGE_LIMITS, pageRequest } from '../model/index.ts';
import type { AuthorFacet, FacetCounts, FacetGroup, PaperFacet, PaperType } from '../model/index.ts';

import { builder } from './builder.ts';
import type { SchemaTypes } from './builder.ts';
import type { SchemaContext } from './context.ts';
import { cost } from './cost/field-cost.ts';
import { ResourceRef } from './resource.ts';
import type { ResourceShape } from './resource.ts';

/** A list of papers that can be divided: in the order asked, at most so many groups of each. */
export interface HasPaperFacets {
  readonly facets: (by: readonly PaperFacet[], size: number) => Promise<readonly FacetCounts[]>;
}

/** The same of authors. */
export interface HasAuthorFacets {
  readonly facets: (by: readonly AuthorFacet[], size: number) => Promise<readonly FacetCounts[]>;
}

/** What it is to divide a list of some hundred, each with papers of their own. */
export const MANY_LISTED = 100;

const GROUPS_SHOWN = 10;

const PaperFacetEnum = builder.enumType('PaperFacet', {
  description: 'By what a list of papers can be divided.',
  values: {
    YEAR: { description: 'The year of publication: each paper has one at most.' },
    TYPE: { description: 'The type: each paper has one.' },
    VENUE: { description: 'The venue: each paper has one at most.' },
    CATEGORY: { description: 'Codes of categories.' },
    INSTITUTION: { description: 'Institutions that the paper is tied to.' },
    COUNTRY: { description: 'Countries of these institutions.' },
    AUTHOR: { description: 'Authors.' },
  } as const,
});

const AuthorFacetEnum = builder.enumType('AuthorFacet', {
  description: 'By what a list of authors can be divided.',
  values: {
    INSTITUTION: { description: 'Institutions beside their own names, on any of their papers.' },
    COUNTRY: { description: 'Countries of these institutions.' },
    CATEGORY: { description: 'Codes of categories of their papers.' },
    VENUE: { description: 'Venues of their papers.' },
    FIRST_YEAR: { description: 'The year of their first paper in this corpus: each author has one at most.' },
  } as const,
});

interface GroupShape extends FacetGroup {
  readonly by: PaperFacet | AuthorFacet;
}

const FacetGroupRef = builder.objectRef<GroupShape>('FacetGroup').implement({
  description: 'One value, and how many of the list have it.',
  fields: (t) => ({
    value: t.exposeString('value', {
      description:
        'A year, a type, a code of a category or country, or an id: as a filter takes it. FIRST_YEAR has no filter of its own.',
    }),
    label: t.string({
      description: 'The value in words: the name of an author, institution, venue or country; else the value itself.',
      resolve: async (group, _, context) => (await nodeOf(group, context))?.label ?? wordsFor(group),
    }),
    count: t.exposeInt('count', { description: 'How many of the list, under the list’s own filter.' }),
    node: t.field({
      type: ResourceRef,
      nullable: true,
      description: 'The author, institution or venue; null where the value is none.',
      resolve: async (group, _, context) => (await nodeOf(group, context))?.node ?? null,
    }),
  }),
});

interface FacetShape extends FacetCounts {
  readonly by: PaperFacet | AuthorFacet;
}

const FacetRef = builder.objectRef<FacetShape>('Facet').implement({
  description:
    'A list divided by one of its facets, under the list’s own filter. Where each of the list has one value at most, the counts of all groups and missingCount are together the totalCount.',
  fields: (t) => ({
    by: t.exposeString('by', { description: 'The facet asked for.' }),
    groupCount: t.exposeInt('groupCount', { description: 'How many groups there are, shown or not.' }),
    missingCount: t.exposeInt('missingCount', { description: 'How many of the list have no value.' }),
    groups: t.field({
      type: [FacetGroupRef],
      description: 'The largest first, equals by value.',
      extensions: cost({ items: 1 }),
      resolve: ({ by, groups }) => groups.map((group) => ({ ...group, by })),
    }),
  }),
});

/** @param price points of one facet */
export function paperFacetsField(arg: ArgBuilder<SchemaTypes>, price: number) {
  return facetsField(
    arg,
    arg({ type: [PaperFacetEnum], required: true, description: 'The facets, each once.' }),
    price,
    (list: HasPaperFacets, by: readonly PaperFacet[], size: number) => list.facets(by, size),
  );
}

/** The same of a list of authors. */
export function authorFacetsField(arg: ArgBuilder<SchemaTypes>, price: number) {
  return facetsField(
    arg,
    arg({ type: [AuthorFacetEnum], required: true, description: 'The facets, each once.' }),
    price,
    (list: HasAuthorFacets, by: readonly AuthorFacet[], size: number) => list.facets(by, size),
  );
}

function facetsField<By, Facet extends PaperFacet | AuthorFacet, List>(
  arg: ArgBuilder<SchemaTypes>,
  by: By,
  price: number,
  divide: (list: List, by: readonly Facet[], size: number) => Promise<readonly FacetCounts[]>,
) {
  return {
    type: [FacetRef] as [typeof FacetRef],
    description: 'The whole list, not the page, divided by each facet, in the order asked. Fetches no rows.',
    extensions: cost({
      price: ({ by: asked }) => price * lengthOf(asked),
      items: ({ by: asked, first }) => lengthOf(asked) * (typeof first === 'number' ? first : GROUPS_SHOWN),
    }),
    args: {
      by,
      first: arg.int({
        required: true,
        defaultValue: GROUPS_SHOWN,
        description: `How many groups of each, 1 to ${PAGE_LIMITS.maxSize}.`,
      }),
    },
    resolve: async (
      list: List,
      { by: asked, first }: { by: readonly Facet[]; first: number },
      { checkTime }: SchemaContext,
    ): Promise<FacetShape[]> => {
      const { size } = pageRequest({ first });
      checkTime();
      const facets = [...new Set(asked)];
      const counts = await divide(list, facets, size);
      return counts.map((each, at) => ({ ...each, by: facets[at] as Facet })); // in the order asked
    },
  };
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 1;
}

// What the value is an id of.
async function nodeOf(
  { by, value }: GroupShape,
  { loaders }: SchemaContext,
): Promise<{ readonly node: ResourceShape; readonly label: string } | undefined> {
  const load = { AUTHOR: loaders.author, INSTITUTION: loaders.institution, VENUE: loaders.venue }[by as 'AUTHOR'] as
    typeof loaders.author | undefined;
  const node = await load?.load(value);
  return node && { node, label: node.name };
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

function wordsFor({ by, value }: GroupShape): string {
  if (by === 'COUNTRY') return COUNTRIES.of(value) ?? value;
  return by === 'TYPE' ? typeInWords(value as PaperType) : value;
}

function typeInWords(type: PaperType): string {
  const words = type.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
