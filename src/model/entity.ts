/**
 * The records that the house agrees on once it is decided who is who: authors, papers, institutions, the authorships
 * between them, and the sources they came from. Plain readonly data; unknown is absent.
 */
import type { Category } from './category.ts';
import type { AuthorId, InstitutionId, PaperId, RecordKey, SourceId, VenueId } from './id.ts';
import type { Identifier } from './identifier.ts';
import type { AuthorIdentity } from './identity.ts';
import type { PartialDate } from './partial-date.ts';
import type { PaperType, ReportedFigures, VenueType } from './source-record.ts';

/** One file that was read. */
export interface Source {
  readonly id: SourceId;
  /** As the person gave it. */
  readonly name: string;
  /** Name of the reader that read it. */
  readonly format: string;
  readonly paperCount: number;
  readonly recordCount: number;
  /** YYYY-MM-DD, where it was told. */
  readonly capturedOn?: string;
}

/** Where something stands in the input. */
export interface SourceMention {
  readonly sourceId: SourceId;
  readonly recordKey: RecordKey;
  readonly line?: number;
}

export interface Author {
  readonly id: AuthorId;
  /** The form of the name shown. */
  readonly name: string;
  /** Other printed forms, by code point. */
  readonly nameVariants: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly reported?: ReportedProfile;
  readonly identity: AuthorIdentity;
  /** The records that tell of the person, in order of source and key. */
  readonly sources: readonly SourceMention[];
}

/** What one source said about a person. */
export interface ReportedProfile extends ReportedFigures {
  readonly source: SourceMention;
}

export interface Paper {
  readonly id: PaperId;
  readonly title: string;
  /** `OTHER` also where no source tells. */
  readonly type: PaperType;
  readonly abstract?: string;
  readonly date: PartialDate;
  readonly isYearInferred: boolean;
  readonly categories: readonly Category[];
  readonly identifiers: readonly Identifier[];
  /** People on the list; absent when the list is cut and no source tells the number. */
  readonly authorCount?: number;
  readonly isAuthorListComplete: boolean;
  readonly groupAuthors: readonly string[];
  readonly venueId?: VenueId;
  /** The largest that a source reports; absent when none does. */
  readonly citationCount?: number;
  readonly isRetracted: boolean;
  /** Institutions tied to the paper as a whole, in id order. */
  readonly institutionIds: readonly InstitutionId[];
  readonly sources: readonly SourceMention[];
  /** Fields on which the sources disagree, in the order of the fields' names. */
  readonly conflicts: readonly FieldConflict[];
  /** Authors who are left out of the corpus by decision: their places on the list, ascending; 0 for one not on it. */
  readonly withheldPositions: readonly number[];
}

/** One field of a paper that its sources tell differently. */
export interface FieldConflict {
  /** As the schema names it: `title`, `year`, `venue`, `type`, … */
  readonly field: string;
  /** At least two; the chosen one first. */
  readonly values: readonly ConflictingValue[];
}

export interface ConflictingValue {
  readonly value: string;
  readonly sources: readonly SourceMention[];
  readonly isChosen: boolean;
}

export interface Institution {
  readonly id: InstitutionId;
  readonly name: string;
  readonly nameVariants: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
  readonly identifiers: readonly Identifier[];
}

/** A journal, a conference, a repository: where papers appear. */
export interface Venue {
  readonly id: VenueId;
  readonly name: string;
  readonly nameVariants: readonly string[];
  readonly type: VenueType;
  readonly identifiers: readonly Identifier[];
}

/** One author of one paper; at most one per pair. */
export interface Authorship {
  readonly authorId: AuthorId;
  readonly paperId: PaperId;
  /** From 1, as printed; absent when the person is not in the printed list. */
  readonly position?: number;
  readonly isListed: boolean;
  /** Every form printed on this paper, the first printed first; empty when not listed. */
  readonly rawNames: readonly string[];
  /** Institutions that the paper prints beside this name, in id order. */
  readonly institutionIds: readonly InstitutionId[];
}
