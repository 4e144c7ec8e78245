/**
 * Damages real files at random and reads them: no reader may throw, hang or grow, whatever a file holds.
 *
 *     npm run fuzz -- --runs 10000 --seed 1
 *     npm run fuzz -- --format bibtex --seed 1 --only 4711 --save damaged.bib
 *
 * The second line reads one damaged file again, as a failure names it, and keeps its bytes. Exit code 1 when a reader
 * failed. Not part of `npm test`: ten thousand files of every format take minutes.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';

import { formats } from '../../src/format/index.ts';

import { realFiles } from './real-files.ts';
import type { FuzzCounts, FuzzFailure, FuzzMessage, FuzzTask } from './worker.ts';

const BUDGET_SECONDS = 20;
/** A run that ends, but only after this long, is named without being a failure. */
const SLOW_SECONDS = 2;
const MEMORY_MEGABYTES = 512;
/** More than this, from the first hundreds of files to the last, is growth. */
const GROWTH_BYTES = 32 * 1024 * 1024;
const MOST_FAILURES = 20;
/** A thread does not take over how TypeScript is loaded. */
const BOOTSTRAP = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('worker.ts', import.meta.url).href)});
});`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string', multiple: true },
    only: { type: 'string' },
    save: { type: 'string' },
  },
});
const seed = Number(values.seed);
const only = values.only === undefined ? undefined : Number(values.only);

const corpora = realFiles();
let failed = 0;
for (const { name } of formats) {
  if (values.format?.includes(name) === false) continue;
  const count = corpora.get(name)?.length ?? 0;
  if (count === 0) console.log(`${name}: no real file to damage`);
  else failed += await fuzz(name, count);
}
process.exitCode = failed === 0 ? 0 : 1;

async function fuzz(format: string, files: number): Promise<number> {
  const [first, end] = only === undefined ? [0, Number(values.runs)] : [only, only + 1];
  const began = performance.now();
  let failures = 0;
  for (let from = first; from < end && failures < MOST_FAILURES;) {
    const outcome = await work({ format, seed, from, to: end, isReplay: only !== undefined });
    failures += outcome.failures;
    from = outcome.next;
    if (outcome.counts === undefined) continue;
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(
      `${format}: ${end - first} runs on ${files} files, ${failures} failures, ${seconds} s; ${told(outcome.counts)}`,
    );
    const { heapEarly, heapLate, slowest } = outcome.counts;
    if (slowest.milliseconds > SLOW_SECONDS * 1000) {
      console.log(`${format}: SLOW run ${slowest.run} (--format ${format} --seed ${seed} --only ${slowest.run})`);
    }
    if (end - first >= 1_000 && heapLate - heapEarly > GROWTH_BYTES) {
      console.log(`${format}: GROWTH from ${megabytes(heapEarly)} to ${megabytes(heapLate)} MB`);
      failures++;
    }
  }
  return failures;
}

interface Outcome {
  readonly failures: number;
  /** The run to go on with. */
  readonly next: number;
  readonly counts?: FuzzCounts;
}

/** One worker, until it is done, dies or hangs. */
function work(task: Omit<FuzzTask, 'progress'>): Promise<Outcome> {
  const progress = new SharedArrayBuffer(4);
  const current = new Int32Array(progress);
  current[0] = -1;
  const worker = new Worker(BOOTSTRAP, {
    eval: true,
    workerData: { ...task, progress } satisfies FuzzTask,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  let failures = 0;
  const report = (run: number, why: string, details = ''): void => {
    failures++;
    console.log(
      `${task.format}: FAILED run ${run} (--format ${task.format} --seed ${seed} --only ${run})${details}: ${why}`,
    );
  };
  return new Promise((settle) => {
    let lastRun = -2;
    let since = performance.now();
    const stop = (outcome: Outcome): void => {
      clearInterval(watch);
      void worker.terminate().then(() => settle(outcome));
    };
    const watch = setInterval(() => {
      const run = Atomics.load(current, 0);
      if (run !== lastRun) since = performance.now();
      lastRun = run;
      if (performance.now() - since < BUDGET_SECONDS * 1000) return;
      report(run, `no end after ${BUDGET_SECONDS} s`);
      stop({ failures, next: run + 1 });
    }, 500);
    worker.on('message', (message: FuzzMessage) => {
      if (message.kind === 'failure') report(message.failure.run, message.failure.why, described(message.failure));
      else if (message.kind === 'bytes') save(message.bytes);
      else stop({ failures, next: task.to, counts: message.counts });
    });
    worker.on('error', (error) => {
      const run = Atomics.load(current, 0);
      if (run < 0) throw error; // it never began
      report(run, error.message);
      stop({ failures, next: run + 1 });
    });
  });
}

function save(bytes: Uint8Array): void {
  if (values.save !== undefined) writeFileSync(values.save, bytes);
}

function described({ file, steps }: FuzzFailure): string {
  return ` of ${file} after ${steps.join(', ')}`;
}

function told({ records, problems, slowest, heapEarly, heapLate }: FuzzCounts): string {
  const { run, milliseconds, bytes } = slowest;
  return [
    `${records} records, ${problems} problems`,
    `slowest ${milliseconds.toFixed(0)} ms (run ${run}, ${Math.round(bytes / 1000)} kB)`,
    `heap ${megabytes(heapEarly)} to ${megabytes(heapLate)} MB`,
  ].join('; ');
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
