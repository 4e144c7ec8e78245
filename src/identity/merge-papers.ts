/**
 * One paper out of the records that tell it, with the union of its authors and all its sources. No field depends on
 * the order in which files were loaded: records arrive sorted, and each field has its own rule. Where sources disagree,
 * every value is kept beside the chosen one.
 */
import { UNTITLED, compareText, foldText, identifierText, paperIdOf, sortedUnique } from '../model/index.ts';
import type { AuthorId, Authorship, FieldConflict, Paper, PaperRecord } from '../model/index.ts';

import type { Institutions } from './institutions.ts';
import { authorCountConflict, authorsConflict } from './papers/author-conflicts.ts';
import { mergeAuthorships, printedCount, withheldOn, withheldPositions } from './papers/authorships.ts';
import { choose } from './papers/choice.ts';
import type { Choice, Telling } from './papers/choice.ts';
import { publicationOf, withoutPreprints } from './papers/publication.ts';
import type { PeopleOnPaper } from './people/index.ts';
import { foldedName } from './name-match.ts';
import { mentionOf } from './sourced.ts';
import type { Sourced } from './sourced.ts';
import type { Venues } from './venues.ts';

export interface MergedPaper {
  readonly paper: Paper;
  readonly authorships: readonly Authorship[];
  /** A record claims a complete list, yet the page's owner, who wrote the paper, is not on it. */
  readonly incompleteClaim?: Sourced<PaperRecord>;
  /** A name that one record prints more than once, without anything that says it is one person: it is taken for two. */
  readonly repeatedName?: { readonly by: Sourced<PaperRecord>; readonly name: string };
}

/** Whom and what the records name. */
export interface Parties {
  readonly people: PeopleOnPaper;
  readonly institutions: Institutions;
  readonly venues: Venues;
}

/** @param twins records of one paper, at least one, sorted by key */
export function mergePaper(
  twins: readonly Sourced<PaperRecord>[],
  { people, institutions, venues }: Parties,
): MergedPaper {
  const records = twins.map((sourced) => sourced.record);
  const [first] = records;
  if (first === undefined) throw new Error('A paper needs at least one record.');
  const id = paperIdOf(first.key);
  const authorships = mergeAuthorships(id, records, people, institutions);
  const withheld = withheldPositions(records, people);
  const claim = twins.find((sourced) => sourced.record.isAuthorListComplete);
  const isListed = authorships.every((authorship) => authorship.isListed) && !withheld.includes(0);
  const isAuthorListComplete = claim !== undefined && isListed;
  const abstract = longest(records.flatMap((record) => record.abstract ?? []));
  const title = titleOf(twins);
  const { conflicts, ...publication } = publicationOf(twins, venues);
  const authorCount = authorCountOf(records, authorships.length + withheldCount(records, people), isAuthorListComplete);
  const paper: Paper = {
    id,
    title: title?.text ?? first.title,
    ...publication,
    ...(abstract === undefined ? {} : { abstract }),
    categories: uniqueBy(
      records.flatMap((record) => record.categories),
      (category) => category.code,
    ),
    identifiers: uniqueBy(
      records.flatMap((record) => record.identifiers),
      identifierText,
    ),
    isAuthorListComplete,
    ...(authorCount === undefined ? {} : { authorCount }),
    groupAuthors: groupNames(records),
    institutionIds: sortedUnique([
      ...records.flatMap((record) =>
        record.institutions.flatMap((name) => institutions.institutionsOf({ name, identifiers: [] })),
      ),
      ...authorships.flatMap((authorship) => authorship.institutionIds),
    ]),
    ...citationsOf(records),
    isRetracted: records.some((record) => record.isRetracted === true),
    sources: twins.map(mentionOf),
    conflicts: inOrder([
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
    paper,
    authorships,
    ...(isContradicted ? { incompleteClaim: claim } : {}),
    ...(repeatedName === undefined ? {} : { repeatedName }),
  };
}

// The published version's before the preprint's.
function titleOf(twins: readonly Sourced<PaperRecord>[]): Choice<string> | undefined {
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

// Whoever is left out is nobody's authorship, and still one of the paper's people.
function withheldCount(records: readonly PaperRecord[], people: PeopleOnPaper): number {
  return Math.max(...records.map((record) => printedCount(withheldOn(record, people))));
}

function repeatedNameIn(twins: readonly Sourced<PaperRecord>[], people: PeopleOnPaper): MergedPaper['repeatedName'] {
  for (const by of twins) {
    const seen = new Map<string, AuthorId>();
    for (const mention of by.record.authors) {
      const author = people.authorOf(by.record, mention);
      if (author === undefined) continue;
      const name = foldedName(mention.name);
      const before = seen.get(name);
      const isTold = (mention.identifiers?.length ?? 0) > 0 || mention.personKey !== undefined;
      if (before !== undefined && before !== author && !isTold) return { by, name: mention.name };
      seen.set(name, author);
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
  return [...texts].sort((a, b) => b.length - a.length || compareText(a, b))[0];
}

function groupNames(records: readonly PaperRecord[]): string[] {
  return uniqueBy(
    records.flatMap((record) => record.groupAuthors),
    foldText,
  );
}

/** The first of each key, in order of key. */
function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(key(item))) byKey.set(key(item), item);
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
}
