/**
 * Where in a document a complaint of GraphQL's own lies, in the words of a request: the field, the argument down to the
 * part at fault (`orderBy.field`), what stands there, and what may. A one-of input is at fault as a whole.
 */
import { isCompositeType, isRequiredArgument, Kind, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type {
  ArgumentNode,
  ASTNode,
  DocumentNode,
  FieldNode,
  GraphQLArgument,
  GraphQLSchema,
  ObjectFieldNode,
} from 'graphql';

import { allowedOf, isOneOf, listed } from './allowed.ts';
import { variableFault } from './variable-fault.ts';

export interface Fault {
  /** `Query.papers` */
  readonly field?: string;
  readonly argument?: string;
  readonly received?: unknown;
  readonly allowed?: string;
}

type Variables = Readonly<Record<string, unknown>>;

/** @param place of the document, or of another parsed from the same text */
export function faultAt(place: ASTNode, document: DocumentNode, schema: GraphQLSchema, variables: Variables): Fault {
  const types = new TypeInfo(schema);
  const variable = place.kind === Kind.VARIABLE_DEFINITION ? place.variable.name.value : undefined;
  let fault: Fault = {};
  let isWhole = false;
  const visitor = {
    Field(node: FieldNode) {
      if (encloses(node, place)) fault = fieldFault(node, isSame(node, place), types);
    },
    Argument(node: ArgumentNode) {
      const isHere = variable === undefined ? encloses(node, place) : fault.argument == null && uses(node, variable);
      if (!isHere) return;
      const given = { name: node.name.value, value: node.value, isPlace: isSame(node, place) };
      fault = argumentFault(given, types, variables);
      isWhole = isOneOf(types.getInputType());
    },
    ObjectField(node: ObjectFieldNode) {
      if (variable !== undefined || isWhole || !encloses(node, place)) return;
      const isUnknown = isSame(node, place);
      const name = `${fault.argument}.${node.name.value}`;
      const allowed = isUnknown ? allowedOf(types.getParentInputType()) : allowedOf(types.getInputType());
      fault = { ...fault, argument: name, received: print(node.value), ...allowed };
      isWhole = isOneOf(types.getInputType());
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return place.kind === Kind.VARIABLE_DEFINITION
    ? { ...fault, ...variableFault(place, fault, schema, variables) }
    : fault;
}

function fieldFault(node: FieldNode, isPlace: boolean, types: TypeInfo): Fault {
  const parent = types.getParentType();
  if (parent == null) return {};
  const name = node.name.value;
  const field = `${parent.name}.${name}`;
  if (!isPlace) return { field };
  const definition = types.getFieldDef();
  if (definition == null) {
    const fields = isCompositeType(parent) && 'getFields' in parent ? Object.keys(parent.getFields()) : [];
    return { field, received: name, allowed: listed(`a field of ${parent.name}`, fields) };
  }
  const missing = definition.args.find(
    (argument) => isRequiredArgument(argument) && !node.arguments?.some((given) => given.name.value === argument.name),
  );
  return missing === undefined ? { field } : { field, argument: missing.name, ...allowedOf(missing.type) };
}

function argumentFault(
  { name, value, isPlace }: { readonly name: string; readonly value: ArgumentNode['value']; readonly isPlace: boolean },
  types: TypeInfo,
  variables: Variables,
): Fault {
  const received = value.kind === Kind.VARIABLE ? variables[value.name.value] : print(value);
  const definition = types.getFieldDef();
  const args: readonly GraphQLArgument[] = definition?.args ?? [];
  const field = `${types.getParentType()?.name}.${definition?.name}`;
  const isUnknown = isPlace && types.getArgument() == null;
  const allowed = isUnknown
    ? {
        allowed: listed(
          `an argument of ${field}`,
          args.map((each) => each.name),
        ),
      }
    : allowedOf(types.getInputType());
  return { field, argument: name, received, ...allowed };
}

function encloses({ loc: outer }: ASTNode, { loc: inner }: ASTNode): boolean {
  return outer !== undefined && inner !== undefined && outer.start <= inner.start && inner.end <= outer.end;
}

function isSame(one: ASTNode, other: ASTNode): boolean {
  return one.kind === other.kind && one.loc?.start === other.loc?.start;
}

function uses(argument: ArgumentNode, variable: string): boolean {
  let isUsed = false;
  visit(argument, {
    Variable(node) {
      isUsed ||= node.name.value === variable;
    },
  });
  return isUsed;
}
