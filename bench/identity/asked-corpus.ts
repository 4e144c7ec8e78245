/** A corpus as a client sees it: opened by the public door, asked in GraphQL through the handler, pages followed. */
import { createHandler, openCorpus } from '../../src/index.ts';
import type { Handler, OpenOptions } from '../../src/index.ts';

import type { ToldAuthor } from './told-authors.ts';

/** A paper and who wrote it, as GraphQL tells it. */
export interface ToldPaper {
  readonly id: string;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** Of every record that tells of it. */
  readonly recordKeys: readonly string[];
  readonly authors: readonly ToldAuthor[];
}

export interface CorpusSummary {
  readonly paperCount: number;
  readonly authorCount: number;
  readonly authorshipCount: number;
  readonly collaborationCount: number;
  readonly components: { readonly count: number; readonly giantAuthorCount: number };
}

const SUMMARY = `{
  corpus { paperCount authorCount authorshipCount collaborationCount components { count giantAuthorCount } }
}`;
const PAPERS = `query Papers($after: String) {
  papers(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id
      identifiers { scheme value }
      sources { recordKey }
      authors(first: 100) { pageInfo { hasNextPage endCursor } edges { position rawName node { id } } }
    }
  }
}`;
const MORE_AUTHORS = `query MoreAuthors($id: ID!, $after: String) {
  paper(by: { id: $id }) {
    authors(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { position rawName node { id } } }
  }
}`;

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

interface AuthorPage {
  readonly pageInfo: PageInfo;
  readonly edges: readonly {
    readonly position: number | null;
    readonly rawName: string | null;
    readonly node: { readonly id: string };
  }[];
}

interface PaperPage {
  readonly pageInfo: PageInfo;
  readonly nodes: readonly (Omit<ToldPaper, 'authors' | 'recordKeys'> & {
    readonly sources: readonly { readonly recordKey: string }[];
    readonly authors: AuthorPage;
  })[];
}

export class AskedCorpus {
  readonly #handler: Handler;

  private constructor(handler: Handler) {
    this.#handler = handler;
  }

  static async open(options: OpenOptions): Promise<AskedCorpus> {
    return new AskedCorpus(createHandler(await openCorpus(options)));
  }

  /** The answer's data; throws when there is an error beside it. */
  async ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const response = await this.#handler.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: Data; errors?: readonly { message: string }[] };
    if (answer.errors !== undefined || answer.data == null) {
      throw new Error(answer.errors?.map(({ message }) => message).join(' ') ?? `No data: HTTP ${response.status}.`);
    }
    return answer.data;
  }

  async summary(): Promise<CorpusSummary> {
    return (await this.ask<{ corpus: CorpusSummary }>(SUMMARY)).corpus;
  }

  /** Every paper with all its authors. */
  async *papers(): AsyncGenerator<ToldPaper> {
    let after: string | null = null;
    do {
      const { papers }: { papers: PaperPage } = await this.ask(PAPERS, { after });
      for (const { id, identifiers, sources, authors } of papers.nodes) {
        const more = authors.pageInfo.hasNextPage ? await this.#authorsAfter(id, authors.pageInfo.endCursor) : [];
        const recordKeys = sources.map(({ recordKey }) => recordKey);
        yield { id, identifiers, recordKeys, authors: [...authors.edges, ...more].map(toldAuthor) };
      }
      after = papers.pageInfo.hasNextPage ? papers.pageInfo.endCursor : null;
    } while (after !== null);
  }

  /** The authors of every paper that has an identifier of the scheme, by that identifier in lower case. */
  async authorsBy(scheme: string): Promise<Map<string, readonly ToldAuthor[]>> {
    const byIdentifier = new Map<string, readonly ToldAuthor[]>();
    for await (const { identifiers, authors } of this.papers()) {
      for (const identifier of identifiers) {
        if (identifier.scheme === scheme) byIdentifier.set(identifier.value.toLowerCase(), authors);
      }
    }
    return byIdentifier;
  }

  async #authorsAfter(id: string, cursor: string | null): Promise<AuthorPage['edges'][number][]> {
    const edges: AuthorPage['edges'][number][] = [];
    let after = cursor;
    do {
      const { paper }: { paper: { authors: AuthorPage } } = await this.ask(MORE_AUTHORS, { id, after });
      edges.push(...paper.authors.edges);
      after = paper.authors.pageInfo.hasNextPage ? paper.authors.pageInfo.endCursor : null;
    } while (after !== null);
    return edges;
  }
}

function toldAuthor({ position, rawName, node }: AuthorPage['edges'][number]): ToldAuthor {
  return {
    authorId: node.id,
    rawNames: rawName === null ? [] : [rawName],
    ...(position === null ? {} : { position }),
  };
}
