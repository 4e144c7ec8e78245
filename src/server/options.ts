/** What a handler can be told, with its defaults. */
import type { RequestLimits } from './limits.ts';

export interface HandlerOptions {
  /** Where GraphQL and its page answer. Default `/graphql`. */
  readonly endpoint?: string;
  /** Origins whose pages may ask from a browser (`https://example.org`), or `*` for all. Default none. */
  readonly cors?: readonly string[];
  /** How much one request may ask; each refusal names its limit. */
  readonly limits?: Partial<RequestLimits>;
  /** Whether each answer tells what it cost, as `extensions.cost`. Default true. */
  readonly isCostTold?: boolean;
  /** Whether the GraphiQL page is served. Default true. */
  readonly graphiql?: boolean;
  /** Where lines for the operator go. Default standard error. */
  readonly log?: (line: string) => void;
  /** Makes the id under which an unforeseen error is logged. Default a random UUID. */
  readonly newErrorId?: () => string;
}

/** The codes that a server adds to those of requests; `docs/errors.md` tells them all. */
export const SERVER_ERROR_CODES = {
  BAD_REQUEST: 'The HTTP request is no GraphQL request.',
  OPERATION_RESOLUTION_FAILURE: 'The document has no operation that can be run, or several and none is named.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  DEPTH_LIMIT: 'Fields are nested deeper than the server allows.',
  ALIAS_LIMIT: 'The document gives more fields another name than the server allows.',
  TOKEN_LIMIT: 'The document has more words and signs than the server allows.',
  DOCUMENT_LENGTH_LIMIT: 'The document is longer than the server allows.',
  BODY_SIZE_LIMIT: 'The request’s body is larger than the server allows.',
  PAGE_SIZE_LIMIT: 'A page is larger than the server allows.',
  COST_LIMIT: 'The document may cost more points than the server allows, page sizes multiplied.',
  DEADLINE_EXCEEDED: 'The document was not answered within the time that the server allows.',
  NOT_READY: 'The corpus is still being read; ask again in a moment.',
  INTERNAL_SERVER_ERROR: 'Something unforeseen; the error’s id is in the server’s log.',
} as const;

export type ServerErrorCode = keyof typeof SERVER_ERROR_CODES;
