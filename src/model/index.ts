/** The field's words as plain readonly data. See README.md beside this file. */
export * from './category.ts';
export * from './entity.ts';
export * from './id.ts';
export * from './identifier.ts';
export * from './name.ts';
export * from './order.ts';
export * from './partial-date.ts';
export * from './problem.ts';
export * from './query/index.ts';
export * from './source-record.ts';
