/**
 * The HTTP face of a corpus: GraphQL over HTTP at one endpoint, its page for browsers, `GET /health`. A fetch function,
 * so it runs wherever requests and responses do, and a listener for node:http as well.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { createYoga } from 'graphql-yoga';

import type { Corpus } from '../corpus/index.ts';
import { createContext, schema } from '../schema/index.ts';

import { errorMask } from './mask-error.ts';
import { DEFAULT_LIMITS } from './options.ts';
import type { HandlerOptions } from './options.ts';
import { useArgumentErrors } from './use-argument-errors.ts';
import { useCors } from './use-cors.ts';
import { useGraphiQL } from './use-graphiql.ts';
import { useKnownOperations } from './use-known-operations.ts';
import { useLimits } from './use-limits.ts';
import { useReadiness } from './use-readiness.ts';

/** A fetch function: `await handler(request)`. Given to `http.createServer`, it is a listener too. */
export interface Handler {
  (request: Request): Promise<Response> | Response;
  (request: IncomingMessage, response: ServerResponse): unknown;
  fetch(request: Request | string, init?: RequestInit): Promise<Response> | Response;
}

/**
 * Makes the handler of a corpus. A corpus that is still opening may be given as a promise: until it is there, requests
 * that need it are answered with 503. A promise that rejects keeps them so; the caller has the reason.
 *
 * @example
 * const handler = createHandler(await openCorpus({ paths: ['data/sample'] }));
 * const response = await handler.fetch('http://localhost/graphql?query={corpus{paperCount}}');
 * await response.text(); // {"data":{"corpus":{"paperCount":5234}}}
 */
export function createHandler(corpus: Corpus | Promise<Corpus>, options: HandlerOptions = {}): Handler {
  const { endpoint = '/graphql', cors = [], graphiql = true, log = logToStderr, newErrorId = randomUUID } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  let serving = corpus instanceof Promise ? undefined : corpus;
  if (corpus instanceof Promise) {
    corpus.then(
      (opened) => (serving = opened),
      () => undefined,
    );
  }
  return createYoga({
    schema,
    graphqlEndpoint: endpoint,
    landingPage: false,
    graphiql: false,
    logging: false,
    // Bodies are measured by their length before they are read (use-limits): Yoga's own limit pipes every body through
    // one more stream, which costs more than all the rest of a small request.
    maxRequestBodySize: false,
    cors: false, // use-cors has it
    // Yoga’s own health check says 200 before there is a corpus, and cannot be turned off: no URL ends in a space.
    healthCheckEndpoint: ' ',
    maskedErrors: { maskError: errorMask(log, newErrorId) },
    context: ({ request }) => {
      if (serving === undefined) throw new Error('A request came through before the corpus was open.');
      return createContext(serving.view(), { budget: limits.walkBudget, signal: request.signal });
    },
    plugins: [
      useCors(cors, log),
      ...(graphiql ? [useGraphiQL(endpoint)] : []),
      useReadiness(endpoint, () => serving),
      useLimits(limits),
      useKnownOperations(),
      useArgumentErrors(schema),
    ],
  });
}

function logToStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
