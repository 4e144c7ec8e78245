#!/usr/bin/env node
/**
 * The command line. Results go to standard output, everything said to a person to standard error. Exit code 2 means
 * wrong usage, 1 anything else that failed.
 */
import { Command, CommanderError } from 'commander';

import { addDecisions } from './decisions.ts';
import { addExport } from './export.ts';
import { addHideName } from './hide-name.ts';
import { addImport } from './import.ts';
import { addLeaveOut } from './leave-out.ts';
import { addMerge } from './merge.ts';
import { addQuery } from './query.ts';
import { addRename } from './rename.ts';
import { addSchema } from './schema.ts';
import { addServe } from './serve.ts';
import { addSplit } from './split.ts';
import { CommandFailure, packageVersion, say } from './talk.ts';
import { addUndo } from './undo.ts';

const program = new Command('coauthor')
  .description(
    'The coauthorship graph as a GraphQL API: who wrote with whom, through which papers, how strong each tie is.',
  )
  .version(packageVersion(), '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand(false)
  .showSuggestionAfterError()
  .addHelpText(
    'after',
    "\nExample:\n  $ coauthor serve data/sample\n  $ coauthor query '{ corpus { paperCount authorCount } }'",
  )
  .exitOverride()
  .configureOutput({ writeErr: (text) => say(text.trimEnd()) });

addServe(program);
addImport(program);
addExport(program);
addQuery(program);
addSchema(program);
addDecisions(program);
addMerge(program);
addSplit(program);
addRename(program);
addHideName(program);
addLeaveOut(program);
addUndo(program);
for (const command of program.commands) command.copyInheritedSettings(program).exitOverride();

// A reader that has seen enough (`coauthor query … | head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandFailure) {
    say(error.message);
    return error.exitCode;
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}
