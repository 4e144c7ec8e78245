/** The GraphiQL page at the endpoint, for browsers, and its files beside it. Nothing comes from another host. */
import type { Plugin } from 'graphql-yoga';

import { graphiqlAssets } from './graphiql-assets.ts';

export function useGraphiQL(endpoint: string): Plugin {
  const assets = graphiqlAssets();
  return {
    onRequest({ url, request, endResponse }) {
      if (request.method !== 'GET') return;
      if (url.pathname === '/') {
        endResponse(new Response(null, { status: 302, headers: { location: endpoint } }));
      } else if (url.pathname === endpoint && !url.searchParams.has('query') && prefersPage(request)) {
        endResponse(assets.page(endpoint));
      } else if (url.pathname.startsWith(`${endpoint}/`)) {
        const asset = assets.asset(url.pathname.slice(endpoint.length));
        if (asset !== undefined) endResponse(asset);
      }
    },
  };
}

// Browsers ask for text/html; GraphQL clients ask for JSON or for anything.
function prefersPage(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') === true;
}
