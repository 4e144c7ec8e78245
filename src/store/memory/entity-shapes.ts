/** What each kind of record is made of, as columns. */
import type {
  AuthorIdentity,
  AuthorId,
  Authorship,
  Category,
  ConflictingValue,
  FieldConflict,
  Identifier,
  Paper,
  PartialDate,
  Problem,
  ReportedProfile,
  Source,
  SourceMention,
} from '../../model/index.ts';
import type { AuthorRecord, InstitutionRecord, VenueRecord } from '../record-store.ts';
import type { KeptEvidence, KeptSources } from './author-sources.ts';
import type { KeptMention } from './paper-sources.ts';
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

/** A paper as kept: see `paper-sources.ts`. */
export interface KeptPaper extends Omit<Paper, 'sources'> {
  readonly sources: readonly KeptMention[];
}

export const paperShape = record<KeptPaper>({
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
  sources: list(
    record<KeptMention>({
      sourceId: word(),
      recordKey: optional(text()),
      identifier: optional(number),
      line: optional(number),
    }),
  ),
  conflicts: list(
    record<FieldConflict>({
      field: word(),
      values: list(record<ConflictingValue>({ value: text(), sources: mentions, isChosen: flag })),
    }),
  ),
  withheldPositions: list(number),
});

/** An author as kept: see `author-sources.ts`. */
export interface KeptAuthor extends Omit<AuthorRecord, 'sources' | 'identity'> {
  readonly identity: Omit<AuthorIdentity, 'evidence'> & { readonly evidence: readonly KeptEvidence[] };
  readonly sources: KeptSources;
}

export const authorShape = record<KeptAuthor>({
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
  identity: record<KeptAuthor['identity']>({
    confidence: number,
    isAmbiguous: flag,
    evidence: list(
      record<KeptEvidence>({
        kind: word(),
        form: word(),
        fillings: text(),
        sourcePlaces: list(number),
        sources: optional(mentions),
      }),
    ),
    mergedFrom: list(text<AuthorId>()),
  }),
  sources: record<KeptSources>({ areOfPapers: flag, without: list(number), others: mentions }),
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

/** Printed names are not kept where they are the author's name alone. */
export type KeptAuthorship = Omit<AuthorshipRow, 'rawNames'> & Partial<Pick<AuthorshipRow, 'rawNames'>>;

export const authorshipShape = record<KeptAuthorship>({
  author: number,
  paper: number,
  position: optional(number),
  isListed: flag,
  rawNames: optional(list(text())),
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
