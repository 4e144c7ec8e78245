/** `coauthor import`: reads files, says what was read and what was not, and serves nothing. */
import type { Command } from 'commander';

import { checkSaveTarget, saveCorpus } from '../corpus/index.ts';
import type { ImportReport } from '../corpus/index.ts';

import { CAPTURED_ON, checkCapturedOn, DECISIONS, inOneLine, openFiles } from './open.ts';
import type { OpenFlags } from './open.ts';
import { grouped } from './progress.ts';
import { CommandFailure, joinLine, problemLine, reportLines, say } from './talk.ts';

interface ImportFlags extends OpenFlags {
  readonly out?: string;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly quiet?: boolean;
}

const MOST_NAMED = 3;
const INTERRUPTED = 130; // 128 and the number of SIGINT, as shells count

export function addImport(program: Command): void {
  program
    .command('import')
    .description('read files and folders and report what was read and what was not')
    .argument('[files...]', 'files, folders, or - for standard input; the sample corpus when none is named')
    .option(...CAPTURED_ON)
    .option(...DECISIONS)
    .option('--out <folder>', 'save the corpus there, for "coauthor serve" and the others to open at once')
    .option('--json', 'print the report for programs')
    .option('--strict', 'exit with code 1 when there was any problem')
    .option('--quiet', 'show no progress')
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor import data/sample\n  $ zcat works.gz | coauthor import - --json\n  $ coauthor import data/sample --out corpus/',
    )
    .action(importFiles);
}

async function importFiles(files: readonly string[], flags: ImportFlags): Promise<void> {
  checkCapturedOn(flags.capturedOn);
  const { out } = flags;
  if (out !== undefined) await checkSaveTarget(out).catch(fail);
  const stopping = new AbortController();
  let reached = 'nothing was read';
  const stop = (): void => {
    stopping.abort();
    process.stdin.destroy(); // or it would be waited for
  };
  process.once('SIGINT', stop);
  if (flags.quiet !== true && files.length > 0)
    say(`Reading ${files.slice(0, MOST_NAMED).join(', ')}${files.length > MOST_NAMED ? ', …' : ''}`);
  try {
    const corpus = await openFiles(files, flags, {
      signal: stopping.signal,
      isQuiet: flags.quiet === true,
      onProgress: (now) => {
        reached = `${now.filesDone} of ${now.fileCount} files and ${grouped(now.recordCount)} records were read`;
      },
    });
    const { report } = corpus;
    if (out !== undefined) {
      await saveCorpus(corpus, out).catch(fail);
      say(`Saved the corpus in "${out}".`);
    }
    process.stdout.write(flags.json === true ? jsonReport(report) : textReport(report));
    if (flags.strict === true && report.problems.length > 0) process.exitCode = 1;
  } catch (error) {
    if (stopping.signal.aborted) throw new CommandFailure(`Stopped: ${reached}, and nothing was kept.`, INTERRUPTED);
    throw error;
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

function fail(error: unknown): never {
  throw inOneLine(error);
}

function textReport(report: ImportReport): string {
  return `${[...report.problems.map(problemLine), ...reportLines(report), joinLine(report)].join('\n')}\n`;
}

function jsonReport({ files, refused, passedOver, counts, decisions, problems }: ImportReport): string {
  return `${JSON.stringify({ files, refused, passedOver, counts, decisions, problemsByKind: byKind(problems), problems }, undefined, 2)}\n`;
}

function byKind(problems: ImportReport['problems']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of problems) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
