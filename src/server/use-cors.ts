/**
 * Which pages of other origins may ask from a browser: https://fetch.spec.whatwg.org/#http-cors-protocol. An allowed
 * origin is answered by its name, any other not at all; when a preflight is refused, the log says which flag would
 * allow it. (Yoga's own plugin answers every preflight before we could, and strangers with `null`, which is the very
 * origin of a sandboxed page.)
 */
import type { Plugin } from 'graphql-yoga';

/** @param allowed origins (`https://example.org`), or `*` for all; none by default */
export function useCors(allowed: readonly string[], log: (line: string) => void): Plugin {
  const allows = (origin: string): boolean => allowed.includes('*') || allowed.includes(origin);
  return {
    onRequest({ request, endResponse }) {
      const origin = request.headers.get('origin');
      if (origin === null || request.method !== 'OPTIONS' || !request.headers.has('access-control-request-method')) {
        return;
      }
      if (!allows(origin)) {
        // What came from outside is quoted, so that it cannot break the line.
        log(
          `Refused a preflight from ${JSON.stringify(origin)}: start with --cors ${origin.replace(/[^\w.:/[\]-]/g, '')} to allow it.`,
        );
        endResponse(new Response(null, { status: 403 }));
        return;
      }
      const asked = request.headers.get('access-control-request-headers');
      const headers = {
        'access-control-allow-methods': 'GET, POST',
        ...(asked === null ? {} : { 'access-control-allow-headers': asked }),
      };
      endResponse(new Response(null, { status: 204, headers }));
    },
    onResponse({ request, response }) {
      if (allowed.length === 0) return;
      // A cache between us and the browser must not hand one origin's answer to another.
      response.headers.append('vary', 'Origin');
      const origin = request.headers.get('origin');
      if (origin !== null && allows(origin)) response.headers.set('access-control-allow-origin', origin);
    },
  };
}
