/**
 * One paper out of the records that tell it, with the union of its authors and all its sources. No field depends on
 * the order in which files were loaded: records arrive sorted, and each field has its own rule.
 */
import { compareText, foldText, identifierText, paperIdOf, sortedUnique } from '../model/index.ts';
import type { Authorship, AuthorId, InstitutionId, Paper, PaperRecord, PartialDate } from '../model/index.ts';

import type { Institutions } from './institutions.ts';
import type { People } from './people.ts';
import { byPreference } from './preferred.ts';
import { mentionOf } from './sourced.ts';
import type { Sourced } from './sourced.ts';
import type { Venues } from './venues.ts';

export interface MergedPaper {
  readonly paper: Paper;
  readonly authorships: readonly Authorship[];
  /** A record claims a complete list, yet the page's owner, who wrote the paper, is not on it. */
  readonly incompleteClaim?: Sourced<PaperRecord>;
  /** A name that one record prints more than once, without anything that tells whether it is one person. */
  readonly repeatedName?: { readonly by: Sourced<PaperRecord>; readonly name: string };
}

/** Whom and what the records name. */
export interface Parties {
  readonly people: People;
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
  const claim = twins.find((sourced) => sourced.record.isAuthorListComplete);
  const isAuthorListComplete = claim !== undefined && authorships.every((authorship) => authorship.isListed);
  const abstract = longest(records.flatMap((record) => record.abstract ?? []));
  const paper: Paper = {
    id,
    title: byPreference(records.map((record) => record.title))[0] ?? first.title,
    type: records.find((record) => record.type !== undefined)?.type ?? 'OTHER',
    ...(abstract === undefined ? {} : { abstract }),
    ...mergeDates(records),
    categories: uniqueBy(
      records.flatMap((record) => record.categories),
      (category) => category.code,
    ),
    identifiers: uniqueBy(
      records.flatMap((record) => record.identifiers),
      identifierText,
    ),
    isAuthorListComplete,
    ...authorCountOf(records, authorships, isAuthorListComplete),
    groupAuthors: groupNames(records),
    institutionIds: sortedUnique([
      ...records.flatMap((record) =>
        record.institutions.map((name) => institutions.institutionOf({ name, identifiers: [] })),
      ),
      ...authorships.flatMap((authorship) => authorship.institutionIds),
    ]),
    ...venueOf(records, venues),
    ...citationsOf(records),
    isRetracted: records.some((record) => record.isRetracted === true),
    sources: twins.map(mentionOf),
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

function authorCountOf(
  records: readonly PaperRecord[],
  authorships: readonly Authorship[],
  isComplete: boolean,
): { authorCount?: number } {
  if (isComplete) {
    // Two people of one name are one authorship until something tells them apart; the paper still has both.
    const printed = Math.max(...records.map((record) => (record.isAuthorListComplete ? printedCount(record) : 0)));
    return { authorCount: Math.max(authorships.length, printed) };
  }
  // A source that cut its list may still tell how many there are; fewer than are known cannot be.
  const told = Math.max(0, ...records.map((record) => record.authorCount ?? 0));
  return told >= authorships.length && told > 0 ? { authorCount: told } : {};
}

// A person who is printed twice and identified is one; without an identifier, every printed name counts.
function printedCount({ authors }: PaperRecord): number {
  const identified = new Set<string>();
  let count = 0;
  for (const { identifiers = [], position } of authors) {
    if (position === undefined) continue;
    const isRepeat = identifiers.some((identifier) => identified.has(identifierText(identifier)));
    for (const identifier of identifiers) identified.add(identifierText(identifier));
    if (!isRepeat) count++;
  }
  return count;
}

function repeatedNameIn(twins: readonly Sourced<PaperRecord>[], people: People): MergedPaper['repeatedName'] {
  for (const by of twins) {
    const seen = new Set<AuthorId>();
    for (const mention of by.record.authors) {
      const author = people.authorOf(by.record, mention);
      const isTold = (mention.identifiers?.length ?? 0) > 0 || mention.personKey !== undefined;
      if (seen.has(author) && !isTold) return { by, name: mention.name };
      seen.add(author);
    }
  }
  return undefined;
}

function venueOf(records: readonly PaperRecord[], venues: Venues): { venueId?: Paper['venueId'] & string } {
  const venue = records.find((record) => record.venue !== undefined)?.venue;
  return venue === undefined ? {} : { venueId: venues.venueOf(venue) };
}

function citationsOf(records: readonly PaperRecord[]): { citationCount?: number } {
  const counts = records.flatMap((record) => record.citationCount ?? []);
  return counts.length === 0 ? {} : { citationCount: Math.max(...counts) };
}

function mergeAuthorships(
  paperId: Paper['id'],
  records: readonly PaperRecord[],
  people: People,
  institutions: Institutions,
): Authorship[] {
  const byAuthor = new Map<
    AuthorId,
    { position?: number; rawNames: Set<string>; institutionIds: Set<InstitutionId> }
  >();
  for (const record of [...records].sort(compareTrust)) {
    for (const mention of record.authors) {
      const authorId = people.authorOf(record, mention);
      const known = byAuthor.get(authorId) ?? { rawNames: new Set(), institutionIds: new Set() };
      byAuthor.set(authorId, known);
      for (const printed of mention.affiliations ?? []) known.institutionIds.add(institutions.institutionOf(printed));
      if (mention.position === undefined) continue;
      known.position ??= mention.position;
      known.rawNames.add(mention.name);
    }
  }
  const authorships = [...byAuthor].map(([authorId, { position, rawNames, institutionIds }]): Authorship => ({
    authorId,
    paperId,
    isListed: position !== undefined,
    rawNames: [...rawNames],
    institutionIds: sortedUnique(institutionIds),
    ...(position === undefined ? {} : { position }),
  }));
  return authorships.sort((a, b) => compareText(a.authorId, b.authorId));
}

// Where two lists disagree on a position, the complete one speaks, then the longer one, then the smaller key.
function compareTrust(a: PaperRecord, b: PaperRecord): number {
  return (
    Number(b.isAuthorListComplete) - Number(a.isAuthorListComplete) ||
    b.authors.length - a.authors.length ||
    compareText(a.key, b.key)
  );
}

// A printed year wins. Where none is printed, each page's guess is the earliest year it can be, so the latest holds.
function mergeDates(records: readonly PaperRecord[]): { date: PartialDate; isYearInferred: boolean } {
  const printed = records.find((record) => record.date.year !== undefined && !record.isYearInferred);
  if (printed !== undefined) return { date: printed.date, isYearInferred: false };
  const [latest] = [...records].sort((a, b) => (b.date.year ?? 0) - (a.date.year ?? 0));
  return { date: latest?.date ?? {}, isYearInferred: latest?.isYearInferred ?? false };
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
