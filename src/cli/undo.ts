/** `coauthor undo`: takes a decision back, with one more line. */
import type { Command } from 'commander';

import type { DecisionDesk } from '../corpus/index.ts';
import { isDecisionId } from '../model/index.ts';
import type { WeighedDecision } from '../model/index.ts';

import { decide, FILES, withDecideFlags } from './decide.ts';
import type { DecideFlags } from './decide.ts';
import { CommandFailure } from './talk.ts';

export function addUndo(program: Command): void {
  const command = program
    .command('undo')
    .description('take a decision back with one more line of the decisions log; an undo can be undone')
    .argument('<decision>', 'the decision’s id, as "coauthor decisions" lists it')
    .argument(...FILES);
  withDecideFlags(command)
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor undo D_CMuPWQXshD_p data/sample --decisions decisions.jsonl --why "they are two after all"',
    )
    .action(undo);
}

async function undo(id: string, files: readonly string[], flags: DecideFlags): Promise<void> {
  if (!isDecisionId(id)) {
    throw new CommandFailure(`error: "${id}" is no decision’s id: expected "D_" and twelve letters.`, 2);
  }
  await decide(files, flags, (desk) => {
    const { undoneBy } = decisionWithId(id, desk, flags.decisions);
    if (undoneBy !== undefined) {
      throw new CommandFailure(`${id} is undone already, by ${undoneBy.id}: undo that one to have it back.`);
    }
    return { action: 'undo', decision: id };
  });
}

// Fails in one line when none has the id.
function decisionWithId(id: string, { log }: DecisionDesk, file: string): WeighedDecision {
  const found = log.decisions.find(({ logged }) => logged.decision.id === id);
  if (found !== undefined) return found;
  throw new CommandFailure(
    `There is no decision "${id}" in ${file}: "coauthor decisions --decisions ${file}" lists them.`,
  );
}
