/** `coauthor schema`: prints the schema, or says whether a file still holds it. */
import { readFile } from 'node:fs/promises';

import type { Command } from 'commander';

import { printedSchema } from '../schema/index.ts';

import { CommandFailure, say } from './talk.ts';

interface SchemaFlags {
  readonly check?: string;
}

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the GraphQL schema, sorted')
    .option('--check <file>', 'say whether the file holds this very schema; exit code 1 when not')
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor schema > schema.graphql\n  $ coauthor schema --check schema.graphql',
    )
    .action(schema);
}

async function schema({ check }: SchemaFlags): Promise<void> {
  const printed = printedSchema();
  if (check === undefined) {
    process.stdout.write(printed);
    return;
  }
  const pinned = await readFile(check, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(
      error.code === 'ENOENT' ? `No file "${check}".` : `Cannot read "${check}": ${error.message}.`,
    );
  });
  if (pinned === printed) {
    say(`${check} holds this schema.`);
    return;
  }
  const now = printed.split('\n');
  const then = pinned.split('\n');
  const differing = now.findIndex((text, at) => text !== then[at]);
  const line = (differing < 0 ? now.length : differing) + 1; // one may be the other and more
  throw new CommandFailure(
    `${check} differs from this schema, first at line ${line}: print it anew with "coauthor schema > ${check}".`,
  );
}
