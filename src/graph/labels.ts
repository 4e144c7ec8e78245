/**
 * How cheaply each author reaches the end: labels of (cost, hops), as a search from the end settles them.
 *
 * Without a bound on hops an author has one label, of the least cost and of those the fewest hops (E. W. Dijkstra, "A
 * note on two problems in connexion with graphs", Numerische Mathematik 1, 269, 1959). With one, a dearer way may be
 * the only one that is short enough, so an author has a label for each number of hops that costs less than all with
 * fewer (label setting: J. Desrochers and F. Soumis, INFOR 26, 191, 1988). Every hop costs more than 0, so no best way
 * meets anyone twice.
 */
import type { AuthorId } from '../model/index.ts';
import { Heap } from '../csr/index.ts';
import { PLAIN_HOP_COST } from '../csr/index.ts';
import type { Links } from './links.ts';
import type { Hops } from './reach.ts';

export interface Label {
  readonly author: AuthorId;
  readonly cost: number;
  readonly hops: number;
}

/** Of each author reached, the cheapest first. */
export type Labels = ReadonlyMap<AuthorId, readonly Label[]>;

interface LabelSearch {
  readonly links: Links;
  readonly end: AuthorId;
  /** Stop at this author's first label. Whatever lies on a best path from there is labelled by then. */
  readonly until?: AuthorId;
  readonly maxHops?: number | undefined;
}

export function labelsTo({ links, end, until, maxHops }: LabelSearch): Labels {
  const settled = new Map<AuthorId, Label[]>();
  const waiting = new Heap<Label>(compareCosts);
  waiting.push({ author: end, cost: 0, hops: 0 });
  for (let label = waiting.pop(); label !== undefined; label = waiting.pop()) {
    const { author, cost, hops } = label;
    const known = settled.get(author);
    if (known === undefined) settled.set(author, [label]);
    else if (maxHops !== undefined && hops < fewestHops(known)) known.push(label);
    else continue;
    if (author === until) break;
    if (hops === maxHops) continue;
    for (const [next, hop] of links(author)) {
      if (maxHops === undefined && settled.has(next)) continue;
      waiting.push({ author: next, cost: cost + hop, hops: hops + 1 });
    }
  }
  return settled;
}

/** The labels where every hop costs the same: a breadth-first search has found them. */
export function labelsOfHops(hops: Hops): Labels {
  return new Map([...hops].map(([author, count]) => [author, [{ author, cost: count * PLAIN_HOP_COST, hops: count }]]));
}

/** By cost, then hops. */
export function compareCosts(a: Omit<Label, 'author'>, b: Omit<Label, 'author'>): number {
  return a.cost - b.cost || a.hops - b.hops;
}

// Labels of one author cost more and more, and have fewer and fewer hops.
function fewestHops(labels: readonly Label[]): number {
  return labels.at(-1)?.hops ?? Infinity;
}
