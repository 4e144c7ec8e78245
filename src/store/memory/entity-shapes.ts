/** What each kind of record is made of, as columns. */
import type {
  AuthorIdentity,
  AuthorId,
  Authorship,
  Category,
  ConflictingValue,
  FieldConflict,
  Identifier,
  IdentityEvidence,
  Paper,
  PartialDate,
  Problem,
  ReportedProfile,
  Source,
  SourceMention,
} from '../../model/index.ts';
import type { AuthorRecord, InstitutionRecord, VenueRecord } from '../record-store.ts';
import { flag, list, number, optional, record, text, word } from '../columns/shape.ts';

const identifiers = list(record<Identifier>({ scheme: word(), value: text() }));
const mention = record<SourceMention>({ sourceId: word(), recordKey: text(), line: optional(number) });
const mentions = list(mention);
const category = record<Category>({
  code: word(),
  name: optional(word()),
  archive: optional(word()),
  candidates: list(word()),
});

export const paperShape = record<Paper>({
  id: text(),
  title: text(),
  type: word(),
  abstract: optional(text()),
  date: record<PartialDate>({ year: optional(number), month: optional(number), day: optional(number) }),
  isYearInferred: flag,
  categories: list(category),
  identifiers,
  authorCount: optional(number),
  isAuthorListComplete: flag,
  groupAuthors: list(text()),
  venueId: optional(word()),
  citationCount: optional(number),
  isRetracted: flag,
  institutionIds: list(word()),
  sources: mentions,
  conflicts: list(
    record<FieldConflict>({
      field: word(),
      values: list(record<ConflictingValue>({ value: text(), sources: mentions, isChosen: flag })),
    }),
  ),
  withheldPositions: list(number),
});

export const authorShape = record<AuthorRecord>({
  id: text(),
  name: text(),
  nameVariants: list(text()),
  identifiers,
  reported: optional(
    record<ReportedProfile>({
      source: mention,
      hIndex: optional(number),
      paperCount: optional(number),
      citationCount: optional(number),
      novelty: optional(number),
      aiScore: optional(number),
      primaryCategory: optional(category),
      capturedOn: optional(word()),
    }),
  ),
  identity: record<AuthorIdentity>({
    confidence: number,
    isAmbiguous: flag,
    evidence: list(record<IdentityEvidence>({ kind: word(), statement: text(), sources: mentions })),
    mergedFrom: list(text<AuthorId>()),
  }),
  sources: mentions,
  paperCount: number,
  coauthorCount: number,
});

export const institutionShape = record<InstitutionRecord>({
  id: text(),
  name: text(),
  nameVariants: list(text()),
  countryCode: optional(word()),
  identifiers,
  paperCount: number,
});

export const venueShape = record<VenueRecord>({
  id: text(),
  name: text(),
  nameVariants: list(text()),
  type: word(),
  identifiers,
  paperCount: number,
});

/** An authorship with the rows of its author and paper in their tables instead of the ids. */
export interface AuthorshipRow extends Omit<Authorship, 'authorId' | 'paperId'> {
  readonly author: number;
  readonly paper: number;
}

export const authorshipShape = record<AuthorshipRow>({
  author: number,
  paper: number,
  position: optional(number),
  isListed: flag,
  rawNames: list(text()),
  institutionIds: list(word()),
});

/** Another id of a record, and the one it has now. */
export interface AliasRow {
  readonly alias: string;
  readonly id: string;
}

export const aliasShape = record<AliasRow>({ alias: text(), id: text() });

export const sourceShape = record<Source>({
  id: text(),
  name: text(),
  format: word(),
  paperCount: number,
  recordCount: number,
  capturedOn: optional(word()),
});

export const problemShape = record<Problem>({
  kind: word(),
  file: word(),
  line: optional(number),
  byte: optional(number),
  message: text(),
  found: optional(text()),
  kept: optional(text()),
});
