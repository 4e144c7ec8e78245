/** What every walk begins and ends with: its filter, its limits, and a clean scratch afterwards. */
import { at } from './at.ts';
import type { WalkFilter } from './filter.ts';
import { EXCLUDED, PAPER, STATE } from './scratch.ts';
import type { Steps } from './steps.ts';

/**
 * What one question may read, over all its walks. Looked at every 16 authors, so a walk may end a little later; what is
 * left goes below 0 then, and no answer is given.
 */
export interface Budget {
  /** Authorships. */
  left: number;
}

/** Thrown where a walk ran out of its budget or was aborted; `visited` authors were found by then. */
export class WalkStopped extends Error {
  readonly visited: number;

  constructor(visited: number) {
    super('The walk was stopped before it had an answer.');
    this.visited = visited;
  }
}

/** Runs a walk. What is marked in it is taken back afterwards, also when it throws. */
export function walking<T>(steps: Steps, filter: WalkFilter, budget: Budget, walk: (queues: Queues) => T): T {
  const { state, authorMarks, paperMarks } = steps.scratch;
  const queues = { near: 0, far: 0 };
  const left = new Float64Array(state.buffer, state.byteOffset, 1);
  const { excludedAuthors = [], excludedPapers = [] } = filter;
  state.fill(0);
  left[0] = budget.left;
  steps.setFilter(filter);
  for (const author of excludedAuthors) authorMarks[author] = EXCLUDED;
  for (const paper of excludedPapers) paperMarks[paper] = PAPER.excluded;
  try {
    const found = walk(queues);
    if (at(left, 0) < 0) throw new WalkStopped(queues.near + queues.far);
    return found;
  } finally {
    budget.left = at(left, 0);
    steps.clear(queues.near, queues.far);
    for (const author of excludedAuthors) authorMarks[author] = 0;
    for (const paper of excludedPapers) paperMarks[paper] = 0;
  }
}

/** How many authors each queue holds. */
export interface Queues {
  near: number;
  far: number;
}

/** Throws `WalkStopped` when the last step was cut short. */
export function checkStopped({ scratch }: Steps, { near, far }: Queues): void {
  if (scratch.state[STATE.stopped] !== 0) throw new WalkStopped(near + far);
}
