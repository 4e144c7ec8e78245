/**
 * Files in, sourced records out, with what was not read. Nothing is joined here.
 */
import { createHash } from 'node:crypto';

import type { Sourced } from '../identity/index.ts';
import { compareText, sourceIdOf } from '../model/index.ts';
import type { Problem, ProblemKind, SourceId, SourceRecord } from '../model/index.ts';

import { inputFiles } from './input-files.ts';
import { readFile } from './read-file.ts';
import type { ReadFile } from './read-file.ts';
import { SharedParts } from './shared-parts.ts';

/** Records that a program hands in instead of a file. */
export interface GivenRecords {
  /** What problems and sources call them. */
  readonly name: string;
  readonly records: readonly SourceRecord[];
}

/** How far the reading has come. */
export interface Progress {
  readonly file: string;
  readonly filesDone: number;
  readonly fileCount: number;
  /** Bytes on the disk, packed ones as they lie there. */
  readonly bytesDone: number;
  /** Absent when some input does not tell its size. */
  readonly byteCount?: number;
  readonly recordCount: number;
}

export interface IngestOptions {
  /** Files and folders; `-` is standard input. */
  readonly paths: readonly string[];
  readonly records: readonly GivenRecords[];
  /** YYYY-MM-DD, the day all the files were captured. */
  readonly capturedOn?: string;
  readonly standardInput?: AsyncIterable<Uint8Array>;
  /** Stops the reading: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called several times a file; cheap calls only. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Ingested {
  /** One per content: the same file under two names is read once, under the first name. In order of id. */
  readonly files: readonly ReadFile[];
  /** Files named themselves that no reader could take, and files in folders that could not be read. */
  readonly refused: readonly string[];
  /** Files in folders that no reader claims. */
  readonly passedOver: readonly string[];
  readonly problems: readonly Problem[];
}

// What may have been a file of ours; a file in a folder that nobody claims is passed over.
const MISHAPS: ReadonlySet<ProblemKind> = new Set(['unreadable-file', 'truncated-file', 'damaged-archive']);

export async function ingest(options: IngestOptions): Promise<Ingested> {
  const files = new Map<SourceId, ReadFile>();
  const refused: string[] = [];
  const passedOver: string[] = [];
  const problems: Problem[] = [];
  const inputs = await inputFiles(options.paths);
  const byteCount = inputs.some((input) => input.size === undefined)
    ? undefined
    : inputs.reduce((sum, input) => sum + (input.size ?? 0), 0);
  const parts = new SharedParts();
  let [bytesDone, recordCount] = [0, 0];
  for (const [at, input] of inputs.entries()) {
    const bytesBefore = bytesDone;
    const onProgress = (bytes: number, records: number): void => {
      bytesDone += bytes;
      recordCount += records;
      const sizes = { bytesDone, ...(byteCount === undefined ? {} : { byteCount }) };
      options.onProgress?.({ file: input.name, filesDone: at, fileCount: inputs.length, ...sizes, recordCount });
    };
    const outcome = await readFile(input, { ...options, parts, onProgress });
    if (input.size !== undefined) bytesDone = bytesBefore + input.size; // of a file that is passed over only the head is read
    onProgress(0, 0);
    if (outcome.kind === 'read') {
      if (files.has(outcome.file.sourceId)) continue;
      files.set(outcome.file.sourceId, outcome.file);
      problems.push(...outcome.problems);
    } else if (input.isNamed || MISHAPS.has(outcome.problem.kind)) {
      refused.push(input.name);
      problems.push(outcome.problem);
    } else {
      passedOver.push(input.name);
    }
  }
  for (const given of [...options.records].sort((a, b) => compareText(a.name, b.name))) {
    const file = givenFile(given);
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

function givenFile({ name, records }: GivenRecords): ReadFile {
  const digest = createHash('sha256').update(JSON.stringify(records)).digest();
  return { sourceId: sourceIdOf(digest), name, format: 'records', reason: 'handed in by a program', records };
}
