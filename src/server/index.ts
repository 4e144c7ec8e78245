/** The HTTP face of a corpus. See README.md beside this file. */
export { createHandler } from './handler.ts';
export type { Handler } from './handler.ts';
export { listen } from './listen.ts';
export type { Listening } from './listen.ts';
export { DEFAULT_LIMITS, LIMIT_NAMES, limitFlag, LIMITS, limitVariable } from './limits.ts';
export type { LimitName, RequestLimits } from './limits.ts';
export { SERVER_ERROR_CODES } from './options.ts';
export type { HandlerOptions, ServerErrorCode } from './options.ts';
