/**
 * What readers yield: the records of one source as that source tells them, before anybody decided who is who. Readers
 * never join anything; they only say what stands in the file.
 */
import type { Category } from './category.ts';
import type { RecordKey } from './id.ts';
import type { Identifier } from './identifier.ts';
import type { PartialDate } from './partial-date.ts';

export type SourceRecord = PaperRecord | PersonRecord;

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
  /** Institutions that the source ties to the paper as a whole, as printed. */
  readonly institutions: readonly string[];
}

/** A name as printed on one paper: not yet a person. */
export interface Mention {
  /** From 1, as printed; absent when the person is known to be an author but is not in the printed list. */
  readonly position?: number;
  /** The person is the owner of the page the paper was found on. */
  readonly isOwner?: boolean;
  readonly name: string;
  readonly identifiers?: readonly Identifier[];
}

/** One person as one source tells them: the owner of a profile page, a home page record. */
export interface PersonRecord {
  readonly kind: 'person';
  readonly key: RecordKey;
  readonly line?: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly reported?: ReportedFigures;
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
