/**
 * The network as integer arrays: the second body of `Network`, for corpora of any size. What looks at one author or one
 * paper is answered from the arrays on the spot; what may walk the whole graph is asked of the walkers. Names, ids and
 * printed authorships stay where they are kept, and are read by row.
 */
import { exclusion, jointPapersOf, papersOfBoth, paperTest, strengthSize, yearOf } from '../../csr/index.ts';
import type { GraphViews, LeftByFilter, ShareOptions, WalkFilter } from '../../csr/index.ts';
import { canonicalFilter, checkAtLeast, pageOf, sortedBy } from '../../model/index.ts';
import type { AuthorId, Authorship, CollaborationFilter, Page, PaperId } from '../../model/index.ts';
import { coauthorOrder } from '../coauthor-order.ts';
import type { CoauthorSummary } from '../coauthor-order.ts';
import { KeptAnswers } from '../kept-answers.ts';
import type {
  BestPathsOutcome,
  CoauthorQuery,
  CoauthorTie,
  Collaboration,
  ComponentSummary,
  DistanceChangesOutcome,
  DistancesOutcome,
  Dropped,
  Network,
  NetworkInput,
  NoPath,
  Path,
  PathOutcome,
  PathQuery,
  PathsOutcome,
  WalkLimits,
} from '../network.ts';
import { pathSet } from '../path-set.ts';
import { strengthOfSizes, tieBetween } from '../tie.ts';
import { DistanceBatches } from './distance-batch.ts';
import { freezeRows } from './frozen.ts';
import type { FrozenNetwork } from './frozen.ts';
import { NOBODY, Numbers } from './numbers.ts';
import type { Answer, Asked, Found, PathQuestion, WhyNot } from './question.ts';
import { rowsOf } from './rows.ts';
import type { NetworkRows } from './rows.ts';
import { threadCount, Walkers } from './walkers.ts';
import type { WalkerOptions } from './walkers.ts';

export interface SnapshotOptions extends WalkerOptions {
  /** Walk with the WebAssembly kernels; when absent, for graphs that are large enough to gain by it. */
  readonly hasKernels?: boolean;
}

/** Authorships from which on kernels are worth their memory. */
const KERNELS_FROM = 10_000;
/** Filters of which it is kept what they leave: each is two numbers and the filter's text. */
const KEPT_FILTERS = 256;

/** How the memory of a graph of so many authorships is shared. */
export function shareOptions(authorshipCount: number, options: SnapshotOptions = {}): ShareOptions {
  const { hasKernels = authorshipCount >= KERNELS_FROM } = options;
  return { threads: threadCount(options), ...(hasKernels ? {} : { mostKernelBytes: 0 }) };
}

/** Builds the snapshot; see `rowsOf` for what the input must hold. */
export function createSnapshot(input: NetworkInput, options: SnapshotOptions = {}): Network {
  const rows = rowsOf(input);
  return snapshotOf(rows, freezeRows(rows, shareOptions(rows.authorshipCount, options)), options);
}

/** The snapshot of arrays that were frozen out of these rows. */
export function snapshotOf(rows: NetworkRows, frozen: FrozenNetwork, options: SnapshotOptions = {}): Network {
  return new Snapshot(rows, frozen, options);
}

type Filtered = { readonly filter: CollaborationFilter };

class Snapshot implements Network {
  readonly version: string;
  readonly authorCount: number;
  readonly paperCount: number;
  readonly authorshipCount: number;

  readonly #rows: NetworkRows;
  readonly #graph: GraphViews;
  readonly #frozen: FrozenNetwork;
  readonly #numbers: Numbers;
  readonly #walkers: Walkers;
  readonly #distances: DistanceBatches;
  /** Row of a paper → row of its first authorship. */
  readonly #firstAuthorships: Uint32Array;
  readonly #left = new KeptAnswers<Promise<LeftByFilter>>(KEPT_FILTERS);
  readonly #dropped = new KeptAnswers<Promise<Dropped>>(KEPT_FILTERS);
  readonly #components: ComponentSummary;
  #pairs: Promise<number> | undefined;

  constructor(rows: NetworkRows, frozen: FrozenNetwork, options: SnapshotOptions) {
    this.version = rows.version;
    this.authorCount = rows.authorCount;
    this.paperCount = rows.paperCount;
    this.authorshipCount = rows.authorshipCount;
    this.#rows = rows;
    this.#frozen = frozen;
    this.#graph = frozen.shared.graph;
    this.#numbers = new Numbers(rows, frozen);
    this.#walkers = new Walkers(frozen.shared, options);
    this.#distances = new DistanceBatches(this.#walkers);
    this.#components = componentSummary(this.#graph);
    this.#firstAuthorships = firstAuthorships(this.#graph, frozen.paperRows);
  }

  authorshipsOf(id: AuthorId): readonly Authorship[] {
    const author = this.#numbers.author(id);
    if (author === NOBODY) return [];
    const papers = this.#papersOf(author).map((paper) => [this.#numbers.paperRow(paper), paper] as const);
    papers.sort(([a], [b]) => a - b);
    return papers.map(([, paper]) => this.#authorshipOf(author, paper));
  }

  authorshipsOn(id: PaperId): readonly Authorship[] {
    const paper = this.#numbers.paper(id);
    if (paper === NOBODY) return [];
    const authors = this.#authorsOn(paper);
    const rows = authors.map((author) => this.#numbers.authorRow(author));
    const places = new Map([...rows].sort((a, b) => a - b).map((row, place) => [row, place]));
    const first = this.#firstAuthorship(paper);
    return rows.map((row) => this.#rows.authorship(first + (places.get(row) ?? 0)));
  }

  authorship(id: AuthorId, paperId: PaperId): Authorship | undefined {
    const author = this.#numbers.author(id);
    const paper = this.#numbers.paper(paperId);
    if (author === NOBODY || paper === NOBODY || !this.#authorsOn(paper).includes(author)) return undefined;
    return this.#authorshipOf(author, paper);
  }

  coauthorCount(id: AuthorId, filter: CollaborationFilter = {}): number {
    return this.#coauthorsOf(id, filter).size;
  }

  coauthorIds(id: AuthorId, filter: CollaborationFilter = {}): readonly AuthorId[] {
    return Array.from(this.#coauthorsOf(id, filter), (coauthor) => this.#numbers.authorId(coauthor));
  }

  #coauthorsOf(id: AuthorId, filter: CollaborationFilter): ReadonlySet<number> {
    const author = this.#numbers.author(id);
    const asked = this.#numbers.filter(filter);
    const coauthors = new Set<number>();
    if (author === NOBODY) return coauthors;
    const isOut = exclusion(this.#graph, asked, [author]);
    if (isOut(author)) return coauthors;
    const passes = paperTest(this.#graph, asked);
    for (const paper of this.#papersOf(author)) {
      if (!passes(paper)) continue;
      for (const coauthor of this.#authorsOn(paper)) if (!isOut(coauthor)) coauthors.add(coauthor);
    }
    coauthors.delete(author);
    return coauthors;
  }

  coauthors(id: AuthorId, { filter, orderBy, page }: CoauthorQuery): Page<CoauthorTie> {
    const author = this.#numbers.author(id);
    const asked = this.#numbers.filter(filter);
    const order = coauthorOrder(orderBy);
    const joint = author === NOBODY ? [] : [...jointPapersOf(this.#graph, author, asked, [author])];
    const sorted = sortedBy(
      order,
      joint.map(([coauthor, papers]) => this.#summaryOf(coauthor, papers)),
    );
    const { entries, ...ends } = pageOf(sorted, order, page);
    return {
      ...ends,
      entries: entries.map(({ cursor, item: { coauthorId, papers } }) => ({
        cursor,
        item: { coauthorId, collaboration: this.#tieOf(id, coauthorId, filter, papers) },
      })),
    };
  }

  collaboration(one: AuthorId, other: AuthorId, filter: CollaborationFilter): Collaboration | undefined {
    const asked = this.#numbers.filter(filter);
    const [author, coauthor] = [this.#numbers.author(one), this.#numbers.author(other)];
    if (author === NOBODY || coauthor === NOBODY || author === coauthor) return undefined;
    const papers = papersOfBoth(this.#graph, author, coauthor, asked);
    return papers.length === 0 ? undefined : this.#tieOf(one, other, filter, papers);
  }

  shortestPath(from: AuthorId, to: AuthorId, query: PathQuery): Promise<PathOutcome> {
    return this.#askPath('path', from, to, query, {}, ({ authors, cost }) => ({
      kind: 'path',
      ...this.#pathOf(authors, cost),
    }));
  }

  shortestPaths(from: AuthorId, to: AuthorId, query: PathQuery): Promise<PathsOutcome> {
    const { prefer = 'FEWEST_HOPS' } = query;
    return this.#askPath('paths', from, to, query, {}, ({ authors, successors, hops, cost }) => {
      const authorIds = authors.map((author) => this.#numbers.authorId(author));
      return { kind: 'paths', paths: pathSet({ prefer, authorIds, successors, length: hops, cost }) };
    });
  }

  async bestPaths(
    from: AuthorId,
    to: AuthorId,
    { count, ...query }: PathQuery & { readonly count: number },
  ): Promise<BestPathsOutcome> {
    checkAtLeast(count, 1, 'count');
    return this.#askPath('best', from, to, query, { count }, (found) => ({
      kind: 'paths',
      paths: found.map(({ authors, cost }) => this.#pathOf(authors, cost)),
    }));
  }

  async distances(id: AuthorId, query: WalkLimits & Filtered): Promise<DistancesOutcome> {
    checkAtLeast(query.budget, 1, 'budget');
    const author = this.#numbers.author(id);
    const filter = this.#numbers.filter(query.filter);
    const left = await this.#leftBy(query.filter, query);
    if (author === NOBODY) return { kind: 'distances', authorCounts: [1], unreachableCount: left.authors };
    const walked = await this.#distances.ask({ ...query, author, filter });
    if (walked.kind === 'exhausted') return exhausted(query, walked.visited);
    const authorCounts = walked.counts;
    const reached = authorCounts.reduce((sum, count) => sum + count, 0) - 1;
    // Everybody reached has a paper that passes; whether the author is among those left, it depends.
    const isLeft = !exclusion(this.#graph, filter, [])(author) && this.#hasPaper(author, filter);
    return { kind: 'distances', authorCounts, unreachableCount: left.authors - reached - (isLeft ? 1 : 0) };
  }

  async distanceChanges(from: AuthorId, to: AuthorId, query: WalkLimits & Filtered): Promise<DistanceChangesOutcome> {
    checkAtLeast(query.budget, 1, 'budget');
    const filter = this.#numbers.filter(query.filter);
    const ends = [this.#numbers.author(from), this.#numbers.author(to)] as const;
    const { years } = this.#frozen.words;
    query.signal?.throwIfAborted();
    const isAsked = ends.every((end) => end !== NOBODY && filter.excludedAuthors?.includes(end) !== true);
    if (from === to || years === undefined || !isAsked) return { kind: 'changes', changes: [] };
    const walked = await this.#walkers.ask('changes', { ends, filter, newest: years.newest }, query);
    if (walked.kind === 'exhausted') return exhausted(query, walked.visited);
    const changes = walked.answer.map(({ year, distance }) => (distance === Infinity ? { year } : { year, distance }));
    return { kind: 'changes', changes };
  }

  components(): Promise<ComponentSummary> {
    return Promise.resolve(this.#components);
  }

  collaborationCount(): Promise<number> {
    return (this.#pairs ??= this.#unlimited('pairs', {}));
  }

  async dropped(filter: CollaborationFilter): Promise<Dropped> {
    return this.#dropped.get(textOf(filter), async () => {
      const left = await this.#leftBy(filter, {});
      // Who has no paper was not left out by the filter.
      const authors = this.#graph.componentOffsets.at(-1) ?? 0;
      return { paperCount: this.paperCount - left.papers, authorCount: authors - left.authors };
    });
  }

  // Kept: the answer costs a look at every authorship, whoever asks.
  #leftBy(filter: CollaborationFilter, { signal }: WalkLimits): Promise<LeftByFilter> {
    signal?.throwIfAborted();
    const asked = this.#numbers.filter(filter);
    return this.#left.get(textOf(filter), () => this.#unlimited('left', { filter: asked }));
  }

  async #unlimited<K extends 'left' | 'pairs'>(kind: K, asked: Asked<K>): Promise<Answer<K>> {
    const walked = await this.#walkers.ask(kind, asked, {});
    if (walked.kind === 'exhausted') throw new Error('A walk without a budget ran out of it.');
    return walked.answer;
  }

  async #askPath<K extends 'path' | 'paths' | 'best', Outcome extends object>(
    kind: K,
    from: AuthorId,
    to: AuthorId,
    query: PathQuery,
    more: Omit<Asked<K>, keyof PathQuestion>,
    outcomeOf: (found: FoundBy<K>) => Outcome,
  ): Promise<(Outcome & { readonly visitedAuthorCount: number }) | NoPath> {
    checkAtLeast(query.maxHops, 1, 'filter.maxHops');
    checkAtLeast(query.budget, 1, 'budget');
    const { prefer = 'FEWEST_HOPS', maxHops } = query;
    const filter = this.#numbers.filter(query.filter);
    query.signal?.throwIfAborted();
    if (from === to) return { kind: 'same-author', visitedAuthorCount: 1 };
    const ends = { from: this.#numbers.author(from), to: this.#numbers.author(to) };
    const asked = { ...ends, filter, prefer, maxHops, years: this.#frozen.words.years, ...more };
    const walked = await this.#walkers.ask(kind, asked, query);
    if (walked.kind === 'exhausted') return exhausted(query, walked.visited);
    const answer = walked.answer as Found<FoundBy<K>> | WhyNot;
    if (answer.kind !== 'found') return noPath(answer, query);
    return { ...outcomeOf(answer.found), visitedAuthorCount: answer.visited };
  }

  #pathOf(authors: readonly number[], cost: number): Path {
    return { authorIds: authors.map((author) => this.#numbers.authorId(author)), cost };
  }

  #summaryOf(coauthor: number, papers: readonly number[]): Coauthor {
    const { id, sortName } = this.#rows.author(this.#numbers.authorRow(coauthor));
    const years = papers.map((paper) => yearOf(this.#graph.paperTraits[paper] ?? 0)).filter((year) => year > 0);
    return {
      coauthorId: id,
      paperCount: papers.length,
      strength: strengthOfSizes(papers.map((paper) => strengthSize(this.#graph, paper))),
      ...(years.length === 0 ? {} : { firstYear: Math.min(...years), lastYear: Math.max(...years) }),
      sortName,
      papers,
    };
  }

  #tieOf(one: AuthorId, other: AuthorId, filter: CollaborationFilter, papers: readonly number[]): Collaboration {
    const joint = papers
      .map((paper) => [this.#numbers.paperRow(paper), this.#authorsOn(paper).length] as const)
      .sort(([a], [b]) => a - b)
      .map(([row, authorshipCount]) => ({ paper: this.#rows.paper(row), authorshipCount }));
    return tieBetween(one, other, filter, joint);
  }

  #hasPaper(author: number, filter: WalkFilter): boolean {
    const passes = paperTest(this.#graph, filter);
    return this.#papersOf(author).some(passes);
  }

  // Authorships on a paper stand in the order of their authors' rows.
  #authorshipOf(author: number, paper: number): Authorship {
    const own = this.#numbers.authorRow(author);
    const before = this.#authorsOn(paper).filter((other) => this.#numbers.authorRow(other) < own).length;
    return this.#rows.authorship(this.#firstAuthorship(paper) + before);
  }

  #firstAuthorship(paper: number): number {
    return this.#firstAuthorships[this.#numbers.paperRow(paper)] ?? 0;
  }

  #papersOf(author: number): number[] {
    const { authorOffsets, authorPapers } = this.#graph;
    return [...authorPapers.subarray(authorOffsets[author], authorOffsets[author + 1])];
  }

  #authorsOn(paper: number): number[] {
    const { paperOffsets, paperAuthors } = this.#graph;
    return [...paperAuthors.subarray(paperOffsets[paper], paperOffsets[paper + 1])];
  }
}

/** What is found where there is a path. */
type FoundBy<K extends 'path' | 'paths' | 'best'> = Extract<Answer<K>, { readonly kind: 'found' }>['found'];

interface Coauthor extends CoauthorSummary {
  readonly papers: readonly number[];
}

function noPath(why: WhyNot, { maxHops = Infinity }: PathQuery): NoPath {
  const visitedAuthorCount = why.visited;
  switch (why.kind) {
    case 'different-components': {
      const [fromComponentSize, toComponentSize] = why.sizes;
      return { kind: why.kind, fromComponentSize, toComponentSize, visitedAuthorCount };
    }
    case 'filtered-out':
      return { kind: why.kind, lengthWithoutFilter: why.lengthWithoutFilter, visitedAuthorCount };
    case 'beyond-max-hops':
      return { kind: why.kind, maxHops, visitedAuthorCount };
  }
}

function textOf(filter: CollaborationFilter): string {
  return JSON.stringify(canonicalFilter(filter));
}

function componentSummary({ componentOffsets }: GraphViews): ComponentSummary {
  const count = componentOffsets.length - 1;
  let giantAuthorCount = 0;
  for (let at = 0; at < count; at++) {
    giantAuthorCount = Math.max(giantAuthorCount, (componentOffsets[at + 1] ?? 0) - (componentOffsets[at] ?? 0));
  }
  const authors = componentOffsets[count] ?? 0;
  return { count, giantAuthorCount, giantShare: authors === 0 ? 0 : giantAuthorCount / authors };
}

function exhausted({ budget = Infinity }: WalkLimits, visitedAuthorCount: number) {
  return { kind: 'budget-exhausted', budget, visitedAuthorCount } as const;
}

function firstAuthorships({ paperOffsets }: GraphViews, paperRows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(paperRows.length);
  for (let paper = 0; paper < paperRows.length; paper++) {
    counts[paperRows[paper] ?? 0] = (paperOffsets[paper + 1] ?? 0) - (paperOffsets[paper] ?? 0);
  }
  let next = 0;
  for (let row = 0; row < counts.length; row++) {
    const first = next;
    next += counts[row] ?? 0;
    counts[row] = first;
  }
  return counts;
}
