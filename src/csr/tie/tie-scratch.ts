/** What one thread writes to while it looks at ties of different worth, made when the first such question is asked. */
import type { Steps } from '../steps.ts';

/** One number for each author; zeros between two walks. */
export interface TieScratch {
  readonly sums: Float64Array;
  readonly counts: Uint32Array;
  readonly near: SideScratch;
  readonly far: SideScratch;
  /** Of each paper from either side, the author who opened it, and 1; zeros between two walks. */
  readonly openers: { readonly near: Uint32Array; readonly far: Uint32Array };
  /** Hops to the end and 1, 0 where they are not known. */
  readonly hopsToEnd: Uint32Array;
}

export interface SideScratch {
  readonly costs: Float64Array;
  readonly hops: Uint32Array;
  /** See `Side`. */
  readonly states: Uint8Array;
  /** See `LabelHeap`. */
  readonly places: Uint32Array;
}

const known = new WeakMap<Steps, TieScratch>();

export function tieScratchOf(steps: Steps): TieScratch {
  let scratch = known.get(steps);
  if (scratch === undefined) {
    const authors = steps.graph.authorFlags.length;
    const papers = steps.graph.paperTraits.length;
    const side = (): SideScratch => ({
      costs: new Float64Array(authors),
      hops: new Uint32Array(authors),
      states: new Uint8Array(authors),
      places: new Uint32Array(authors),
    });
    scratch = {
      sums: new Float64Array(authors),
      counts: new Uint32Array(authors),
      near: side(),
      far: side(),
      openers: { near: new Uint32Array(papers), far: new Uint32Array(papers) },
      hopsToEnd: new Uint32Array(authors),
    };
    known.set(steps, scratch);
  }
  return scratch;
}
