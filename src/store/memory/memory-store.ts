/** The embedded store: everything in memory, in columns, filled in one step, never changed. */
import { compareText, identifierText } from '../../model/index.ts';
import type { Authorship, AuthorId, PaperId, Source } from '../../model/index.ts';
import type { RecordStore, StoreContent } from '../record-store.ts';
import { attempt } from './attempt.ts';
import type { AuthorshipTable } from './authorship-table.ts';
import { authorRecords, institutionRecords, paperRecords, venueRecords } from './entity-records.ts';
import { authorFacets, paperFacets } from './facets.ts';
import { rowOfId } from './row-of-text.ts';
import { indexOf } from './store-index.ts';
import type { Index } from './store-index.ts';
import { filledParts } from './store-tables.ts';
import type { StoreTables } from './store-tables.ts';

/**
 * A store whose columns are open to who builds a network of them or saves them. Rows of authors and papers stand in the
 * order of their ids, from 0; rows of authorships in the order of the row of their paper, then of their author.
 */
export interface ColumnStore extends RecordStore {
  readonly tables: StoreTables;
  /** By row of the table of authorships. */
  readonly authorshipAt: (row: number) => Authorship;
  /** By row of the table of authorships: the row of its author, and of its paper. Not to be written. */
  readonly authorshipRows: { readonly authors: Uint32Array; readonly papers: Uint32Array };
  /** Undefined where nobody has the id now; about 20 comparisons of bytes. */
  readonly authorRow: (id: AuthorId) => number | undefined;
  readonly paperRow: (id: PaperId) => number | undefined;
  readonly authorIdAt: (row: number) => AuthorId;
  readonly paperIdAt: (row: number) => PaperId;
  /** What the store found its rows by, to be saved beside the tables. */
  readonly index: Index;
}

export function createMemoryStore(content: StoreContent): ColumnStore {
  return storeOf(indexOf(filledParts(content)));
}

export function storeOf(index: Index): ColumnStore {
  const { tables, authors, papers, institutions, venues, authorships, problems } = index;
  const sources = onceAsked(() => sourcesOf(tables));
  return {
    version: index.version,
    index,
    tables,
    authorshipAt: (row) => authorships.get(row),
    authorshipRows: { authors: authorships.authors, papers: authorships.papers },
    authorRow: (id) => rowOfId(tables.authors, id),
    paperRow: (id) => rowOfId(tables.papers, id),
    authorIdAt: (row) => tables.authors.look(row).id,
    paperIdAt: (row) => tables.papers.look(row).id,
    summary: {
      authorCount: tables.authors.length,
      paperCount: tables.papers.length,
      institutionCount: tables.institutions.length,
      venueCount: tables.venues.length,
      authorshipCount: authorships.length,
    },
    authors: authorRecords(index),
    papers: paperRecords(index),
    institutions: institutionRecords(index),
    venues: venueRecords(index),
    paperFacets: (query, by, size) => attempt(() => paperFacets(index, query, by, size)),
    authorFacets: (query, by, size) => attempt(() => authorFacets(index, query, by, size)),
    authorsNamed: (names) => Promise.resolve(names.map((name) => authors.byName.all(name))),
    papersTitled: (title) => Promise.resolve(papers.byName.all(title)),
    institutionsNamed: (name) => Promise.resolve(institutions.byName.all(name)),
    venuesNamed: (name) => Promise.resolve(venues.byName.all(name)),
    identified: (identifier) => {
      const key = identifierText(identifier);
      const author = authors.byIdentifier.first(key);
      const paper = papers.byIdentifier.first(key);
      const institution = institutions.byIdentifier.first(key);
      const venue = venues.byIdentifier.first(key);
      return Promise.resolve({
        ...(author === undefined ? {} : { author }),
        ...(paper === undefined ? {} : { paper }),
        ...(institution === undefined ? {} : { institution }),
        ...(venue === undefined ? {} : { venue }),
      });
    },
    authorships: () => streamed(authorships),
    getSources: (ids) => Promise.resolve(ids.map((id) => sources().byId.get(id))),
    sources: () => Promise.resolve(sources().sorted),
    problems: (page) => attempt(() => problems.page(page)),
    problemCount: () => Promise.resolve(problems.count),
  };
}

function sourcesOf({ sources }: StoreTables): {
  readonly sorted: readonly Source[];
  readonly byId: ReadonlyMap<string, Source>;
} {
  const all = Array.from({ length: sources.length }, (_, row) => sources.get(row));
  const sorted = all.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  return { sorted, byId: new Map(sorted.map((source) => [source.id, source])) };
}

function onceAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

// oxlint-disable-next-line typescript/require-await -- the contract streams; here nothing is waited for
async function* streamed(authorships: AuthorshipTable): AsyncIterable<Authorship> {
  for (let row = 0; row < authorships.length; row++) yield authorships.get(row);
}
