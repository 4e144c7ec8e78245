/**
 * The best paths among those of so many hops at most. A dearer way may be the only one that is short enough, so an
 * author has a label for each number of hops that costs less than all with fewer (label setting: J. Desrochers and F.
 * Soumis, INFOR 26, 191, 1988). Who is too far from the end gets none.
 */
import { at } from '../at.ts';
import { levels } from '../distance/reach.ts';
import type { BestPaths, PathGraph } from '../path/path-graph.ts';
import { walking } from '../walk.ts';
import type { TieQuestion } from './best-ties.ts';
import { LabelHeap } from './label-heap.ts';
import type { Links } from './links.ts';
import { tieScratchOf } from './tie-scratch.ts';

interface Label {
  readonly author: number;
  readonly cost: number;
  readonly hops: number;
}

/**
 * Throws `WalkStopped`.
 *
 * @param entered whom the links do not lead to, beside those whom the filter excludes
 */
export function bestTiesWithin(
  links: Links,
  question: TieQuestion,
  maxHops: number,
  entered: readonly number[],
): BestPaths {
  const { steps, rules, budget } = links;
  const { to } = question;
  const { hopsToEnd } = tieScratchOf(steps);
  const { excludedAuthors = [] } = rules.filter;
  const filter = { ...rules.filter, excludedAuthors: [...excludedAuthors, ...entered] };
  const found = walking(steps, filter, budget, (queues) => {
    const counts = levels(steps, queues, to, maxHops);
    let place = 0;
    for (const [level, count] of counts.entries()) {
      for (const end = place + count; place < end; place++) hopsToEnd[at(steps.scratch.nearQueue, place)] = level + 1;
    }
    return steps.scratch.nearQueue.slice(0, queues.near);
  });
  try {
    const isNear = (author: number, hops: number): boolean =>
      at(hopsToEnd, author) > 0 && hops + at(hopsToEnd, author) - 1 <= maxHops;
    const settled = settle(links, question, isNear);
    const end = settled.get(to)?.[0];
    if (end === undefined) return { visited: found.length };
    const graph = collect(links, question, settled, end);
    links.checkBudget();
    return { graph, visited: found.length };
  } finally {
    for (const author of found) hopsToEnd[author] = 0;
  }
}

type Settled = ReadonlyMap<number, readonly Label[]>;

// Labels of whoever may lie on a best path; the last one settled is that of the end.
function settle(
  links: Links,
  { firstHops, to }: TieQuestion,
  isNear: (author: number, hops: number) => boolean,
): Settled {
  const settled = new Map<number, Label[]>();
  const waiting = new LabelHeap();
  for (const [author, cost] of firstHops) if (isNear(author, 1)) waiting.push(author, cost, 1);
  while (waiting.size > 0) {
    const label = { author: waiting.item, cost: waiting.cost, hops: waiting.hops };
    const { author, cost, hops } = label;
    waiting.pop();
    const known = settled.get(author);
    // Labels of one author cost more and more, and have fewer and fewer hops.
    if (known === undefined) settled.set(author, [label]);
    else if (hops < (known.at(-1)?.hops ?? 0)) known.push(label);
    else continue;
    if (author === to) break;
    links.each(author, (next, hop) => {
      if (isNear(next, hops + 1)) waiting.push(next, cost + hop, hops + 1);
    });
  }
  return settled;
}

// From the end's label back to the start; an author with two labels is two nodes.
function collect(links: Links, { start, firstHops }: TieQuestion, settled: Settled, end: Label): PathGraph {
  const nodes = new Map<Label, number>([[end, 0]]);
  const before: number[][] = [];
  const first: number[] = [];
  for (const [label, node] of nodes) {
    const { author, cost, hops } = label;
    if (hops === 1 && firstHops.get(author) === cost) first.push(node);
    const own: number[] = [];
    links.each(author, (from, hop) => {
      const found = settled.get(from)?.find((each) => each.cost === cost - hop && each.hops === hops - 1);
      if (found === undefined) return;
      const known = nodes.get(found) ?? nodes.size;
      nodes.set(found, known);
      own.push(known);
    });
    before[node] = own;
  }
  // Turned round: the end's node becomes the last one, behind the start and all others.
  const last = nodes.size;
  const successors: number[][] = Array.from({ length: last + 1 }, () => []);
  for (const [node, own] of before.entries()) for (const from of own) successors[last - from]?.push(last - node);
  successors[0] = first.map((node) => last - node);
  const authors = [start, ...[...nodes.keys()].map(({ author }) => author).reverse()];
  return { authors, successors, hops: end.hops, cost: end.cost };
}
