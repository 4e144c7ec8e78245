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

/** How far a walk may go. A walk that is aborted rejects with the signal's reason, at the latest before its next search. */
export interface WalkLimits {
  /** Authorships that the walk may read, at least 1; when they do not suffice it says so. No limit when absent. */
  readonly budget?: number;
  readonly signal?: AbortSignal;
}

/**
 * What the best path is. `FEWEST_HOPS`: the length. `STRONGEST_TIES`: the least sum of 1/strength of its hops.
 * `RECENT_TIES`: the least sum of 1 + newest year of the corpus − last joint year; a hop without any year takes the
 * oldest year of the corpus.
 */
export type PathPreference = 'FEWEST_HOPS' | 'STRONGEST_TIES' | 'RECENT_TIES';

export interface PathQuery extends WalkLimits {
  readonly filter: CollaborationFilter;
  /** `FEWEST_HOPS` when absent. */
  readonly prefer?: PathPreference;
  /** At least 1; no limit when absent. With a preference for ties: the best path among those that are short enough. */
  readonly maxHops?: number;
}

export interface Path {
  /** From one end to the other, both included. */
  readonly authorIds: readonly AuthorId[];
  /** The sum that the preference makes as small as it can. Each hop's share is a multiple of 2^-30, so sums are exact. */
  readonly cost: number;
}

/** Why there is no path; `visitedAuthorCount` says how far the search looked. */
export type NoPath =
  | { readonly kind: 'same-author'; readonly visitedAuthorCount: number }
  | {
      /** Not connected even without the filter. Sizes are of the two components under the filter asked. */
      readonly kind: 'different-components';
      readonly fromComponentSize: number;
      readonly toComponentSize: number;
      readonly visitedAuthorCount: number;
    }
  | { readonly kind: 'filtered-out'; readonly lengthWithoutFilter: number; readonly visitedAuthorCount: number }
  | { readonly kind: 'beyond-max-hops'; readonly maxHops: number; readonly visitedAuthorCount: number }
  | { readonly kind: 'budget-exhausted'; readonly budget: number; readonly visitedAuthorCount: number };

/** What came of asking for a path. */
export type PathOutcome = ({ readonly kind: 'path'; readonly visitedAuthorCount: number } & Path) | NoPath;

/** Every path of least cost, told apart by their authors: several joint papers of two authors are one hop. */
export interface PathSet {
  /** Hops of each: of paths of one cost only those of fewest hops are in it. */
  readonly length: number;
  readonly cost: number;
  readonly pathCount: bigint;
  /** In lexicographic order of author ids along the path; a page costs its paths, not all. */
  page(request: PageRequest): Page<Path>;
}

export type PathsOutcome =
  { readonly kind: 'paths'; readonly paths: PathSet; readonly visitedAuthorCount: number } | NoPath;

/** The best paths without a loop, by cost, then hops, then author ids; fewer than asked when there are no more. */
export type BestPathsOutcome =
  { readonly kind: 'paths'; readonly paths: readonly Path[]; readonly visitedAuthorCount: number } | NoPath;

/** How far everybody is from one author. */
export type DistancesOutcome =
  | {
      readonly kind: 'distances';
      /** Authors at 0 (the author alone), 1, 2, … hops; no gaps. */
      readonly authorCounts: readonly number[];
      /** Authors with a paper that passes the filter, who are not excluded, and whom no path reaches. */
      readonly unreachableCount: number;
    }
  | { readonly kind: 'budget-exhausted'; readonly budget: number; readonly visitedAuthorCount: number };

/** From this year on the distance is this; absent: both have papers by then, but nothing connects them. */
export interface DistanceChange {
  readonly year: number;
  readonly distance?: number;
}

export type DistanceChangesOutcome =
  | {
      readonly kind: 'changes';
      /** Ascending; begins with the year by which both have a paper that passes. Papers without a year are left out. */
      readonly changes: readonly DistanceChange[];
    }
  | { readonly kind: 'budget-exhausted'; readonly budget: number; readonly visitedAuthorCount: number };

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
  /** Who they are, each once, in no order. */
  coauthorIds(author: AuthorId, filter?: CollaborationFilter): readonly AuthorId[];
  /** A page of coauthors. Unknown years come last in both directions; ties in the asked value go by coauthor id. */
  coauthors(author: AuthorId, query: CoauthorQuery): Page<CoauthorTie>;
  /** Absent when the two have no joint paper that passes, when either is excluded, or when they are one person. */
  collaboration(one: AuthorId, other: AuthorId, filter: CollaborationFilter): Collaboration | undefined;

  /**
   * A best path. Of several of fewest hops it is any one, but for one corpus always the same; with a preference for
   * ties it is the first of them by fewer hops, then author ids.
   */
  shortestPath(from: AuthorId, to: AuthorId, query: PathQuery): Promise<PathOutcome>;
  /** All best paths. */
  shortestPaths(from: AuthorId, to: AuthorId, query: PathQuery): Promise<PathsOutcome>;
  /** The `count` best paths, not only those of least cost. */
  bestPaths(from: AuthorId, to: AuthorId, query: PathQuery & { readonly count: number }): Promise<BestPathsOutcome>;
  /** An excluded author, or one that the network does not have, is at 0 from themselves and reaches nobody. */
  distances(author: AuthorId, query: WalkLimits & { readonly filter: CollaborationFilter }): Promise<DistancesOutcome>;
  /** When the distance of two people changed, as papers appeared. Empty for one person alone. */
  distanceChanges(
    from: AuthorId,
    to: AuthorId,
    query: WalkLimits & { readonly filter: CollaborationFilter },
  ): Promise<DistanceChangesOutcome>;
  components(): Promise<ComponentSummary>;
  /** Distinct pairs of coauthors. */
  collaborationCount(): Promise<number>;
  /** Worked out when asked, and kept per filter. */
  dropped(filter: CollaborationFilter): Promise<Dropped>;
}
