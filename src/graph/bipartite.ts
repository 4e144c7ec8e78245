/**
 * The network as people know it: the author–paper bipartite graph in graphology, answering the whole `Network`
 * interface as plainly as it can. It serves small corpora, feeds exports and graphology's own library, and is the
 * reference that any faster body is tested against.
 *
 * The questions live in files of their own (`tie`, `shortest-path`, `components`, …); this one only knows which parts
 * of the graph to hand them, and keeps what is asked again and again.
 */
import { authorListOrder, canonicalFilter, checkAtLeast, pageOf, sortedBy } from '../model/index.ts';
import type { AuthorId, Authorship, CollaborationFilter, Page, PaperId } from '../model/index.ts';
import { authorshipBetween, authorshipGraph, authorsOf, papersOf } from './authorship-graph.ts';
import type { AuthorshipGraph, PaperNode } from './authorship-graph.ts';
import { bestPaths } from './best-paths.ts';
import { coauthorOrder } from './coauthor-order.ts';
import { coauthorIds, jointPapers, pairCount, tiesOf } from './coauthors.ts';
import { componentSummary } from './components.ts';
import { distanceChanges } from './distance-changes.ts';
import { distancesFrom } from './distances.ts';
import { droppedBy } from './dropped.ts';
import { corpusYears } from '../csr/index.ts';
import type { CorpusYears } from '../csr/index.ts';
import { KeptAnswers } from './kept-answers.ts';
import { linksOf } from './links.ts';
import { within } from './meter.ts';
import type { Meter } from './meter.ts';
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
  PathOutcome,
  PathQuery,
  PathsOutcome,
  WalkLimits,
} from './network.ts';
import { shortestPath } from './shortest-path.ts';
import { preferredPath, shortestPaths } from './shortest-paths.ts';
import type { PreferringQuestion } from './shortest-paths.ts';
import { tieBetween } from './tie.ts';
import { Walk } from './walk.ts';

/** The network, with its graph open to readers: exports, layouts, graphology's library. Nobody edits it. */
export interface BipartiteNetwork extends Network {
  readonly graph: AuthorshipGraph;
}

/** Filters whose `dropped` is kept: each is two numbers and the filter's text. */
const KEPT_FILTERS = 256;

/** Builds the network; see `authorshipGraph` for what the input must hold. */
export function createBipartiteNetwork(input: NetworkInput): BipartiteNetwork {
  return new Bipartite(input.version, authorshipGraph(input));
}

class Bipartite implements BipartiteNetwork {
  readonly version: string;
  readonly graph: AuthorshipGraph;
  readonly authorCount: number;
  readonly paperCount: number;
  readonly authorshipCount: number;

  readonly #papers: readonly PaperNode[];
  /** Everyone who has a paper. */
  readonly #authors: readonly AuthorId[];
  readonly #years: CorpusYears | undefined;
  readonly #unfiltered: Walk;
  readonly #authorshipsOf = new Map<AuthorId, readonly Authorship[]>();
  readonly #authorshipsOn = new Map<PaperId, readonly Authorship[]>();
  readonly #dropped = new KeptAnswers<Promise<Dropped>>(KEPT_FILTERS);
  #components: Promise<ComponentSummary> | undefined;
  #collaborationCount: Promise<number> | undefined;

  constructor(version: string, graph: AuthorshipGraph) {
    const papers: PaperNode[] = [];
    const authors: AuthorId[] = [];
    graph.forEachNode((_id, node) => {
      if (node.kind === 'paper') papers.push(node);
      else if (graph.degree(node.id) > 0) authors.push(node.id);
    });
    this.version = version;
    this.graph = graph;
    this.authorCount = graph.order - papers.length;
    this.paperCount = papers.length;
    this.authorshipCount = graph.size;
    this.#papers = papers;
    this.#authors = authors;
    this.#years = corpusYears(papers);
    this.#unfiltered = new Walk(graph, {});
  }

  authorshipsOf(author: AuthorId): readonly Authorship[] {
    if (!this.graph.hasNode(author)) return [];
    return keptIn(this.#authorshipsOf, author, () =>
      papersOf(this.graph, author).flatMap((paper) => this.authorship(author, paper.id) ?? []),
    );
  }

  authorshipsOn(paper: PaperId): readonly Authorship[] {
    if (!this.graph.hasNode(paper)) return [];
    return keptIn(this.#authorshipsOn, paper, () => {
      const authorships = authorsOf(this.graph, paper).flatMap((author) => this.authorship(author.id, paper) ?? []);
      return sortedBy(authorListOrder, authorships);
    });
  }

  authorship(author: AuthorId, paper: PaperId): Authorship | undefined {
    return authorshipBetween(this.graph, author, paper);
  }

  coauthorCount(author: AuthorId, filter?: CollaborationFilter): number {
    const walk = filter === undefined ? this.#unfiltered : new Walk(this.graph, filter, [author]);
    return coauthorIds(walk, author).size;
  }

  coauthorIds(author: AuthorId, filter?: CollaborationFilter): readonly AuthorId[] {
    const walk = filter === undefined ? this.#unfiltered : new Walk(this.graph, filter, [author]);
    return [...coauthorIds(walk, author)];
  }

  coauthors(author: AuthorId, { filter, orderBy, page }: CoauthorQuery): Page<CoauthorTie> {
    const order = coauthorOrder(orderBy);
    const sorted = sortedBy(order, tiesOf(new Walk(this.graph, filter, [author]), author, filter));
    const { entries, ...ends } = pageOf(sorted, order, page);
    return { ...ends, entries: entries.map(({ cursor, item }) => ({ cursor, item: item.tie })) };
  }

  collaboration(one: AuthorId, other: AuthorId, filter: CollaborationFilter): Collaboration | undefined {
    const joint = jointPapers(new Walk(this.graph, filter, [one, other]), one, other);
    return joint.length === 0 ? undefined : tieBetween(one, other, filter, joint);
  }

  shortestPath(from: AuthorId, to: AuthorId, query: PathQuery): Promise<PathOutcome> {
    return within(query, (meter) => {
      const question = this.#pathQuestion(from, to, query, meter);
      return question.prefer === 'FEWEST_HOPS' ? shortestPath(question) : preferredPath(question);
    });
  }

  shortestPaths(from: AuthorId, to: AuthorId, query: PathQuery): Promise<PathsOutcome> {
    return within(query, (meter) => shortestPaths(this.#pathQuestion(from, to, query, meter)));
  }

  bestPaths(from: AuthorId, to: AuthorId, query: PathQuery & { readonly count: number }): Promise<BestPathsOutcome> {
    return within(query, (meter) => {
      checkAtLeast(query.count, 1, 'count');
      return bestPaths({ ...this.#pathQuestion(from, to, query, meter), count: query.count }, meter);
    });
  }

  distances(author: AuthorId, query: WalkLimits & { readonly filter: CollaborationFilter }): Promise<DistancesOutcome> {
    return within(query, (meter) =>
      distancesFrom(new Walk(this.graph, query.filter, [author], meter), author, this.#authors),
    );
  }

  distanceChanges(
    from: AuthorId,
    to: AuthorId,
    query: WalkLimits & { readonly filter: CollaborationFilter },
  ): Promise<DistanceChangesOutcome> {
    return within(query, (meter) => {
      const walk = (filter: CollaborationFilter): Walk => new Walk(this.graph, filter, [from, to], meter);
      const walkTo = (year: number): Walk => walk({ ...query.filter, toYear: year });
      return distanceChanges({ from, to, papers: this.#papers, walk: walk(query.filter), walkTo }, meter);
    });
  }

  components(): Promise<ComponentSummary> {
    return (this.#components ??= promised(() => componentSummary(this.#unfiltered, this.#authors)));
  }

  collaborationCount(): Promise<number> {
    return (this.#collaborationCount ??= promised(() => pairCount(this.#unfiltered, this.#authors)));
  }

  dropped(filter: CollaborationFilter): Promise<Dropped> {
    return this.#dropped.get(JSON.stringify(canonicalFilter(filter)), () =>
      promised(() => droppedBy(new Walk(this.graph, filter), this.#authors, this.#papers)),
    );
  }

  #pathQuestion(from: AuthorId, to: AuthorId, query: PathQuery, meter: Meter): PreferringQuestion {
    const { filter, maxHops, prefer = 'FEWEST_HOPS' } = query;
    checkAtLeast(maxHops, 1, 'filter.maxHops');
    const filtered = new Walk(this.graph, filter, [from, to], meter);
    const unfiltered = new Walk(this.graph, {}, [], meter);
    return { from, to, maxHops, prefer, filtered, unfiltered, links: linksOf(filtered, prefer, this.#years) };
  }
}

// A caller's mistake rejects the promise instead of throwing past it.
function promised<T>(work: () => T): Promise<T> {
  return new Promise((settle) => settle(work()));
}

function keptIn<K, T>(kept: Map<K, T>, key: K, work: () => T): T {
  let answer = kept.get(key);
  if (answer === undefined) kept.set(key, (answer = work()));
  return answer;
}
