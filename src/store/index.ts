/** Where canonical records live. See README.md beside this file. */
export { createMemoryStore } from './memory/memory-store.ts';
export type * from './record-store.ts';
