/**
 * Every best path between two people, kept as the small graph of the people on them: who may stand after whom. Paths
 * may be more than could ever be listed, so they are counted, not enumerated: each node knows in how many ways the end
 * is reached from it, and the path of any rank is found by stepping over whole bundles of paths (ranking as in D. E.
 * Knuth, The Art of Computer Programming 4A, 7.2.1). A page costs its paths, times the people who may follow along
 * each.
 *
 * Paths of one set have one length, so a cursor can name a path by its people, and stays good whatever the set became
 * meanwhile.
 */
import { compareText, decodeCursor, encodeCursor } from '../model/index.ts';
import type { AuthorId, Order, Page, PageRequest } from '../model/index.ts';
import type { Path, PathPreference, PathSet } from './network.ts';

/**
 * Plain data, so that it can pass between threads. Node 0 is the start, the last node the end. Every node lies on a
 * path, and all ways from the start to a node have the same number of hops. One person may be several nodes, but never
 * two among the successors of one node.
 */
export interface PathGraph {
  readonly prefer: PathPreference;
  /** Node → author. */
  readonly authorIds: readonly AuthorId[];
  /** Node → nodes one hop nearer to the end, in any order. */
  readonly successors: readonly (readonly number[])[];
  /** Hops of every path, at least 1. */
  readonly length: number;
  /** Of every path. */
  readonly cost: number;
}

export function pathSet(graph: PathGraph): PathSet {
  return new CountedPaths(graph);
}

const START = 0;

class CountedPaths implements PathSet {
  readonly length: number;
  readonly cost: number;
  readonly #authorIds: readonly AuthorId[];
  /** In order of author ids. */
  readonly #successors: readonly (readonly number[])[];
  /** Node → paths from it to the end. */
  readonly #counts: readonly bigint[];
  readonly #order: Order<Path>;

  constructor({ prefer, authorIds, successors, length, cost }: PathGraph) {
    this.length = length;
    this.cost = cost;
    this.#authorIds = authorIds;
    this.#successors = successors.map((nodes) =>
      [...nodes].sort((a, b) => compareText(authorIds[a] ?? '', authorIds[b] ?? '')),
    );
    this.#counts = pathCounts(successors);
    this.#order = {
      name: `paths of ${length} hops by ${prefer} from ${authorIds[START]} to ${authorIds.at(-1)}`,
      direction: 'ASC',
      values: (path) => path.authorIds.slice(1, -1), // the ends are in the name
      id: (path) => path.authorIds.at(-1) ?? '',
    };
  }

  get pathCount(): bigint {
    return this.#countFrom(START);
  }

  page({ from, size, after, before }: PageRequest): Page<Path> {
    const low = after === undefined ? 0n : this.#pathsUpTo(after);
    const high = before === undefined ? this.pathCount : this.#place(before, 'before').rank;
    const end = low > high ? low : high;
    const room = end - low < BigInt(size) ? end - low : BigInt(size);
    const first = from === 'start' ? low : end - room;
    const paths = Array.from({ length: Number(room) }, (_, at) => this.#pathAt(first + BigInt(at)));
    return {
      entries: paths.map((item) => ({ item, cursor: encodeCursor(this.#order, item) })),
      hasNextPage: first + room < this.pathCount,
      hasPreviousPage: first > 0n,
    };
  }

  #pathsUpTo(after: string): bigint {
    const { rank, isThere } = this.#place(after, 'after');
    return isThere ? rank + 1n : rank;
  }

  // How many paths come before the one that a cursor names, and whether that one is in the set.
  #place(cursor: string, argument: string): { readonly rank: bigint; readonly isThere: boolean } {
    const { values } = decodeCursor(this.#order, cursor, argument);
    let rank = 0n;
    let node = START;
    for (const value of values) {
      const author = String(value);
      let same: number | undefined;
      for (const next of this.#successorsOf(node)) {
        const compared = compareText(this.#authorOf(next), author);
        if (compared < 0) rank += this.#countFrom(next);
        if (compared === 0) same = next;
      }
      if (same === undefined) return { rank, isThere: false };
      node = same;
    }
    return { rank, isThere: true };
  }

  #pathAt(rank: bigint): Path {
    const authorIds = [this.#authorOf(START)];
    let left = rank;
    let node = START;
    while (authorIds.length <= this.length) {
      for (const next of this.#successorsOf(node)) {
        node = next;
        if (left < this.#countFrom(next)) break;
        left -= this.#countFrom(next);
      }
      authorIds.push(this.#authorOf(node));
    }
    return { authorIds, cost: this.cost };
  }

  #authorOf(node: number): AuthorId {
    return this.#authorIds[node] as AuthorId; // nodes are places in the list
  }

  #successorsOf(node: number): readonly number[] {
    return this.#successors[node] ?? [];
  }

  #countFrom(node: number): bigint {
    return this.#counts[node] ?? 0n;
  }
}

function pathCounts(successors: readonly (readonly number[])[]): readonly bigint[] {
  // Met hop by hop, so whoever comes later is nearer to the end.
  const met = new Set([START]);
  for (const node of met) for (const next of successors[node] ?? []) met.add(next);
  const counts: bigint[] = successors.map(() => 0n);
  counts[successors.length - 1] = 1n;
  for (const node of [...met].reverse()) {
    for (const next of successors[node] ?? []) counts[node] = (counts[node] ?? 0n) + (counts[next] ?? 0n);
  }
  return counts;
}
