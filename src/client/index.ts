/** A typed client for a Coauthor endpoint. See README.md beside this file. */
export * from './generated/index.ts';
export type * from './generated/graphql.ts';
export { request, RequestFailure } from './request.ts';
