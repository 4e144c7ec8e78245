/** Refuses what is too large before anything is done with it; every refusal names its limit. */
import { getOperationAST, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { boundedBody } from './bounded-body.ts';
import { depthRule } from './depth-rule.ts';
import { errorResponse } from './error-response.ts';
import { nodeCount } from './node-count.ts';
import type { RequestLimits } from './options.ts';

export function useLimits(limits: RequestLimits): Plugin {
  const rule = depthRule(limits.maxDepth);
  return {
    async onRequest({ request, setRequest, endResponse }) {
      if (request.method !== 'POST') return;
      const { maxBodyBytes } = limits;
      const length = request.headers.get('content-length');
      if (length !== null) {
        if (!(Number(length) <= maxBodyBytes)) endResponse(tooLarge(`${length} bytes`, maxBodyBytes, Number(length)));
        return;
      }
      const body = await boundedBody(request, maxBodyBytes);
      if (body === undefined) endResponse(tooLarge(`more than ${maxBodyBytes} bytes`, maxBodyBytes));
      else
        setRequest(
          new Request(request.url, { method: 'POST', headers: request.headers, body, signal: request.signal }),
        );
    },
    onParams({ params, setResult }) {
      const length = params.query?.length ?? 0;
      if (length <= limits.maxDocumentLength) return;
      const message = `The document has ${length} characters: at most ${limits.maxDocumentLength} are allowed (--max-document-length).`;
      const extensions = {
        code: 'DOCUMENT_LENGTH_LIMIT',
        received: length,
        allowed: `at most ${limits.maxDocumentLength}`,
        http: { status: 400 },
      };
      setResult({ errors: [new GraphQLError(message, { extensions })] });
    },
    onValidate({ addValidationRule }) {
      addValidationRule(rule);
    },
    onExecute({ args: { schema, document, operationName, variableValues }, setResultAndStopExecution }) {
      const operation = getOperationAST(document, operationName);
      const count = operation == null ? 0 : nodeCount(schema, document, operation, variableValues ?? {});
      if (count <= limits.maxNodes) return;
      const message = `The document may ask for ${count} nodes, page sizes multiplied: at most ${limits.maxNodes} are allowed (--max-nodes). Ask for smaller pages.`;
      const extensions = {
        code: 'NODE_LIMIT',
        received: count,
        allowed: `at most ${limits.maxNodes}`,
        http: { status: 400 },
      };
      setResultAndStopExecution({ errors: [new GraphQLError(message, { nodes: operation ?? null, extensions })] });
    },
  };
}

function tooLarge(size: string, maxBodyBytes: number, received?: number): Response {
  const message = `The body has ${size}: at most ${maxBodyBytes} are allowed (--max-body-bytes).`;
  const allowed = `at most ${maxBodyBytes}`;
  return errorResponse(413, {
    code: 'BODY_SIZE_LIMIT',
    message,
    allowed,
    ...(received === undefined ? {} : { received }),
  });
}
