/** Refuses what is too large before anything is done with it; every refusal names its limit. */
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { depthRule } from './depth-rule.ts';
import { errorResponse } from './error-response.ts';
import type { RequestLimits } from './options.ts';

export function useLimits(limits: RequestLimits): Plugin {
  const rule = depthRule(limits.maxDepth);
  return {
    onRequest({ request, endResponse }) {
      if (request.method !== 'POST') return;
      const length = request.headers.get('content-length');
      if (length === null) {
        const message = 'The request does not tell its length: send a Content-Length header.';
        endResponse(errorResponse(411, { code: 'BODY_SIZE_LIMIT', message }));
      } else if (!(Number(length) <= limits.maxBodyBytes)) {
        const message = `The body has ${length} bytes: at most ${limits.maxBodyBytes} are allowed (--max-body-bytes).`;
        const allowed = `at most ${limits.maxBodyBytes}`;
        endResponse(errorResponse(413, { code: 'BODY_SIZE_LIMIT', message, received: Number(length), allowed }));
      }
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
  };
}
