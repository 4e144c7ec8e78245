// GraphiQL, built by us so that no part of it comes from another host. It asks the endpoint it was served from, and
// opens with the example tabs; tabs a reader changed are kept in their browser and win over the examples.
/// <reference types="vite/client" />
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { exampleTabs } from './tabs.ts';

const endpoint = window.location.pathname;

const ask: GraphiQLProps['fetcher'] = async (params, options) => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      ...options?.headers,
    },
    body: JSON.stringify(params),
  });
  return response.json();
};

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has no element with the id "page".');

createRoot(root).render(
  <GraphiQL
    fetcher={ask}
    defaultTabs={exampleTabs.map(({ query }) => ({ query }))}
    inputValueDeprecation
    schemaDescription
  >
    <GraphiQL.Logo>Coauthor</GraphiQL.Logo>
  </GraphiQL>,
);
