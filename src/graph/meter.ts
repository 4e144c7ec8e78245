/**
 * How much one question has read, and an end to it when that is too much. Every time a walk opens an author or a paper
 * it reads the authorships there, so a budget of authorships bounds the work, whatever the filter leaves of them.
 *
 * Running out throws, past whichever search is at work; `within` makes an answer of it. One search runs in one go, so a
 * signal is heeded before each search, not within.
 */
import { checkAtLeast } from '../model/index.ts';
import type { AuthorId } from '../model/index.ts';
import type { WalkLimits } from './network.ts';

export interface BudgetExhausted {
  readonly kind: 'budget-exhausted';
  readonly budget: number;
  readonly visitedAuthorCount: number;
}

export class Meter {
  readonly #budget: number;
  readonly #signal: AbortSignal | undefined;
  readonly #opened = new Set<AuthorId>();
  #read = 0;

  constructor({ budget = Infinity, signal }: WalkLimits) {
    this.#budget = budget;
    this.#signal = signal;
  }

  openAuthor(author: AuthorId, authorshipCount: number): void {
    this.read(authorshipCount);
    this.#opened.add(author);
  }

  read(authorshipCount: number): void {
    this.#read += authorshipCount;
    if (this.#read > this.#budget) throw new OutOfBudget(this.#budget, this.#opened.size);
  }

  /** Between two searches of one question: lets others have their turn, and rejects when the signal is given. */
  async pause(): Promise<void> {
    await new Promise((resume) => setImmediate(resume));
    this.#signal?.throwIfAborted();
  }
}

/** The answer of the work, or that its budget ran out. Rejects with the signal's reason when nobody waits any more. */
export async function within<T>(
  limits: WalkLimits,
  work: (meter: Meter) => T | Promise<T>,
): Promise<T | BudgetExhausted> {
  checkAtLeast(limits.budget, 1, 'budget');
  limits.signal?.throwIfAborted();
  try {
    return await work(new Meter(limits));
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error;
    const { budget, visitedAuthorCount } = error;
    return { kind: 'budget-exhausted', budget, visitedAuthorCount };
  }
}

class OutOfBudget extends Error {
  readonly budget: number;
  readonly visitedAuthorCount: number;

  constructor(budget: number, visitedAuthorCount: number) {
    super(`The walk may read ${budget} authorships, which did not suffice.`);
    this.budget = budget;
    this.visitedAuthorCount = visitedAuthorCount;
  }
}
