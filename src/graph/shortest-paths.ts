/**
 * All best paths between two people: labels of how cheaply everyone reaches the end, then the graph of those who are on
 * best paths. Fewest hops are found in time linear in the authorships, ties of different worth in that of the pairs of
 * coauthors.
 */
import { connected } from './connected.ts';
import type { PathQuestion } from './connected.ts';
import { labelsOfHops, labelsTo } from './labels.ts';
import type { Links } from './links.ts';
import type { PathOutcome, PathPreference, PathsOutcome } from './network.ts';
import { pathGraph } from './path-graph.ts';
import { pathSet } from './path-set.ts';

export interface PreferringQuestion extends PathQuestion {
  readonly prefer: PathPreference;
  readonly links: Links;
}

export function shortestPaths(question: PreferringQuestion): PathsOutcome {
  const { from, to, maxHops, prefer, links } = question;
  const found = connected(question);
  if (found.kind !== 'connected') return found;
  const labels =
    prefer === 'FEWEST_HOPS' ? labelsOfHops(found.hopsToEnd) : labelsTo({ links, end: to, until: from, maxHops });
  const graph = pathGraph(from, labels, links, prefer);
  if (graph === undefined) throw new Error(`A search and a breadth-first search disagree: ${from} to ${to}.`);
  return { kind: 'paths', paths: pathSet(graph), visitedAuthorCount: labels.size };
}

/** The first of the best paths. */
export function preferredPath(question: PreferringQuestion): PathOutcome {
  const outcome = shortestPaths(question);
  if (outcome.kind !== 'paths') return outcome;
  const [first] = outcome.paths.page({ from: 'start', size: 1 }).entries;
  if (first === undefined) throw new Error(`No path among those found: ${question.from} to ${question.to}.`);
  return { kind: 'path', ...first.item, visitedAuthorCount: outcome.visitedAuthorCount };
}
