/** What the store works out once: records with their numbers in columns, and which papers belong to whom. */
import { appendTo, compareText } from '../../model/index.ts';
import type { Paper, Problem, Source } from '../../model/index.ts';
import { tableOf } from '../columns/record-table.ts';
import type { RecordTable } from '../columns/record-table.ts';
import type { AuthorRecord, InstitutionRecord, StoreContent, VenueRecord } from '../record-store.ts';
import { authorshipRows, AuthorshipTable } from './authorship-table.ts';
import type { RowGroups, Strangers } from './authorship-table.ts';
import { inIdOrder } from './by-id.ts';
import {
  aliasShape,
  authorShape,
  institutionShape,
  paperShape,
  problemShape,
  sourceShape,
  venueShape,
} from './entity-shapes.ts';
import type { AliasRow, AuthorshipRow } from './entity-shapes.ts';

/** All that is kept, as it is saved too. Every table of records with ids but sources stands in id order. */
export interface StoreTables {
  readonly version: string;
  readonly authors: RecordTable<AuthorRecord>;
  readonly papers: RecordTable<Paper>;
  readonly institutions: RecordTable<InstitutionRecord>;
  readonly venues: RecordTable<VenueRecord>;
  /** In the order of their papers, then authors. */
  readonly authorships: RecordTable<AuthorshipRow>;
  /** By alias. */
  readonly aliases: RecordTable<AliasRow>;
  readonly sources: RecordTable<Source>;
  readonly problems: RecordTable<Problem>;
}

/** What follows from the tables. */
export interface Index extends Omit<StoreTables, 'authorships'> {
  readonly authorships: AuthorshipTable;
  /** Rows of papers by row of author. */
  readonly papersOfAuthor: RowGroups;
  readonly papersOfInstitution: ReadonlyMap<string, Uint32Array>;
  readonly papersOfVenue: ReadonlyMap<string, Uint32Array>;
}

const NO_STRANGERS: Strangers = { authors: [], papers: [] };

export function indexOf(tables: StoreTables, strangers: Strangers = NO_STRANGERS): Index {
  const { authors, papers } = tables;
  const authorships = new AuthorshipTable(tables.authorships, {
    author: (row) => strangers.authors[row - authors.length] ?? authors.look(row).id,
    paper: (row) => strangers.papers[row - papers.length] ?? papers.look(row).id,
  });
  return {
    ...tables,
    authorships,
    papersOfAuthor: authorships.papersByAuthor(authors.length, papers.length),
    papersOfInstitution: rowsBy(papers, ({ institutionIds }) => institutionIds),
    papersOfVenue: rowsBy(papers, ({ venueId }) => (venueId === undefined ? [] : [venueId])),
  };
}

export function indexed(content: StoreContent): Index {
  const toldPapers = inIdOrder(content.papers);
  const toldAuthors = inIdOrder(content.authors);
  const papers = tableOf(paperShape, toldPapers);
  const { rows, strangers } = authorshipRows(
    content.authorships,
    toldAuthors.map(({ id }) => id),
    toldPapers.map(({ id }) => id),
  );
  const paperCounts = countsByAuthor(rows, toldAuthors.length, toldPapers.length);
  const authors = tableOf(
    authorShape,
    mapped(toldAuthors, (author, row) => ({
      ...author,
      paperCount: paperCounts[row] ?? 0,
      coauthorCount: content.coauthorCounts.get(author.id) ?? 0,
    })),
  );
  const ofInstitution = rowsBy(papers, ({ institutionIds }) => institutionIds);
  const ofVenue = rowsBy(papers, ({ venueId }) => (venueId === undefined ? [] : [venueId]));
  const aliases = [...content.aliases].map(([alias, id]) => ({ alias, id }));
  const tables = {
    version: content.version,
    authors,
    papers,
    institutions: tableOf(institutionShape, counted(inIdOrder(content.institutions), ofInstitution)),
    venues: tableOf(venueShape, counted(inIdOrder(content.venues), ofVenue)),
    authorships: rows,
    aliases: tableOf(
      aliasShape,
      aliases.sort((a, b) => compareText(a.alias, b.alias)),
    ),
    sources: tableOf(sourceShape, content.sources),
    problems: tableOf(problemShape, content.problems),
  };
  return indexOf(tables, strangers);
}

function countsByAuthor(rows: RecordTable<AuthorshipRow>, authorCount: number, paperCount: number): Uint32Array {
  const counts = new Uint32Array(authorCount);
  for (let row = 0; row < rows.length; row++) {
    const { author, paper } = rows.look(row);
    if (author < authorCount && paper < paperCount) counts[author] = (counts[author] ?? 0) + 1;
  }
  return counts;
}

function counted<T extends { readonly id: string }>(
  records: readonly T[],
  papers: ReadonlyMap<string, Uint32Array>,
): Iterable<T & { readonly paperCount: number }> {
  return mapped(records, (record) => ({ ...record, paperCount: papers.get(record.id)?.length ?? 0 }));
}

function rowsBy(papers: RecordTable<Paper>, keysOf: (paper: Paper) => readonly string[]): Map<string, Uint32Array> {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < papers.length; row++) {
    for (const key of new Set(keysOf(papers.look(row)))) appendTo(groups, key, row);
  }
  return new Map([...groups].map(([key, own]) => [key, Uint32Array.from(own)]));
}

// One at a time, so that no second list of objects is made.
function* mapped<T, U>(items: readonly T[], made: (item: T, at: number) => U): Iterable<U> {
  for (const [at, item] of items.entries()) yield made(item, at);
}
