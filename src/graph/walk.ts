/**
 * The graph as one filter lets it be walked: author → paper → author, over papers that pass and past nobody excluded.
 * Every question about ties, paths and components asks the graph through a walk, so a filter means the same to all.
 */
import { collaborationTest, knownAuthorCount } from '../model/index.ts';
import type { AuthorId, CollaborationFilter, PaperId } from '../model/index.ts';
import { authorsOf, isAmbiguous, papersOf } from './authorship-graph.ts';
import type { AuthorNode, AuthorshipGraph, PaperNode } from './authorship-graph.ts';
import type { Meter } from './meter.ts';

export class Walk {
  readonly #graph: AuthorshipGraph;
  readonly #passes: ReturnType<typeof collaborationTest>;
  readonly #excluded: ReadonlySet<AuthorId>;
  readonly #excludesAmbiguous: boolean;
  readonly #asked: readonly AuthorId[];
  readonly #meter: Meter | undefined;
  // A paper of n authors is opened by each of them; graphology lists its neighbours slowly.
  readonly #authorsOf = new Map<PaperId, readonly AuthorNode[]>();

  /**
   * Throws a `RequestError` for a filter that cannot be meant.
   *
   * @param asked the authors whom the question names: they may be ambiguous, whatever the filter says of others
   * @param meter is told of all that is read
   */
  constructor(graph: AuthorshipGraph, filter: CollaborationFilter, asked: readonly AuthorId[] = [], meter?: Meter) {
    this.#graph = graph;
    this.#passes = collaborationTest(filter);
    this.#excluded = new Set(filter.excludeAuthors);
    this.#excludesAmbiguous = filter.excludeAmbiguousAuthors === true;
    this.#asked = asked;
    this.#meter = meter;
  }

  excludes(author: AuthorId): boolean {
    if (this.#excluded.has(author)) return true;
    return this.#excludesAmbiguous && !this.#asked.includes(author) && isAmbiguous(this.#graph, author);
  }

  passes(paper: PaperNode): boolean {
    const authorCount = knownAuthorCount(paper, this.authorshipCount(paper));
    return this.#passes(paper.id, { ...paper, authorCount });
  }

  /** Papers by which the author can be left, in id order; none when the author is excluded or unknown. */
  papersOf(author: AuthorId): readonly PaperNode[] {
    if (this.excludes(author) || !this.#graph.hasNode(author)) return [];
    this.#meter?.openAuthor(author, this.#graph.degree(author));
    return papersOf(this.#graph, author).filter((paper) => this.passes(paper));
  }

  /** People whom a paper that passes leads to, in id order. */
  authorsOf(paper: PaperNode): readonly AuthorNode[] {
    this.#meter?.read(this.authorshipCount(paper));
    let authors = this.#authorsOf.get(paper.id);
    if (authors === undefined) {
      authors = authorsOf(this.#graph, paper.id).filter((author) => !this.excludes(author.id));
      this.#authorsOf.set(paper.id, authors);
    }
    return authors;
  }

  isAuthorOf(author: AuthorId, paper: PaperNode): boolean {
    return this.#graph.hasEdge(author, paper.id);
  }

  /** Of everybody: whom the filter excludes still wrote the paper. */
  authorshipCount(paper: PaperNode): number {
    return this.#graph.degree(paper.id);
  }
}
