/** Where canonical records live. See README.md beside this file. */
export { DecisionLogError } from './decision-log/decision-log.ts';
export type { DecisionLog, ReadDecisions } from './decision-log/decision-log.ts';
export { openDecisionLog } from './decision-log/file-log.ts';
export { createMemoryDecisionLog } from './decision-log/memory-log.ts';
export { createMemoryStore } from './memory/memory-store.ts';
export type * from './record-store.ts';
