/**
 * Whether two people are connected closely enough, and why not: what has to be known before a best path is looked for.
 * It costs at most two walks over the graph under the filter and one without it, each linear in the authorships.
 */
import type { AuthorId } from '../model/index.ts';
import type { NoPath } from './network.ts';
import { reach } from './reach.ts';
import type { Hops } from './reach.ts';
import type { Walk } from './walk.ts';

export interface PathQuestion {
  readonly from: AuthorId;
  readonly to: AuthorId;
  readonly maxHops?: number | undefined;
  readonly filtered: Walk;
  readonly unfiltered: Walk;
}

export interface Connected {
  readonly kind: 'connected';
  /** From the start to the end. */
  readonly length: number;
  /** Of everyone nearer to the end than the start is, and of the start. */
  readonly hopsToEnd: Hops;
}

export function connected(question: PathQuestion): Connected | NoPath {
  const { from, to, maxHops, filtered } = question;
  if (from === to) return { kind: 'same-author', visitedAuthorCount: 1 };
  const hopsToEnd = reach(filtered, to, from);
  const length = hopsToEnd.get(from);
  if (length === undefined) return notConnected(question, hopsToEnd.size);
  // How far the end really is was worth finding out: "too far" and "not connected" are different answers.
  if (maxHops !== undefined && length > maxHops) {
    return { kind: 'beyond-max-hops', maxHops, visitedAuthorCount: hopsToEnd.size };
  }
  return { kind: 'connected', length, hopsToEnd };
}

function notConnected({ from, to, filtered, unfiltered }: PathQuestion, toComponentSize: number): NoPath {
  const fromComponentSize = reach(filtered, from).size;
  const visitedAuthorCount = fromComponentSize + toComponentSize; // no path, so nobody is in both
  const lengthWithoutFilter = reach(unfiltered, to, from).get(from);
  if (lengthWithoutFilter !== undefined) return { kind: 'filtered-out', lengthWithoutFilter, visitedAuthorCount };
  return { kind: 'different-components', fromComponentSize, toComponentSize, visitedAuthorCount };
}
