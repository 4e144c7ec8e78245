/**
 * Reads damaged files one after another and tells what a reader should not have done. Runs in a thread of its own, so
 * that the main thread can see and end a run that never ends. Everything of a run follows from the seed and its number.
 */
import { setFlagsFromString, getHeapStatistics } from 'node:v8';
import { createContext, runInContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

import { Random } from '../../bench/random.ts';
import { decodeHead, decodeWhole, formats, recognise, StreamDecoder } from '../../src/format/index.ts';
import type { Format } from '../../src/format/index.ts';
import { PROBLEM_KINDS } from '../../src/model/index.ts';
import type { Problem } from '../../src/model/index.ts';

import { mutate } from './mutate.ts';
import type { Mutated } from './mutate.ts';
import { realFiles } from './real-files.ts';

export interface FuzzTask {
  readonly format: string;
  readonly seed: number;
  /** Runs `from` to `to` - 1. */
  readonly from: number;
  readonly to: number;
  /** One number: the run that is under way. */
  readonly progress: SharedArrayBuffer;
  /** Whether to hand over the damaged bytes themselves. */
  readonly isReplay: boolean;
}

export interface FuzzFailure {
  readonly run: number;
  readonly file: string;
  readonly steps: readonly string[];
  readonly why: string;
}

export type FuzzMessage =
  | { readonly kind: 'failure'; readonly failure: FuzzFailure }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly counts: FuzzCounts };

export interface FuzzCounts {
  readonly records: number;
  readonly problems: number;
  readonly slowest: { readonly run: number; readonly milliseconds: number; readonly bytes: number };
  /** Heap in use after a collection, in bytes: early, and at the end. */
  readonly heapEarly: number;
  readonly heapLate: number;
}

const HEAD_BYTES = 64 * 1024;
/** By then everything is compiled and every cache is warm. */
const WARM = 500;

const collect = collector();
const task = workerData as FuzzTask; // what the main thread handed over
const progress = new Int32Array(task.progress);
const corpora = realFiles();
const files = corpora.get(task.format) ?? [];
const others = [...corpora.values()].flat();
const format = formats.find(({ name }) => name === task.format);
if (format !== undefined) tell({ kind: 'done', counts: runAll(format) });

function tell(message: FuzzMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins.
  parentPort?.postMessage(message);
}

function runAll(format: Format): FuzzCounts {
  let records = 0;
  let problems = 0;
  let slowest = { run: -1, milliseconds: 0, bytes: 0 };
  let heapEarly = 0;
  for (let run = task.from; run < task.to; run++) {
    Atomics.store(progress, 0, run);
    if (run === task.from + Math.min(WARM, Math.floor((task.to - task.from) / 2))) heapEarly = heap();
    const random = new Random(Math.imul(task.seed, 0x9e3779b1) + run);
    const file = random.pick(files);
    const mutated = mutate(file.bytes, random.pick(others).bytes, random);
    if (task.isReplay) tell({ kind: 'bytes', bytes: mutated.bytes });
    const before = performance.now();
    try {
      const counts = readOnce(format, file.name, mutated, random);
      records += counts.records;
      problems += counts.problems;
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tell({ kind: 'failure', failure: { run, file: file.name, steps: mutated.steps, why } });
    }
    const milliseconds = performance.now() - before;
    if (milliseconds > slowest.milliseconds) slowest = { run, milliseconds, bytes: mutated.bytes.length };
  }
  return { records, problems, slowest, heapEarly, heapLate: heap() };
}

function readOnce(
  format: Format,
  file: string,
  { bytes }: Mutated,
  random: Random,
): Pick<FuzzCounts, 'records' | 'problems'> {
  let records = 0;
  let problems = 0;
  const problem = (told: Problem): void => {
    problems++;
    checkProblem(told, file);
  };
  const head = bytes.subarray(0, HEAD_BYTES);
  const text = decodeHead(head);
  if (text !== undefined) recognise({ name: file, text, isWhole: bytes.length < HEAD_BYTES });
  const reader = format.open({ file, record: () => void records++, problem });
  for (const piece of pieces(file, bytes, problem, random)) reader.write(piece);
  reader.end();
  return { records, problems };
}

/** As a file arrives: whole when it is small, else decoded in pieces; and cut smaller than any file system would. */
function* pieces(file: string, bytes: Buffer, problem: (told: Problem) => void, random: Random): Generator<string> {
  const longest = random.pick([7, 100, 4_000, 65_536]);
  // Tiny pieces of a long text would try patience rather than readers.
  const length = Math.max(longest, bytes.length >> 12);
  if (bytes.length < HEAD_BYTES && random.chance(0.5)) {
    const text = decodeWhole(file, bytes, problem);
    for (let at = 0; at < text.length;) {
      const end = at + 1 + random.below(length);
      yield text.slice(at, end);
      at = end;
    }
    return;
  }
  const decoder = new StreamDecoder(file, bytes.subarray(0, HEAD_BYTES), problem);
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + random.below(length);
    yield* decoder.decode(bytes.subarray(at, end));
    at = end;
  }
  yield decoder.end();
}

function checkProblem({ kind, file, line, message }: Problem, name: string): void {
  if (!Object.hasOwn(PROBLEM_KINDS, kind)) throw new Error(`A problem of the unknown kind "${kind}".`);
  if (file !== name) throw new Error(`A problem (${kind}) names the file "${file}" instead of "${name}".`);
  if (message === '') throw new Error(`A problem (${kind}) has no message.`);
  if (line !== undefined && !(Number.isInteger(line) && line > 0)) {
    throw new Error(`A problem (${kind}) is at line ${line}.`);
  }
}

function heap(): number {
  collect();
  return getHeapStatistics().used_heap_size;
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInContext('gc', createContext()) as () => void; // that is what the flag provides
}
