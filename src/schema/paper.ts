import { authorListOrder, fullDate, pageOf } from '../model/index.ts';
import type { Authorship, Paper } from '../model/index.ts';

import { builder } from './builder.ts';
import { CategoryRef, IdentifierRef, PaperTypeEnum, SourceMentionRef } from './common.ts';
import { connection, defineConnection, pageArguments, requestedPage } from './connection.ts';
import { loadKnown } from './context.ts';
import { cost, WHOLE, WHOLE_IF_FILTERED } from './cost/field-cost.ts';
import { paperFacetsField } from './facet.ts';
import { FieldConflictRef } from './field-conflict.ts';
import { PaperByInput } from './inputs.ts';
import { findPaper } from './lookup.ts';
import { paperList, paperListArguments } from './paper-list.ts';
import type { PaperList } from './paper-list.ts';
import { AuthorRef, InstitutionRef, NodeRef, PaperRef, VenueRef } from './refs.ts';
import { withheldAuthorships, WithheldAuthorshipRef } from './withheld-authorship.ts';

export const PaperConnection = defineConnection<Paper, Paper, PaperList>({
  name: 'Paper',
  of: 'papers',
  node: PaperRef,
  nodeOf: (paper) => paper,
  connectionFields: (t) => ({ facets: t.field(paperFacetsField(t.arg, WHOLE)) }),
});

const PaperAuthorConnection = defineConnection({
  name: 'PaperAuthor',
  of: 'the authors of a paper',
  node: AuthorRef,
  nodeOf: (authorship: Authorship, { loaders }) => loadKnown(loaders.author, authorship.authorId),
  edgeFields: (t) => ({
    position: t.int({
      nullable: true,
      description: 'Place in the printed list, from 1; null when not printed.',
      resolve: ({ item }) => item.position ?? null,
    }),
    isListed: t.boolean({
      description: 'Whether the author is printed on the list, not hidden in "et al.".',
      resolve: ({ item }) => item.isListed,
    }),
    rawName: t.string({
      nullable: true,
      description: 'The name as this paper prints it; null when not printed.',
      resolve: ({ item }) => item.rawNames[0] ?? null,
    }),
    institutions: t.field({
      type: [InstitutionRef],
      description: 'Institutions that the paper prints beside the name.',
      resolve: ({ item }, _, { loaders }) =>
        Promise.all(item.institutionIds.map((id) => loadKnown(loaders.institution, id))),
    }),
  }),
});

PaperRef.implement({
  description: 'One paper, whatever number of sources tell of it.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Opaque and lasting; see Node.' }),
    title: t.exposeString('title', { description: 'The title.' }),
    type: t.expose('type', { type: PaperTypeEnum, description: 'What kind of publication it is.' }),
    abstract: t.string({
      nullable: true,
      description: 'The abstract; null when no source has it.',
      resolve: (paper) => paper.abstract ?? null,
    }),
    year: t.int({
      nullable: true,
      description: 'Year of publication; null when unknown.',
      resolve: (paper) => paper.date.year ?? null,
    }),
    month: t.int({
      nullable: true,
      description: 'Month of publication, 1 to 12; null when unknown.',
      resolve: (paper) => paper.date.month ?? null,
    }),
    publishedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day of publication; null unless year, month and day are known.',
      resolve: (paper) => fullDate(paper.date) ?? null,
    }),
    isYearInferred: t.exposeBoolean('isYearInferred', {
      description: 'The year was not printed with the paper but follows from when its page was captured.',
    }),
    doi: t.string({
      nullable: true,
      description: 'The DOI, bare and in lower case; null when no source tells one.',
      resolve: (paper) => paper.identifiers.find(({ scheme }) => scheme === 'DOI')?.value ?? null,
    }),
    identifiers: t.field({
      type: [IdentifierRef],
      description: 'Every identifier that a source tells.',
      resolve: (paper) => [...paper.identifiers],
    }),
    venue: t.field({
      type: VenueRef,
      nullable: true,
      description: 'Where it appeared; null when no source tells.',
      resolve: ({ venueId }, _, { loaders }) => (venueId === undefined ? null : loadKnown(loaders.venue, venueId)),
    }),
    citationCount: t.int({
      nullable: true,
      description: 'Citations as a source reports them, the largest where several do; null when none does.',
      resolve: (paper) => paper.citationCount ?? null,
    }),
    isRetracted: t.exposeBoolean('isRetracted', { description: 'Whether a source says that it is retracted.' }),
    categories: t.field({
      type: [CategoryRef],
      description: 'Subject categories, in order of code.',
      resolve: (paper) => [...paper.categories],
    }),
    authors: t.field({
      type: PaperAuthorConnection,
      description: 'The people who wrote it, as printed; those who are known but not printed come last.',
      args: pageArguments(t.arg),
      resolve: (paper, args, { view }) => {
        const page = requestedPage(args);
        const authorships = view.network.authorshipsOn(paper.id);
        return connection(
          () => pageOf(authorships, authorListOrder, page),
          () => authorships.length,
        );
      },
    }),
    authorCount: t.int({
      nullable: true,
      description: 'The number of authors; null when the source cut the list without saying how many.',
      resolve: (paper) => paper.authorCount ?? null,
    }),
    isAuthorListComplete: t.exposeBoolean('isAuthorListComplete', {
      description: 'False when the list is cut ("et al.") or a known author is missing from it.',
    }),
    groupAuthors: t.exposeStringList('groupAuthors', {
      description: 'Groups among the authors ("The X Collaboration"): shown, but nobody’s coauthor and on no path.',
    }),
    institutions: t.field({
      type: [InstitutionRef],
      description: 'Institutions tied to the paper as a whole or to one of its authors.',
      resolve: (paper, _, { loaders }) =>
        Promise.all(paper.institutionIds.map((id) => loadKnown(loaders.institution, id))),
    }),
    sources: t.field({
      type: [SourceMentionRef],
      description: 'Every record that tells of the paper.',
      resolve: (paper) => [...paper.sources],
    }),
    conflicts: t.field({
      type: [FieldConflictRef],
      description: 'The fields that those records tell differently, by name.',
      resolve: (paper) => [...paper.conflicts],
    }),
    withheldAuthorships: t.field({
      type: [WithheldAuthorshipRef],
      description:
        'Authors of the paper who are left out of the corpus by decision, by place on the list, those not printed first.',
      resolve: (paper) => withheldAuthorships(paper.withheldPositions),
    }),
  }),
});

builder.queryFields((t) => ({
  paper: t.field({
    type: PaperRef,
    nullable: true,
    description: 'One paper; null when none is meant, an error that lists the candidates when several are.',
    args: { by: t.arg({ type: PaperByInput, required: true, description: 'Which is meant.' }) },
    resolve: (_, { by }, context) => findPaper(by, 'by', context),
  }),
  papers: t.field({
    type: PaperConnection,
    description: 'All papers, newest first unless asked otherwise.',
    extensions: cost(WHOLE_IF_FILTERED),
    args: paperListArguments(t.arg),
    resolve: (_, args, context) => paperList({}, args, context),
  }),
}));
