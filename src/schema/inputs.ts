/** The inputs that several fields take, and how the ids inside them are checked and follow merges. */
import type {
  AuthorFilter,
  AuthorId,
  AuthorOrderField,
  CollaborationFilter,
  InstitutionId,
  InstitutionOrderField,
  OrderBy,
  PaperFilter,
  PaperId,
  PaperOrderField,
  VenueId,
  VenueOrderField,
} from '../model/index.ts';
import { isAuthorId, isInstitutionId, isPaperId, isVenueId } from '../model/index.ts';
import type { CoauthorOrderField } from '../corpus/index.ts';

import { builder } from './builder.ts';
import { OrderDirection, PaperTypeEnum } from './common.ts';
import type { SchemaContext } from './context.ts';
import { checkId } from './lookup.ts';

export const AuthorByInput = builder.inputType('AuthorBy', {
  isOneOf: true,
  description: 'Names one author; exactly one field is given.',
  fields: (t) => ({
    id: t.id({ description: 'An id that an answer gave. One that was merged away names the survivor.' }),
    identifier: t.string({
      description:
        'An identifier of any scheme in any spelling (bare, prefixed or a URL), or an id. One that was given up for another names whoever has that.',
    }),
    orcid: t.string({ description: 'An ORCID in any spelling; its checksum is verified.' }),
    name: t.string({
      description:
        'A whole name or name variant in either order ("Andrew Saxe", "Saxe, Andrew"). Case, accents, punctuation and script do not matter. A name that fits several people is an error that lists them.',
    }),
  }),
});

export const PaperByInput = builder.inputType('PaperBy', {
  isOneOf: true,
  description: 'Names one paper; exactly one field is given.',
  fields: (t) => ({
    id: t.id({ description: 'An id that an answer gave. One that was merged away names the survivor.' }),
    identifier: t.string({
      description:
        'An identifier of any scheme in any spelling (bare, prefixed or a URL), or an id. One that was given up for another names whoever has that.',
    }),
    doi: t.string({ description: 'A DOI in any spelling.' }),
    title: t.string({
      description:
        'A whole title; case, accents and punctuation do not matter. A title that fits several papers is an error that lists them.',
    }),
  }),
});

export const VenueByInput = builder.inputType('VenueBy', {
  isOneOf: true,
  description: 'Names one venue; exactly one field is given.',
  fields: (t) => ({
    id: t.id({ description: 'An id that an answer gave.' }),
    identifier: t.string({
      description: 'An identifier of any scheme in any spelling (bare, prefixed or a URL), such as an ISSN, or an id.',
    }),
    name: t.string({ description: 'A whole name or name variant; case, accents and punctuation do not matter.' }),
  }),
});

export const InstitutionByInput = builder.inputType('InstitutionBy', {
  isOneOf: true,
  description: 'Names one institution; exactly one field is given.',
  fields: (t) => ({
    id: t.id({ description: 'An id that an answer gave.' }),
    identifier: t.string({
      description:
        'An identifier of any scheme in any spelling (bare, prefixed or a URL), or an id. One that was given up for another names whoever has that.',
    }),
    ror: t.string({ description: 'A ROR id in any spelling; its checksum is verified.' }),
    name: t.string({ description: 'A whole name or name variant; case, accents and punctuation do not matter.' }),
  }),
});

const AuthorPosition = builder.enumType('AuthorPosition', {
  description: 'Where an author stands in the printed list.',
  values: {
    FIRST: { description: 'First of the list.' },
    LAST: { description: 'Last of a list that is complete; also the only one.' },
    ONLY: { description: 'The only author of a list that is complete.' },
  } as const,
});

export const PaperFilterInput = builder.inputType('PaperFilter', {
  description: 'Which papers to keep. A list means "any of these"; fields are joined by "and".',
  fields: (t) => ({
    title: t.string({ description: 'Words of the title, in any order; case and accents do not matter.' }),
    fromYear: t.int({ description: 'Published in this year or later. Papers without a year never fit.' }),
    toYear: t.int({ description: 'Published in this year or earlier. Papers without a year never fit.' }),
    types: t.field({ type: [PaperTypeEnum], description: 'Of one of these types.' }),
    venues: t.idList({ description: 'In one of these venues.' }),
    categories: t.stringList({ description: 'With one of these category codes (cs.LG).' }),
    institutions: t.idList({ description: 'Tied to one of these institutions.' }),
    countries: t.stringList({ description: 'Tied to an institution in one of these countries (ISO 3166-1 alpha-2).' }),
    authors: t.idList({ description: 'By one of these authors.' }),
    allAuthors: t.idList({ description: 'By all of these authors together.' }),
    authorPosition: t.field({
      type: AuthorPosition,
      description: 'Where one of `authors` stands or, on an author’s own papers, that author.',
    }),
    minAuthors: t.int({
      description: 'With at least so many authors; a cut list counts as the authors known and one more.',
    }),
    maxAuthors: t.int({
      description: 'With at most so many authors; a cut list counts as the authors known and one more.',
    }),
    minCitations: t.int({ description: 'With at least so many reported citations; papers without a count never fit.' }),
    maxCitations: t.int({ description: 'With at most so many reported citations; papers without a count never fit.' }),
    isAuthorListComplete: t.boolean({ description: 'Whose author list is complete, or is cut.' }),
    isRetracted: t.boolean({ description: 'That a source says is retracted, or none does.' }),
  }),
});

export const AuthorFilterInput = builder.inputType('AuthorFilter', {
  description:
    'Which authors to keep. A list means "any of these"; fields are joined by "and". Categories, venues, institutions, countries and years are those of one paper: in cs.LG since 2020 means a paper in cs.LG since 2020.',
  fields: (t) => ({
    name: t.string({
      description:
        'Words of the name, in any order; a single letter fits as an initial ("a saxe"). Case and accents do not matter.',
    }),
    categories: t.stringList({ description: 'With a paper in one of these categories.' }),
    venues: t.idList({ description: 'With a paper in one of these venues.' }),
    institutions: t.idList({ description: 'With one of these institutions beside their own name on a paper.' }),
    countries: t.stringList({
      description:
        'With an institution in one of these countries (ISO 3166-1 alpha-2) beside their own name on a paper.',
    }),
    fromYear: t.int({ description: 'With a paper of this year or later.' }),
    toYear: t.int({ description: 'With a paper of this year or earlier; with fromYear, a paper between the two.' }),
    minPapers: t.int({ description: 'With at least so many papers.' }),
    maxPapers: t.int({ description: 'With at most so many papers.' }),
    minCoauthors: t.int({ description: 'With at least so many coauthors.' }),
    maxCoauthors: t.int({ description: 'With at most so many coauthors.' }),
    hasOrcid: t.boolean({ description: 'Of whom some source tells an ORCID, or none does.' }),
    isAmbiguous: t.boolean({
      description: 'Of whom it is not sure who they are (see AuthorIdentity.isAmbiguous), or of whom it is.',
    }),
  }),
});

export const InstitutionFilterInput = builder.inputType('InstitutionFilter', {
  description: 'Which institutions to keep; fields are joined by "and".',
  fields: (t) => ({
    name: t.string({ description: 'Words of the name, in any order; case and accents do not matter.' }),
    countries: t.stringList({ description: 'In one of these countries (ISO 3166-1 alpha-2).' }),
    minPapers: t.int({ description: 'With at least so many papers.' }),
  }),
});

export const CollaborationFilterInput = builder.inputType('CollaborationFilter', {
  description:
    'Which papers and people a tie or a path may run through. A list means "any of these"; fields are joined by "and".',
  fields: (t) => ({
    fromYear: t.int({ description: 'Papers of this year or later. Papers without a year never fit.' }),
    toYear: t.int({
      description: 'Papers of this year or earlier: alone it means "as of that year". Papers without a year never fit.',
    }),
    maxAuthorsPerPaper: t.int({
      description: 'Papers with at most so many authors; a cut list counts as the authors known and one more.',
    }),
    types: t.field({ type: [PaperTypeEnum], description: 'Papers of one of these types.' }),
    venues: t.idList({ description: 'Papers in one of these venues.' }),
    categories: t.stringList({ description: 'Papers with one of these category codes (cs.LG).' }),
    excludeAuthors: t.idList({ description: 'People to leave out: no tie and no path runs through them.' }),
    excludePapers: t.idList({ description: 'Papers to leave out.' }),
    excludeAmbiguousAuthors: t.boolean({
      description:
        'Leave out people of whom it is not sure who they are (see AuthorIdentity.isAmbiguous): no tie and no path runs through them. Whom the question itself names stays in: the author whose coauthors are asked for, the two of a collaboration, both ends of a path.',
    }),
    maxHops: t.int({ description: 'Longest path to accept, 1 or more; no limit when absent. Only paths have it.' }),
  }),
});

export const PaperOrderInput = defineOrder('Paper', 'papers', {
  PUBLISHED_ON: {
    description: 'Year, month, day; a missing part stands before a present one, undated papers last.',
  },
  TITLE: { description: 'The title, folded.' },
  CITATION_COUNT: { description: 'The reported number of citations; papers without one last.' },
  AUTHOR_COUNT: { description: 'The number of authors; papers whose list is cut last.' },
});

export const AuthorOrderInput = defineOrder('Author', 'authors', {
  NAME: { description: 'Family name, then given names, folded; by code point, in no language’s order.' },
  PAPER_COUNT: { description: 'The number of papers.' },
  COAUTHOR_COUNT: { description: 'The number of coauthors.' },
});

export const InstitutionOrderInput = defineOrder('Institution', 'institutions', {
  NAME: { description: 'The name, folded; by code point, in no language’s order.' },
  PAPER_COUNT: { description: 'The number of papers.' },
});

export const VenueOrderInput = defineOrder('Venue', 'venues', {
  NAME: { description: 'The name, folded; by code point, in no language’s order.' },
  PAPER_COUNT: { description: 'The number of papers.' },
});

export const CoauthorOrderInput = defineOrder('Coauthor', 'coauthors', {
  PAPER_COUNT: { description: 'The number of joint papers under the filter.' },
  STRENGTH: { description: 'The strength of the tie under the filter.' },
  FIRST_YEAR: { description: 'The year of the first joint paper; unknown last.' },
  LAST_YEAR: { description: 'The year of the last joint paper; unknown last.' },
  NAME: { description: 'Family name, then given names, folded.' },
});

export const PAPERS_BY_DATE: OrderBy<PaperOrderField> = { field: 'PUBLISHED_ON', direction: 'DESC' };
export const AUTHORS_BY_NAME: OrderBy<AuthorOrderField> = { field: 'NAME', direction: 'ASC' };
export const INSTITUTIONS_BY_NAME: OrderBy<InstitutionOrderField> = { field: 'NAME', direction: 'ASC' };
export const VENUES_BY_NAME: OrderBy<VenueOrderField> = { field: 'NAME', direction: 'ASC' };
export const COAUTHORS_BY_PAPERS: OrderBy<CoauthorOrderField> = { field: 'PAPER_COUNT', direction: 'DESC' };

type Given<T> = T | null | undefined;

/** A filter on papers as a client spelled it: ids not yet checked. */
export type GivenPaperFilter = Omit<PaperFilter, 'institutions' | 'authors' | 'allAuthors' | 'venues'> & {
  readonly venues?: Given<readonly string[]>;
  readonly institutions?: Given<readonly string[]>;
  readonly authors?: Given<readonly string[]>;
  readonly allAuthors?: Given<readonly string[]>;
};

/** A filter on authors as a client spelled it: ids not yet checked. */
export type GivenAuthorFilter = Omit<AuthorFilter, 'institutions' | 'venues'> & {
  readonly venues?: Given<readonly string[]>;
  readonly institutions?: Given<readonly string[]>;
};

/** A filter on ties as a client spelled it: ids not yet checked. */
export type GivenCollaborationFilter = Omit<CollaborationFilter, 'excludeAuthors' | 'excludePapers' | 'venues'> & {
  readonly venues?: Given<readonly string[]>;
  readonly excludeAuthors?: Given<readonly string[]>;
  readonly excludePapers?: Given<readonly string[]>;
  readonly maxHops?: Given<number>;
};

/** Checks the ids of a filter and takes each to the record that has it now. */
export async function paperFilter(given: Given<GivenPaperFilter>, context: SchemaContext): Promise<PaperFilter> {
  if (given == null) return {};
  return {
    ...given,
    institutions: await currentInstitutions(given.institutions, context),
    venues: await currentVenues(given.venues, context),
    authors: await currentAuthors(given.authors, 'filter.authors', context),
    allAuthors: await currentAuthors(given.allAuthors, 'filter.allAuthors', context),
  };
}

/** The same of a filter on authors. */
export async function authorFilter(given: Given<GivenAuthorFilter>, context: SchemaContext): Promise<AuthorFilter> {
  if (given == null) return {};
  return {
    ...given,
    institutions: await currentInstitutions(given.institutions, context),
    venues: await currentVenues(given.venues, context),
  };
}

/** Checks the ids of a filter and takes each to the record that has it now; `maxHops` is the path's, not the tie's. */
export async function collaborationFilter(
  given: Given<GivenCollaborationFilter>,
  context: SchemaContext,
): Promise<CollaborationFilter> {
  if (given == null) return {};
  const { maxHops: _maxHops, ...filter } = given;
  return {
    ...filter,
    venues: await currentVenues(given.venues, context),
    excludeAuthors: await currentAuthors(given.excludeAuthors, 'filter.excludeAuthors', context),
    excludePapers: await currentPapers(given.excludePapers, context),
  };
}

async function currentAuthors(
  ids: Given<readonly string[]>,
  argument: string,
  { loaders }: SchemaContext,
): Promise<readonly AuthorId[] | undefined> {
  if (ids == null) return undefined;
  const authorIds = ids.map((id) => checked(id, isAuthorId, 'an author', argument));
  return Promise.all(authorIds.map(async (id) => (await loaders.author.load(id))?.id ?? id));
}

async function currentPapers(
  ids: Given<readonly string[]>,
  { loaders }: SchemaContext,
): Promise<readonly PaperId[] | undefined> {
  if (ids == null) return undefined;
  const paperIds = ids.map((id) => checked(id, isPaperId, 'a paper', 'filter.excludePapers'));
  return Promise.all(paperIds.map(async (id) => (await loaders.paper.load(id))?.id ?? id));
}

async function currentInstitutions(
  ids: Given<readonly string[]>,
  { loaders }: SchemaContext,
): Promise<readonly InstitutionId[] | undefined> {
  if (ids == null) return undefined;
  const institutionIds = ids.map((id) => checked(id, isInstitutionId, 'an institution', 'filter.institutions'));
  return Promise.all(institutionIds.map(async (id) => (await loaders.institution.load(id))?.id ?? id));
}

async function currentVenues(
  ids: Given<readonly string[]>,
  { loaders }: SchemaContext,
): Promise<readonly VenueId[] | undefined> {
  if (ids == null) return undefined;
  const venueIds = ids.map((id) => checked(id, isVenueId, 'a venue', 'filter.venues'));
  return Promise.all(venueIds.map(async (id) => (await loaders.venue.load(id))?.id ?? id));
}

function checked<T extends InstitutionId | AuthorId | PaperId | VenueId>(
  id: string,
  isOne: (text: string) => text is T,
  what: string,
  argument: string,
): T {
  checkId(id, isOne, what, argument);
  return id;
}

/** The input by which a list is sorted, and the enum of what it can be sorted by. */
function defineOrder<const Values extends Readonly<Record<string, { readonly description: string }>>>(
  name: string,
  things: string,
  values: Values,
) {
  const field = builder.enumType(`${name}OrderField`, { description: `What ${things} can be sorted by.`, values });
  return builder.inputType(`${name}Order`, {
    description: `How ${things} are sorted; equals are sorted by id.`,
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'What to sort by.' }),
      direction: t.field({ type: OrderDirection, required: true, description: 'Which end comes first.' }),
    }),
  });
}
