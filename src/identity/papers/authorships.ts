/**
 * The people of one paper: the union of its records' lists, with one authorship for each person however many records
 * name them.
 */
import { compareText, identifierText, sortedUnique } from '../../model/index.ts';
import type { AuthorId, Authorship, InstitutionId, PaperId, PaperRecord } from '../../model/index.ts';

import type { Institutions } from '../institutions.ts';
import type { PeopleOnPaper } from '../people/index.ts';

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
    for (const mention of record.authors) {
      const authorId = people.authorOf(record, mention);
      if (authorId === undefined) continue;
      const known = byAuthor.get(authorId) ?? { rawNames: new Set(), institutionIds: new Set() };
      byAuthor.set(authorId, known);
      for (const printed of mention.affiliations ?? []) {
        for (const id of institutions.institutionsOf(printed)) known.institutionIds.add(id);
      }
      if (mention.position === undefined) continue;
      known.position ??= mention.position;
      const rawName = people.printedName(mention);
      if (rawName !== undefined) known.rawNames.add(rawName);
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
  for (const mention of record.authors) {
    const authorId = people.authorOf(record, mention);
    if (authorId === undefined) continue;
    const { position, affiliations } = mention;
    const rawName = position === undefined ? undefined : people.printedName(mention);
    authorships.push({
      authorId,
      paperId,
      isListed: position !== undefined,
      rawNames: rawName === undefined ? [] : [rawName],
      institutionIds:
        affiliations === undefined
          ? []
          : sortedUnique(affiliations.flatMap((printed) => institutions.institutionsOf(printed))),
      ...(position === undefined ? {} : { position }),
    });
  }
  authorships.sort((a, b) => compareText(a.authorId, b.authorId));
  return authorships.some(({ authorId }, at) => authorId === authorships[at + 1]?.authorId) ? undefined : authorships;
}

/** Where two lists disagree, the complete one speaks, then the published, then the longer one, then the smaller key. */
export function compareTrust(a: PaperRecord, b: PaperRecord): number {
  return (
    Number(b.isAuthorListComplete) - Number(a.isAuthorListComplete) ||
    Number(a.type === 'PREPRINT') - Number(b.type === 'PREPRINT') ||
    b.authors.length - a.authors.length ||
    compareText(a.key, b.key)
  );
}

/** The places of people who are left out by decision, ascending. */
export function withheldPositions(records: readonly PaperRecord[], people: PeopleOnPaper): number[] {
  const places = new Set<number>();
  for (const record of records) {
    for (const mention of withheldOn(record, people)) places.add(mention.position ?? 0);
  }
  // One record prints whom another hides: whoever has a place is not also beside the list.
  if (places.size > 1) places.delete(0);
  return [...places].sort((a, b) => a - b);
}

export function withheldOn(record: PaperRecord, people: PeopleOnPaper): PaperRecord['authors'] {
  return record.authors.filter((mention) => people.authorOf(record, mention) === undefined);
}

/** How many people a list prints. One who is printed twice and identified is one; without an identifier, each name is. */
export function printedCount(authors: PaperRecord['authors']): number {
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
