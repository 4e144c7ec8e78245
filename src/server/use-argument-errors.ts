/**
 * GraphQL's own complaints (an unknown field, two fields of a `by:`, a number for a string) say what is wrong in words
 * alone. This adds for programs where it is, what stands there and what may: `field`, `argument`, `received`, `allowed`.
 */
import { GraphQLError, parse } from 'graphql';
import type { ASTNode, GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { faultAt } from './fault.ts';
import type { Fault } from './fault.ts';

export function useArgumentErrors(schema: GraphQLSchema): Plugin {
  const variablesOf = new WeakMap<Request, Readonly<Record<string, unknown>>>();
  return {
    onParams({ request, params }) {
      if (params.variables) variablesOf.set(request, params.variables);
    },
    onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || result.errors === undefined) return;
      const variables = variablesOf.get(request) ?? {};
      // One place may be complained of for every row of a list: it is looked for once.
      const found = new Map<ASTNode, Fault>();
      const faultOf = (node: ASTNode, body: string): Fault => {
        const known = found.get(node) ?? faultAt(node, parse(body), schema, variables); // it parsed before: it has nodes
        found.set(node, known);
        return known;
      };
      setResult({ ...result, errors: result.errors.map((error) => detailed(error, faultOf)) });
    },
  };
}

function detailed(error: GraphQLError, faultOf: (node: ASTNode, body: string) => Fault): GraphQLError {
  const { code } = error.extensions;
  const isOwnComplaint = code === undefined || code === 'GRAPHQL_VALIDATION_FAILED';
  const node = error.nodes?.[0];
  const body = node?.loc?.source.body;
  if (!isOwnComplaint || node === undefined || body === undefined) return error;
  const fault = faultOf(node, body);
  if (Object.keys(fault).length === 0) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    // Validation gives its own code; a variable’s value is read after it.
    extensions: {
      ...(fault.argument === undefined ? {} : { code: 'INVALID_ARGUMENT' }),
      ...error.extensions,
      ...fault,
    },
  });
}
