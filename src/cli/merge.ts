/** `coauthor merge`: decides that authors are one person. */
import type { Command } from 'commander';

import { isAuthorId } from '../model/index.ts';
import type { AuthorId } from '../model/index.ts';

import { authorArgument } from './author-argument.ts';
import { decide, FILES, withDecideFlags } from './decide.ts';
import type { DecideFlags } from './decide.ts';
import { CommandFailure } from './talk.ts';

export function addMerge(program: Command): void {
  const command = program
    .command('merge')
    .description('decide that authors are one person, and write it into the decisions log')
    .argument('<author>', 'an author: id, name or identifier')
    .argument('<same>', 'the same person; more follow as ids')
    .argument(...FILES);
  withDecideFlags(command)
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor merge "Andrew Saxe" "Aaditya K. Singh" data/sample --decisions decisions.jsonl --why "to see what merging does"',
    )
    .action(merge);
}

async function merge(one: string, other: string, more: readonly string[], flags: DecideFlags): Promise<void> {
  const given = [one, other, ...more.filter(isAuthorId)];
  const files = more.filter((text) => !isAuthorId(text));
  await decide(files, flags, async ({ corpus }) => {
    const authors: AuthorId[] = [];
    for (const text of given) {
      const author = await authorArgument(text, corpus.view());
      if (authors.includes(author.id)) {
        throw new CommandFailure(`"${text}" is ${author.name} (${author.id}), who is named before: nothing to merge.`);
      }
      authors.push(author.id);
    }
    return { action: 'merge', authors };
  });
}
