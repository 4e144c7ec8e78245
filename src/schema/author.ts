import type { AuthorRecord, CoauthorTie } from '../corpus/index.ts';
import type { AuthorId, Authorship, CollaborationFilter, Paper, ReportedProfile } from '../model/index.ts';

import { builder } from './builder.ts';
import { CategoryRef, IdentifierRef, SourceMentionRef } from './common.ts';
import { connection, defineConnection, mapPage, pageArguments, requestedPage } from './connection.ts';
import type { Connection } from './connection.ts';
import { loadKnown } from './context.ts';
import type { SchemaContext } from './context.ts';
import { cost, LISTED, WHOLE, WHOLE_IF_FILTERED } from './cost/field-cost.ts';
import { droppedField } from './dropped.ts';
import { authorFacetsField, MANY_LISTED, paperFacetsField } from './facet.ts';
import type { HasAuthorFacets, HasPaperFacets } from './facet.ts';
import {
  authorFilter,
  AuthorByInput,
  AuthorFilterInput,
  AuthorOrderInput,
  AUTHORS_BY_NAME,
  COAUTHORS_BY_PAPERS,
  CoauthorOrderInput,
  CollaborationFilterInput,
  collaborationFilter,
} from './inputs.ts';
import { paperList, paperListArguments } from './paper-list.ts';
import { findAuthor } from './lookup.ts';
import { AuthorIdentityRef, AuthorRef, CollaborationRef, InstitutionRef, NodeRef, PaperRef } from './refs.ts';

/** Authors that can be paged, counted and divided. */
type AuthorList = Connection<AuthorRecord> & HasAuthorFacets;

interface OwnPaper {
  readonly paper: Paper;
  readonly authorship: Authorship;
}

export const AuthorConnection = defineConnection<AuthorRecord, AuthorRecord, AuthorList>({
  name: 'Author',
  of: 'authors',
  node: AuthorRef,
  nodeOf: (author) => author,
  connectionFields: (t) => ({ facets: t.field(authorFacetsField(t.arg, WHOLE)) }),
});

const AuthorPaperConnection = defineConnection<OwnPaper, Paper, Connection<OwnPaper> & HasPaperFacets>({
  name: 'AuthorPaper',
  of: 'the papers of an author',
  node: PaperRef,
  nodeOf: (own) => own.paper,
  connectionFields: (t) => ({ facets: t.field(paperFacetsField(t.arg, LISTED)) }),
  edgeFields: (t) => ({
    position: t.int({
      nullable: true,
      description: 'Where the author stands in the printed list, from 1; null when not printed.',
      resolve: ({ item }) => item.authorship.position ?? null,
    }),
    isListed: t.boolean({
      description: 'Whether the author is printed on the list, not hidden in "et al.".',
      resolve: ({ item }) => item.authorship.isListed,
    }),
    rawName: t.string({
      nullable: true,
      description: 'The name as this paper prints it; null when not printed.',
      resolve: ({ item }) => item.authorship.rawNames[0] ?? null,
    }),
    institutions: t.field({
      type: [InstitutionRef],
      description: 'Institutions that the paper prints beside the name.',
      resolve: ({ item }, _, { loaders }) =>
        Promise.all(item.authorship.institutionIds.map((id) => loadKnown(loaders.institution, id))),
    }),
  }),
});

interface CoauthorList extends Connection<CoauthorTie>, HasAuthorFacets {
  readonly filter: CollaborationFilter;
}

const CoauthorConnection = defineConnection<CoauthorTie, AuthorRecord, CoauthorList>({
  name: 'Coauthor',
  of: 'the coauthors of an author',
  node: AuthorRef,
  nodeOf: (tie, { loaders }) => loadKnown(loaders.author, tie.coauthorId),
  edgeFields: (t) => ({
    collaboration: t.field({
      type: CollaborationRef,
      description: 'The tie between the two, under the list’s filter.',
      resolve: ({ item }) => item.collaboration,
    }),
  }),
  connectionFields: (t) => ({ dropped: t.field(droppedField), facets: t.field(authorFacetsField(t.arg, MANY_LISTED)) }),
});

const ReportedProfileRef = builder.objectRef<ReportedProfile>('ReportedProfile').implement({
  description:
    'What a source printed about an author, apart from anything computed here. A figure it did not print is null. Of several captures of one page the latest speaks.',
  fields: (t) => ({
    hIndex: t.int({ nullable: true, description: 'h-index.', resolve: (profile) => profile.hIndex ?? null }),
    paperCount: t.int({
      nullable: true,
      description: 'Number of papers.',
      resolve: (profile) => profile.paperCount ?? null,
    }),
    citationCount: t.int({
      nullable: true,
      description: 'Number of citations.',
      resolve: (profile) => profile.citationCount ?? null,
    }),
    novelty: t.float({
      nullable: true,
      description: 'Novelty, 0 to 1.',
      resolve: (profile) => profile.novelty ?? null,
    }),
    aiScore: t.float({ nullable: true, description: 'AI score.', resolve: (profile) => profile.aiScore ?? null }),
    primaryCategory: t.field({
      type: CategoryRef,
      nullable: true,
      description: 'The category the source puts the author in.',
      resolve: (profile) => profile.primaryCategory ?? null,
    }),
    source: t.field({
      type: SourceMentionRef,
      description: 'Where it was printed.',
      resolve: (profile) => profile.source,
    }),
  }),
});

AuthorRef.implement({
  description: 'A person who wrote papers.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', {
      description:
        'Opaque and lasting; see Node. It differs from the id asked with where that one was merged away: it says what it became.',
    }),
    name: t.exposeString('name', { description: 'The form of the name printed most often.' }),
    nameVariants: t.exposeStringList('nameVariants', { description: 'Other printed forms of the name.' }),
    orcid: t.string({
      nullable: true,
      description: 'The ORCID, bare; null when no source tells one.',
      resolve: (author) => author.identifiers.find(({ scheme }) => scheme === 'ORCID')?.value ?? null,
    }),
    identifiers: t.field({
      type: [IdentifierRef],
      description: 'Every identifier that a source tells.',
      resolve: (author) => [...author.identifiers],
    }),
    paperCount: t.exposeInt('paperCount', {
      description: 'Papers of the person in this corpus, those included that hide them in "et al.". Never filtered.',
    }),
    coauthorCount: t.exposeInt('coauthorCount', {
      description: 'People with an authorship on one of the person’s papers. Never filtered.',
    }),
    reported: t.field({
      type: ReportedProfileRef,
      nullable: true,
      description: 'What a source printed about the person; null when none did.',
      resolve: (author) => author.reported ?? null,
    }),
    identity: t.field({
      type: AuthorIdentityRef,
      description: 'How it was worked out who the person is, and how sure that is.',
      resolve: (author) => author,
    }),
    sources: t.field({
      type: [SourceMentionRef],
      description: 'Every record that tells of the person.',
      resolve: (author) => [...author.sources],
    }),
    papers: t.field({
      type: AuthorPaperConnection,
      description: 'The person’s papers, newest first unless asked otherwise.',
      args: paperListArguments(t.arg),
      resolve: async (author, args, context) => {
        const own = await paperList({ author: author.id }, args, context);
        const withAuthorship = (paper: Paper): OwnPaper => ({
          paper,
          authorship: authorshipOf(author.id, paper, context),
        });
        return { ...own, ...connection(async () => mapPage(await own.page(), withAuthorship), own.totalCount) };
      },
    }),
    coauthors: t.field({
      type: CoauthorConnection,
      description: 'Everybody who wrote a paper with the person, by number of joint papers unless asked otherwise.',
      args: {
        filter: t.arg({ type: CollaborationFilterInput, description: 'Which papers and people count.' }),
        orderBy: t.arg({
          type: CoauthorOrderInput,
          defaultValue: COAUTHORS_BY_PAPERS,
          description: 'How to sort them.',
        }),
        ...pageArguments(t.arg),
      },
      resolve: async (author, args, context) => {
        const { network, store } = context.view;
        const page = requestedPage(args);
        const filter = await collaborationFilter(args.filter, context);
        const orderBy = args.orderBy ?? COAUTHORS_BY_PAPERS;
        const list = connection(
          () => network.coauthors(author.id, { filter, orderBy, page }),
          () => network.coauthorCount(author.id, filter),
        );
        const facets: HasAuthorFacets['facets'] = (by, size) =>
          store.authorFacets({ authors: network.coauthorIds(author.id, filter), filter: {} }, by, size);
        return { ...list, filter, facets };
      },
    }),
    collaboration: t.field({
      type: CollaborationRef,
      nullable: true,
      description: 'The tie to another person; null when they never wrote together under the filter.',
      args: {
        with: t.arg({ type: AuthorByInput, required: true, description: 'The other person.' }),
        filter: t.arg({ type: CollaborationFilterInput, description: 'Which papers and people count.' }),
      },
      resolve: async (author, args, context) => {
        const other = await findAuthor(args.with, 'with', context);
        if (other === null) return null;
        const filter = await collaborationFilter(args.filter, context);
        return context.view.network.collaboration(author.id, other.id, filter) ?? null;
      },
    }),
  }),
});

builder.queryFields((t) => ({
  author: t.field({
    type: AuthorRef,
    nullable: true,
    description: 'One author; null when nobody is meant, an error that lists the candidates when several are.',
    args: { by: t.arg({ type: AuthorByInput, required: true, description: 'Who is meant.' }) },
    resolve: (_, { by }, context) => findAuthor(by, 'by', context),
  }),
  authors: t.field({
    type: AuthorConnection,
    description: 'All authors, by name unless asked otherwise.',
    extensions: cost(WHOLE_IF_FILTERED),
    args: {
      filter: t.arg({ type: AuthorFilterInput, description: 'Which authors to keep.' }),
      orderBy: t.arg({ type: AuthorOrderInput, defaultValue: AUTHORS_BY_NAME, description: 'How to sort them.' }),
      ...pageArguments(t.arg),
    },
    resolve: async (_, args, context) => {
      const { store } = context.view;
      const page = requestedPage(args);
      const filter = await authorFilter(args.filter, context);
      const list = connection(
        () => store.authors.page(filter, args.orderBy ?? AUTHORS_BY_NAME, page),
        () => store.authors.count(filter),
      );
      return { ...list, facets: (by, size) => store.authorFacets({ filter }, by, size) };
    },
  }),
}));

function authorshipOf(author: AuthorId, paper: Paper, { view }: SchemaContext): Authorship {
  const authorship = view.network.authorship(author, paper.id);
  if (authorship === undefined)
    throw new Error(`The store has ${paper.id} as a paper of ${author}, the network does not.`);
  return authorship;
}
