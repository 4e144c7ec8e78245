/** All that a store answers from: its tables, with what follows from other tables in place, and how rows are found. */
import type {
  AuthorOrderField,
  CountryOf,
  InstitutionOrderField,
  Paper,
  PaperOrderField,
  SourceMention,
  VenueOrderField,
} from '../../model/index.ts';
import type { NamedArrays } from '../columns/array-file.ts';
import { inFile } from '../columns/column-file-error.ts';
import type { RecordTable } from '../columns/record-table.ts';
import type { AuthorRecord, InstitutionRecord, VenueRecord } from '../record-store.ts';
import { Aliases } from './aliases.ts';
import { sourcesOfPapers, toldEvidence, toldSources } from './author-sources.ts';
import type { KeptEvidence, KeptSources } from './author-sources.ts';
import { AuthorshipTable } from './authorship-table.ts';
import { authorKind, entityArrays, entityIndex, institutionKind, paperKind, venueKind } from './entity-index.ts';
import type { EntityIndex } from './entity-index.ts';
import { toldMentions } from './paper-sources.ts';
import type { KeptMention } from './paper-sources.ts';
import { ProblemList } from './problem-list.ts';
import { savedRowGroups } from './row-groups.ts';
import type { RowGroups } from './row-groups.ts';
import { rowOfId } from './row-of-text.ts';
import { bytesOf, numbersOf } from './saved-numbers.ts';
import type { PapersOf, StoreParts, StoreTables } from './store-tables.ts';

export interface Index {
  readonly version: string;
  readonly tables: StoreTables;
  readonly authorships: AuthorshipTable;
  readonly authors: EntityIndex<AuthorRecord, AuthorOrderField>;
  readonly papers: EntityIndex<Paper, PaperOrderField>;
  readonly institutions: EntityIndex<InstitutionRecord, InstitutionOrderField>;
  readonly venues: EntityIndex<VenueRecord, VenueOrderField>;
  readonly papersOf: PapersOf;
  readonly countryOf: CountryOf;
  readonly aliases: Aliases;
  readonly followed: Uint8Array;
  readonly problems: ProblemList;
}

/** What is saved beside the tables, by the table it is of. */
export const INDEX_NAMES = ['authors', 'papers', 'institutions', 'venues', 'authorships', 'problems'] as const;

export type IndexName = (typeof INDEX_NAMES)[number];

/** Its name without ending. */
export function indexFile(name: IndexName): string {
  return `index-${name}`;
}

export type SavedIndex = Readonly<Record<IndexName, NamedArrays>>;

/** @param saved instead of working it out again; throws a `ColumnFileError` where it does not fit the tables */
export function indexOf({ version, tables, strangers, followed, papersOf }: StoreParts, saved?: SavedIndex): Index {
  const { institutions, venues } = tables;
  const papers = tables.papers.deriving({
    sources: (kept, row) => toldMentions(kept as readonly KeptMention[], () => papers.look(row).identifiers), // of its shape
  });
  const sourcesOf = lastRow((row) =>
    sourcesOfPapers(Array.from(papersOf.authors.of(row), (paper) => papers.look(paper).sources)),
  );
  const authors = tables.authors.deriving({
    sources: (kept, row) => toldSources(kept as KeptSources, () => sourcesOf(row)), // of its shape
    'identity.evidence': (kept, row) =>
      (kept as readonly KeptEvidence[]).map((each) => toldEvidence(each, authors.look(row))),
  });
  const authorships = new AuthorshipTable(tables.authorships, authors, papers, strangers);
  return {
    version,
    tables: { ...tables, authors, papers, authorships: authorships.table },
    authorships,
    authors: inFile(indexFile('authors'), () => entityIndex(authorKind, authors, saved?.authors)),
    papers: inFile(indexFile('papers'), () => entityIndex(paperKind, papers, saved?.papers)),
    institutions: inFile(indexFile('institutions'), () =>
      entityIndex(institutionKind, institutions, saved?.institutions),
    ),
    venues: inFile(indexFile('venues'), () => entityIndex(venueKind, venues, saved?.venues)),
    papersOf,
    countryOf: countries(institutions),
    aliases: new Aliases(tables.aliases, papers, authorships, followed),
    followed,
    problems: inFile(indexFile('problems'), () => new ProblemList(tables.problems, saved?.problems)),
  };
}

/** All that `indexOf` and `savedParts` take again. */
export const indexArrays: { readonly [Name in IndexName]: (index: Index) => NamedArrays } = {
  authors: ({ authors, papersOf }) => ({ ...entityArrays(authorKind, authors), ...groupArrays(papersOf.authors) }),
  papers: ({ papers }) => entityArrays(paperKind, papers),
  institutions: ({ institutions, papersOf }) => ({
    ...entityArrays(institutionKind, institutions),
    ...groupArrays(papersOf.institutions),
  }),
  venues: ({ venues, papersOf }) => ({ ...entityArrays(venueKind, venues), ...groupArrays(papersOf.venues) }),
  authorships: ({ followed }) => ({ followed }),
  problems: ({ problems }) => ({ ...problems.sorted }),
};

/** Throws a `ColumnFileError` where they do not fit the tables. */
export function savedParts(version: string, tables: StoreTables, saved: SavedIndex): StoreParts {
  const papersOf = (name: keyof PapersOf): RowGroups =>
    inFile(indexFile(name), () => {
      const [starts, rows] = [numbersOf(saved[name], 'papers.starts'), numbersOf(saved[name], 'papers.rows')];
      return savedRowGroups(tables[name].length, starts, rows);
    });
  return {
    version,
    tables,
    followed: inFile(indexFile('authorships'), () => bytesOf(saved.authorships, 'followed')),
    papersOf: {
      authors: papersOf('authors'),
      institutions: papersOf('institutions'),
      venues: papersOf('venues'),
    },
  };
}

function countries(institutions: RecordTable<InstitutionRecord>): CountryOf {
  return (id) => {
    const row = rowOfId(institutions, id);
    return row === undefined ? undefined : institutions.look(row).countryCode;
  };
}

// The sources of an author are asked for by the author and by each piece of evidence.
function lastRow(sourcesOf: (row: number) => readonly SourceMention[]): (row: number) => readonly SourceMention[] {
  let last: { readonly row: number; readonly sources: readonly SourceMention[] } | undefined;
  return (row) => (last?.row === row ? last : (last = { row, sources: sourcesOf(row) })).sources;
}

function groupArrays({ starts, rows }: RowGroups): NamedArrays {
  return { 'papers.starts': starts, 'papers.rows': rows };
}
