/** The graph in memory that threads share, with what each of them needs to walk it. */
import { graphPlan } from './graph-arrays.ts';
import type { GraphSize, GraphViews } from './graph-arrays.ts';
import { KernelSteps } from './kernels.ts';
import { allocate } from './memory.ts';
import type { AllocateOptions } from './memory.ts';
import { PlainSteps } from './plain-steps.ts';
import { scratchPlan } from './scratch.ts';
import type { Scratch } from './scratch.ts';
import type { Steps } from './steps.ts';

/** Structured cloning hands it to a worker thread without copying: the buffers are shared. */
export interface SharedGraph {
  /** Zeros until somebody fills them; nobody writes after that. */
  readonly graph: GraphViews;
  /** One for each thread. */
  readonly scratches: readonly Scratch[];
  /** Holds all of them; absent beyond WebAssembly's 4 GiB. */
  readonly memory?: WebAssembly.Memory;
}

export interface ShareOptions extends AllocateOptions {
  /** How many threads will walk the graph. */
  readonly threads: number;
}

export function shareGraph(size: GraphSize, { threads, ...options }: ShareOptions): SharedGraph {
  const scratches = Array.from({ length: threads }, () => scratchPlan(size));
  const { views, memory } = allocate([graphPlan(size), ...scratches], options);
  const [graph, ...scratchViews] = views;
  return {
    graph,
    scratches: scratchViews,
    ...(memory === undefined ? {} : { memory }),
  };
}

/** The steps of one thread: kernels where the memory is one that they reach. */
export function stepsOf({ graph, scratches, memory }: SharedGraph, thread: number): Steps {
  const scratch = scratches[thread];
  if (scratch === undefined)
    throw new Error(`There is no thread ${thread}: the graph was shared for ${scratches.length}.`);
  return memory === undefined ? new PlainSteps(graph, scratch) : new KernelSteps(memory, graph, scratch);
}
