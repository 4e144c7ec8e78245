/**
 * How many nodes a document can ask for at most: each connection or list with a `first` counts its page size, times the
 * sizes of those it stands in, and candidates count as many as are listed. The people and hops of a path are not counted,
 * but what is asked of each is, once. Known before anything is fetched, so a document that would never end is never begun.
 * GitHub counts nodes the same way: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
import { getNamedType, isCompositeType, isInterfaceType, isObjectType, Kind, valueFromASTUntyped } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

import { PAGE_LIMITS } from '../model/index.ts';

type Variables = Readonly<Record<string, unknown>>;

/** @param variables as the client gave them; what they leave out takes the document's defaults */
export function nodeCount(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const root = schema.getRootType(operation.operation);
  if (root == null) return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const values = { ...defaultsOf(operation), ...variables };
  return new Count(schema, fragments, values).of(operation.selectionSet, root);
}

class Count {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Variables;
  // A fragment counts the same wherever it is spread; counting it anew each time could take for ever.
  readonly #counted = new Map<string, number>();

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>, variables: Variables) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  of({ selections }: SelectionSetNode, type: GraphQLCompositeType): number {
    let count = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) count += this.#field(selection, type);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) count += this.#fragment(selection.name.value);
      else count += this.of(selection.selectionSet, this.#composite(selection.typeCondition?.name.value) ?? type);
    }
    return count;
  }

  #field(field: FieldNode, parent: GraphQLCompositeType): number {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    const type: GraphQLNamedType | undefined = definition === undefined ? undefined : getNamedType(definition.type);
    if (type === undefined || field.selectionSet === undefined || !isCompositeType(type)) return 0;
    const first = definition?.args.find(({ name }) => name === 'first');
    const isPaged = type.name.endsWith('Connection') || first !== undefined;
    const size = this.#size(field, isPaged, first?.defaultValue);
    const below = this.of(field.selectionSet, type);
    return size === undefined ? below : size * (1 + below);
  }

  // The page size of a connection or list, the number of ids of a list, the most candidates that are listed; undefined for what
  // is one thing, and for what is as long as a path.
  #size(field: FieldNode, isPaged: boolean, defaultSize: unknown): number | undefined {
    const given = (name: string): unknown => {
      const argument = field.arguments?.find((each) => each.name.value === name);
      return argument === undefined ? undefined : valueFromASTUntyped(argument.value, this.#variables);
    };
    if (isPaged) {
      const asked = [given('first'), given('last'), defaultSize].find((size) => typeof size === 'number');
      return Math.min(Math.max(asked ?? PAGE_LIMITS.defaultSize, 0), PAGE_LIMITS.maxSize);
    }
    if (field.name.value === 'candidates') return PAGE_LIMITS.maxSize;
    const ids = given('ids');
    return Array.isArray(ids) ? ids.length : undefined;
  }

  #fragment(name: string): number {
    const known = this.#counted.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#composite(fragment?.typeCondition.name.value);
    const count = fragment === undefined || type === undefined ? 0 : this.of(fragment.selectionSet, type);
    this.#counted.set(name, count);
    return count;
  }

  #composite(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.#schema.getType(name);
    return type !== undefined && isCompositeType(type) ? type : undefined;
  }
}

function defaultsOf(operation: OperationDefinitionNode): Variables {
  const given = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return Object.fromEntries(given);
}
