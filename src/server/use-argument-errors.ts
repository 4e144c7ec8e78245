/**
 * GraphQL's own complaints about a value (an unknown field, two fields of a `by:`, a number for a string) say what is
 * wrong but not in which argument. This adds `extensions.argument`, `received` and, for one-of inputs, what is allowed.
 */
import {
  getNamedType,
  GraphQLError,
  isInputObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { ArgumentNode, ASTNode, DocumentNode, GraphQLNamedType, GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { compareText } from '../model/index.ts';

export function useArgumentErrors(schema: GraphQLSchema): Plugin {
  const variablesOf = new WeakMap<Request, Readonly<Record<string, unknown>>>();
  return {
    onParams({ request, params }) {
      if (params.variables) variablesOf.set(request, params.variables);
    },
    onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || result.errors === undefined) return;
      const variables = variablesOf.get(request) ?? {};
      setResult({ ...result, errors: result.errors.map((error) => detailed(error, schema, variables)) });
    },
  };
}

function detailed(
  error: GraphQLError,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError {
  const { code } = error.extensions;
  const isOwnComplaint = code === undefined || code === 'GRAPHQL_VALIDATION_FAILED';
  const node = error.nodes?.[0];
  const body = node?.loc?.source.body;
  if (!isOwnComplaint || node === undefined || body === undefined) return error;
  const document = parsed(body);
  const variable = node.kind === Kind.VARIABLE_DEFINITION ? node.variable.name.value : undefined;
  const found = document === undefined ? undefined : argumentAround(document, schema, node, variable);
  if (found === undefined) return error;
  const { argument, type } = found;
  const isOneOf = isInputObjectType(type) && type.isOneOf;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: {
      code: 'INVALID_ARGUMENT', // unless validation gave its own: a variable’s value is read after it
      ...error.extensions,
      argument: argument.name.value,
      received: receivedBy(argument, variable, variables),
      ...(isOneOf ? { allowed: `exactly one of ${Object.keys(type.getFields()).sort(compareText).join(', ')}` } : {}),
    },
  });
}

interface FoundArgument {
  readonly argument: ArgumentNode;
  readonly type: GraphQLNamedType | undefined;
}

// The outermost argument whose value holds the place of the error, or uses the variable at fault.
function argumentAround(
  document: DocumentNode,
  schema: GraphQLSchema,
  place: ASTNode,
  variable: string | undefined,
): FoundArgument | undefined {
  let found: FoundArgument | undefined;
  const types = new TypeInfo(schema);
  const visitor = {
    Argument(argument: ArgumentNode) {
      const holds = variable === undefined ? encloses(argument, place) : usesVariable(argument, variable);
      if (holds) found ??= { argument, type: getNamedType(types.getInputType()) };
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return found;
}

function receivedBy(
  { value }: ArgumentNode,
  variable: string | undefined,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  const name = variable ?? (value.kind === Kind.VARIABLE ? value.name.value : undefined);
  return name === undefined ? print(value) : variables[name];
}

function encloses(outer: ASTNode, inner: ASTNode): boolean {
  return (
    outer.loc !== undefined &&
    inner.loc !== undefined &&
    outer.loc.start <= inner.loc.start &&
    inner.loc.end <= outer.loc.end
  );
}

function usesVariable(argument: ArgumentNode, variable: string): boolean {
  let uses = false;
  visit(argument, {
    Variable(node) {
      uses ||= node.name.value === variable;
    },
  });
  return uses;
}

function parsed(body: string): DocumentNode | undefined {
  try {
    return parse(body);
  } catch {
    return undefined; // a document that does not parse has no arguments to name
  }
}
