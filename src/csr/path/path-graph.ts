/**
 * The best paths between two authors as one small graph without cycles: only who lies on one of them is in it. One
 * author may be several nodes, where a bound on hops makes two paths pass at different places.
 */
export interface PathGraph {
  /** Node → author. The first is where the paths begin, the last where they end. */
  readonly authors: readonly number[];
  /** Node → the nodes that follow it on some best path. */
  readonly successors: readonly (readonly number[])[];
  /** Of every path. */
  readonly hops: number;
  readonly cost: number;
}

/** What a search for best paths finds. */
export interface BestPaths {
  /** Absent where nothing connects the two. */
  readonly graph?: PathGraph;
  /** Authors found by then. */
  readonly visited: number;
}

/** Collects nodes and the hops between them; a hop told twice is one. */
export class PathGraphBuilder {
  readonly #nodes = new Map<number, number>();
  readonly #successors: Set<number>[] = [];

  constructor(start: number) {
    this.#nodeOf(start);
  }

  addHop(from: number, to: number): void {
    const next = this.#nodeOf(to);
    this.#successors[this.#nodeOf(from)]?.add(next);
  }

  /** @param end becomes the last node */
  build(end: number, { hops, cost }: Pick<PathGraph, 'hops' | 'cost'>): PathGraph {
    const node = this.#nodeOf(end);
    const last = this.#nodes.size - 1;
    const moved = (each: number): number => (each === node ? last : each === last ? node : each);
    const authors: number[] = [];
    const successors: (readonly number[])[] = [];
    for (const [author, each] of this.#nodes) {
      authors[moved(each)] = author;
      successors[moved(each)] = [...(this.#successors[each] ?? [])].map(moved);
    }
    return { authors, successors, hops, cost };
  }

  // An author is one node here: paths of one cost and fewest hops pass each at one place.
  #nodeOf(author: number): number {
    const known = this.#nodes.get(author);
    if (known !== undefined) return known;
    const node = this.#nodes.size;
    this.#nodes.set(author, node);
    this.#successors.push(new Set());
    return node;
  }
}

/** The path that comes first by rank, each time the lowest. Every node but the last has a successor. */
export function firstPath({ authors, successors }: PathGraph, ranks: Uint32Array): number[] {
  const path: number[] = [];
  for (let node: number | undefined = 0; node !== undefined;) {
    path.push(authors[node] ?? 0);
    let next: number | undefined;
    for (const each of successors[node] ?? []) {
      if (next === undefined || rank(each) < rank(next)) next = each;
    }
    node = next;
  }
  return path;

  function rank(node: number): number {
    return ranks[authors[node] ?? 0] ?? 0;
  }
}
