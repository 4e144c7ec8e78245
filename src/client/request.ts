/** Asks a Coauthor endpoint with a typed document: the answer has the document's type. */
import type { TypedDocumentString } from './generated/graphql.ts';

/** An answer with errors: the first message, and all of them as the server gave them. */
export class RequestFailure extends Error {
  readonly errors: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];

  constructor(errors: RequestFailure['errors']) {
    super(errors.map((error) => error.message).join('\n'));
    this.name = 'RequestFailure';
    this.errors = errors;
  }
}

type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body: string },
) => Promise<Response> | Response;

/**
 * @param ask how to send; the global `fetch` unless told otherwise
 * @throws RequestFailure when the answer has errors
 */
export async function request<Result, Variables>(
  endpoint: string,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  ask: Fetch = fetch,
): Promise<Result> {
  const response = await ask(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const answer = (await response.json()) as { data?: Result | null; errors?: RequestFailure['errors'] };
  if (answer.errors !== undefined) throw new RequestFailure(answer.errors);
  if (answer.data == null)
    throw new RequestFailure([{ message: `${endpoint} answered ${response.status} without data.` }]);
  return answer.data;
}
