import type { ServerErrorCode } from './options.ts';

/** A refusal before GraphQL had its turn, in the shape of a GraphQL answer. */
export function errorResponse(
  status: number,
  code: ServerErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status, headers });
}
