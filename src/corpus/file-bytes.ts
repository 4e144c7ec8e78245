/**
 * The bytes of a file as they are meant: gzip and Zstandard are unpacked, whatever the file is called. Everything that
 * could be unpacked comes out before an error does, so a truncated archive gives all that is left of it.
 */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { Decompress } from 'fzstd';

/** The archive stops before its end, or its content contradicts itself; what came before is good. */
export class DamagedArchive extends Error {
  readonly isTruncated: boolean;

  constructor(message: string, isTruncated: boolean) {
    super(message);
    this.name = 'DamagedArchive';
    this.isTruncated = isTruncated;
  }
}

type Bytes = AsyncIterable<Uint8Array>;

const CHUNK_BYTES = 256 * 1024;
// Unpacked pieces waiting to be read; more than this and unpacking waits.
const MAX_WAITING = 16;

/** The file as it lies on the disk. Rejects with the system's error. */
export function fileBytes(path: string): Bytes {
  return createReadStream(path, { highWaterMark: CHUNK_BYTES });
}

/** The content of bytes that may be packed. Throws a `DamagedArchive` after the last good byte. */
export async function* unpacked(packed: Bytes): Bytes {
  const { head, whole } = await withHead(packed, 4);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(whole);
  else if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) yield* unzstd(whole);
  else yield* whole;
}

export interface Headed {
  /** The first bytes; fewer when there are no more, or when reading failed after them. */
  readonly head: Uint8Array;
  /** Everything, the head included, and then the failure if there was one. To be read to its end, or closed. */
  readonly whole: Bytes;
  /** Lets go of what is read from, where the rest is not wanted. */
  readonly close: () => Promise<void>;
  /** Why reading stopped within the head. */
  readonly failure?: { readonly error: unknown };
}

export async function withHead(bytes: Bytes, length: number): Promise<Headed> {
  const iterator = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  let failure: { readonly error: unknown } | undefined;
  while (size < length) {
    try {
      const next = await iterator.next();
      if (next.done === true) break;
      read.push(next.value);
      size += next.value.byteLength;
    } catch (error) {
      failure = { error }; // after what came before it
      break;
    }
  }
  async function* rest(): Bytes {
    try {
      yield* read;
      if (failure !== undefined) throw failure.error;
      for (;;) {
        const next = await iterator.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return {
    head: Buffer.concat(read).subarray(0, length),
    whole: rest(),
    close: async () => void (await iterator.return?.()),
    ...(failure === undefined ? {} : { failure }),
  };
}

async function* gunzipped(packed: Bytes): Bytes {
  const source = Readable.from(packed, { objectMode: false });
  const gunzip = createGunzip();
  source.once('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    yield* everythingBeforeError(gunzip);
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new DamagedArchive(error.message, error.code === 'Z_BUF_ERROR');
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

// Iterating a stream gives up its buffered data when it fails; its data events do not.
async function* everythingBeforeError(stream: Readable): Bytes {
  const waiting: Uint8Array[] = [];
  let outcome: 'open' | 'ended' | { readonly error: Error } = 'open';
  let wake: () => void = () => undefined;
  stream.on('data', (chunk: Uint8Array) => {
    waiting.push(chunk);
    if (waiting.length >= MAX_WAITING) stream.pause();
    wake();
  });
  stream.once('end', () => {
    outcome = 'ended';
    wake();
  });
  stream.once('error', (error) => {
    outcome = { error };
    wake();
  });
  for (;;) {
    const chunk = waiting.shift();
    if (chunk !== undefined) {
      if (waiting.length === 0) stream.resume();
      yield chunk;
      continue;
    }
    const ended = outcome as 'open' | 'ended' | { readonly error: Error }; // events change it meanwhile
    if (ended === 'ended') return;
    if (ended !== 'open') throw ended.error;
    await new Promise<void>((settle) => {
      wake = settle;
    });
  }
}

// Node's own Zstandard stops silently after the first frame on 22 and 24, and 20 has none.
async function* unzstd(packed: Bytes): Bytes {
  let out: Uint8Array[] = [];
  const decompress = new Decompress((chunk) => void out.push(chunk));
  const push = (chunk: Uint8Array, isLast: boolean): void => {
    try {
      decompress.push(chunk, isLast);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new DamagedArchive(message, message.includes('unexpected EOF'));
    }
  };
  for await (const chunk of packed) {
    try {
      push(Uint8Array.from(chunk), false);
    } finally {
      yield* out;
      out = [];
    }
  }
  try {
    push(new Uint8Array(), true);
  } finally {
    yield* out;
  }
}

function isZlibError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
