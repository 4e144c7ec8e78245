/** What a place of an input may hold, in words: the values of an enum, the fields of an input, the kind of a scalar. */
import { getNamedType, isEnumType, isInputObjectType } from 'graphql';
import type { GraphQLInputType } from 'graphql';

import { compareText } from '../model/index.ts';

export function allowedOf(type: GraphQLInputType | null | undefined): { readonly allowed?: string } {
  if (type == null) return {};
  const named = getNamedType(type);
  if (isEnumType(named))
    return {
      allowed: listed(
        'one of',
        named.getValues().map(({ name }) => name),
      ),
    };
  if (isInputObjectType(named)) {
    const fields = Object.keys(named.getFields());
    return { allowed: listed(named.isOneOf ? 'exactly one of' : `fields of ${named.name}`, fields) };
  }
  return { allowed: SCALARS[named.name] ?? named.name };
}

const SCALARS: Readonly<Record<string, string>> = {
  Int: 'a whole number of 32 bits',
  Float: 'a number',
  String: 'a text',
  Boolean: 'true or false',
  ID: 'an id, as a text',
};

export function listed(what: string, names: readonly string[]): string {
  const sorted = [...names].sort(compareText).join(', ');
  if (names.length === 0) return 'nothing';
  return what.endsWith('of') ? `${what} ${sorted}` : `${what}: ${sorted}`;
}

export function isOneOf(type: GraphQLInputType | null | undefined): boolean {
  const named = type == null ? undefined : getNamedType(type);
  return isInputObjectType(named) && named.isOneOf;
}
