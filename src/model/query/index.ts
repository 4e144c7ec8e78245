export * from './entity-order.ts';
export * from './facet.ts';
export * from './filter.ts';
export * from './page.ts';
export * from './request-error.ts';
