/** A worker thread: answers one question after another over the memory that it shares. */
import { parentPort, workerData } from 'node:worker_threads';

import { stepsOf } from '../../csr/index.ts';
import { walk } from './question.ts';
import type { WorkerAnswer, WorkerData, WorkerQuestion } from './walkers.ts';

const { shared, thread } = workerData as WorkerData; // as `Walkers` hands them over
const steps = stepsOf(shared, thread);

parentPort?.on('message', ({ kind, asked, budget }: WorkerQuestion) => {
  let reply: WorkerAnswer;
  try {
    reply = walk(kind, steps, asked, budget);
  } catch (error) {
    reply = { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(reply);
});
