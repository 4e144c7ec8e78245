/**
 * The people of one paper: the union of its records' lists, with one authorship for each person however many records
 * name them.
 */
import { compareText, identifierText, sortedUnique } from '../../model/index.ts';
import type {
  AuthorId,
  Authorship,
  InstitutionId,
  InstitutionMention,
  PaperId,
  PaperRecord,
} from '../../model/index.ts';

import type { Institutions } from '../institutions.ts';
import type { PeopleOnPaper } from '../people/on-paper.ts';

interface Gathered {
  position?: number;
  readonly rawNames: Set<string>;
  readonly institutionIds: Set<InstitutionId>;
}

/** In id order. A person who is left out by decision has none. */
export function mergeAuthorships(
  paperId: PaperId,
  records: readonly PaperRecord[],
  people: PeopleOnPaper,
  institutions: Institutions,
): Authorship[] {
  const [only] = records;
  const alone =
    only !== undefined && records.length === 1 ? ofOneRecord(paperId, only, people, institutions) : undefined;
  if (alone !== undefined) return alone;
  const byAuthor = new Map<AuthorId, Gathered>();
  for (const record of [...records].sort(compareTrust)) {
    for (const { mention, authorId, shownNames } of people(record)) {
      if (authorId === undefined) continue;
      const known = byAuthor.get(authorId) ?? { rawNames: new Set(), institutionIds: new Set() };
      byAuthor.set(authorId, known);
      for (const printed of mention.affiliations ?? []) {
        for (const id of institutions.institutionsOf(printed)) known.institutionIds.add(id);
      }
      if (mention.position === undefined) continue;
      known.position ??= mention.position;
      for (const name of shownNames) known.rawNames.add(name);
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

// What one record tells, which is most papers, needs nothing gathered: undefined where it prints one person twice.
function ofOneRecord(
  paperId: PaperId,
  record: PaperRecord,
  people: PeopleOnPaper,
  institutions: Institutions,
): Authorship[] | undefined {
  const authorships: Authorship[] = [];
  for (const { mention, authorId, shownNames } of people(record)) {
    if (authorId === undefined) continue;
    const { position, affiliations } = mention;
    const institutionIds = affiliations === undefined ? NOWHERE : institutionIdsOf(affiliations, institutions);
    if (position === undefined) {
      authorships.push({ authorId, paperId, isListed: false, rawNames: NO_NAMES, institutionIds });
    } else {
      authorships.push({ authorId, paperId, isListed: true, rawNames: shownNames, institutionIds, position });
    }
  }
  authorships.sort((a, b) => compareText(a.authorId, b.authorId));
  return authorships.some(({ authorId }, at) => authorId === authorships[at + 1]?.authorId) ? undefined : authorships;
}

function institutionIdsOf(
  affiliations: readonly InstitutionMention[],
  institutions: Institutions,
): readonly InstitutionId[] {
  const [only, ...others] = affiliations;
  if (only === undefined) return NOWHERE;
  const ids = institutions.institutionsOf(only);
  // The same list stands beside thousands of names.
  if (others.length === 0 && ids.length === 1) return ids;
  return sortedUnique(affiliations.flatMap((printed) => institutions.institutionsOf(printed)));
}

// Millions of authorships have none.
const NOWHERE: readonly InstitutionId[] = [];
const NO_NAMES: readonly string[] = [];

/** Where two lists disagree, the complete one speaks, then the published, then the longer one, then the smaller key. */
export function compareTrust(a: PaperRecord, b: PaperRecord): number {
  return (
    Number(b.isAuthorListComplete) - Number(a.isAuthorListComplete) ||
    Number(a.type === 'PREPRINT') - Number(b.type === 'PREPRINT') ||
    b.authors.length - a.authors.length ||
    compareText(a.key, b.key)
  );
}

/**
 * One place for each person who is left out by decision, ascending: the one on the list that is trusted most, 0 where
 * none has them.
 */
export function withheldPositions(records: readonly PaperRecord[], people: PeopleOnPaper): readonly number[] {
  if (records.every((record) => isWhole(record, people))) return NO_PLACES;
  const places = new Map<number, number>();
  for (const record of [...records].sort(compareTrust)) {
    for (const { mention, authorId, leftOut } of people(record)) {
      if (authorId !== undefined || leftOut === undefined) continue;
      const known = places.get(leftOut) ?? 0;
      places.set(leftOut, known === 0 ? (mention.position ?? 0) : known);
    }
  }
  return [...places.values()].sort((a, b) => a - b);
}

function isWhole(record: PaperRecord, people: PeopleOnPaper): boolean {
  return people(record).every(({ authorId }) => authorId !== undefined);
}

const NO_PLACES: readonly number[] = [];

/** How many people a list prints. One who is printed twice and identified is one; without an identifier, each name is. */
export function printedCount(authors: PaperRecord['authors']): number {
  if (authors.length === 0) return 0;
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
