/** One path of fewest hops. */
import { at } from '../at.ts';
import type { WalkFilter } from '../filter.ts';
import { FAR, markOf, PAPER, STATE } from '../scratch.ts';
import type { Steps } from '../steps.ts';
import { walking } from '../walk.ts';
import type { Budget } from '../walk.ts';
import { search } from './search.ts';
import type { Meeting } from './search.ts';

export interface ShortestPath {
  /** From one end to the other; absent where nothing connects them. */
  readonly authors?: readonly number[];
  /** Authors found from either end. */
  readonly visited: number;
}

/**
 * A path of fewest hops between two different authors, neither excluded; of several always the same one: the first
 * meeting, then each time the first author on the lists who is one level nearer. Throws `WalkStopped`.
 */
export function shortestPath(
  steps: Steps,
  from: number,
  to: number,
  filter: WalkFilter,
  budget: Budget = { left: Infinity },
): ShortestPath {
  return walking(steps, filter, budget, (queues) => {
    const meeting = search(steps, queues, [from], to, false);
    const visited = queues.near + queues.far;
    return meeting === undefined ? { visited } : { authors: pathThrough(steps, meeting), visited };
  });
}

/** How many hops that path has, as `shortestPath` finds it. */
export function distanceBetween(
  steps: Steps,
  from: number,
  to: number,
  filter: WalkFilter,
  budget: Budget = { left: Infinity },
): number {
  return walking(steps, filter, budget, (queues) => search(steps, queues, [from], to, false)?.length ?? Infinity);
}

function pathThrough(steps: Steps, { nearLevels, farLevels, last }: Meeting): number[] {
  const { state, meetings } = steps.scratch;
  const met = at(meetings, 0);
  // The meeting was found through this paper, by one of its authors at the edge of the side that went last.
  const paper = at(state, STATE.meetingPaper);
  const edge = last === 'near' ? markOf(nearLevels, 0) : markOf(farLevels, FAR);
  const opener = authorOn(steps, paper, edge);
  const [near, far] = last === 'near' ? [opener, met] : [met, opener];
  return [...descent(steps, near, nearLevels, 0).reverse(), ...descent(steps, far, farLevels, FAR)];
}

/** From an author at a level of one side down to its end, both included. */
function descent(steps: Steps, author: number, level: number, side: 0 | typeof FAR): number[] {
  const { authorOffsets, authorPapers } = steps.graph;
  const { paperMarks } = steps.scratch;
  const path = [author];
  let here = author;
  for (let below = level - 1; below >= 0; below--) {
    const mark = markOf(below, side);
    const last = at(authorOffsets, here + 1);
    let next: number | undefined;
    for (let entry = at(authorOffsets, here); entry < last && next === undefined; entry++) {
      const paper = at(authorPapers, entry);
      // Somebody one level below opened a paper of theirs, or they would not stand where they stand.
      if (paperMarks[paper] === PAPER.opened) next = firstOn(steps, paper, mark);
    }
    if (next === undefined) throw new Error(`Nobody is one level nearer than author ${here}.`);
    path.push(next);
    here = next;
  }
  return path;
}

function authorOn(steps: Steps, paper: number, mark: number): number {
  const author = firstOn(steps, paper, mark);
  if (author === undefined) throw new Error(`Paper ${paper} was opened by none of its authors.`);
  return author;
}

function firstOn({ graph, scratch }: Steps, paper: number, mark: number): number | undefined {
  const last = at(graph.paperOffsets, paper + 1);
  for (let place = at(graph.paperOffsets, paper); place < last; place++) {
    const author = at(graph.paperAuthors, place);
    if (scratch.authorMarks[author] === mark) return author;
  }
  return undefined;
}
