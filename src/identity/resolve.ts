/**
 * From source records to the records the house agrees on: one author per person, one paper per paper, one institution
 * per institution. Pure, and the same whatever the order of the records.
 */
import { paperIdOf } from '../model/index.ts';
import type {
  Author,
  Authorship,
  Institution,
  InstitutionMention,
  LoggedDecision,
  Paper,
  PaperRecord,
  PersonRecord,
  Problem,
  RedirectRecord,
  SourceRecord,
  Venue,
  VenueMention,
} from '../model/index.ts';

import { sortedById } from './id-order.ts';
import { resolveInstitutions } from './institutions.ts';
import { mergePaper } from './merge-papers.ts';
import type { MergedPaper } from './merge-papers.ts';
import { Addresses } from './papers/addresses.ts';
import { sharedIdentifiers } from './papers/shared-identifiers.ts';
import { givenUpIds } from './people/given-up-ids.ts';
import { resolvePeople } from './people/index.ts';
import { noted, SourceMentions } from './source-mentions.ts';
import { inOneOrder } from './sourced.ts';
import type { Sourced } from './sourced.ts';
import { groupTwins } from './twins.ts';
import { resolveVenues } from './venues.ts';

/** What the records come to. Every list is in id order. */
export interface Resolution {
  readonly authors: readonly Author[];
  readonly papers: readonly Paper[];
  readonly institutions: readonly Institution[];
  readonly venues: readonly Venue[];
  readonly authorships: readonly Authorship[];
  /** Every other id of an author, paper, institution or venue, and what has it now. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Names that stand in no answer by decision, as printed; a problem's words may still have them. */
  readonly withheldNames: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Works out who is who. Costs one pass over the records and the sorting of their keys.
 *
 * @param decisions people's own, in force and in the order of their log
 */
export function resolve(records: readonly Sourced[], decisions: readonly LoggedDecision[] = []): Resolution {
  const ordered = latestRevisions(inOneOrder(records));
  const { paperRecords, personRecords, redirects, venueMentions } = byKind(ordered);
  const institutions = resolveInstitutions(institutionMentions(ordered));
  const venues = resolveVenues(venueMentions);
  const groups = groupTwins(paperRecords);
  const [addresses, mentions] = [new Addresses(groups), new SourceMentions()];
  const facts = {
    addresses,
    mentions,
    institutionsOf: (mention: InstitutionMention) => institutions.institutionsOf(mention),
    venueOf: (mention: VenueMention) => venues.venueOf(mention),
  };
  const people = resolvePeople(groups, personRecords, redirects, facts, decisions);
  const merged: MergedPaper[] = [];
  const paperAliases = new Map<string, string>();
  const problems: Problem[] = [...people.problems, ...sharedIdentifiers(groups)];
  for (const [at, twins] of groups.entries()) {
    const id = addresses.paperId(at);
    const one = mergePaper(twins, { id, people: people.onPaper(at), institutions, venues, mentions });
    merged.push(one);
    if (twins.length > 1) for (const { record } of twins) paperAliases.set(paperIdOf(record.key), id);
    if (one.incompleteClaim !== undefined) problems.push(contradiction(one.incompleteClaim));
    if (one.repeatedName !== undefined) problems.push(repetition(one.repeatedName.by, one.repeatedName.name));
  }
  noteRedirects(redirects, merged, paperAliases);
  const { aliases: authorAliases } = people;
  for (const [id, author] of givenUpIds(redirects, people.authors)) authorAliases.set(id, author);
  const papers: Paper[] = [];
  const authorships: Authorship[] = [];
  for (const one of sortedById(merged)) {
    papers.push(one.paper);
    for (const authorship of one.authorships) authorships.push(authorship);
  }
  return {
    authors: people.authors,
    papers,
    institutions: institutions.institutions,
    venues: venues.venues,
    authorships,
    aliases: together(
      withoutOwn(authorAliases, people.authors),
      withoutOwn(new Map(institutions.aliases), institutions.institutions),
      withoutOwn(new Map(venues.aliases), venues.venues),
      withoutOwn(paperAliases, papers),
    ),
    withheldNames: people.withheldNames,
    problems,
  };
}

interface ByKind {
  readonly paperRecords: Sourced<PaperRecord>[];
  readonly personRecords: Sourced<PersonRecord>[];
  readonly redirects: RedirectRecord[];
  readonly venueMentions: VenueMention[];
}

function byKind(records: readonly Sourced[]): ByKind {
  const kinds: ByKind = { paperRecords: [], personRecords: [], redirects: [], venueMentions: [] };
  for (const sourced of records) {
    const { record } = sourced;
    if (record.kind === 'paper') {
      kinds.paperRecords.push(noted({ ...sourced, record }));
      if (record.venue !== undefined) kinds.venueMentions.push(record.venue);
    } else if (record.kind === 'person') kinds.personRecords.push({ ...sourced, record });
    else if (record.kind === 'redirect') kinds.redirects.push(record);
  }
  return kinds;
}

// A key that a source gave up leads to the paper that has the one it names instead.
function noteRedirects(
  redirects: readonly RedirectRecord[],
  merged: readonly MergedPaper[],
  aliases: Map<string, string>,
): void {
  if (redirects.length === 0) return;
  const ids = new Set<string>(merged.map(({ id }) => id));
  for (const { key, target } of redirects) {
    const survivor = aliases.get(paperIdOf(target)) ?? (ids.has(paperIdOf(target)) ? paperIdOf(target) : undefined);
    if (survivor !== undefined) aliases.set(paperIdOf(key), survivor);
  }
}

function repetition({ file, record }: Sourced<PaperRecord>, name: string): Problem {
  return {
    kind: 'repeated-name',
    file,
    ...(record.line === undefined ? {} : { line: record.line }),
    message: `"${name}" stands twice among the authors of "${record.title}", and nothing says that it is one person.`,
    found: record.authors.map((mention) => mention.name).join(', '),
    kept: 'two authors of the name',
  };
}

function contradiction({ file, record }: Sourced<PaperRecord>): Problem {
  return {
    kind: 'owner-not-listed',
    file,
    ...(record.line === undefined ? {} : { line: record.line }),
    message: `The author list of "${record.title}" claims to be complete, but another page’s owner, who wrote the paper, is not on it.`,
    found: record.authors.map((mention) => mention.name).join(', '),
    kept: 'the paper with all its authors, its list taken as incomplete',
  };
}

// An id that something has now is no alias, whatever else could claim it.
function withoutOwn(aliases: Map<string, string>, list: readonly { readonly id: string }[]): Map<string, string> {
  if (aliases.size > 0) for (const { id } of list) aliases.delete(id);
  return aliases;
}

// Into the first, which has nearly all.
function together(
  aliases: Map<string, string>,
  ...others: readonly ReadonlyMap<string, string>[]
): ReadonlyMap<string, string> {
  for (const other of others) for (const [old, id] of other) aliases.set(old, id);
  return aliases;
}

// Of one record told in several revisions, the latest speaks. What has no revision is no older: Crossref's XML lacks what
// its JSON has.
function latestRevisions(records: readonly Sourced[]): Sourced[] {
  const latest = new Map<string, string>();
  for (const { record } of records) {
    const revision = revisionOf(record);
    if (revision !== undefined && revision > (latest.get(record.key) ?? '')) latest.set(record.key, revision);
  }
  return records.filter(({ record }) => {
    const revision = revisionOf(record);
    return revision === undefined || revision === latest.get(record.key);
  });
}

function revisionOf(record: SourceRecord): string | undefined {
  return record.kind === 'paper' || record.kind === 'person' ? record.revision : undefined;
}

function institutionMentions(records: readonly Sourced[]): InstitutionMention[] {
  const mentions: InstitutionMention[] = [];
  for (const { record } of records) {
    if (record.kind === 'paper') {
      for (const name of record.institutions) mentions.push({ name, identifiers: [] });
      for (const { affiliations } of record.authors) if (affiliations !== undefined) mentions.push(...affiliations);
    } else if (record.kind === 'person') mentions.push(...(record.affiliations ?? []));
    else if (record.kind === 'institution') {
      for (const name of [record.name, ...record.aliases]) mentions.push({ ...record, name });
    }
  }
  return mentions;
}
