/** Opening a corpus from the files of a command line. */
import { DecisionLogError, InputError, isSavedCorpus, openCorpus, openSavedCorpus } from '../corpus/index.ts';
import type { Corpus, ImportReport, OpenOptions } from '../corpus/index.ts';

import { parseFullDate } from '../model/index.ts';

import { progressLine } from './progress.ts';
import { CommandFailure, problemLine, samplePath, say } from './talk.ts';

export interface OpenFlags {
  readonly capturedOn?: string;
  readonly decisions?: string;
}

export const CAPTURED_ON = [
  '--captured-on <date>',
  'the day the files were captured, YYYY-MM-DD: dates without a year are of its year',
] as const;

export const DECISIONS = [
  '--decisions <file>',
  'the log of what people decided about who is who, as "coauthor merge" and its like write it',
] as const;

/** Fails with wrong usage unless the text is a date. */
export function checkCapturedOn(text: string | undefined): void {
  if (text === undefined || parseFullDate(text) !== undefined) return;
  throw new CommandFailure(`error: --captured-on takes a date as YYYY-MM-DD, not "${text}".`, 2);
}

interface OpenSettings extends Pick<OpenOptions, 'signal' | 'onProgress'> {
  /** Shows no progress on standard error. */
  readonly isQuiet?: boolean;
}

/** The sample when no file is named. Fails in one line when nothing at all could be read. */
export async function openFiles(
  files: readonly string[],
  flags: OpenFlags,
  settings: OpenSettings = {},
): Promise<Corpus> {
  const saved = await savedAmong(files);
  if (saved !== undefined) return openSaved(saved, files, flags);
  return openWith(openCorpus, (corpus) => corpus.report, files, flags, settings);
}

async function savedAmong(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) if (file !== '-' && (await isSavedCorpus(file))) return file;
  return undefined;
}

async function openSaved(saved: string, files: readonly string[], flags: OpenFlags): Promise<Corpus> {
  if (files.length > 1) {
    throw new CommandFailure(`error: "${saved}" is a saved corpus, which is opened alone: name it without others.`, 2);
  }
  if (flags.decisions !== undefined || flags.capturedOn !== undefined) {
    const flag = flags.decisions === undefined ? '--captured-on' : '--decisions';
    throw new CommandFailure(
      `error: "${saved}" is a saved corpus, and ${flag} counts when files are read: import them again with ${flag} and --out.`,
      2,
    );
  }
  return openSavedCorpus(saved).catch((error: unknown) => {
    throw inOneLine(error);
  });
}

/** The same for what is more than a corpus: `open` opens it, `reportOf` tells what was read. */
export async function openWith<T>(
  open: (options: OpenOptions) => Promise<T>,
  reportOf: (opened: T) => ImportReport,
  files: readonly string[],
  { capturedOn, decisions }: OpenFlags,
  { isQuiet = false, onProgress, ...settings }: OpenSettings = {},
): Promise<T> {
  if (files.length === 0) say('No files named: taking the sample corpus.');
  const paths = files.length === 0 ? [samplePath()] : files;
  const line = progressLine(
    (text) => process.stderr.write(text),
    process.stderr.isTTY,
    () => performance.now(),
  );
  try {
    const opened = await open({
      ...settings,
      onProgress: (progress) => {
        onProgress?.(progress);
        if (!isQuiet) line.update(progress);
      },
      paths,
      standardInput: process.stdin,
      ...(capturedOn === undefined ? {} : { capturedOn }),
      ...(decisions === undefined ? {} : { decisions }),
    });
    line.done();
    const report = reportOf(opened);
    // A log that is not there yet is an empty one, but so is one whose name is mistyped.
    if (report.decisions?.count === 0) say(`No decisions in "${report.decisions.name}" yet.`);
    if (report.files.length > 0) return opened;
    report.problems.forEach((problem) => say(problemLine(problem)));
    throw new CommandFailure(`Nothing was loaded: no file in ${paths.join(', ')} could be read.`);
  } catch (error) {
    line.done();
    throw inOneLine(error);
  }
}

/** What the corpus says of a person's mistake is said without a stack. */
export function inOneLine(error: unknown): unknown {
  return error instanceof InputError || error instanceof DecisionLogError ? new CommandFailure(error.message) : error;
}
