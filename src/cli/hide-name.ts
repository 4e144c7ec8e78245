/** `coauthor hide-name`: decides that a form of an author's name, a former one say, stands in no answer. */
import type { Command } from 'commander';

import { foldName } from '../model/index.ts';

import { authorArgument } from './author-argument.ts';
import { decide, FILES, withDecideFlags } from './decide.ts';
import type { DecideFlags } from './decide.ts';
import { CommandFailure } from './talk.ts';

export function addHideName(program: Command): void {
  const command = program
    .command('hide-name')
    .description('decide that a form of an author’s name stands in no answer, and write it into the decisions log')
    .argument('<author>', 'the author: id, name or identifier')
    .argument('<name>', 'the form to hide, in any spelling; papers printed under it stay theirs')
    .argument(...FILES);
  withDecideFlags(command)
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor hide-name "Andrew Saxe" "Andrew M. Saxe" data/sample --decisions decisions.jsonl --why "a former name"',
    )
    .action(hideName);
}

async function hideName(author: string, name: string, files: readonly string[], flags: DecideFlags): Promise<void> {
  if (name.trim() === '') throw new CommandFailure('error: the name is empty.', 2);
  await decide(files, flags, async ({ corpus }) => {
    const found = await authorArgument(author, corpus.view());
    const forms = [found.name, ...found.nameVariants];
    const hides = (form: string): boolean => foldName(form) === foldName(name);
    if (!forms.some(hides)) {
      throw new CommandFailure(
        `${found.id} is not called "${name}", but ${forms.map((form) => `"${form}"`).join(', ')}.`,
      );
    }
    if (forms.every(hides)) {
      throw new CommandFailure(`${found.id} has no other name: give one with "coauthor rename" first.`);
    }
    return { action: 'hide-name', author: found.id, name: name.trim() };
  });
}
