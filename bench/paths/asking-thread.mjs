// One of several threads over one memory: asks for the paths of all pairs, so many rounds, and tells how many seconds it
// took.
import { parentPort, workerData } from 'node:worker_threads';

import { shortestPath, stepsOf } from '../../dist/csr/index.js';

const { shared, thread, questions } = workerData;
const steps = stepsOf(shared, thread);

parentPort.on('message', (rounds) => {
  const begin = performance.now();
  for (let round = 0; round < rounds; round++) {
    for (const [from, to] of questions) shortestPath(steps, from, to, {});
  }
  parentPort.postMessage((performance.now() - begin) / 1000);
});
