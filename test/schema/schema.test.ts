import { readFileSync } from 'node:fs';

import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import { describe, expect, it } from 'vitest';

import { printedSchema, schema } from '../../src/schema/index.ts';

const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
const own = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

describe('the schema', () => {
  it('is the one that is committed (npm run schema prints it)', () => {
    expect(printedSchema()).toBe(committed);
  });

  it('breaks nothing that the committed one promises', () => {
    expect(findBreakingChanges(buildSchema(committed), buildSchema(printedSchema()))).toEqual([]);
  });

  it('describes every type, field, argument and enum value', () => {
    expect(own.flatMap(undescribed)).toEqual([]);
  });

  it('gives every connection Relay’s shape, with nodes and totalCount', () => {
    const connections = own.filter((type) => type.name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(4);
    for (const connection of connections) {
      if (!isObjectType(connection)) throw new Error(`${connection.name} is no object type.`);
      const fields = connection.getFields();
      // Best paths may be more than an Int holds: CollaborationPaths.pathCount counts them.
      const count = connection.name === 'CollaborationPathConnection' ? [] : ['totalCount'];
      expect(Object.keys(fields), connection.name).toEqual(
        expect.arrayContaining(['edges', 'nodes', 'pageInfo', ...count]),
      );
      expect(String(fields['pageInfo']?.type)).toBe('PageInfo!');
    }
  });

  it('pages every connection with first and after, and both ways unless it goes forward only', () => {
    for (const type of own) {
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!String(field.type).endsWith('Connection!')) continue;
        const names = field.args.map((argument) => argument.name);
        expect(names, `${type.name}.${field.name}`).toEqual(expect.arrayContaining(['first', 'after']));
        expect(names.includes('last'), `${type.name}.${field.name}`).toBe(names.includes('before'));
      }
    }
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  const missing = type.description ? [] : [type.name];
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (!field.description) missing.push(`${type.name}.${field.name}`);
      for (const argument of field.args) {
        if (!argument.description) missing.push(`${type.name}.${field.name}(${argument.name}:)`);
      }
    }
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      if (!field.description) missing.push(`${type.name}.${field.name}`);
  } else if (isEnumType(type)) {
    for (const value of type.getValues()) if (!value.description) missing.push(`${type.name}.${value.name}`);
  }
  return missing;
}
