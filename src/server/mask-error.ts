/**
 * What a client sees of an error. A wrong request is told as it is; anything unforeseen is told by an id only, under
 * which the log has the whole.
 */
import { GraphQLError } from 'graphql';

import { RequestError } from '../model/index.ts';

export function errorMask(log: (line: string) => void, newErrorId: () => string): (error: unknown) => Error {
  return (error) => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? undefined) : error;
    const path = error instanceof GraphQLError ? error.path : undefined;
    // GraphQL's complaint about an argument names its place; about a value that a field gave, it names none.
    const isWrongRequest =
      cause instanceof RequestError ||
      (cause instanceof GraphQLError && (path === undefined || cause.nodes !== undefined));
    // Whoever asked has hung up: a walk was told to stop, and nobody reads what becomes of it.
    const isHungUp = cause instanceof DOMException && cause.name === 'AbortError';
    if (cause === undefined || isWrongRequest || isHungUp) return error as Error;
    const id = newErrorId();
    log(`Error ${id}${path === undefined ? '' : ` at ${path.join('.')}`}: ${stackOf(cause)}`);
    return new GraphQLError(`Something unforeseen happened. The server’s log has it as ${id}.`, {
      nodes: error instanceof GraphQLError ? (error.nodes ?? null) : null,
      path: path ?? null,
      extensions: { code: 'INTERNAL_SERVER_ERROR', id },
    });
  };
}

function stackOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
