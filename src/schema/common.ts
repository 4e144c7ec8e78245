/** Small types that several entities share: scalars, identifiers, categories, sources. */
import { identifierUrl } from '../model/index.ts';
import type {
  Category,
  Identifier,
  IdentifierScheme,
  PaperType,
  Source,
  SourceMention,
  VenueType,
} from '../model/index.ts';

import { builder } from './builder.ts';
import { loadKnown } from './context.ts';

// Only answers carry these, never arguments, so there is nothing to read or to check.
builder.scalarType('Date', {
  description: 'A full calendar date, YYYY-MM-DD.',
  serialize: String,
});
builder.scalarType('DateTime', {
  description: 'A moment, as ISO 8601 has it: 2026-01-31T12:00:00Z.',
  serialize: String,
});
builder.scalarType('URL', {
  description: 'An absolute address, as text.',
  serialize: String,
});
builder.scalarType('BigInt', {
  description: 'An exact whole number that 32 bits, or even a double, may not hold, as text in decimals.',
  serialize: String,
});

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which end of an order comes first. What has no value in the asked field comes last in both.',
  values: {
    ASC: { description: 'Smallest, earliest or first in the alphabet first.' },
    DESC: { description: 'Largest, latest or last in the alphabet first.' },
  } as const,
});

const paperTypes: Record<PaperType, string> = {
  ARTICLE: 'An article in a journal.',
  CONFERENCE_PAPER: 'A paper in the proceedings of a conference.',
  PREPRINT: 'A manuscript that is public before it is reviewed.',
  BOOK: 'A whole book.',
  CHAPTER: 'A part of a book.',
  EDITED_VOLUME: 'A volume whose parts have authors of their own.',
  THESIS: 'A thesis of any degree.',
  REPORT: 'A report.',
  DATASET: 'Data.',
  SOFTWARE: 'A program.',
  REVIEW: 'A review of other work.',
  OTHER: 'Anything else, and papers of which no source tells the type.',
};

export const PaperTypeEnum = builder.enumType('PaperType', {
  description: 'What kind of publication a paper is.',
  values: described(paperTypes),
});

const venueTypes: Record<VenueType, string> = {
  JOURNAL: 'A journal.',
  CONFERENCE: 'A conference or its proceedings.',
  REPOSITORY: 'A repository of preprints, theses or data.',
  SERIES: 'A series of books or reports.',
  OTHER: 'Anything else, and venues of which no source tells the type.',
};

export const VenueTypeEnum = builder.enumType('VenueType', {
  description: 'What kind of place a venue is.',
  values: described(venueTypes),
});

const identifierSchemes: Record<IdentifierScheme, string> = {
  ORCID: 'Open Researcher and Contributor ID, of a person.',
  DOI: 'Digital Object Identifier, of a paper.',
  ARXIV: 'arXiv number, of a paper.',
  PUBMED: 'PubMed ID, of a paper.',
  PMC: 'PubMed Central ID, of a paper.',
  DBLP: 'dblp key or person ID.',
  OPENALEX: 'OpenAlex ID.',
  SEMANTIC_SCHOLAR: 'Semantic Scholar ID.',
  ACL: 'ACL Anthology ID.',
  ROR: 'Research Organization Registry ID, of an institution.',
  GRID: 'Global Research Identifier Database ID, of an institution.',
  ISSN: 'International Standard Serial Number, of a journal.',
  ISBN: 'International Standard Book Number.',
  URL: 'An address that serves as an identifier.',
};

const IdentifierSchemeEnum = builder.enumType('IdentifierScheme', {
  description: 'Who gives out an identifier.',
  values: described(identifierSchemes),
});

export const IdentifierRef = builder.objectRef<Identifier>('Identifier').implement({
  description: 'An identifier of a person, paper or institution, in its one form.',
  fields: (t) => ({
    scheme: t.expose('scheme', { type: IdentifierSchemeEnum, description: 'Who gives it out.' }),
    value: t.exposeString('value', { description: 'The identifier itself, without prefix: 0000-0002-1825-0097.' }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where people look it up; null when its scheme has no such place.',
      resolve: (identifier) => identifierUrl(identifier) ?? null,
    }),
  }),
});

export const CategoryRef = builder.objectRef<Category>('Category').implement({
  description: 'A subject category of a paper.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'In full (cs.LG) where known and unambiguous, else as printed.' }),
    name: t.string({
      nullable: true,
      description: 'In words; null when the code is unknown or ambiguous.',
      resolve: (category) => category.name ?? null,
    }),
    archive: t.string({
      nullable: true,
      description: 'The archive the category belongs to (cs); null when unknown or ambiguous.',
      resolve: (category) => category.archive ?? null,
    }),
    candidates: t.exposeStringList('candidates', {
      description: 'The full codes it may stand for, when several archives share the printed code; else empty.',
    }),
  }),
});

export const SourceRef = builder.objectRef<Source>('Source').implement({
  description: 'A file that was read.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Made of the content: the same file under two names is one source.' }),
    name: t.exposeString('name', { description: 'The file as it was named.' }),
    format: t.exposeString('format', { description: 'The reader that read it.' }),
    paperCount: t.exposeInt('paperCount', { description: 'Papers of the corpus that it tells of.' }),
    recordCount: t.exposeInt('recordCount', { description: 'Records read from it: papers and people.' }),
    capturedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was captured, where that was told.',
      resolve: (source) => source.capturedOn ?? null,
    }),
  }),
});

export const SourceMentionRef = builder.objectRef<SourceMention>('SourceMention').implement({
  description: 'Where something stands in the input.',
  fields: (t) => ({
    source: t.field({
      type: SourceRef,
      description: 'The file.',
      resolve: ({ sourceId }, _, { loaders }) => loadKnown(loaders.source, sourceId),
    }),
    recordKey: t.exposeString('recordKey', { description: 'The record within its source.' }),
    line: t.int({
      nullable: true,
      description: 'Line of the file at which the record begins, from 1; null where lines mean nothing.',
      resolve: (mention) => mention.line ?? null,
    }),
  }),
});

/** The values of an enum: each name with its sentence. */
export function described<Value extends string>(
  descriptions: Readonly<Record<Value, string>>,
): Record<Value, { description: string }> {
  const values = Object.entries<string>(descriptions).map(([value, description]) => [value, { description }]);
  return Object.fromEntries(values) as Record<Value, { description: string }>; // the same keys
}
