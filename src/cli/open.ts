/** Opening a corpus from the files of a command line. */
import { InputError, openCorpus } from '../corpus/index.ts';
import type { Corpus, OpenOptions } from '../corpus/index.ts';

import { progressLine } from './progress.ts';
import { CommandFailure, problemLine, samplePath, say } from './talk.ts';

export interface OpenFlags {
  readonly capturedOn?: string;
}

export const CAPTURED_ON = [
  '--captured-on <date>',
  'the day the files were captured, YYYY-MM-DD: dates without a year are of its year',
] as const;

export interface OpenSettings extends Pick<OpenOptions, 'signal' | 'onProgress'> {
  /** Shows no progress on standard error. */
  readonly isQuiet?: boolean;
}

/** The sample when no file is named. Fails in one line when nothing at all could be read. */
export async function openFiles(
  files: readonly string[],
  { capturedOn }: OpenFlags,
  { isQuiet = false, onProgress, ...settings }: OpenSettings = {},
): Promise<Corpus> {
  if (files.length === 0) say('No files named: taking the sample corpus.');
  const paths = files.length === 0 ? [samplePath()] : files;
  const line = progressLine(
    (text) => process.stderr.write(text),
    process.stderr.isTTY,
    () => performance.now(),
  );
  try {
    const corpus = await openCorpus({
      ...settings,
      onProgress: (progress) => {
        onProgress?.(progress);
        if (!isQuiet) line.update(progress);
      },
      paths,
      standardInput: process.stdin,
      ...(capturedOn === undefined ? {} : { capturedOn }),
    });
    line.done();
    if (corpus.report.files.length > 0) return corpus;
    corpus.report.problems.forEach((problem) => say(problemLine(problem)));
    throw new CommandFailure(`Nothing was loaded: no file in ${paths.join(', ')} could be read.`);
  } catch (error) {
    line.done();
    if (error instanceof InputError) throw new CommandFailure(error.message);
    throw error;
  }
}
