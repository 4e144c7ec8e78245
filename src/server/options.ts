/** What a handler can be told, with its defaults. */
export interface HandlerOptions {
  /** Where GraphQL and its page answer. Default `/graphql`. */
  readonly endpoint?: string;
  /** Origins whose pages may ask from a browser (`https://example.org`), or `*` for all. Default none. */
  readonly cors?: readonly string[];
  readonly limits?: Partial<RequestLimits>;
  /** Whether the GraphiQL page is served. Default true. */
  readonly graphiql?: boolean;
  /** Where lines for the operator go. Default standard error. */
  readonly log?: (line: string) => void;
  /** Makes the id under which an unforeseen error is logged. Default a random UUID. */
  readonly newErrorId?: () => string;
}

/** How much one request may ask; each refusal names its limit. */
export interface RequestLimits {
  /** Fields nested inside fields; introspection is not counted. */
  readonly maxDepth: number;
  /** Nodes that the document may ask for at most, page sizes multiplied. */
  readonly maxNodes: number;
  /** Characters of the document. */
  readonly maxDocumentLength: number;
  /** Bytes of the request's body. */
  readonly maxBodyBytes: number;
  /** Authorships that one walk over the network may read: a path, distances. */
  readonly walkBudget: number;
}

export const DEFAULT_LIMITS: RequestLimits = {
  maxDepth: 12,
  maxNodes: 100_000,
  maxDocumentLength: 20_000,
  maxBodyBytes: 1_000_000,
  walkBudget: 50_000_000,
};

/** The codes that a server adds to those of requests; `docs/errors.md` tells them all. */
export const SERVER_ERROR_CODES = {
  BAD_REQUEST: 'The HTTP request is no GraphQL request.',
  OPERATION_RESOLUTION_FAILURE: 'The document has no operation that can be run, or several and none is named.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  DEPTH_LIMIT: 'Fields are nested deeper than the server allows.',
  NODE_LIMIT: 'The document may ask for more nodes than the server allows, page sizes multiplied.',
  DOCUMENT_LENGTH_LIMIT: 'The document is longer than the server allows.',
  BODY_SIZE_LIMIT: 'The request’s body is larger than the server allows.',
  NOT_READY: 'The corpus is still being read; ask again in a moment.',
  INTERNAL_SERVER_ERROR: 'Something unforeseen; the error’s id is in the server’s log.',
} as const;

export type ServerErrorCode = keyof typeof SERVER_ERROR_CODES;
