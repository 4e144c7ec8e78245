/** Refuses a body that is too large before it is read, or where it does not tell its length, as soon as it is. */
import type { Plugin } from 'graphql-yoga';

import { boundedBody } from './bounded-body.ts';
import { errorResponse } from './error-response.ts';
import { refusal } from './limits.ts';

export function useBodyLimit(maxBodyBytes: number): Plugin {
  return {
    async onRequest({ request, setRequest, endResponse }) {
      if (request.method !== 'POST') return;
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
  };
}

function tooLarge(size: string, maxBodyBytes: number, received?: number): Response {
  return errorResponse(413, refusal('maxBodyBytes', maxBodyBytes, `The body has ${size}`, received));
}
