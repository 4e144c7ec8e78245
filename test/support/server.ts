// Asking a server as its clients do: a handler or a URL, a server on a socket, the command line as a process.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Corpus, RecordStore } from '../../src/corpus/index.ts';
import { createHandler, listen } from '../../src/server/index.ts';
import type { Handler, HandlerOptions } from '../../src/server/index.ts';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
export const samplePage = fileURLToPath(new URL('../../data/sample/andrew-saxe.txt', import.meta.url));

/** A handler asked in this process, or the address of one. */
export type Target = Handler | string;

export interface Answer<Data = unknown> {
  readonly data?: Data;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** One GraphQL answer, whatever its status, without what it cost. `Data` is what the asking test knows of its own document. */
export async function ask<Data = unknown>(
  target: Target,
  document: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<Answer<Data>> {
  const response = await post(target, JSON.stringify({ query: document, variables }));
  const { extensions: _cost, ...answer } = (await response.json()) as Answer<Data> & { extensions?: unknown };
  return answer; // the shape that GraphQL over HTTP promises
}

/** One POST with a JSON body, as it stands. */
export async function post(
  target: Target,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return request(target, '', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  });
}

/** One request to the endpoint, or to a path of the same server when it begins with a slash. Redirects are not followed. */
export async function request(target: Target, path = '', init: RequestInit = {}): Promise<Response> {
  const endpoint = typeof target === 'string' ? target : 'http://localhost/graphql';
  const url = path.startsWith('/') ? new URL(path, endpoint).href : `${endpoint}${path}`;
  const options: RequestInit = { redirect: 'manual', ...init };
  return typeof target === 'string' ? fetch(url, options) : target.fetch(url, options);
}

export interface RunningServer {
  readonly origin: string;
  /** The GraphQL endpoint. */
  readonly url: string;
  /** What was logged so far. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** A corpus behind a real socket of this machine, on a free port. */
export async function startServer(
  corpus: Corpus | Promise<Corpus>,
  options: HandlerOptions = {},
): Promise<RunningServer> {
  const log: string[] = [];
  const handler = createHandler(corpus, { log: (line) => log.push(line), ...options });
  const server = await listen(handler, 0, '127.0.0.1');
  const origin = `http://127.0.0.1:${server.port}`;
  return { origin, url: `${origin}/graphql`, log, close: () => server.close(0) };
}

/** The same corpus, parts of its store replaced: one that fails or waits shows what the server makes of it. */
export function withStore(corpus: Corpus, parts: Partial<RecordStore>): Corpus {
  const view = corpus.view();
  const changed = { ...view, store: { ...view.store, ...parts } };
  return { ...corpus, view: () => changed };
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Leaves standard input open after that, as a terminal or a slow pipe does. */
  readonly isStdinOpen?: boolean;
}

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `coauthor …` to its end. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return startCli(args, options).exited;
}

export interface RunningCli {
  /** Everything said on standard error so far. */
  stderr(): string;
  /** Waits for a line on standard error; rejects, with what was said instead, when the command ends before. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits until it says where it listens: the address of the GraphQL endpoint. */
  listening(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  readonly exited: Promise<CliResult>;
}

/** Starts `coauthor …` from the built package. */
export function startCli(
  args: readonly string[],
  { cwd = repository, env = {}, stdin = '', isStdinOpen = false }: CliOptions = {},
): RunningCli {
  const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
  if (!existsSync(main)) throw new Error('dist/cli/main.js is not there: run "npm run build:code", as npm test does.');
  const { PORT: _port, ...inherited } = process.env; // a port set outside is none of the tests' business
  const child = spawn(process.execPath, [main, ...args], { cwd, env: { ...inherited, ...env } });
  // A command that ends before it has read its input closes the pipe; its exit code tells what the test wants to know.
  child.stdin.on('error', () => undefined);
  if (isStdinOpen) child.stdin.write(stdin);
  else child.stdin.end(stdin);

  let said = '';
  const waiting = new Set<() => void>();
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
    waiting.forEach((check) => check());
  });
  const stdout = text(child.stdout);
  const closed = new Promise<number | null>((settle, reject) => {
    child.once('error', reject);
    child.once('close', settle);
  });
  const exited = closed.then(async (exitCode) => ({ exitCode, stdout: await stdout, stderr: said }));

  const running: RunningCli = {
    stderr: () => said,
    said: (pattern) =>
      new Promise((settle, reject) => {
        const check = (): void => {
          const match = pattern.exec(said);
          if (match === null) return;
          waiting.delete(check);
          settle(match);
        };
        waiting.add(check);
        check();
        exited.then(
          ({ exitCode }) => reject(new Error(`Ended with ${exitCode} before it said ${String(pattern)}:\n${said}`)),
          reject,
        );
      }),
    listening: async () => (await running.said(/^Listening on (http:\/\/\S+\/graphql)$/m))[1] ?? '',
    kill: (signal) => child.kill(signal),
    exited,
  };
  return running;
}
