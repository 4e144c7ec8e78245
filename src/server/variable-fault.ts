/** Which part of a variable's value is wrong: GraphQL tells it in words only, so the value is read again. */
import { coerceInputValue, getNullableType, isInputObjectType, isInputType, isListType, typeFromAST } from 'graphql';
import type { GraphQLInputType, GraphQLSchema, VariableDefinitionNode } from 'graphql';

import { allowedOf, isOneOf } from './allowed.ts';
import type { Fault } from './fault.ts';

/** @param fault what the document tells: the argument that the variable is given to */
export function variableFault(
  { variable, type: node }: VariableDefinitionNode,
  { argument }: Fault,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): Fault {
  const type = typeFromAST(schema, node as never); // any type reference
  const value = variables[variable.name.value];
  if (argument === undefined || type === undefined || !isInputType(type) || value === undefined)
    return { received: value };
  let fault: Fault | undefined;
  coerceInputValue(value, type, (path, invalid) => {
    if (fault !== undefined) return;
    const to = partOf(type, path);
    const whole = path.slice(0, to.depth).reduce<unknown>((part, key) => (part as never)[key], value);
    const name = [argument, ...path.slice(0, to.depth)].join('.');
    fault = { argument: name, received: to.depth < path.length ? whole : invalid, ...allowedOf(to.type) };
  });
  return fault ?? { received: value };
}

// The type at a path, or at the one-of input on the way there.
function partOf(type: GraphQLInputType, path: readonly (string | number)[]): { type: GraphQLInputType; depth: number } {
  let part: GraphQLInputType = type;
  for (const [depth, key] of path.entries()) {
    const bare: GraphQLInputType = getNullableType(part);
    if (isOneOf(bare)) return { type: bare, depth };
    if (isListType(bare)) part = bare.ofType;
    else if (isInputObjectType(bare)) part = bare.getFields()[key]?.type ?? bare;
  }
  return { type: part, depth: path.length };
}
