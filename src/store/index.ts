/** Where canonical records live. See README.md beside this file. */
export { DecisionLogError } from './decision-log/decision-log.ts';
export type { DecisionLog, ReadDecisions } from './decision-log/decision-log.ts';
export { openDecisionLog } from './decision-log/file-log.ts';
export { createMemoryDecisionLog } from './decision-log/memory-log.ts';
export { arrayFile, arrayIn, ColumnFileError } from './columns/arrow-file.ts';
export type { NumberArray } from './columns/arrow-file.ts';
export { createMemoryStore, openMemoryStore } from './memory/memory-store.ts';
export type { ColumnStore } from './memory/memory-store.ts';
export { TABLE_NAMES, tableFile, tablesIn } from './memory/saved-tables.ts';
export type { TableName } from './memory/saved-tables.ts';
export type { StoreTables } from './memory/store-index.ts';
export type * from './record-store.ts';
