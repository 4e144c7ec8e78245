/**
 * What all commands that decide have in common: they read the files, show what the decision will change, ask, and write
 * one line into the log.
 */
import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

import type { Command } from 'commander';

import { openDecisionDesk } from '../corpus/index.ts';
import type { DecisionDesk } from '../corpus/index.ts';
import { newDecision } from '../model/index.ts';
import type { DecisionContent } from '../model/index.ts';

import { confirmed } from './confirm.ts';
import { previewLines } from './decision-text.ts';
import { CAPTURED_ON, checkCapturedOn, DECISIONS, inOneLine, openWith } from './open.ts';
import { CommandFailure, problemLine, say } from './talk.ts';

export interface DecideFlags {
  readonly decisions: string;
  readonly why: string;
  readonly by?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly capturedOn?: string;
}

type Subject<T> = T extends DecisionContent ? Omit<T, 'by' | 'at' | 'why'> : never;
/** What a decision says beside who, when and why. */
type DecisionSubject = Subject<DecisionContent>;

export const FILES = [
  '[files...]',
  'files and folders the decision is about; the sample corpus when none is named',
] as const;

/** The flags that every deciding command has. */
export function withDecideFlags(command: Command): Command {
  return command
    .requiredOption(...DECISIONS)
    .requiredOption('--why <text>', 'the reason, for whoever reads the log later')
    .option('--by <who>', 'who decides (default: the name git knows you by, else your login)')
    .option('-y, --yes', 'write without asking; needed where there is no terminal to ask on')
    .option('--json', 'print what changes for programs')
    .option(...CAPTURED_ON);
}

/** @param subjectOf what is decided, worked out on what was read; fails in one line where it cannot be */
export async function decide(
  files: readonly string[],
  flags: DecideFlags,
  subjectOf: (desk: DecisionDesk) => DecisionSubject | Promise<DecisionSubject>,
): Promise<void> {
  checkCapturedOn(flags.capturedOn);
  for (const name of ['why', 'by'] as const) {
    if (flags[name]?.trim() === '') throw new CommandFailure(`error: --${name} is empty.`, 2);
  }
  const desk = await openWith(
    (options) => openDecisionDesk({ ...options, decisions: flags.decisions }),
    ({ corpus }) => corpus.report,
    files,
    flags,
    { isQuiet: true },
  );
  sayLogProblems(desk, flags.decisions);
  const told = { by: flags.by ?? ownName(), at: new Date().toISOString(), why: flags.why };
  const decision = newDecision({ ...(await subjectOf(desk)), ...told });
  const preview = desk.preview(decision);
  const { before, after, moved, problems } = preview;
  const idle = problems.find(({ kind, file }) => kind === 'idle-decision' && file === flags.decisions);
  if (decision.action !== 'undo') {
    if (idle !== undefined) throw new CommandFailure(idle.message);
    if (before.length + after.length + moved.length === 0) throw new CommandFailure('That would change nothing.');
  }
  const lines = previewLines(decision, preview);
  if (flags.json !== true) process.stdout.write(`${lines.join('\n')}\n`);
  // Nobody says yes to what they have not seen.
  else if (flags.yes !== true && canAsk()) lines.forEach(say);
  const isWritten = await mayWrite(flags);
  if (isWritten) {
    await desk.write(decision).catch((error: unknown) => {
      throw inOneLine(error);
    });
  }
  if (flags.json === true) {
    process.stdout.write(`${JSON.stringify({ decision, isWritten, before, after, moved, problems }, undefined, 2)}\n`);
  }
  if (!isWritten)
    throw new CommandFailure(`Nothing was written${canAsk() ? '' : ': there is no terminal to ask on, so say --yes'}.`);
  const again = ['coauthor undo', decision.id, ...files, '--decisions', flags.decisions, '--why …'].join(' ');
  say(`Wrote ${decision.id} to ${flags.decisions}. To take it back: ${again}`);
}

/** The decisions log's own problems; those of the files are for `coauthor import`. */
function sayLogProblems({ corpus }: DecisionDesk, log: string): void {
  corpus.report.problems.filter(({ file }) => file === log).forEach((problem) => say(problemLine(problem)));
}

async function mayWrite({ yes, decisions }: DecideFlags): Promise<boolean> {
  if (yes === true) return true;
  return canAsk() && (await confirmed(`Write this to ${decisions}?`, process.stdin, process.stderr));
}

function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

function ownName(): string {
  try {
    const name = execFileSync('git', ['config', 'user.name'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (name.trim() !== '') return name.trim();
  } catch {
    // no git, or no name in it
  }
  const login = process.env['USER'] ?? '';
  return login.trim() === '' ? userInfo().username : login;
}
