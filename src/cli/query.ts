/** `coauthor query`: one answer on standard output, without a server. */
import { text as readAll } from 'node:stream/consumers';

import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';

import { createHandler } from '../server/index.ts';

import { CAPTURED_ON, checkCapturedOn, DECISIONS, openFiles } from './open.ts';
import type { OpenFlags } from './open.ts';
import { problemLine, say } from './talk.ts';

interface QueryFlags extends OpenFlags {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operation?: string;
}

export function addQuery(program: Command): void {
  program
    .command('query')
    .description('answer one GraphQL document from files, on standard output')
    .argument('<document>', 'the GraphQL document; - reads it from standard input')
    .argument('[files...]', 'files, folders, or - for standard input; the sample corpus when none is named')
    .option('--variables <json>', 'values of the document’s variables, as a JSON object', jsonObject)
    .option('--operation <name>', 'which operation to run, of several')
    .option(...CAPTURED_ON)
    .option(...DECISIONS)
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor query \'{ author(by: {name: "Andrew Saxe"}) { coauthorCount } }\' data/sample',
    )
    .action(query);
}

async function query(document: string, files: readonly string[], flags: QueryFlags): Promise<void> {
  checkCapturedOn(flags.capturedOn);
  const corpus = await openFiles(files, flags, { isQuiet: true });
  corpus.report.problems.forEach((problem) => say(problemLine(problem)));
  const body = JSON.stringify({
    query: document === '-' ? await readAll(process.stdin) : document,
    variables: flags.variables,
    operationName: flags.operation,
  });
  const unlimited = Number.MAX_SAFE_INTEGER; // the person asks their own machine
  const limits = {
    maxDepth: unlimited,
    maxAliases: unlimited,
    maxTokens: unlimited,
    maxDocumentLength: unlimited,
    maxBodyBytes: unlimited,
    maxCost: unlimited,
    deadline: unlimited,
  };
  const handler = createHandler(corpus, { log: say, limits, isCostTold: false, graphiql: false });
  const response = await handler.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const answer = (await response.json()) as { errors?: unknown }; // GraphQL over HTTP answers with an object
  process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
  if (answer.errors !== undefined) process.exitCode = 1;
}

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InvalidArgumentError(
      `Expected a JSON object: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InvalidArgumentError('Expected a JSON object.');
  return value as Readonly<Record<string, unknown>>; // just checked
}
