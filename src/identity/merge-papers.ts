/**
 * One paper out of the records that tell it, with the union of its authors and all its sources. No field depends on
 * the order in which files were loaded: records arrive sorted, and each field has its own rule. Where sources disagree,
 * every value is kept beside the chosen one.
 */
import { UNTITLED, compareText, foldText, identifierText, sortedUnique } from '../model/index.ts';
import type {
  AuthorId,
  Authorship,
  FieldConflict,
  InstitutionId,
  Paper,
  PaperId,
  PaperRecord,
} from '../model/index.ts';

import type { Institutions } from './institutions.ts';
import { authorCountConflict, authorsConflict } from './papers/author-conflicts.ts';
import { mergeAuthorships, printedCount, withheldPositions } from './papers/authorships.ts';
import { choose } from './papers/choice.ts';
import type { Choice, Telling } from './papers/choice.ts';
import { publicationOf, withoutPreprints } from './papers/publication.ts';
import type { PeopleOnPaper } from './people/on-paper.ts';
import type { SourceMentions } from './source-mentions.ts';
import type { Sourced } from './sourced.ts';
import type { Venues } from './venues.ts';

export interface MergedPaper {
  readonly id: PaperId;
  readonly paper: Paper;
  readonly authorships: readonly Authorship[];
  /** A record claims a complete list, yet the page's owner, who wrote the paper, is not on it. */
  readonly incompleteClaim?: Sourced<PaperRecord>;
  /** A name that one record prints more than once, without anything that says it is one person: it is taken for two. */
  readonly repeatedName?: { readonly by: Sourced<PaperRecord>; readonly name: string };
}

/** The paper's id, and whom and what its records name. */
export interface Parties {
  readonly id: PaperId;
  readonly people: PeopleOnPaper;
  readonly institutions: Institutions;
  readonly venues: Venues;
  readonly mentions: SourceMentions;
}

/** @param twins records of one paper, at least one, sorted by key */
export function mergePaper(
  twins: readonly Sourced<PaperRecord>[],
  { id, people, institutions, venues, mentions }: Parties,
): MergedPaper {
  const [first] = twins;
  if (first === undefined) throw new Error('A paper needs at least one record.');
  const records = twins.map((sourced) => sourced.record);
  const authorships = mergeAuthorships(id, records, people, institutions);
  const withheld = withheldPositions(records, people);
  const claim = twins.find((sourced) => sourced.record.isAuthorListComplete);
  const isListed = authorships.every((authorship) => authorship.isListed) && !withheld.includes(0);
  const isAuthorListComplete = claim !== undefined && isListed;
  const abstract = longest(records.flatMap((record) => record.abstract ?? []));
  const title = titleOf(twins);
  const { conflicts, ...publication } = publicationOf(twins, venues);
  // Whoever is left out is nobody's authorship, and still one of the paper's people.
  const authorCount = authorCountOf(records, authorships.length + withheld.length, isAuthorListComplete);
  const paper: Paper = {
    id,
    title: title?.text ?? first.record.title,
    ...publication,
    ...(abstract === undefined ? {} : { abstract }),
    categories: uniqueBy(
      allOf(records, (record) => record.categories),
      (category) => category.code,
    ),
    identifiers: uniqueBy(
      allOf(records, (record) => record.identifiers),
      identifierText,
    ),
    isAuthorListComplete,
    ...(authorCount === undefined ? {} : { authorCount }),
    groupAuthors: groupNames(records),
    institutionIds: institutionIdsOf(records, authorships, institutions),
    ...citationsOf(records),
    isRetracted: records.some((record) => record.isRetracted === true),
    sources: twins.length === 1 ? mentions.alone(first) : twins.map((sourced) => mentions.of(sourced)),
    conflicts:
      twins.length === 1
        ? NO_CONFLICTS
        : inOrder([
            ...conflicts,
            title?.conflict,
            authorCountConflict(twins, authorCount),
            authorsConflict(twins, people),
          ]),
    withheldPositions: withheld,
  };
  const isContradicted = claim !== undefined && !isAuthorListComplete;
  const repeatedName = repeatedNameIn(twins, people);
  return {
    id,
    paper,
    authorships,
    ...(isContradicted ? { incompleteClaim: claim } : {}),
    ...(repeatedName === undefined ? {} : { repeatedName }),
  };
}

// The published version's before the preprint's; nothing to choose where one record tells the paper.
function titleOf(twins: readonly Sourced<PaperRecord>[]): Choice<string> | undefined {
  if (twins.length === 1) return undefined;
  const published = new Set(withoutPreprints(twins));
  const told = twins.flatMap((by): Telling<string>[] => {
    const { title } = by.record;
    return title === UNTITLED ? [] : [{ by, value: title, key: foldText(title), text: title }];
  });
  return choose(
    'title',
    told,
    () => 0,
    ({ by }) => (published.has(by) ? 0 : 1),
  );
}

function institutionIdsOf(
  records: readonly PaperRecord[],
  authorships: readonly Authorship[],
  institutions: Institutions,
): readonly InstitutionId[] {
  const ids = new Set<InstitutionId>();
  for (const record of records) {
    for (const name of record.institutions) {
      for (const id of institutions.institutionsOf({ name, identifiers: [] })) ids.add(id);
    }
  }
  for (const authorship of authorships) for (const id of authorship.institutionIds) ids.add(id);
  return ids.size === 0 ? NOWHERE : sortedUnique(ids);
}

const NO_CONFLICTS: readonly FieldConflict[] = [];
const NOWHERE: readonly InstitutionId[] = [];

function authorCountOf(records: readonly PaperRecord[], known: number, isComplete: boolean): number | undefined {
  if (isComplete) {
    // A decision may make one person of two that are printed; the list still has both.
    const printed = records.map((record) => (record.isAuthorListComplete ? printedCount(record.authors) : 0));
    return Math.max(known, ...printed);
  }
  // A source that cut its list may still tell how many there are; fewer than are known cannot be.
  const told = Math.max(0, ...records.map((record) => record.authorCount ?? 0));
  return told >= known && told > 0 ? told : undefined;
}

function repeatedNameIn(twins: readonly Sourced<PaperRecord>[], peopleOn: PeopleOnPaper): MergedPaper['repeatedName'] {
  for (const by of twins) {
    const people = peopleOn(by.record);
    if (new Set(people.map(({ foldedName }) => foldedName)).size === people.length) continue;
    const seen = new Map<string, AuthorId>();
    for (const { mention, authorId, foldedName } of people) {
      if (authorId === undefined) continue;
      const before = seen.get(foldedName);
      const isTold = (mention.identifiers?.length ?? 0) > 0 || mention.personKey !== undefined;
      if (before !== undefined && before !== authorId && !isTold) return { by, name: mention.name };
      seen.set(foldedName, authorId);
    }
  }
  return undefined;
}

function citationsOf(records: readonly PaperRecord[]): { citationCount?: number } {
  const counts = records.flatMap((record) => record.citationCount ?? []);
  return counts.length === 0 ? {} : { citationCount: Math.max(...counts) };
}

function inOrder(conflicts: readonly (FieldConflict | undefined)[]): FieldConflict[] {
  return conflicts.flatMap((conflict) => conflict ?? []).sort((a, b) => compareText(a.field, b.field));
}

function longest(texts: readonly string[]): string | undefined {
  if (texts.length < 2) return texts[0];
  return [...texts].sort((a, b) => b.length - a.length || compareText(a, b))[0];
}

function groupNames(records: readonly PaperRecord[]): readonly string[] {
  return uniqueBy(
    allOf(records, (record) => record.groupAuthors),
    foldText,
  );
}

// One record's own list where there is one record, which is most often.
function allOf<T>(records: readonly PaperRecord[], listOf: (record: PaperRecord) => readonly T[]): readonly T[] {
  const [only] = records;
  return only !== undefined && records.length === 1 ? listOf(only) : records.flatMap(listOf);
}

/** The first of each key, in order of key. */
function uniqueBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  if (items.length < 2) return items;
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(key(item))) byKey.set(key(item), item);
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
}
