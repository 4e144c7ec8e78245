/** `coauthor serve`: reads files and answers GraphQL until it is told to stop. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';

import { createHandler, LIMIT_NAMES, limitFlag, LIMITS, limitVariable, listen } from '../server/index.ts';
import type { LimitName, Listening, RequestLimits } from '../server/index.ts';

import { CAPTURED_ON, checkCapturedOn, DECISIONS, openFiles } from './open.ts';
import type { OpenFlags } from './open.ts';
import { CommandFailure, say, sayReport, wholeNumber } from './talk.ts';

interface ServeFlags extends OpenFlags, RequestLimits {
  readonly port?: number;
  readonly host: string;
  readonly cors: readonly string[];
}

const DEFAULT_PORT = 4000;
const MAX_PORT = 65_535;
const GRACE_MILLISECONDS = 10_000;

export function addServe(program: Command): void {
  const command = program
    .command('serve')
    .description('read files and folders and serve them at /graphql, with GraphiQL for browsers')
    .argument('[files...]', 'files, folders, or - for standard input; the sample corpus when none is named')
    .option(
      '-p, --port <number>',
      `port to listen on; 0 for any free one (default: PORT, else ${DEFAULT_PORT})`,
      wholeNumber(0, MAX_PORT),
    )
    .option('--host <address>', 'address to listen on; 0.0.0.0 lets other machines in', '127.0.0.1')
    .option('--cors <origin>', 'let pages of this origin ask from a browser; repeatable, * for all', gathered, [])
    .option(...CAPTURED_ON)
    .option(...DECISIONS)
    .addHelpText(
      'after',
      '\nExample:\n  $ coauthor serve data/sample --port 8080\n  $ coauthor serve pages/ --captured-on 2026-05-31',
    )
    .action(serve);
  for (const name of LIMIT_NAMES) command.addOption(limitOption(name));
}

function limitOption(name: LimitName): Option {
  const limit = LIMITS[name];
  const [least, most] = 'range' in limit ? limit.range : [1];
  return new Option(`${limitFlag(name)} <${limit.unit}>`, `at most so many ${limit.what}`)
    .env(limitVariable(name))
    .argParser(wholeNumber(least, most))
    .default(limit.default);
}

async function serve(files: readonly string[], flags: ServeFlags): Promise<void> {
  checkCapturedOn(flags.capturedOn);
  const port = flags.port ?? portFromEnvironment(process.env['PORT']);
  const opening = openFiles(files, flags);
  opening.catch(() => undefined); // reported below; until then it is nobody's unhandled rejection
  const handler = createHandler(opening, {
    cors: flags.cors,
    log: say,
    limits: Object.fromEntries(LIMIT_NAMES.map((name) => [name, flags[name]])),
  });
  const server = await listen(handler, port, flags.host).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(listenProblem(error, port, flags.host));
  });
  stopOnSignal(server);
  try {
    sayReport((await opening).report);
  } catch (error) {
    await server.close(0);
    throw error;
  }
  say(`Listening on ${server.origin}/graphql`);
}

function portFromEnvironment(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= MAX_PORT) return port;
  throw new CommandFailure(`error: PORT is "${text}": expected a whole number from 0 to ${MAX_PORT}.`, 2);
}

function listenProblem(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} of ${host} is in use: choose another with --port.`;
  if (error.code === 'EACCES') return `Port ${port} of ${host} may not be used: choose one above 1023 with --port.`;
  return `Cannot listen on port ${port} of ${host}: ${error.message}.`;
}

// The first signal lets running requests finish; a second one does not wait.
function stopOnSignal(server: Listening): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    say('Stopping: finishing running requests.');
    void server.close(GRACE_MILLISECONDS).then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function gathered(text: string, before: readonly string[]): readonly string[] {
  if (text === '*') return [...before, text];
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // An origin has no path: compared with what browsers send, one with a path would never fit.
  if (url !== undefined && url.origin !== 'null' && url.href === `${url.origin}/`) return [...before, url.origin];
  throw new InvalidArgumentError('Expected an origin, such as https://example.org, or *.');
}
