/** `coauthor decisions`: lists the log, and with files says which lines fit nothing any more. */
import type { Command } from 'commander';

import { openDecisionLog } from '../corpus/index.ts';
import { weighDecisions } from '../model/index.ts';
import type { Problem } from '../model/index.ts';

import { decisionText } from './decision-text.ts';
import { CAPTURED_ON, checkCapturedOn, DECISIONS, inOneLine, openFiles } from './open.ts';
import { problemLine, say } from './talk.ts';

interface DecisionsFlags {
  readonly decisions: string;
  readonly json?: boolean;
  readonly capturedOn?: string;
}

export function addDecisions(program: Command): void {
  program
    .command('decisions')
    .description('list the decisions log, undone lines marked')
    .argument('[files...]', 'files and folders to try the log on: lines that fit nothing there are told')
    .requiredOption(...DECISIONS)
    .option('--json', 'print the log for programs')
    .option(...CAPTURED_ON)
    .addHelpText('after', '\nExample:\n  $ coauthor decisions data/sample --decisions decisions.jsonl')
    .action(decisions);
}

async function decisions(files: readonly string[], flags: DecisionsFlags): Promise<void> {
  checkCapturedOn(flags.capturedOn);
  const log = openDecisionLog(flags.decisions);
  const read = await log.read().catch((error: unknown) => {
    throw inOneLine(error);
  });
  const weighed = weighDecisions(read.decisions);
  const problems = files.length === 0 ? [...read.problems, ...weighed.problems] : await problemsOnFiles(files, flags);
  problems.forEach((problem) => say(problemLine(problem)));
  const listed = weighed.decisions.map(({ logged, isInForce, undoneBy }) => ({
    line: logged.line,
    decision: logged.decision,
    isInForce,
    undoneBy: undoneBy?.id,
  }));
  if (flags.json === true) {
    process.stdout.write(`${JSON.stringify({ decisions: listed, problems }, undefined, 2)}\n`);
    return;
  }
  if (listed.length === 0 && files.length === 0) say(`No decisions in "${flags.decisions}" yet.`);
  for (const { decision, undoneBy } of listed) {
    const mark = undoneBy === undefined ? '' : ` [undone by ${undoneBy}]`;
    process.stdout.write(`${decision.id}  ${decisionText(decision)}${mark}\n`);
  }
}

async function problemsOnFiles(files: readonly string[], flags: DecisionsFlags): Promise<readonly Problem[]> {
  const { report } = await openFiles(files, flags, { isQuiet: true });
  return report.problems.filter(({ file }) => file === flags.decisions);
}
