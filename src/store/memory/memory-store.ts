/** The embedded store: everything in memory, in columns, filled in one step, never changed. */
import { compareText, foldName, foldText, identifierText } from '../../model/index.ts';
import type { Authorship, Identifier, Source } from '../../model/index.ts';
import type { RecordTable } from '../columns/record-table.ts';
import type { RecordStore, StoreContent } from '../record-store.ts';
import { attempt } from './attempt.ts';
import type { AuthorshipTable } from './authorship-table.ts';
import { authorRecords, institutionRecords, paperRecords, venueRecords } from './entity-records.ts';
import { byId } from './by-id.ts';
import { ProblemList } from './problem-list.ts';
import { indexed, indexOf } from './store-index.ts';
import type { Index, StoreTables } from './store-index.ts';
import { TextIndex } from './text-index.ts';

/** A store that can be saved: its tables are open to who writes them. */
export interface ColumnStore extends RecordStore {
  readonly tables: StoreTables;
  /** By row of the table of authorships. */
  readonly authorshipAt: (row: number) => Authorship;
}

export function createMemoryStore(content: StoreContent): ColumnStore {
  return storeOf(indexed(content));
}

/** The store of tables that were saved. */
export function openMemoryStore(tables: StoreTables): ColumnStore {
  return storeOf(indexOf(tables));
}

function storeOf(index: Index): ColumnStore {
  const known = everyRow(index.aliases).map(({ alias, id }) => [alias, id] as const);
  const aliases: ReadonlyMap<string, string> = new Map(known);
  const sources = everyRow(index.sources).sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const sourceById: ReadonlyMap<string, Source> = byId(sources);
  const problems = new ProblemList(everyRow(index.problems));
  const { authors, papers, institutions, venues, authorships } = index;
  const identifiersOf = (record: { readonly identifiers: readonly Identifier[] }): string[] =>
    record.identifiers.map(identifierText);
  const formsOf = (record: { readonly name: string; readonly nameVariants: readonly string[] }): string[] =>
    [record.name, ...record.nameVariants].map(foldText);
  const authorsByName = new Found(authors, ({ name, nameVariants }) => [name, ...nameVariants].map(foldName));
  const papersByTitle = new Found(papers, ({ title }) => [foldText(title)]);
  const institutionsByName = new Found(institutions, formsOf);
  const venuesByName = new Found(venues, formsOf);
  const authorsByIdentifier = new Found(authors, identifiersOf);
  const papersByIdentifier = new Found(papers, identifiersOf);
  const institutionsByIdentifier = new Found(institutions, identifiersOf);
  const venuesByIdentifier = new Found(venues, identifiersOf);
  return {
    version: index.version,
    tables: { ...index, authorships: authorships.rows },
    authorshipAt: (row) => authorships.get(row),
    summary: {
      authorCount: authors.length,
      paperCount: papers.length,
      institutionCount: institutions.length,
      venueCount: venues.length,
      authorshipCount: authorships.length,
    },
    authors: authorRecords(index, aliases),
    papers: paperRecords(index, aliases),
    institutions: institutionRecords(index, aliases),
    venues: venueRecords(index, aliases),
    authorsNamed: (names) => Promise.resolve(names.map((name) => authorsByName.all(name))),
    papersTitled: (title) => Promise.resolve(papersByTitle.all(title)),
    institutionsNamed: (name) => Promise.resolve(institutionsByName.all(name)),
    venuesNamed: (name) => Promise.resolve(venuesByName.all(name)),
    identified: (identifier) => {
      const key = identifierText(identifier);
      const author = authorsByIdentifier.first(key);
      const paper = papersByIdentifier.first(key);
      const institution = institutionsByIdentifier.first(key);
      const venue = venuesByIdentifier.first(key);
      return Promise.resolve({
        ...(author === undefined ? {} : { author }),
        ...(paper === undefined ? {} : { paper }),
        ...(institution === undefined ? {} : { institution }),
        ...(venue === undefined ? {} : { venue }),
      });
    },
    authorships: () => streamed(authorships),
    getSources: (ids) => Promise.resolve(ids.map((id) => sourceById.get(id))),
    sources: () => Promise.resolve(sources),
    problems: (page) => attempt(() => problems.page(page)),
    problemCount: () => Promise.resolve(problems.count),
  };
}

function everyRow<T extends object>(table: RecordTable<T>): T[] {
  return Array.from({ length: table.length }, (_, row) => table.get(row));
}

/** The records that have a text. */
class Found<T extends object> {
  readonly #table: RecordTable<T>;
  readonly #index: TextIndex<T>;

  constructor(table: RecordTable<T>, textsOf: (record: T) => readonly string[]) {
    this.#table = table;
    this.#index = new TextIndex(table, textsOf);
  }

  all(text: string): T[] {
    return this.#index.rowsWith(text).map((row) => this.#table.get(row));
  }

  first(text: string): T | undefined {
    const [row] = this.#index.rowsWith(text);
    return row === undefined ? undefined : this.#table.get(row);
  }
}

// oxlint-disable-next-line typescript/require-await -- the contract streams; here nothing is waited for
async function* streamed(authorships: AuthorshipTable): AsyncIterable<Authorship> {
  for (let row = 0; row < authorships.length; row++) yield authorships.get(row);
}
