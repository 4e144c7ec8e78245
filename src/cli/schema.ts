/** `coauthor schema`: prints the schema, or says whether a file still holds it, or what changed since breaks. */
import { readFile } from 'node:fs/promises';

import type { Command } from 'commander';

import { changesSince, printedSchema } from '../schema/index.ts';

import { CommandFailure, counted, say } from './talk.ts';

interface SchemaFlags {
  readonly check?: string;
  readonly against?: string;
}

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the GraphQL schema, sorted')
    .option('--check <file>', 'say whether the file holds this very schema; exit code 1 when not')
    .option(
      '--against <file>',
      'say what changed since the schema in the file that breaks documents written for it; exit code 1 when something does',
    )
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor schema > schema.graphql\n  $ coauthor schema --check schema.graphql\n  $ coauthor schema --against schema.graphql',
    )
    .action(schema);
}

async function schema({ check, against }: SchemaFlags): Promise<void> {
  if (check === undefined && against === undefined) process.stdout.write(printedSchema());
  if (check !== undefined) checkSame(check, await readText(check));
  if (against !== undefined) checkUnbroken(against, await readText(against));
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(
      error.code === 'ENOENT' ? `No file "${file}".` : `Cannot read "${file}": ${error.message}.`,
    );
  });
}

function checkUnbroken(file: string, pinned: string): void {
  const { breaking, dangerous } = changesSinceIn(file, pinned);
  dangerous.forEach((change) => say(`May surprise: ${change}`));
  if (breaking.length > 0) {
    const lines = breaking.map((change) => `Breaks: ${change}`);
    throw new CommandFailure(
      [...lines, `Documents written for ${file} break: ${counted(breaking.length, 'change')}.`].join('\n'),
    );
  }
  say(`Nothing that changed since ${file} breaks documents written for it.`);
}

function changesSinceIn(file: string, pinned: string): ReturnType<typeof changesSince> {
  try {
    return changesSince(pinned);
  } catch (error) {
    throw new CommandFailure(`${file} holds no schema: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function checkSame(check: string, pinned: string): void {
  const printed = printedSchema();
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
