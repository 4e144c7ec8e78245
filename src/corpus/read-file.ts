/**
 * One file, streamed: unpacked, recognised by its head, decoded and read, piece by piece. Never throws for what the
 * file holds: whatever is wrong with it becomes a problem, and what came before is kept.
 */
import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { stat } from 'node:fs/promises';

import { decodeHead, decodeWhole, formats, recognise, StreamDecoder } from '../format/index.ts';
import type { Recognised } from '../format/index.ts';
import { sourceIdOf } from '../model/index.ts';
import type { Problem, ProblemKind, SourceId, SourceRecord } from '../model/index.ts';

import { DamagedArchive, fileBytes, unpacked, withHead } from './file-bytes.ts';
import { STANDARD_INPUT } from './input-files.ts';
import type { InputFile } from './input-files.ts';
import type { SharedParts } from './shared-parts.ts';

/** One file as it was read. */
export interface ReadFile {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly format: string;
  /** Why it was taken for that format. */
  readonly reason: string;
  readonly capturedOn?: string;
  readonly records: readonly SourceRecord[];
}

export interface ReadSettings {
  /** YYYY-MM-DD. */
  readonly capturedOn?: string;
  readonly standardInput?: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
  /** What records have in common, with those of other files too. */
  readonly parts: SharedParts;
  /** Called after each piece, with the bytes of the file (packed, if it is) and the records since the last call. */
  readonly onProgress?: (bytes: number, records: number) => void;
}

export type FileOutcome =
  | { readonly kind: 'read'; readonly file: ReadFile; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problem: Problem };

const HEAD_BYTES = 64 * 1024;

/** Rejects only when the signal aborts. */
export async function readFile(input: InputFile, settings: ReadSettings): Promise<FileOutcome> {
  const { name } = input;
  if (input.trouble !== undefined) return unreadable(name, input.trouble);
  if (input.isOther === true)
    return { kind: 'refused', problem: refusal(name, 'not-recognised', 'It is no regular file.') };
  try {
    const before = await stamp(name);
    const packed = counted(name === STANDARD_INPUT ? (settings.standardInput ?? nothing()) : fileBytes(name), settings);
    const { head, whole, close, failure } = await withHead(unpacked(packed), HEAD_BYTES);
    if (head.length === 0 && failure !== undefined) throw failure.error;
    const claim = claimOn(name, head);
    if ('problem' in claim) {
      await close();
      return { kind: 'refused', problem: claim.problem };
    }
    const read = await readBytes(name, head, whole, claim, settings);
    if (before !== (await stamp(name))) read.problems.push(changed(name));
    return { kind: 'read', file: read.file, problems: read.problems };
  } catch (error) {
    if (settings.signal?.aborted === true) throw error;
    if (error instanceof DamagedArchive) {
      return { kind: 'refused', problem: { ...damaged(name, error, 0), kept: 'nothing of this file' } };
    }
    if (!isSystemError(error)) throw error;
    return unreadable(name, error.message);
  }
}

function claimOn(file: string, head: Uint8Array): Recognised | { readonly problem: Problem } {
  if (head.length === 0) return { problem: refusal(file, 'empty-file', 'The file is empty.', '0 bytes') };
  const text = decodeHead(head);
  if (text === undefined) {
    return { problem: refusal(file, 'binary-file', 'The file is binary, not text.', 'bytes that no text has') };
  }
  const recognised = recognise({ name: file, text, isWhole: head.length < HEAD_BYTES });
  const firstLine = /\S[^\n\r]{0,79}/.exec(text)?.[0] ?? 'blanks';
  const message = `The file is no ${knownFormats()}.`;
  return recognised ?? { problem: refusal(file, 'not-recognised', message, firstLine) };
}

async function readBytes(
  file: string,
  head: Uint8Array,
  bytes: AsyncIterable<Uint8Array>,
  { format, claim }: Recognised,
  { capturedOn, signal, parts, onProgress }: ReadSettings,
): Promise<{ readonly file: ReadFile; readonly problems: Problem[] }> {
  const records: SourceRecord[] = [];
  const problems: Problem[] = [];
  const digest = createHash('sha256');
  const problem = (found: Problem): void => void problems.push(found);
  let unpackedBytes = 0;
  const measured = (async function* (): AsyncIterable<Uint8Array> {
    for await (const chunk of bytes) {
      unpackedBytes += chunk.byteLength;
      yield chunk;
    }
  })();
  const captured = capturedOn === undefined ? {} : { capturedOn };
  const reader = format.open({ file, ...captured, record: (record) => void records.push(parts.in(record)), problem });
  try {
    for await (const pieces of head.length < HEAD_BYTES
      ? wholeText(file, measured, digest, problem)
      : streamedText(file, head, measured, digest, problem)) {
      signal?.throwIfAborted();
      const before = records.length;
      for (const text of pieces) reader.write(text);
      onProgress?.(0, records.length - before);
    }
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error;
    problem(damaged(file, error, unpackedBytes));
  }
  const before = records.length;
  reader.end();
  onProgress?.(0, records.length - before);
  const { name, title } = format;
  const reason = `${title}: ${claim.reason}`;
  return {
    file: { sourceId: sourceIdOf(digest.digest()), name: file, format: name, reason, ...captured, records },
    problems,
  };
}

async function* wholeText(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  digest: Hash,
  problem: (found: Problem) => void,
): AsyncIterable<Iterable<string>> {
  const chunks: Uint8Array[] = [];
  let failure: { readonly error: unknown } | undefined;
  try {
    for await (const chunk of bytes) chunks.push(chunk);
  } catch (error) {
    failure = { error };
  }
  const whole = Buffer.concat(chunks);
  digest.update(whole);
  yield [decodeWhole(file, whole, problem)];
  if (failure !== undefined) throw failure.error;
}

async function* streamedText(
  file: string,
  head: Uint8Array,
  bytes: AsyncIterable<Uint8Array>,
  digest: Hash,
  problem: (found: Problem) => void,
): AsyncIterable<Iterable<string>> {
  const decoder = new StreamDecoder(file, head, problem);
  for await (const chunk of bytes) {
    digest.update(chunk);
    yield decoder.decode(chunk);
  }
  yield [decoder.end()];
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  { signal, onProgress }: ReadSettings,
): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    onProgress?.(chunk.byteLength, 0);
    yield chunk;
  }
  signal?.throwIfAborted(); // whoever aborts may also close the stream that was waited for
}

// What of a file changes when it is written to; nothing for standard input, and pipes have no size to change.
async function stamp(name: string): Promise<string | undefined> {
  if (name === STANDARD_INPUT) return undefined;
  const found = await stat(name);
  return found.isFile() ? `${found.size} ${found.mtimeMs}` : undefined;
}

function changed(file: string): Problem {
  const message = 'The file changed while it was read: what was read may be half old, half new.';
  return { kind: 'changed-file', file, message, kept: 'what was read' };
}

/** @param byte how much of the content could be unpacked */
function damaged(file: string, { isTruncated, message }: DamagedArchive, byte: number): Problem {
  const kept = 'what came before';
  if (isTruncated)
    return { kind: 'truncated-file', file, byte, message: 'The packed file stops before its end.', kept };
  return { kind: 'damaged-archive', file, byte, message: `The packed file is damaged: ${message}.`, kept };
}

function unreadable(name: string, why: string): FileOutcome {
  return { kind: 'refused', problem: refusal(name, 'unreadable-file', `The file cannot be read: ${why}.`) };
}

function refusal(file: string, kind: ProblemKind, message: string, found?: string): Problem {
  return { kind, file, message, ...(found === undefined ? {} : { found }), kept: 'nothing of this file' };
}

function knownFormats(): string {
  const titles = formats.map((format) => format.title);
  return titles.length === 1 ? String(titles[0]) : `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)}`;
}

async function* nothing(): AsyncIterable<Uint8Array> {
  // no standard input was handed in
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
