/** The field's words as plain readonly data. See README.md beside this file. */
export * from './acl-slug.ts';
export * from './category.ts';
export * from './decision.ts';
export * from './decisions-in-force.ts';
export * from './entity.ts';
export * from './id.ts';
export * from './identifier.ts';
export * from './identity.ts';
export * from './name.ts';
export * from './order.ts';
export * from './partial-date.ts';
export * from './problem.ts';
export * from './query/index.ts';
export * from './remembered.ts';
export * from './source-record.ts';
export * from './untitled.ts';
