/**
 * Files in, sourced records out: sniff, read, and say what was read and what was not. Nothing is joined here.
 */
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';

import { decodeHead, decodeText, formats, recognise } from '../format/index.ts';
import type { Format } from '../format/index.ts';
import type { Sourced } from '../identity/index.ts';
import { compareText, sourceIdOf } from '../model/index.ts';
import type { Problem, ProblemKind, SourceId, SourceRecord } from '../model/index.ts';

import { inputFiles } from './input-files.ts';
import type { InputFile } from './input-files.ts';

/** Records that a program hands in instead of a file. */
export interface GivenRecords {
  /** What problems and sources call them. */
  readonly name: string;
  readonly records: readonly SourceRecord[];
}

export interface IngestOptions {
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly records: readonly GivenRecords[];
  /** YYYY-MM-DD, the day all the files were captured. */
  readonly capturedOn?: string;
}

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

export interface Ingested {
  /** One per content: the same file under two names is read once, under the first name. In order of id. */
  readonly files: readonly ReadFile[];
  /** Files named themselves that no reader could take. */
  readonly refused: readonly string[];
  /** Files in folders that no reader claims. */
  readonly passedOver: readonly string[];
  readonly problems: readonly Problem[];
}

const HEAD_BYTES = 64 * 1024;

export async function ingest(options: IngestOptions): Promise<Ingested> {
  const files = new Map<SourceId, ReadFile>();
  const refused: string[] = [];
  const passedOver: string[] = [];
  const problems: Problem[] = [];
  for (const file of await inputFiles(options.paths)) {
    const read = await readOne(file, options);
    if (read.kind === 'read') {
      if (files.has(read.file.sourceId)) continue;
      files.set(read.file.sourceId, read.file);
      problems.push(...read.problems);
    } else if (file.isNamed) {
      refused.push(file.name);
      problems.push(read.problem);
    } else {
      passedOver.push(file.name);
    }
  }
  for (const given of options.records) {
    const file = readGiven(given);
    if (!files.has(file.sourceId)) files.set(file.sourceId, file);
  }
  return {
    files: [...files.values()].sort((a, b) => compareText(a.sourceId, b.sourceId)),
    refused,
    passedOver,
    problems,
  };
}

/** The records of all files with their sources. */
export function sourcedRecords(files: readonly ReadFile[]): Sourced[] {
  return files.flatMap(({ sourceId, name, records }) => records.map((record) => ({ sourceId, file: name, record })));
}

type Outcome =
  | { readonly kind: 'read'; readonly file: ReadFile; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problem: Problem };

async function readOne({ name }: InputFile, { capturedOn }: IngestOptions): Promise<Outcome> {
  try {
    const head = await headOf(name);
    if (head.length === 0) return refusal(name, 'empty-file', 'The file is empty.');
    const decoded = decodeHead(head);
    if (decoded === undefined) return refusal(name, 'binary-file', 'The file is binary, not text.');
    const recognised = recognise({ name, text: decoded, isWhole: head.length < HEAD_BYTES });
    if (recognised === undefined) return refusal(name, 'not-recognised', `The file is no ${knownFormats()}.`);
    const bytes = await readFile(name);
    const read = readText(recognised.format, name, bytes, capturedOn);
    const file: ReadFile = {
      sourceId: sourceIdOf(createHash('sha256').update(bytes).digest()),
      name,
      format: recognised.format.name,
      reason: recognised.claim.reason,
      ...(capturedOn === undefined ? {} : { capturedOn }),
      records: read.records,
    };
    return { kind: 'read', file, problems: read.problems };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return refusal(name, 'unreadable-file', `The file cannot be read: ${error.message}.`);
  }
}

function readText(
  format: Format,
  file: string,
  bytes: Uint8Array,
  capturedOn: string | undefined,
): { records: SourceRecord[]; problems: Problem[] } {
  const decoded = decodeText(file, bytes);
  const records: SourceRecord[] = [];
  const problems: Problem[] = decoded.problem === undefined ? [] : [decoded.problem];
  const reader = format.open({
    file,
    ...(capturedOn === undefined ? {} : { capturedOn }),
    record: (record) => void records.push(record),
    problem: (problem) => void problems.push(problem),
  });
  reader.write(decoded.text);
  reader.end();
  return { records, problems };
}

function readGiven({ name, records }: GivenRecords): ReadFile {
  const digest = createHash('sha256').update(JSON.stringify(records)).digest();
  return { sourceId: sourceIdOf(digest), name, format: 'records', reason: 'handed in by a program', records };
}

async function headOf(name: string): Promise<Uint8Array> {
  const handle = await open(name, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function refusal(file: string, kind: ProblemKind, message: string): Outcome {
  return { kind: 'refused', problem: { kind, file, message, kept: 'nothing of this file' } };
}

function knownFormats(): string {
  return formats.map((format) => format.title).join(', ');
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
