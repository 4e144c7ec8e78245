/** The GraphQL schema and what its resolvers share. See README.md beside this file. */
export { createContext } from './context.ts';
export type { SchemaContext } from './context.ts';
export { printedSchema, schema } from './schema.ts';
