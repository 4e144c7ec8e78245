/** The embedded store: everything in memory, filled in one step, never changed. */
import { compareText, foldName, foldText, groupedBy, identifierText } from '../../model/index.ts';
import type { Identifier, Source } from '../../model/index.ts';
import type { RecordStore, StoreContent } from '../record-store.ts';
import { attempt } from './attempt.ts';
import { authorRecords, institutionRecords, paperRecords, venueRecords } from './entity-records.ts';
import { byId } from './by-id.ts';
import { ProblemList } from './problem-list.ts';
import { indexed } from './store-index.ts';

export function createMemoryStore(content: StoreContent): RecordStore {
  const index = indexed(content);
  const authorships = [...content.authorships].sort(
    (a, b) => compareText(a.paperId, b.paperId) || compareText(a.authorId, b.authorId),
  );
  const sources = [...content.sources].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const sourceById: ReadonlyMap<string, Source> = byId(sources);
  const problems = new ProblemList(content.problems);
  const authorsByName = groupedBy(index.authors, (author) => [author.name, ...author.nameVariants].map(foldName));
  const papersByTitle = groupedBy(index.papers, (paper) => [foldText(paper.title)]);
  const institutionsByName = groupedBy(index.institutions, (found) =>
    [found.name, ...found.nameVariants].map(foldText),
  );
  const identifiersOf = (record: { readonly identifiers: readonly Identifier[] }): string[] =>
    record.identifiers.map(identifierText);
  const authorsByIdentifier = groupedBy(index.authors, identifiersOf);
  const papersByIdentifier = groupedBy(index.papers, identifiersOf);
  const institutionsByIdentifier = groupedBy(index.institutions, identifiersOf);
  const venuesByName = groupedBy(index.venues, (found) => [found.name, ...found.nameVariants].map(foldText));
  const venuesByIdentifier = groupedBy(index.venues, identifiersOf);
  return {
    version: content.version,
    summary: {
      authorCount: content.authors.length,
      paperCount: content.papers.length,
      institutionCount: content.institutions.length,
      venueCount: content.venues.length,
      authorshipCount: content.authorships.length,
    },
    authors: authorRecords(index, content.aliases),
    papers: paperRecords(index, content.aliases),
    institutions: institutionRecords(index, content.aliases),
    venues: venueRecords(index, content.aliases),
    authorsNamed: (names) => Promise.resolve(names.map((name) => authorsByName.get(name) ?? [])),
    papersTitled: (title) => Promise.resolve(papersByTitle.get(title) ?? []),
    institutionsNamed: (name) => Promise.resolve(institutionsByName.get(name) ?? []),
    venuesNamed: (name) => Promise.resolve(venuesByName.get(name) ?? []),
    identified: (identifier) => {
      const key = identifierText(identifier);
      const [author] = authorsByIdentifier.get(key) ?? [];
      const [paper] = papersByIdentifier.get(key) ?? [];
      const [institution] = institutionsByIdentifier.get(key) ?? [];
      const [venue] = venuesByIdentifier.get(key) ?? [];
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

async function* streamed<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}
