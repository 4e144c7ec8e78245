/** Mentions to people, records to papers. See README.md beside this file. */
export { resolve } from './resolve.ts';
export type { Resolution } from './resolve.ts';
export type { Sourced } from './sourced.ts';
