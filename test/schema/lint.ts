/**
 * What makes the schema one: how things are named, that each says what it is, and Relay's shapes. One rule, one function:
 * schema → faults, each a sentence that begins with the place.
 */
import { getNamedType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';

type Rule = (schema: GraphQLSchema) => string[];

export function lint(schema: GraphQLSchema): string[] {
  return rules.flatMap((rule) => rule(schema));
}

interface Named {
  readonly place: string;
  readonly name: string;
  readonly kind: 'type' | 'field' | 'value';
  readonly description: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

const PATTERNS = {
  type: [/^[A-Z][A-Za-z0-9]*$/, 'PascalCase'],
  field: [/^[a-z][A-Za-z0-9]*$/, 'camelCase'],
  value: [/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/, 'UPPER_CASE'],
} as const;

const rules: readonly Rule[] = [
  function names(schema) {
    return everything(schema).flatMap(({ place, name, kind }) => {
      const [pattern, called] = PATTERNS[kind];
      return pattern.test(name) ? [] : [`${place} is not in ${called}.`];
    });
  },

  function booleans(schema) {
    return objectFields(schema).flatMap(({ place, field }) =>
      getNamedType(field.type).name === 'Boolean' && !/^(?:is|has)[A-Z]/.test(field.name)
        ? [`${place} is true or false, but is not called is… or has….`]
        : [],
    );
  },

  function descriptions(schema) {
    return everything(schema).flatMap(({ place, description }) => {
      if (!description?.trim()) return [`${place} has no description.`];
      return /[.…)]$/.test(description.trim()) ? [] : [`${place} has a description that is no sentence.`];
    });
  },

  function deprecations(schema) {
    return everything(schema).flatMap(({ place, deprecationReason }) =>
      deprecationReason == null || /\b\d{4}-\d\d-\d\d\b/.test(deprecationReason)
        ? []
        : [`${place} is deprecated without the date from which on it is.`],
    );
  },

  function connections(schema) {
    return objects(schema)
      .filter(({ name }) => name.endsWith('Connection'))
      .flatMap((type) => {
        const edge = schema.getType(type.name.replace(/Connection$/, 'Edge'));
        if (!isObjectType(edge)) return [`${type.name} has no edge of its name.`];
        const item = String(edge.getFields()['node']?.type);
        const shape = { edges: `[${edge.name}!]!`, nodes: `[${item}]!`, pageInfo: 'PageInfo!', totalCount: 'Int!' };
        return misshapen(type, uncounted.has(type.name) ? { ...shape, totalCount: 'undefined' } : shape);
      });
  },

  function edges(schema) {
    return objects(schema)
      .filter(({ name }) => name.endsWith('Edge') && name !== 'Edge')
      .flatMap((type) => [
        ...misshapen(type, { cursor: 'String!' }),
        ...(type.getFields()['node'] === undefined ? [`${type.name} has no node.`] : []),
        ...(schema.getType(type.name.replace(/Edge$/, 'Connection')) === undefined
          ? [`${type.name} has no connection.`]
          : []),
      ]);
  },

  function pageInfo(schema) {
    const type = schema.getType('PageInfo');
    if (!isObjectType(type)) return ['PageInfo is not there.'];
    const shape = { hasNextPage: 'Boolean!', hasPreviousPage: 'Boolean!', startCursor: 'String', endCursor: 'String' };
    return misshapen(type, shape);
  },

  function paging(schema) {
    return objectFields(schema)
      .filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
      .flatMap(({ place, field }) => {
        const given = new Map(field.args.map((argument) => [argument.name, String(argument.type)]));
        const isBoth = given.has('last') || given.has('before');
        const wanted = { first: 'Int', after: 'String', ...(isBoth ? { last: 'Int', before: 'String' } : {}) };
        const wrong = Object.entries(wanted).filter(([name, type]) => given.get(name) !== type);
        return [
          ...(String(field.type).endsWith('Connection!') ? [] : [`${place} is a connection that may be null.`]),
          ...wrong.map(([name, type]) => `${place} takes no ${name}: ${type}.`),
        ];
      });
  },

  function orders(schema) {
    return objectFields(schema).flatMap(({ place, field }) =>
      field.args.some(({ name, defaultValue }) => name === 'orderBy' && defaultValue === undefined)
        ? [`${place} has an order, but does not say which when none is asked.`]
        : [],
    );
  },

  function nodes(schema) {
    return objects(schema).flatMap((type) => {
      const id = type.getFields()['id'];
      if (id === undefined) return [];
      const isNode = type.getInterfaces().some(({ name }) => name === 'Node');
      return [
        ...(String(id.type) === 'ID!' ? [] : [`${type.name}.id is ${String(id.type)}, not ID!.`]),
        ...(isNode || notNodes.has(type.name) ? [] : [`${type.name} has an id, but is no Node.`]),
      ];
    });
  },

  function lists(schema) {
    return objectFields(schema).flatMap(({ place, field }) => {
      const type = String(field.type);
      if (!type.startsWith('[') || sparse.has(place)) return [];
      return /^\[\w+!\]!$/.test(type) ? [] : [`${place} is a list that may be null, or hold nulls.`];
    });
  },
];

/** Best paths may be more than an Int holds: CollaborationPaths.pathCount counts them. */
const uncounted: ReadonlySet<string> = new Set(['CollaborationPathConnection']);
/** A file that was read cannot be fetched by its id. */
const notNodes: ReadonlySet<string> = new Set(['Source']);
/** An id that nothing has is null in its place. */
const sparse: ReadonlySet<string> = new Set(['Query.nodes']);

function own(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

function objects(schema: GraphQLSchema): GraphQLObjectType[] {
  return own(schema).filter(isObjectType);
}

function objectFields(
  schema: GraphQLSchema,
): { readonly place: string; readonly field: GraphQLField<unknown, unknown> }[] {
  return objects(schema).flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field })),
  );
}

/** Types, fields, arguments, input fields and enum values. */
function everything(schema: GraphQLSchema): Named[] {
  return own(schema).flatMap((type) => {
    const found: Named[] = [{ place: type.name, name: type.name, kind: 'type', description: type.description }];
    if ('getValues' in type) {
      for (const value of type.getValues())
        found.push({ ...value, place: `${type.name}.${value.name}`, kind: 'value' });
    }
    if (!('getFields' in type)) return found;
    for (const field of Object.values(type.getFields())) {
      const place = `${type.name}.${field.name}`;
      found.push({ ...field, place, kind: 'field' });
      if (!('args' in field)) continue;
      for (const each of field.args) found.push({ ...each, place: `${place}(${each.name}:)`, kind: 'field' });
    }
    return found;
  });
}

function misshapen(type: GraphQLObjectType, shape: Readonly<Record<string, string>>): string[] {
  return Object.entries(shape).flatMap(([name, wanted]) => {
    const found = String(type.getFields()[name]?.type);
    return found === wanted ? [] : [`${type.name}.${name} is ${found}, not ${wanted}.`];
  });
}
