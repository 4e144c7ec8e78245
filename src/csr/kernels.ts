/** Loads the kernels, and answers a walk's steps with them. */
import { readFileSync } from 'node:fs';

import { at } from './at.ts';
import type { GraphViews } from './graph-arrays.ts';
import { ANY_TRAITS, KindMask, traitTest } from './filter.ts';
import type { WalkFilter } from './filter.ts';
import { STATE } from './scratch.ts';
import type { Scratch } from './scratch.ts';
import type { Edge, Side, Steps } from './steps.ts';

/** What src/csr/assembly exports. Pointers are bytes into the memory. */
interface Kernels {
  setSize(authors: number, papers: number): void;
  setGraph(...pointers: number[]): void;
  setScratch(...pointers: number[]): void;
  setLanes(...pointers: number[]): void;
  setLaneCount(count: number): void;
  setFilter(tests: number, leastYear: number, yearSpan: number, mostAuthors: number): void;
  expand(queue: number, begin: number, end: number, tail: number, mark: number): number;
  expandMany(count: number): number;
  unopenedBefore(end: number): number;
  meetOnLists(queue: number, end: number, mark: number): void;
  meetOnPapers(
    queue: number,
    begin: number,
    end: number,
    otherQueue: number,
    otherBegin: number,
    otherEnd: number,
    mark: number,
    opened: number,
  ): void;
  below(author: number, mark: number): number;
  unmark(marks: number, queue: number, count: number): void;
}

// Built beside the compiled code; from source it lies where the build puts it.
const file = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/csr/kernels.wasm' : './kernels.wasm',
  import.meta.url,
);

let compiled: WebAssembly.Module | undefined;

const TESTS = { traits: 1, mask: 2, flags: 4 } as const;

/**
 * So many authors of both edges can be asked for their papers in the time that one is asked for who is on these.
 * Measured on corpora of 1 and 7.5 million papers.
 */
const PAPERS_PER_LIST = 4;

/** Throws when the kernels were never built. */
export class KernelSteps implements Steps {
  readonly graph: GraphViews;
  readonly scratch: Scratch;
  readonly #kernels: Kernels;
  readonly #kinds: KindMask;

  /** @param memory holds every view of the graph and the scratch */
  constructor(memory: WebAssembly.Memory, graph: GraphViews, scratch: Scratch) {
    this.graph = graph;
    this.scratch = scratch;
    this.#kinds = new KindMask(graph, scratch.kindMask);
    compiled ??= new WebAssembly.Module(readFileSync(file));
    const instance = new WebAssembly.Instance(compiled, { env: { memory } });
    // What the module exports is written beside it, in src/csr/assembly; so is the order of pointers.
    this.#kernels = instance.exports as unknown as Kernels;
    const { authorOffsets, authorPapers, paperOffsets, paperAuthors, paperTraits, authorFlags } = graph;
    this.#kernels.setSize(authorFlags.length, paperTraits.length);
    this.#kernels.setGraph(
      ...bytesTo(authorOffsets, authorPapers, paperOffsets, paperAuthors, paperTraits, authorFlags),
    );
    const { state, abort, authorMarks, paperMarks, nearQueue, farQueue, paperQueue, meetings, kindMask } = scratch;
    this.#kernels.setScratch(
      ...bytesTo(state, abort, authorMarks, paperMarks, nearQueue, farQueue, paperQueue, meetings, kindMask),
    );
    const { authorsSeen, authorsAtEdge, authorsNext, papersSeen, papersNext, laneCounts } = scratch;
    this.#kernels.setLanes(...bytesTo(authorsSeen, authorsAtEdge, authorsNext, papersSeen, papersNext, laneCounts));
  }

  setFilter(filter: WalkFilter): void {
    const traits = traitTest(filter);
    const { leastYear, yearSpan, mostAuthors } = traits ?? ANY_TRAITS;
    const tests =
      (traits === undefined ? 0 : TESTS.traits) |
      (this.#kinds.of(filter) === undefined ? 0 : TESTS.mask) |
      (filter.excludesFlagged === true ? TESTS.flags : 0);
    this.#kernels.setFilter(tests, leastYear, yearSpan, mostAuthors);
  }

  expand(side: Side, begin: number, end: number, tail: number, mark: number): number {
    return this.#kernels.expand(this.#queue(side), begin, end, tail, mark);
  }

  meetAll(side: Side, edge: Edge, otherEdge: Edge, otherMark: number, opened: number): void {
    this.scratch.state[STATE.meetings] = 0;
    const queue = this.#queue(side);
    const { begin, end } = edge;
    const edges = end - begin + otherEdge.end - otherEdge.begin;
    if (PAPERS_PER_LIST * this.#kernels.unopenedBefore(end) < edges) {
      this.#kernels.meetOnLists(queue, end, otherMark);
    } else {
      const other = this.#queue(side === 'near' ? 'far' : 'near');
      this.#kernels.meetOnPapers(queue, begin, end, other, otherEdge.begin, otherEdge.end, otherMark, opened);
    }
  }

  below(author: number, mark: number): number {
    return this.#kernels.below(author, mark);
  }

  expandMany(count: number, lanes: number): number {
    this.#kernels.setLaneCount(lanes);
    return this.#kernels.expandMany(count);
  }

  clear(nearCount: number, farCount: number): void {
    const { state, authorMarks, paperMarks, paperQueue } = this.scratch;
    this.#kernels.unmark(authorMarks.byteOffset, this.#queue('near'), nearCount);
    this.#kernels.unmark(authorMarks.byteOffset, this.#queue('far'), farCount);
    this.#kernels.unmark(paperMarks.byteOffset, paperQueue.byteOffset, at(state, STATE.papersOpened));
  }

  #queue(side: Side): number {
    return (side === 'near' ? this.scratch.nearQueue : this.scratch.farQueue).byteOffset;
  }
}

function bytesTo(...views: readonly { readonly byteOffset: number }[]): number[] {
  return views.map(({ byteOffset }) => byteOffset);
}
