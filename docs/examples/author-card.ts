/**
 * An author card through typed documents. With a server running (`npm start`):
 *
 *     npx tsx docs/examples/author-card.ts http://localhost:4000/graphql "Andrew Saxe"
 */
import { pathToFileURL } from 'node:url';

import { graphql, request } from '../../src/client/index.ts';

const AuthorCard = graphql(`
  query AuthorCard($by: AuthorBy!) {
    author(by: $by) {
      name
      paperCount
      coauthorCount
      reported {
        hIndex
        citationCount
      }
      papers(first: 3) {
        nodes {
          title
          year
        }
      }
      coauthors(first: 3) {
        edges {
          node {
            name
          }
          collaboration {
            paperCount
            firstYear
            lastYear
          }
        }
      }
    }
  }
`);

/** The card as lines of text; undefined when nobody has the name. */
export async function authorCard(
  endpoint: string,
  name: string,
  ask?: Parameters<typeof request>[3],
): Promise<string[] | undefined> {
  const { author } = await request(endpoint, AuthorCard, { by: { name } }, ask);
  if (!author) return undefined;
  const { hIndex, citationCount } = author.reported ?? {};
  return [
    `${author.name}: ${author.paperCount} papers with ${author.coauthorCount} coauthors`,
    `reported: h-index ${hIndex ?? 'unknown'}, ${citationCount ?? 'unknown'} citations`,
    'newest papers:',
    ...author.papers.nodes.map((paper) => `  ${paper.title} (${paper.year ?? 'undated'})`),
    'closest coauthors:',
    ...author.coauthors.edges.map(
      ({ node, collaboration }) =>
        `  ${node.name}: ${collaboration.paperCount} papers, ${collaboration.firstYear}–${collaboration.lastYear}`,
    ),
  ];
}

const [, script, endpoint, name] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  try {
    if (endpoint === undefined || name === undefined) throw new Error('Usage: author-card.ts ENDPOINT NAME');
    console.log((await authorCard(endpoint, name))?.join('\n') ?? `Nobody is called ${name}.`);
  } catch (error) {
    console.error(inOneLine(error));
    process.exitCode = 1;
  }
}

/** Where nobody listens, `fetch` says no more than that it failed. */
function inOneLine(error: unknown): string {
  if (error instanceof TypeError && error.cause !== undefined) {
    return `No server answers at ${endpoint}: start one with "npm start", or give the address of yours.`;
  }
  return error instanceof Error ? error.message : String(error);
}
