/**
 * Arrays that threads share. Where they fit, all lie in one WebAssembly memory, so that the kernels reach them; each
 * is also seen through a typed-array view. Beyond WebAssembly's 4 GB each array has a shared buffer of its own, and
 * the plain twins of the kernels walk those. Pages that nobody writes to cost nothing.
 */
type Kind = 'u8' | 'u16' | 'u32' | 'i32' | 'f64';

const kinds = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array } as const;

export type View<K extends Kind> = InstanceType<(typeof kinds)[K]>;

/** Name → kind and number of elements. */
export type Plan = Readonly<Record<string, readonly [Kind, number]>>;

export type Views<P extends Plan> = { readonly [Name in keyof P]: View<P[Name][0]> };

/** One after another in one memory, or each array for itself: `memory` is absent where they do not fit into one. */
export interface Allocated<P extends readonly Plan[]> {
  readonly views: { readonly [At in keyof P]: Views<P[At]> };
  readonly memory?: WebAssembly.Memory;
}

const PAGE = 65_536;
const MOST_PAGES = 65_536;
// The kernels' own few bytes lie at the beginning.
const FIRST_FREE = PAGE;
// Each array begins on a cache line of its own, and ends before the next: a walk reads one element past its lists.
const LINE = 64;

export interface AllocateOptions {
  /** Most bytes of WebAssembly memory; 4 GiB when absent, and 0 for none at all. */
  readonly mostKernelBytes?: number;
}

/** Zeros, for everything in the plans. */
export function allocate<const P extends readonly Plan[]>(
  plans: P,
  { mostKernelBytes = MOST_PAGES * PAGE }: AllocateOptions = {},
): Allocated<P> {
  const bytes = plans.reduce((sum, plan) => sum + bytesOf(plan), FIRST_FREE);
  const pages = Math.ceil(bytes / PAGE);
  const memory =
    pages * PAGE > Math.min(mostKernelBytes, MOST_PAGES * PAGE)
      ? undefined
      : new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  let at = FIRST_FREE;
  const views = plans.map((plan) =>
    Object.fromEntries(
      Object.entries(plan).map(([name, [kind, length]]) => {
        const size = paddedBytes(kind, length);
        const begin = at;
        at += size;
        const buffer = memory?.buffer ?? new SharedArrayBuffer(size);
        return [name, viewOf(kind, buffer, memory === undefined ? 0 : begin, length)];
      }),
    ),
  );
  // Built from the plans, entry by entry.
  return { views: views as unknown as Allocated<P>['views'], ...(memory === undefined ? {} : { memory }) };
}

function viewOf(kind: Kind, buffer: ArrayBufferLike, begin: number, length: number): View<Kind> {
  const ViewOfKind: new (buffer: ArrayBufferLike, begin: number, length: number) => View<Kind> = kinds[kind];
  return new ViewOfKind(buffer, begin, length);
}

function bytesOf(plan: Plan): number {
  return Object.values(plan).reduce((sum, [kind, length]) => sum + paddedBytes(kind, length), 0);
}

function paddedBytes(kind: Kind, length: number): number {
  return Math.ceil(((length + 1) * kinds[kind].BYTES_PER_ELEMENT) / LINE) * LINE;
}
