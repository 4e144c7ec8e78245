/**
 * The coauthorship network in the field's words: one interface, whatever answers it. A network is an immutable
 * version of the author–paper bipartite graph; whoever reads it cannot change it.
 *
 * What looks only at one author or one paper answers at once. What may walk the whole graph answers with a promise,
 * so that a body may do it on another thread. `test/support/network-cases.ts` holds every body to the same answers.
 *
 * A filter's `excludeAmbiguousAuthors` never excludes the authors whom the question itself names: whose coauthors are
 * asked for, the two of a collaboration, both ends of a path. Its `excludeAuthors` does.
 *
 * Ids handed in are canonical (a store resolves aliases). An author or paper that the network does not have has no
 * ties: lists are empty, counts 0, ties absent.
 */
import type {
  AuthorId,
  Authorship,
  CollaborationFilter,
  Direction,
  Page,
  PageRequest,
  PaperId,
  PaperType,
  VenueId,
} from '../model/index.ts';

/** What the network keeps of a paper beside its authorships. */
export interface NetworkPaper {
  readonly id: PaperId;
  readonly year?: number;
  /** People on the list where a source tells it; absent when the list is cut. */
  readonly authorCount?: number;
  readonly isAuthorListComplete: boolean;
  readonly categories: readonly string[];
  readonly type: PaperType;
  readonly venueId?: VenueId;
}

/** What the network keeps of an author beside the authorships: what lists of people sort by, and whether to trust it. */
export interface NetworkAuthor {
  readonly id: AuthorId;
  /** Left out where a filter has `excludeAmbiguousAuthors`, unless the question names the author. Absent: false. */
  readonly isAmbiguous?: boolean;
  readonly sortName: readonly [family: string, given: string];
}

/** Everything a network is built from. */
export interface NetworkInput {
  readonly version: string;
  readonly authors: Iterable<NetworkAuthor>;
  readonly papers: Iterable<NetworkPaper>;
  readonly authorships: Iterable<Authorship>;
}

/** Two different authors with at least one joint paper that passes the filter. */
export interface Collaboration {
  /** In id order, whichever way it was asked. */
  readonly authors: readonly [AuthorId, AuthorId];
  /** In its one form (`canonicalFilter`). */
  readonly filter: CollaborationFilter;
  /** Joint papers that pass the filter, in id order. */
  readonly paperIds: readonly PaperId[];
  /** Of the joint papers with a year. */
  readonly firstYear?: number;
  readonly lastYear?: number;
  /** Ascending; joint papers without a year are not in it. */
  readonly years: readonly YearCount[];
  /**
   * Sum over joint papers of 1/(n−1), n the paper's number of authors (Newman 2001, Phys. Rev. E 64, 016132), or the
   * authorships known where the list is cut.
   */
  readonly strength: number;
  /** Some joint paper's list is cut, and no source tells its number: the strength can only be lower. */
  readonly isStrengthUpperBound: boolean;
}

export interface YearCount {
  readonly year: number;
  readonly count: number;
}

/** A coauthor seen from one author. */
export interface CoauthorTie {
  readonly coauthorId: AuthorId;
  readonly collaboration: Collaboration;
}

export type CoauthorOrderField = 'PAPER_COUNT' | 'STRENGTH' | 'FIRST_YEAR' | 'LAST_YEAR' | 'NAME';

export interface CoauthorQuery {
  readonly filter: CollaborationFilter;
  readonly orderBy: { readonly field: CoauthorOrderField; readonly direction: Direction };
  readonly page: PageRequest;
}

export interface PathQuery {
  readonly filter: CollaborationFilter;
  /** At least 1; no limit when absent. */
  readonly maxHops?: number;
}

/** What came of asking for a path; `visitedAuthorCount` says how far it looked. */
export type PathOutcome =
  | { readonly kind: 'path'; readonly authorIds: readonly AuthorId[]; readonly visitedAuthorCount: number }
  | { readonly kind: 'same-author'; readonly visitedAuthorCount: number }
  | {
      /** Not connected even without the filter. Sizes are of the two components under the filter asked. */
      readonly kind: 'different-components';
      readonly fromComponentSize: number;
      readonly toComponentSize: number;
      readonly visitedAuthorCount: number;
    }
  | { readonly kind: 'filtered-out'; readonly lengthWithoutFilter: number; readonly visitedAuthorCount: number }
  | { readonly kind: 'beyond-max-hops'; readonly maxHops: number; readonly visitedAuthorCount: number };

/** Connected components of the authors who have a paper; an author with only solo papers is one of size 1. */
export interface ComponentSummary {
  readonly count: number;
  /** Authors in the largest component; 0 in an empty network. */
  readonly giantAuthorCount: number;
  /** `giantAuthorCount` over the authors who have a paper; 0 in an empty network. */
  readonly giantShare: number;
}

/** What a filter leaves out of the whole corpus. */
export interface Dropped {
  readonly paperCount: number;
  /** Authors who have a paper, but none that passes, and authors excluded by id or as ambiguous. */
  readonly authorCount: number;
}

export interface Network {
  /** Of the corpus it was built from. */
  readonly version: string;
  readonly authorCount: number;
  readonly paperCount: number;
  readonly authorshipCount: number;

  /** Authorships of one author, in paper id order. */
  authorshipsOf(author: AuthorId): readonly Authorship[];
  /** Authorships of one paper: by position, then those not listed by author id (`authorListOrder`). */
  authorshipsOn(paper: PaperId): readonly Authorship[];
  authorship(author: AuthorId, paper: PaperId): Authorship | undefined;

  /** How many different people share a paper that passes the filter with the author. */
  coauthorCount(author: AuthorId, filter?: CollaborationFilter): number;
  /** A page of coauthors. Unknown years come last in both directions; ties in the asked value go by coauthor id. */
  coauthors(author: AuthorId, query: CoauthorQuery): Page<CoauthorTie>;
  /** Absent when the two have no joint paper that passes, when either is excluded, or when they are one person. */
  collaboration(one: AuthorId, other: AuthorId, filter: CollaborationFilter): Collaboration | undefined;

  /** A path of fewest hops: any, but for one corpus always the same. */
  shortestPath(from: AuthorId, to: AuthorId, query: PathQuery): Promise<PathOutcome>;
  components(): Promise<ComponentSummary>;
  /** Distinct pairs of coauthors. */
  collaborationCount(): Promise<number>;
  /** Worked out when asked, and kept per filter. */
  dropped(filter: CollaborationFilter): Promise<Dropped>;
}
