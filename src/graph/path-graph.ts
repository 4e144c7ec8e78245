/**
 * The people on best paths, out of the labels of how cheaply each reaches the end: from the start on, a hop is on a
 * best path if it leads to a label that is lower by just what it costs. Costs are exact, so equality is.
 */
import type { AuthorId } from '../model/index.ts';
import type { Label, Labels } from './labels.ts';
import type { Links } from './links.ts';
import type { PathPreference } from './network.ts';
import type { PathGraph } from './path-set.ts';

/** Absent when the start has no label: no path. Whoever is on two best paths at different places is two nodes. */
export function pathGraph(from: AuthorId, labels: Labels, links: Links, prefer: PathPreference): PathGraph | undefined {
  const start = labels.get(from)?.[0];
  if (start === undefined) return undefined;
  const nodes = new Map<Label, number>([[start, 0]]);
  const successors: number[][] = [];
  // Met hop by hop, so the end comes last.
  for (const label of nodes.keys()) {
    const next = bestNext(label, labels, links);
    for (const each of next) if (!nodes.has(each)) nodes.set(each, nodes.size);
    successors.push(next.flatMap((each) => nodes.get(each) ?? []));
  }
  const authorIds = [...nodes.keys()].map(({ author }) => author);
  return { prefer, authorIds, successors, length: start.hops, cost: start.cost };
}

function bestNext({ author, cost, hops }: Label, labels: Labels, links: Links): Label[] {
  if (hops === 0) return [];
  return [...links(author)].flatMap(
    ([next, hop]) => labels.get(next)?.find((label) => label.cost === cost - hop && label.hops === hops - 1) ?? [],
  );
}
