/**
 * Who walks: short walks on the thread that asks, long ones on worker threads over the same memory. A question whose
 * walk is longer than the asking thread may take begins anew on a worker; that costs at most as much as it may take.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import { hasKindTest, stepsOf } from '../../csr/index.ts';
import type { SharedGraph, Steps } from '../../csr/index.ts';
import type { WalkLimits } from '../network.ts';
import { walk } from './question.ts';
import type { Asked, Kind, Walked } from './question.ts';

export interface WalkerOptions {
  /** Worker threads; as many as the machine has processors, up to 8, when absent. 0: every walk on the thread that asks. */
  readonly threads?: number;
  /** Authorships that a walk may read on the thread that asks: about a millisecond's worth when absent. */
  readonly ownBudget?: number;
}

/** What a worker is sent, and what it sends back. */
export interface WorkerQuestion {
  readonly kind: Kind;
  readonly asked: Asked<Kind>;
  readonly budget: number;
}

export type WorkerAnswer = Walked<Kind> | { readonly kind: 'failed'; readonly message: string };

export interface WorkerData {
  readonly shared: SharedGraph;
  readonly thread: number;
}

const MOST_THREADS = 8;
const OWN_BUDGET = 100_000;
/** Milliseconds after which a worker that nobody asks is ended. */
const IDLE = 60_000;
/** Walks over papers that years and sizes do not tell fill a mask of all papers first. */
const MOST_MASKED_PAPERS = 100_000;

// Compiled code runs beside this file; from source it is where the build puts it.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/graph/snapshot/walker-thread.js' : './walker-thread.js',
  import.meta.url,
);

/** How many scratches the graph must be shared with. */
export function threadCount({ threads = Math.min(availableParallelism(), MOST_THREADS) }: WalkerOptions): number {
  return 1 + threads;
}

interface Waiting {
  readonly question: WorkerQuestion;
  readonly signal: AbortSignal | undefined;
  readonly settle: (answered: WorkerAnswer) => void;
  readonly fail: (reason: unknown) => void;
}

interface Helper {
  readonly worker: Worker;
  idle?: NodeJS.Timeout;
}

export class Walkers {
  readonly #shared: SharedGraph;
  readonly #steps: Steps;
  readonly #ownBudget: number;
  readonly #free: number[];
  readonly #helpers = new Map<number, Helper>();
  readonly #waiting: Waiting[] = [];

  /** @param shared with as many scratches as `threadCount` says */
  constructor(shared: SharedGraph, { ownBudget = OWN_BUDGET }: WalkerOptions) {
    this.#shared = shared;
    this.#steps = stepsOf(shared, 0);
    this.#ownBudget = ownBudget;
    this.#free = Array.from({ length: shared.scratches.length - 1 }, (_, at) => at + 1);
  }

  /** Rejects with the signal's reason when it is given before the answer is there. */
  async ask<K extends Kind>(kind: K, asked: Asked<K>, { budget = Infinity, signal }: WalkLimits): Promise<Walked<K>> {
    signal?.throwIfAborted();
    const isAlone = this.#shared.scratches.length === 1 || this.#isSmall();
    const own = isAlone ? budget : Math.min(budget, this.#ownBudget);
    if (isAlone || this.#mayBeShort(kind, asked)) {
      const walked = walk(kind, this.#steps, asked, own);
      if (walked.kind === 'answered' || own === budget) return walked;
    }
    const answered = await this.#onWorker({ kind, asked, budget }, signal);
    if (answered.kind === 'failed') throw new Error(answered.message);
    return answered; // to that kind of question
  }

  // A walk over all of it is short.
  #isSmall(): boolean {
    return 2 * this.#shared.graph.paperAuthors.length <= this.#ownBudget;
  }

  #mayBeShort<K extends Kind>(kind: K, asked: Asked<K>): boolean {
    if (kind === 'distances' || kind === 'left' || kind === 'pairs') return false;
    const { filter } = asked as Asked<'path'>;
    return !hasKindTest(filter) || this.#shared.graph.paperTraits.length <= MOST_MASKED_PAPERS;
  }

  #onWorker(question: WorkerQuestion, signal: AbortSignal | undefined): Promise<WorkerAnswer> {
    return new Promise((settle, fail) => {
      const ended = (): void => signal?.removeEventListener('abort', drop);
      const waiting: Waiting = {
        question,
        signal,
        settle: (reply) => {
          ended();
          settle(reply);
        },
        fail: (reason) => {
          ended();
          fail(reason);
        },
      };
      // Who still waits for a worker is answered at once; a walk that has begun is stopped too (see #begin).
      const drop = (): void => {
        const place = this.#waiting.indexOf(waiting);
        if (place >= 0) this.#waiting.splice(place, 1);
        waiting.fail(signal?.reason);
      };
      signal?.addEventListener('abort', drop);
      this.#waiting.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    const thread = this.#free.at(-1);
    if (thread === undefined) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) return;
    this.#free.pop();
    this.#begin(thread, waiting);
  }

  #begin(thread: number, { question, signal, settle, fail }: Waiting): void {
    const helper = this.#helpers.get(thread) ?? this.#helper(thread);
    const { worker } = helper;
    clearTimeout(helper.idle);
    const abort = this.#shared.scratches[thread]?.abort ?? new Int32Array(1);
    const stop = (): void => void Atomics.store(abort, 0, 1);
    const done = (): void => {
      signal?.removeEventListener('abort', stop);
      worker.off('message', answered).off('error', broken);
      worker.unref();
      helper.idle = setTimeout(() => this.#end(thread, helper), IDLE).unref();
      this.#free.push(thread);
      this.#next();
    };
    const answered = (reply: WorkerAnswer): void => {
      settle(reply);
      done();
    };
    const broken = (error: unknown): void => {
      this.#helpers.delete(thread);
      fail(error);
      done();
    };
    Atomics.store(abort, 0, 0);
    signal?.addEventListener('abort', stop);
    worker.on('message', answered).on('error', broken);
    worker.ref(); // a process does not end before its answers
    worker.postMessage(question);
  }

  #helper(thread: number): Helper {
    const workerData: WorkerData = { shared: this.#shared, thread };
    const helper: Helper = { worker: new Worker(workerFile, { workerData }) };
    this.#helpers.set(thread, helper);
    return helper;
  }

  #end(thread: number, helper: Helper): void {
    if (this.#helpers.get(thread) === helper) this.#helpers.delete(thread);
    void helper.worker.terminate();
  }
}
