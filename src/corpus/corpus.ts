/**
 * The one façade that keeps records and network in step. A corpus is opened from files or records, and hands out views:
 * a view is one immutable version of both, which a request takes at its start and keeps.
 */
import { createHash } from 'node:crypto';

import { resolve } from '../identity/index.ts';
import type { Resolution, Sourced } from '../identity/index.ts';
import { compareText, decisionLine, decisionsInForce, parseFullDate, weighDecisions } from '../model/index.ts';
import type { LoggedDecision, Problem, Source, WeighedDecisions } from '../model/index.ts';
import { createMemoryDecisionLog, openDecisionLog } from '../store/index.ts';
import type { DecisionLog } from '../store/index.ts';

import { ingest, sourcedRecords } from './ingest.ts';
import type { GivenRecords, Ingested, Progress } from './ingest.ts';
import type { ReadFile } from './read-file.ts';
import { asInputError, InputError } from './input-error.ts';
import { withoutHiddenNames } from './hidden-names.ts';
import { viewOf } from './view.ts';
import type { CorpusView } from './view.ts';

/** What opening a corpus read, and what it did not. */
export interface ImportReport {
  readonly files: readonly {
    readonly name: string;
    readonly format: string;
    readonly reason: string;
    readonly recordCount: number;
  }[];
  /** Files named themselves that no reader could take, and files in folders that could not be read; each is a problem. */
  readonly refused: readonly string[];
  /** Files in folders that no reader claims. */
  readonly passedOver: readonly string[];
  readonly counts: ImportCounts;
  /** The decisions log, where one was named. */
  readonly decisions?: {
    readonly name: string;
    readonly count: number;
    /** Those that are applied: no undo, and nothing undone. */
    readonly inForceCount: number;
  };
  readonly problems: readonly Problem[];
}

export interface ImportCounts {
  /** Records of papers in all files. */
  readonly paperRecords: number;
  /** Papers they came to; each is new, as the corpus was empty. */
  readonly papers: number;
  /** Records that told a paper another record had told already. */
  readonly joined: number;
  /** Records of people in all files. */
  readonly personRecords: number;
  readonly authors: number;
  readonly authorships: number;
}

export interface Corpus {
  /** The version served now. */
  view(): CorpusView;
  readonly report: ImportReport;
}

export interface OpenOptions {
  /** Files and folders to read; a folder means every file below it. */
  readonly paths?: readonly string[];
  /** Records from a program, beside or instead of files. */
  readonly records?: readonly GivenRecords[];
  /** The day the files were captured, YYYY-MM-DD: where a profile page prints a date without a year, it is this day's. */
  readonly capturedOn?: string;
  /**
   * What people decided about who is who, applied after everything is read: the path of a log, which need not exist yet,
   * or a log of another kind. It is only read here.
   */
  readonly decisions?: string | DecisionLog;
  /** What the path `-` reads. */
  readonly standardInput?: AsyncIterable<Uint8Array>;
  /** Stops the reading: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Reads files and records into one corpus: who is who is decided, the network built, and a first view is ready.
 *
 * Throws an `InputError` for a path that does not exist, for a `capturedOn` that is no date, and for a decisions log
 * that cannot be read. A file that no reader can take is no error: it stands in the report, and everything else is there.
 *
 * @example
 * const corpus = await openCorpus({ paths: ['data/sample'] });
 * corpus.view().store.summary.paperCount; // 5234
 */
export async function openCorpus(options: OpenOptions): Promise<Corpus> {
  const input = await readInput(options);
  return corpusOf(input, resolve(input.records, input.inForce));
}

/** Everything a corpus is made of, before it is decided who is who. */
export interface CorpusInput {
  readonly ingested: Ingested;
  readonly records: readonly Sourced[];
  readonly log: DecisionLog;
  readonly isLogNamed: boolean;
  readonly weighed: WeighedDecisions;
  readonly inForce: readonly LoggedDecision[];
  /** Of the files and of the log. */
  readonly problems: readonly Problem[];
}

export async function readInput(options: OpenOptions): Promise<CorpusInput> {
  const { paths = [], records = [], decisions, ...settings } = options;
  const { capturedOn } = settings;
  if (capturedOn !== undefined && parseFullDate(capturedOn) === undefined) {
    throw new InputError(`"${capturedOn}" is no date: expected YYYY-MM-DD, such as 2026-05-31.`);
  }
  const log = typeof decisions === 'string' ? openDecisionLog(decisions) : (decisions ?? createMemoryDecisionLog());
  await asInputError(log.read()); // a log that cannot be read is said before hours of reading files
  const ingested = await ingest({ ...settings, paths, records });
  const read = await asInputError(log.read());
  const weighed = weighDecisions(read.decisions);
  return {
    ingested,
    records: sourcedRecords(ingested.files),
    log,
    isLogNamed: decisions !== undefined,
    weighed,
    inForce: decisionsInForce(weighed),
    problems: [...ingested.problems, ...read.problems, ...weighed.problems],
  };
}

export function corpusOf(input: CorpusInput, resolution: Resolution): Corpus {
  const { ingested, inForce } = input;
  const problems = withoutHiddenNames([...input.problems, ...resolution.problems], resolution.withheldNames);
  const view = viewOf({
    ...resolution,
    version: versionOf(ingested.files, inForce),
    sources: sourcesOf(ingested, resolution),
    problems,
  });
  const report = reportOf(input, resolution, problems);
  return { view: () => view, report };
}

function sourcesOf(ingested: Ingested, resolution: Resolution): Source[] {
  const paperCounts = new Map<string, number>();
  for (const paper of resolution.papers) {
    for (const sourceId of new Set(paper.sources.map((mention) => mention.sourceId))) {
      paperCounts.set(sourceId, (paperCounts.get(sourceId) ?? 0) + 1);
    }
  }
  return ingested.files.map(({ sourceId, name, format, capturedOn, records }) => ({
    id: sourceId,
    name,
    format,
    paperCount: paperCounts.get(sourceId) ?? 0,
    recordCount: records.length,
    ...(capturedOn === undefined ? {} : { capturedOn }),
  }));
}

// What a version is follows from what it was made of, so the same input has the same version on every machine.
function versionOf(files: readonly ReadFile[], inForce: readonly LoggedDecision[]): string {
  const digest = createHash('sha256');
  for (const file of files) digest.update(`${file.sourceId} ${file.capturedOn ?? ''}\n`);
  for (const { decision } of inForce) digest.update(`${decisionLine(decision)}\n`);
  return digest.digest('base64url').slice(0, 12);
}

function reportOf(input: CorpusInput, resolution: Resolution, problems: readonly Problem[]): ImportReport {
  const { ingested, weighed, log } = input;
  const files = ingested.files.map(({ name, format, reason, records }) => ({
    name,
    format,
    reason,
    recordCount: records.length,
  }));
  const records = ingested.files.flatMap((file) => file.records);
  const paperRecords = records.filter((record) => record.kind === 'paper').length;
  const papers = resolution.papers.length;
  return {
    files: files.sort((a, b) => compareText(a.name, b.name)),
    refused: ingested.refused,
    passedOver: ingested.passedOver,
    counts: {
      paperRecords,
      papers,
      joined: paperRecords - papers,
      personRecords: records.filter((record) => record.kind === 'person').length,
      authors: resolution.authors.length,
      authorships: resolution.authorships.length,
    },
    ...(input.isLogNamed
      ? {
          decisions: {
            name: log.name,
            count: weighed.decisions.length,
            inForceCount: input.inForce.length,
          },
        }
      : {}),
    problems,
  };
}
