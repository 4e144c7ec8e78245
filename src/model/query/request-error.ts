/** A request that asks for something that cannot be asked: the caller's mistake, said with its remedy. */
export const REQUEST_ERROR_CODES = {
  INVALID_ARGUMENT: 'An argument has a value that is not allowed.',
  INVALID_ID: 'An id does not have the shape of an id that this API gives out.',
  INVALID_IDENTIFIER: 'An identifier (ORCID, DOI, ROR, …) is malformed or fails its checksum.',
  INVALID_CURSOR: 'A cursor was not made by this list in this order.',
  AMBIGUOUS_NAME: 'A name fits several people, papers or institutions; the error lists them.',
  NOT_FOUND: 'Nothing has the id asked for.',
  BUDGET_EXHAUSTED: 'A walk over the network may read no more authorships, and was not done.',
} as const;

export type RequestErrorCode = keyof typeof REQUEST_ERROR_CODES;

/** One of several that a name fits, with what tells it apart. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
}

export class RequestError extends Error {
  readonly code: RequestErrorCode;
  /** The argument at fault, as the request spells it: `first`, `by.name`. */
  readonly argument: string | undefined;
  readonly received: unknown;
  readonly allowed: string | undefined;
  readonly candidates: readonly Candidate[] | undefined;

  constructor(
    code: RequestErrorCode,
    message: string,
    details: { argument?: string; received?: unknown; allowed?: string; candidates?: readonly Candidate[] } = {},
  ) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.argument = details.argument;
    this.received = details.received;
    this.allowed = details.allowed;
    this.candidates = details.candidates;
  }

  /** What a GraphQL answer carries of it: graphql-js copies an error's `extensions` into its own. */
  get extensions(): Readonly<Record<string, unknown>> {
    const { code, argument, received, allowed, candidates } = this;
    return {
      code,
      ...(argument === undefined ? {} : { argument }),
      ...(received === undefined ? {} : { received }),
      ...(allowed === undefined ? {} : { allowed }),
      ...(candidates === undefined ? {} : { candidates }),
    };
  }
}
