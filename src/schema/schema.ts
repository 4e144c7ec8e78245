/** The whole schema. Importing an entity's file declares its types and queries on the builder. */
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';

import './author.ts';
import './collaboration.ts';
import './corpus.ts';
import './distances.ts';
import './identity.ts';
import './institution.ts';
import './node.ts';
import './paper.ts';
import './path.ts';
import './paths.ts';
import './rate-limit.ts';
import './resource.ts';
import './search.ts';
import './venue.ts';
import { builder } from './builder.ts';

builder.queryType({ description: 'Everything that can be asked.' });

export const schema: GraphQLSchema = builder.toSchema();

/** The schema as SDL, sorted, so that two builds of the same code print the same bytes. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
