/** Where canonical records live. See README.md beside this file. */
export { DecisionLogError } from './decision-log/decision-log.ts';
export type { DecisionLog, ReadDecisions } from './decision-log/decision-log.ts';
export { openDecisionLog } from './decision-log/file-log.ts';
export { createMemoryDecisionLog } from './decision-log/memory-log.ts';
export { arrayFile, arrayIn } from './columns/array-file.ts';
export type { NumberArray } from './columns/array-file.ts';
export { ColumnFileError, inFile } from './columns/column-file-error.ts';
export { createMemoryStore } from './memory/memory-store.ts';
export type { ColumnStore } from './memory/memory-store.ts';
export { rowCounts, storeFiles, storeIn } from './memory/saved-store.ts';
export type * from './record-store.ts';
