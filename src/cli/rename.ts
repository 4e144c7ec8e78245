/** `coauthor rename`: decides under which name an author is shown. */
import type { Command } from 'commander';

import { authorArgument } from './author-argument.ts';
import { decide, FILES, withDecideFlags } from './decide.ts';
import type { DecideFlags } from './decide.ts';
import { CommandFailure } from './talk.ts';

export function addRename(program: Command): void {
  const command = program
    .command('rename')
    .description('decide under which name an author is shown, and write it into the decisions log')
    .argument('<author>', 'the author: id, name or identifier')
    .argument('<name>', 'the name to show, printed anywhere or not')
    .argument(...FILES);
  withDecideFlags(command)
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor rename "Andrew Saxe" "Andrew M. Saxe" data/sample --decisions decisions.jsonl --why "as he signs"',
    )
    .action(rename);
}

async function rename(author: string, name: string, files: readonly string[], flags: DecideFlags): Promise<void> {
  const shown = name.trim();
  if (shown === '') throw new CommandFailure('error: the name is empty.', 2);
  await decide(files, flags, async ({ corpus }) => {
    const found = await authorArgument(author, corpus.view());
    if (found.name === shown) throw new CommandFailure(`${found.id} is shown as "${shown}" already.`);
    return { action: 'rename', author: found.id, name: shown };
  });
}
