import SchemaBuilder from '@pothos/core';

import type { SchemaContext } from './context.ts';

/** What the whole schema is made with: nothing is nullable unless it says so, and ids are strings. */
export interface OwnTypes {
  Context: SchemaContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    URL: { Input: string; Output: string };
    BigInt: { Input: string; Output: number | bigint };
  };
}

export type SchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<OwnTypes>;

export const builder = new SchemaBuilder<OwnTypes>({ defaultFieldNullability: false });
