/** `coauthor leave-out`: decides that a person stands in no answer. */
import type { Command } from 'commander';

import { authorArgument } from './author-argument.ts';
import { decide, FILES, withDecideFlags } from './decide.ts';
import type { DecideFlags } from './decide.ts';

export function addLeaveOut(program: Command): void {
  const command = program
    .command('leave-out')
    .description('decide that a person stands in no answer, and write it into the decisions log')
    .argument('<author>', 'the author: id, name or identifier; their authorships show as withheld')
    .argument(...FILES);
  withDecideFlags(command)
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor leave-out "Andrew Saxe" data/sample --decisions decisions.jsonl --why "asked for it"',
    )
    .action(leaveOut);
}

async function leaveOut(author: string, files: readonly string[], flags: DecideFlags): Promise<void> {
  await decide(files, flags, async ({ corpus }) => {
    const { id } = await authorArgument(author, corpus.view());
    return { action: 'leave-out', author: id };
  });
}
