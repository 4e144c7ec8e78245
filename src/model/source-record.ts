/**
 * What readers yield: the records of one source as that source tells them, before anybody decided who is who. Readers
 * never join anything; they only say what stands in the file.
 */
import type { Category } from './category.ts';
import type { RecordKey } from './id.ts';
import type { Identifier } from './identifier.ts';
import type { PartialDate } from './partial-date.ts';

export type SourceRecord = PaperRecord | PersonRecord | RedirectRecord | InstitutionRecord;

/** One paper as one source tells it. */
export interface PaperRecord {
  readonly kind: 'paper';
  readonly key: RecordKey;
  /** Which catalogue keys this record. Records of one keyed catalogue are never twins of each other. */
  readonly catalogue: string;
  /** Line of the file at which the record begins, from 1. */
  readonly line?: number;
  readonly title: string;
  readonly abstract?: string;
  readonly date: PartialDate;
  /** The year was not printed but concluded from the rest of the page. */
  readonly isYearInferred: boolean;
  readonly categories: readonly Category[];
  readonly identifiers: readonly Identifier[];
  /** The people of the paper, in the order printed; people who are not printed come last. */
  readonly authors: readonly Mention[];
  /** False when the source cut the list ("et al."). */
  readonly isAuthorListComplete: boolean;
  /** Groups printed among the authors ("The X Collaboration"). */
  readonly groupAuthors: readonly string[];
  /** The number of people the source tells, where it cut the list itself. */
  readonly authorCount?: number;
  /** Institutions that the source ties to the paper as a whole, as printed. */
  readonly institutions: readonly string[];
  /** Absent when the source does not tell. */
  readonly type?: PaperType;
  readonly venue?: VenueMention;
  readonly citationCount?: number;
  readonly isRetracted?: boolean;
  /** The record's key in the personal file it came from (BibTeX, RIS, CSL-JSON); no identifier. */
  readonly citationKey?: string;
  /** What makes a later copy of the same record the better one (dblp's `mdate`): the greater text wins. */
  readonly revision?: string;
}

export const PAPER_TYPES = [
  'ARTICLE',
  'CONFERENCE_PAPER',
  'PREPRINT',
  'BOOK',
  'CHAPTER',
  'EDITED_VOLUME',
  'THESIS',
  'REPORT',
  'DATASET',
  'SOFTWARE',
  'REVIEW',
  'OTHER',
] as const;

export type PaperType = (typeof PAPER_TYPES)[number];

export const VENUE_TYPES = ['JOURNAL', 'CONFERENCE', 'REPOSITORY', 'SERIES', 'OTHER'] as const;

export type VenueType = (typeof VENUE_TYPES)[number];

/** Where a paper appeared, as one source prints it. */
export interface VenueMention {
  readonly name: string;
  readonly type?: VenueType;
  /** ISSN, OpenAlex source, …; the same venue in two sources is joined by them. */
  readonly identifiers: readonly Identifier[];
}

/** An institution as one source prints it beside a name or a person. */
export interface InstitutionMention {
  readonly name: string;
  readonly identifiers: readonly Identifier[];
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
}

/** A name as printed on one paper: not yet a person. */
export interface Mention {
  /** From 1, as printed; absent when the person is known to be an author but is not in the printed list. */
  readonly position?: number;
  /** The person is the owner of the page the paper was found on. */
  readonly isOwner?: boolean;
  readonly name: string;
  readonly identifiers?: readonly Identifier[];
  readonly affiliations?: readonly InstitutionMention[];
  /** The same name in another script, where the source prints both. */
  readonly nativeName?: string;
  /** The text by which the source itself tells people apart, where that is no identifier (dblp's "Wei Wang 0001"). */
  readonly personKey?: string;
}

/** One person as one source tells them: the owner of a profile page, a home page record. */
export interface PersonRecord {
  readonly kind: 'person';
  readonly key: RecordKey;
  readonly line?: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly affiliations?: readonly InstitutionMention[];
  readonly reported?: ReportedFigures;
  /** Every `personKey` by which the source's papers name this person. */
  readonly personKeys?: readonly string[];
  /** The record stands for several people of one name whom the source cannot tell apart. */
  readonly isDisambiguation?: boolean;
  readonly revision?: string;
}

/** One record that the source has joined to another: the old key leads to the new one. */
export interface RedirectRecord {
  readonly kind: 'redirect';
  readonly key: RecordKey;
  readonly line?: number;
  readonly target: RecordKey;
}

/** One institution as one source tells it. */
export interface InstitutionRecord {
  readonly kind: 'institution';
  readonly key: RecordKey;
  readonly line?: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly countryCode?: string;
}

/** Figures a source printed about a person. A figure it did not print is absent. */
export interface ReportedFigures {
  readonly hIndex?: number;
  readonly paperCount?: number;
  readonly citationCount?: number;
  /** 0 to 1. */
  readonly novelty?: number;
  readonly aiScore?: number;
  readonly primaryCategory?: Category;
  /** The day the page was captured where it was told (YYYY-MM-DD), else the year the page itself implies (YYYY). */
  readonly capturedOn?: string;
}
