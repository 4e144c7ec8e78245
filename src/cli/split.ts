/** `coauthor split`: decides that some papers of an author are another person's. */
import { existsSync } from 'node:fs';

import type { Command } from 'commander';

import type { PaperId } from '../model/index.ts';

import { authorArgument } from './author-argument.ts';
import { decide, FILES, withDecideFlags } from './decide.ts';
import type { DecideFlags } from './decide.ts';
import { paperArgument } from './paper-argument.ts';
import { CommandFailure } from './talk.ts';

interface SplitFlags extends DecideFlags {
  readonly papers: readonly string[];
}

export function addSplit(program: Command): void {
  const command = program
    .command('split')
    .description('decide that papers of an author are another person’s, and write it into the decisions log')
    .argument('<author>', 'the author: id, name or identifier')
    .argument(...FILES)
    .requiredOption('--papers <paper...>', 'the other person’s papers: ids or identifiers; a file among them is read');
  withDecideFlags(command)
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor split "Yejin Choi" --papers acl:D16-1031 data/sample --decisions decisions.jsonl --why "to see what splitting does"',
    )
    .action(split);
}

async function split(author: string, rest: readonly string[], flags: SplitFlags): Promise<void> {
  // The flag takes all that follows it, files too.
  const isFile = (text: string): boolean => text === '-' || existsSync(text);
  const given = flags.papers.filter((text) => !isFile(text));
  if (given.length === 0) throw new CommandFailure('error: --papers names no paper.', 2);
  await decide([...rest, ...flags.papers.filter(isFile)], flags, async ({ corpus }) => {
    const view = corpus.view();
    const { id, name, paperCount } = await authorArgument(author, view);
    const own = new Set(view.network.authorshipsOf(id).map(({ paperId }) => paperId));
    const papers = new Set<PaperId>();
    for (const text of given) {
      const paper = await paperArgument(text, view);
      if (!own.has(paper.id)) throw new CommandFailure(`"${paper.title}" (${text}) is no paper of ${name} (${id}).`);
      papers.add(paper.id);
    }
    if (papers.size === paperCount) {
      throw new CommandFailure(`These are all papers of ${name} (${id}): one at least must stay.`);
    }
    return { action: 'split', author: id, papers: [...papers] };
  });
}
