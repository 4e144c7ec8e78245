/** `GET /health`, and 503 for everything that needs the corpus before it serves. */
import type { Plugin } from 'graphql-yoga';

import type { Corpus } from '../corpus/index.ts';

import { errorResponse } from './error-response.ts';
import type { ServerErrorCode } from './options.ts';

/** @param corpus the corpus once it is open, undefined before */
export function useReadiness(endpoint: string, corpus: () => Corpus | undefined): Plugin {
  return {
    onRequest({ url, request, endResponse }) {
      const serving = corpus();
      if (url.pathname === '/health') {
        const body = serving === undefined ? { status: 'loading' } : { status: 'ok', version: serving.view().version };
        endResponse(
          Response.json(body, { status: serving === undefined ? 503 : 200, headers: { 'cache-control': 'no-store' } }),
        );
      } else if (serving === undefined && url.pathname === endpoint && request.method !== 'OPTIONS') {
        const message =
          'The corpus is still being read: ask again in a moment. GET /health answers 200 once it serves.';
        const code: ServerErrorCode = 'NOT_READY';
        endResponse(errorResponse(503, { message, extensions: { code } }, { 'retry-after': '1' }));
      }
    },
  };
}
