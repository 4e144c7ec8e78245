/**
 * The HTTP face of a corpus: GraphQL over HTTP at one endpoint, its page for browsers, `GET /health`. A fetch function,
 * so it runs wherever requests and responses do, and a listener for node:http as well.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { createYoga } from 'graphql-yoga';

import type { Corpus } from '../corpus/index.ts';
import { createContext, schema } from '../schema/index.ts';

import { Deadline } from './deadline.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { errorMask } from './mask-error.ts';
import type { HandlerOptions } from './options.ts';
import { useArgumentErrors } from './use-argument-errors.ts';
import { useBodyLimit } from './use-body-limit.ts';
import { useCors } from './use-cors.ts';
import { useCost } from './use-cost.ts';
import { useDeadline } from './use-deadline.ts';
import type { DeadlineContext } from './use-deadline.ts';
import { useDocumentLimits } from './use-document-limits.ts';
import { useGraphiQL } from './use-graphiql.ts';
import { useKnownOperations } from './use-known-operations.ts';
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
 * await response.text(); // {"data":{"corpus":{"paperCount":5234}},"extensions":{"cost":{"requested":2,"actual":2}}}
 */
export function createHandler(corpus: Corpus | Promise<Corpus>, options: HandlerOptions = {}): Handler {
  const {
    endpoint = '/graphql',
    cors = [],
    isCostTold = true,
    graphiql = true,
    log = logToStderr,
    newErrorId = randomUUID,
  } = options;
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
    // Bodies are measured by their length before they are read (use-body-limit): Yoga's own limit pipes every body through
    // one more stream, which costs more than all the rest of a small request.
    maxRequestBodySize: false,
    cors: false, // use-cors has it
    // Yoga’s own health check says 200 before there is a corpus, and cannot be turned off: no URL ends in a space.
    healthCheckEndpoint: ' ',
    maskedErrors: { maskError: errorMask(log, newErrorId) },
    context: ({ request }): DeadlineContext => {
      if (serving === undefined) throw new Error('A request came through before the corpus was open.');
      const deadline = new Deadline(limits.deadline, request.signal);
      const walkLimits = { budget: limits.walkBudget, signal: deadline.signal };
      const bounds = { walkLimits, maxCost: limits.maxCost, checkTime: deadline.check };
      return { ...createContext(serving.view(), bounds), deadline };
    },
    plugins: [
      useCors(cors, log),
      ...(graphiql ? [useGraphiQL(endpoint)] : []),
      useReadiness(endpoint, () => serving),
      useBodyLimit(limits.maxBodyBytes),
      useDocumentLimits(limits),
      useKnownOperations(),
      useCost(limits, isCostTold),
      useDeadline(limits.deadline),
      useArgumentErrors(schema),
    ],
  });
}

function logToStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
