/** The GraphQL schema and what its resolvers share. See README.md beside this file. */
export { createContext } from './context.ts';
export type { RequestBounds, SchemaContext } from './context.ts';
export type { DearPlace } from './cost/dearest.ts';
export { TooIntricate } from './cost/places.ts';
export { priceOf } from './cost/price.ts';
export type { Price } from './cost/price.ts';
export { changesSince } from './schema-changes.ts';
export { printedSchema, schema } from './schema.ts';
