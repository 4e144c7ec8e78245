/** The tables of a store, filled with what the house agrees on. */
import type { Author, Paper, Problem, Source } from '../../model/index.ts';
import { tableOf } from '../columns/record-table.ts';
import type { RecordTable } from '../columns/record-table.ts';
import type { AuthorRecord, InstitutionRecord, StoreContent, VenueRecord } from '../record-store.ts';
import { keptAliases } from './aliases.ts';
import { keptEvidence, keptSources, sourcesOfPapers } from './author-sources.ts';
import { authorshipRows } from './authorship-rows.ts';
import { papersByAuthor } from './authorship-table.ts';
import type { Strangers } from './authorship-table.ts';
import { authorShape, institutionShape, paperShape, problemShape, sourceShape, venueShape } from './entity-shapes.ts';
import type { AliasRow, AuthorshipRow, KeptAuthor } from './entity-shapes.ts';
import { inIdOrder } from './id-order.ts';
import { keptMentions } from './paper-sources.ts';
import { rowGroups } from './row-groups.ts';
import type { RowGroups } from './row-groups.ts';
import { StatementForms } from './statement-forms.ts';

/** All records. Every table of records with ids but sources stands in id order. */
export interface StoreTables {
  readonly authors: RecordTable<AuthorRecord>;
  readonly papers: RecordTable<Paper>;
  readonly institutions: RecordTable<InstitutionRecord>;
  readonly venues: RecordTable<VenueRecord>;
  /** In one chunk, in the order of the rows of their papers, then of their authors. */
  readonly authorships: RecordTable<AuthorshipRow>;
  /** By alias; those that follow from authorships are not among them. */
  readonly aliases: RecordTable<AliasRow>;
  readonly sources: RecordTable<Source>;
  /** As met. */
  readonly problems: RecordTable<Problem>;
}

/** Tables as they are kept, what follows from others left out, with what a store cannot do without beside them. */
export interface StoreParts {
  readonly version: string;
  readonly tables: StoreTables;
  /** Of whoever is in no table; nobody in a store that was saved. */
  readonly strangers?: Strangers;
  /** A bit per authorship: see `Aliases`. */
  readonly followed: Uint8Array;
  /** Rows of papers, ascending, by row of whom they belong to. */
  readonly papersOf: PapersOf;
}

export interface PapersOf {
  readonly authors: RowGroups;
  readonly institutions: RowGroups;
  readonly venues: RowGroups;
}

export function filledParts(content: StoreContent): StoreParts {
  const papers = inIdOrder(content.papers);
  const authors = inIdOrder(content.authors);
  const institutions = inIdOrder(content.institutions);
  const venues = inIdOrder(content.venues);
  const { rows, strangers, inOrder } = authorshipRows(content.authorships, authors, papers);
  const papersOf = {
    authors: papersByAuthor(rows, authors.length, papers.length),
    institutions: papersBy(institutions, papers, ({ institutionIds }) => new Set(institutionIds)),
    venues: papersBy(venues, papers, ({ venueId }) => (venueId === undefined ? [] : [venueId])),
  };
  const authorIds = new Set(authors.map(({ id }) => id));
  const { table: aliases, followed } = keptAliases(content.aliases, inOrder(), (id) => authorIds.has(id));
  const forms = new StatementForms();
  const kept = mapped(authors, (author, row) => {
    const own = papersOf.authors.of(row);
    return {
      ...keptAuthor(author, sourcesOfPapers(Array.from(own, (paper) => papers[paper]?.sources ?? [])), forms),
      paperCount: own.length,
      coauthorCount: content.coauthorCounts.get(author.id) ?? 0,
    };
  });
  const tables = {
    // As they are read: see `indexOf`.
    authors: tableOf(authorShape, kept) as RecordTable<object> as RecordTable<AuthorRecord>,
    papers: tableOf(
      paperShape,
      mapped(papers, (paper) => ({ ...paper, sources: keptMentions(paper.sources, paper.identifiers) })),
    ) as RecordTable<object> as RecordTable<Paper>,
    institutions: tableOf(institutionShape, counted(institutions, papersOf.institutions)),
    venues: tableOf(venueShape, counted(venues, papersOf.venues)),
    authorships: rows,
    aliases,
    sources: tableOf(sourceShape, content.sources),
    problems: tableOf(problemShape, content.problems),
  };
  return { version: content.version, tables, strangers, followed, papersOf };
}

function keptAuthor(
  author: Author,
  ofPapers: Author['sources'],
  forms: StatementForms,
): Omit<KeptAuthor, 'paperCount' | 'coauthorCount'> {
  const { identity, sources } = author;
  return {
    ...author,
    identity: { ...identity, evidence: identity.evidence.map((each) => keptEvidence(each, author, forms)) },
    sources: keptSources(sources, ofPapers),
  };
}

function papersBy(
  records: readonly { readonly id: string }[],
  papers: readonly Paper[],
  idsOf: (paper: Paper) => Iterable<string>,
): RowGroups {
  const rowOf = new Map(records.map(({ id }, row) => [id, row]));
  return rowGroups(records.length, (tell) => {
    if (records.length === 0) return;
    for (const [row, paper] of papers.entries()) {
      for (const id of idsOf(paper)) {
        const group = rowOf.get(id);
        if (group !== undefined) tell(group, row);
      }
    }
  });
}

function counted<T>(records: readonly T[], papers: RowGroups): Iterable<T & { readonly paperCount: number }> {
  return mapped(records, (record, row) => ({ ...record, paperCount: papers.of(row).length }));
}

// One at a time, so that no second list of objects is made.
function* mapped<T, U>(items: readonly T[], made: (item: T, at: number) => U): Iterable<U> {
  for (const [at, item] of items.entries()) yield made(item, at);
}
