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
import { coauthorOrder } from './coauthor-order.ts';
import { coauthorIds, jointPapers, pairCount, tiesOf } from './coauthors.ts';
import { componentSummary } from './components.ts';
import { droppedBy } from './dropped.ts';
import { KeptAnswers } from './kept-answers.ts';
import type {
  CoauthorQuery,
  CoauthorTie,
  Collaboration,
  ComponentSummary,
  Dropped,
  Network,
  NetworkInput,
  PathOutcome,
  PathQuery,
} from './network.ts';
import { shortestPath } from './shortest-path.ts';
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

  shortestPath(from: AuthorId, to: AuthorId, { filter, maxHops }: PathQuery): Promise<PathOutcome> {
    return promised(() => {
      checkAtLeast(maxHops, 1, 'filter.maxHops');
      const filtered = new Walk(this.graph, filter, [from, to]);
      return shortestPath({ from, to, maxHops, filtered, unfiltered: this.#unfiltered });
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
