/**
 * Distances from many authors, asked for one by one within one request, walked together: a list of authors with their
 * distances costs little more than one of them.
 */
import type { WalkFilter } from '../../csr/index.ts';
import type { WalkLimits } from '../network.ts';
import type { Walkers } from './walkers.ts';

export interface DistanceQuestion extends WalkLimits {
  readonly author: number;
  readonly filter: WalkFilter;
}

/** Authors at 0, 1, 2, … hops, or how many were found when the budget was spent. */
export type Distances =
  | { readonly kind: 'answered'; readonly counts: readonly number[] }
  | { readonly kind: 'exhausted'; readonly visited: number };

interface Batch {
  readonly authors: number[];
  readonly answers: Promise<readonly Distances[]>;
}

export class DistanceBatches {
  readonly #walkers: Walkers;
  readonly #open: (DistanceQuestion & Batch & { readonly filterText: string })[] = [];

  constructor(walkers: Walkers) {
    this.#walkers = walkers;
  }

  async ask(question: DistanceQuestion): Promise<Distances> {
    const batch = this.#batchFor(question);
    const place = batch.authors.push(question.author) - 1;
    const answer = (await batch.answers)[place];
    if (answer === undefined) throw new Error('A walk from many gave too few answers.');
    return answer;
  }

  // Those who ask the same in the same turn, and stop together.
  #batchFor(question: DistanceQuestion): Batch {
    const { filter, budget, signal } = question;
    const filterText = JSON.stringify(filter);
    const known = this.#open.find(
      (each) => each.filterText === filterText && each.budget === budget && each.signal === signal,
    );
    if (known !== undefined) return known;
    const authors: number[] = [];
    const answers = new Promise((next) => setImmediate(next)).then(() => {
      this.#open.splice(this.#open.indexOf(batch), 1);
      return this.#walk(authors, question);
    });
    const batch = { ...question, authors, answers, filterText };
    this.#open.push(batch);
    return batch;
  }

  async #walk(authors: readonly number[], { filter, budget, signal }: DistanceQuestion): Promise<readonly Distances[]> {
    const limits = { ...(budget === undefined ? {} : { budget: budget * authors.length }), ...(signal && { signal }) };
    const walked = await this.#walkers.ask('distances', { authors, filter }, limits);
    if (walked.kind === 'answered') return walked.answer.map((counts) => ({ kind: 'answered', counts }));
    if (authors.length === 1) return [walked];
    // Not enough for all of them together: for some it may be.
    const each: Distances[] = [];
    for (const author of authors) {
      each.push(
        ...(await this.#walk([author], { author, filter, ...(budget && { budget }), ...(signal && { signal }) })),
      );
    }
    return each;
  }
}
