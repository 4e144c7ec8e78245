/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Names one author; exactly one field is given. */
export type AuthorBy =
  {   /** An id that an answer gave. One that was merged away names the survivor. */
  id: string; identifier?: never; name?: never; orcid?: never; }
  |  { id?: never;   /** An identifier of any scheme in any spelling (bare, prefixed or a URL), or an id. One that was given up for another names whoever has that. */
  identifier: string; name?: never; orcid?: never; }
  |  { id?: never; identifier?: never;   /** A whole name or name variant in either order ("Andrew Saxe", "Saxe, Andrew"). Case, accents, punctuation and script do not matter. A name that fits several people is an error that lists them. */
  name: string; orcid?: never; }
  |  { id?: never; identifier?: never; name?: never;   /** An ORCID in any spelling; its checksum is verified. */
  orcid: string; };

export type AuthorCardQueryVariables = Exact<{
  by: AuthorBy;
}>;


export type AuthorCardQuery = { author: { name: string, paperCount: number, coauthorCount: number, reported: { hIndex: number | null, citationCount: number | null } | null, papers: { nodes: Array<{ title: string, year: number | null }> }, coauthors: { edges: Array<{ node: { name: string }, collaboration: { paperCount: number, firstYear: number | null, lastYear: number | null } }> } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const AuthorCardDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<AuthorCardQuery, AuthorCardQueryVariables>;