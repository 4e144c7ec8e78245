/** Anything that has a page of its own: what an identifier may mean, and what a search may find. */
import type { AuthorRecord, InstitutionRecord, VenueRecord } from '../corpus/index.ts';
import type { Paper } from '../model/index.ts';

import { builder } from './builder.ts';
import { identified } from './identified.ts';
import { typeName } from './node.ts';
import { AuthorRef, InstitutionRef, PaperRef, VenueRef } from './refs.ts';

export type ResourceShape = AuthorRecord | Paper | InstitutionRecord | VenueRecord;

export const ResourceRef = builder.unionType('Resource', {
  description: 'An author, a paper, an institution or a venue.',
  types: [AuthorRef, PaperRef, InstitutionRef, VenueRef],
  resolveType: typeName,
});

export const ResourceType = builder.enumType('ResourceType', {
  description: 'The kinds of what can be found.',
  values: {
    AUTHOR: { description: 'Authors, by their names and name variants.' },
    PAPER: { description: 'Papers, by their titles.' },
    INSTITUTION: { description: 'Institutions, by their names and name variants.' },
    VENUE: { description: 'Venues, by their names and name variants.' },
  } as const,
});

builder.queryField('resource', (t) =>
  t.field({
    type: ResourceRef,
    nullable: true,
    description:
      'Whatever has an identifier: paste any, an address included. One that was merged or given up answers with what has it now; null when nothing has it.',
    args: {
      identifier: t.arg.string({
        required: true,
        description:
          'An ORCID, DOI, arXiv number, PubMed, PMC, dblp, OpenAlex, Semantic Scholar, ACL Anthology, ROR, GRID, ISSN or ISBN identifier in any spelling (bare, prefixed or a URL, in any case), or an id of this API. A bare number is taken for a PubMed id, then for one of Semantic Scholar. Checksums are verified.',
      }),
    },
    resolve: async (_, args, context) => {
      const { author, paper, institution, venue } = await identified(args.identifier, 'identifier', context);
      return author ?? paper ?? institution ?? venue ?? null;
    },
  }),
);
