interface Refusal {
  readonly message: string;
  readonly extensions: { readonly code: string };
}

/** A refusal before GraphQL had its turn, in the shape of a GraphQL answer. */
export function errorResponse(
  status: number,
  { message, extensions }: Refusal,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ errors: [{ message, extensions }] }, { status, headers });
}
