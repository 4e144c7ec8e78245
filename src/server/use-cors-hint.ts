/** Says in the log, when a browser's preflight is refused, which flag would allow it. */
import type { Plugin } from 'graphql-yoga';

export function useCorsHint(allowed: readonly string[], log: (line: string) => void): Plugin {
  return {
    onRequest({ request, endResponse }) {
      const origin = request.headers.get('origin');
      const isPreflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method');
      if (!isPreflight || origin === null || allowed.includes('*') || allowed.includes(origin)) return;
      // What came from outside is quoted, so that it cannot break the line.
      log(
        `Refused a preflight from ${JSON.stringify(origin)}: start with --cors ${origin.replace(/[^\w.:/[\]-]/g, '')} to allow it.`,
      );
      endResponse(new Response(null, { status: 403 }));
    },
  };
}
