/**
 * Where canonical records live. One contract, asynchronous throughout, so that a store behind a wire can take the
 * place of the embedded one; `test/support/store-cases.ts` holds every body to it.
 *
 * A store is one immutable version. It knows records and their pages; it knows nothing of coauthors or paths.
 */
import type {
  Author,
  AuthorCounts,
  AuthorFacet,
  AuthorFilter,
  AuthorId,
  AuthorOrderField,
  Authorship,
  FacetCounts,
  Identifier,
  Institution,
  InstitutionFilter,
  InstitutionId,
  InstitutionOrderField,
  OrderBy,
  Page,
  PageRequest,
  Paper,
  PaperFacet,
  PaperFilter,
  PaperId,
  PaperOrderField,
  Problem,
  Source,
  Venue,
  VenueFilter,
  VenueId,
  VenueOrderField,
} from '../model/index.ts';

/** An author with the numbers that lists sort by. */
export type AuthorRecord = Author & AuthorCounts;

/** An institution with the number of its papers. */
export type InstitutionRecord = Institution & { readonly paperCount: number };

/** A venue with the number of its papers. */
export type VenueRecord = Venue & { readonly paperCount: number };

/** Whose papers are asked for; all of the corpus when nothing is set. */
export interface PaperScope {
  readonly author?: AuthorId;
  readonly institution?: InstitutionId;
  readonly venue?: VenueId;
  /** Exactly these, whichever exist. */
  readonly papers?: readonly PaperId[];
}

export interface PaperQuery {
  readonly scope?: PaperScope;
  readonly filter: PaperFilter;
}

/** Which authors are asked for. */
export interface AuthorQuery {
  /** Exactly these, whichever exist; all of the corpus when absent. */
  readonly authors?: readonly AuthorId[];
  readonly filter: AuthorFilter;
}

/** Everything of one kind: by id, by page, by count. */
export interface Records<T, Query, Field extends string> {
  /** One batch, in the order asked, undefined where nobody has the id. Aliases answer with the survivor. */
  getMany(ids: readonly string[]): Promise<readonly (T | undefined)[]>;
  page(query: Query, orderBy: OrderBy<Field>, page: PageRequest): Promise<Page<T>>;
  /** How many the query holds; fetches no rows. */
  count(query: Query): Promise<number>;
}

/** The parts of a corpus that only numbers tell. */
export interface StoreSummary {
  readonly authorCount: number;
  readonly paperCount: number;
  readonly institutionCount: number;
  readonly venueCount: number;
  readonly authorshipCount: number;
}

export interface RecordStore {
  readonly version: string;
  readonly summary: StoreSummary;
  readonly authors: Records<AuthorRecord, AuthorFilter, AuthorOrderField>;
  readonly papers: Records<Paper, PaperQuery, PaperOrderField>;
  readonly institutions: Records<InstitutionRecord, InstitutionFilter, InstitutionOrderField>;
  readonly venues: Records<VenueRecord, VenueFilter, VenueOrderField>;

  /** What a query holds, divided by each facet, in the order asked; at most `size` groups of each. Fetches no rows. */
  paperFacets(query: PaperQuery, by: readonly PaperFacet[], size: number): Promise<readonly FacetCounts[]>;
  /** The same of authors: institutions and countries are those beside their own names. */
  authorFacets(query: AuthorQuery, by: readonly AuthorFacet[], size: number): Promise<readonly FacetCounts[]>;

  /**
   * One batch, in the order asked: for each name all whose name or a name variant folds to it, in id order. The names
   * come from `foldName`.
   */
  authorsNamed(foldedNames: readonly string[]): Promise<readonly (readonly AuthorRecord[])[]>;
  /** All whose title folds to this, in id order. `foldedTitle` comes from `foldText`. */
  papersTitled(foldedTitle: string): Promise<readonly Paper[]>;
  institutionsNamed(foldedName: string): Promise<readonly InstitutionRecord[]>;
  venuesNamed(foldedName: string): Promise<readonly VenueRecord[]>;
  /** The records that carry the identifier: at most one of each kind. */
  identified(identifier: Identifier): Promise<{
    readonly author?: AuthorRecord;
    readonly paper?: Paper;
    readonly institution?: InstitutionRecord;
    readonly venue?: VenueRecord;
  }>;

  /** Every authorship, in paper id order, then author id order: what a network is built from. */
  authorships(): AsyncIterable<Authorship>;

  getSources(ids: readonly string[]): Promise<readonly (Source | undefined)[]>;
  /** In order of name, then id. */
  sources(): Promise<readonly Source[]>;
  /** In order of file, line and kind. */
  problems(page: PageRequest): Promise<Page<Problem>>;
  problemCount(): Promise<number>;
}

/** Everything a store is filled with, in one step. */
export interface StoreContent {
  readonly version: string;
  readonly authors: readonly Author[];
  readonly papers: readonly Paper[];
  readonly institutions: readonly Institution[];
  readonly venues: readonly Venue[];
  readonly authorships: readonly Authorship[];
  /** Any other id of an author, paper, institution or venue → the id it has now. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  /** The derived columns, which only the network knows. An author without an entry counts 0. */
  readonly coauthorCounts: ReadonlyMap<AuthorId, number>;
}
