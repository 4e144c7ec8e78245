/**
 * From source records to the records the house agrees on: one author per person, one paper per paper, one institution
 * per institution. Pure, and the same whatever the order of the records.
 */
import { compareText, paperIdOf } from '../model/index.ts';
import type {
  Author,
  Authorship,
  Institution,
  InstitutionMention,
  LoggedDecision,
  Paper,
  PaperId,
  PaperRecord,
  PersonRecord,
  Problem,
  SourceRecord,
  Venue,
  VenueMention,
} from '../model/index.ts';

import { resolveInstitutions } from './institutions.ts';
import { mergePaper } from './merge-papers.ts';
import { Addresses } from './papers/addresses.ts';
import { sharedIdentifiers } from './papers/shared-identifiers.ts';
import { resolvePeople } from './people/index.ts';
import { SourceMentions } from './source-mentions.ts';
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
  const paperRecords = ordered.filter((sourced) => isOf(sourced, 'paper')) as Sourced<PaperRecord>[];
  const personRecords = ordered.filter((sourced) => isOf(sourced, 'person')) as Sourced<PersonRecord>[];
  const redirects = ordered.flatMap(({ record }) => (record.kind === 'redirect' ? [record] : []));
  const institutions = resolveInstitutions(institutionMentions(ordered));
  const venues = resolveVenues(paperRecords.flatMap(({ record }) => record.venue ?? []));
  const groups = groupTwins(paperRecords);
  const [addresses, mentions] = [new Addresses(groups), new SourceMentions()];
  const facts = {
    addresses,
    mentions,
    institutionsOf: (mention: InstitutionMention) => institutions.institutionsOf(mention),
    venueOf: (mention: VenueMention) => venues.venueOf(mention),
  };
  const people = resolvePeople(groups, personRecords, redirects, facts, decisions);
  const { aliases } = people;
  for (const others of [institutions.aliases, venues.aliases]) for (const [old, id] of others) aliases.set(old, id);
  const papers: Paper[] = [];
  const authorshipsOf = new Map<PaperId, readonly Authorship[]>();
  const problems: Problem[] = [...people.problems, ...sharedIdentifiers(groups)];
  for (const [at, twins] of groups.entries()) {
    const id = addresses.paperId(at);
    const merged = mergePaper(twins, { id, people: people.onPaper(at), institutions, venues, mentions });
    papers.push(merged.paper);
    authorshipsOf.set(merged.paper.id, merged.authorships);
    if (twins.length > 1) for (const { record } of twins) aliases.set(paperIdOf(record.key), merged.paper.id);
    if (merged.incompleteClaim !== undefined) problems.push(contradiction(merged.incompleteClaim));
    if (merged.repeatedName !== undefined) problems.push(repetition(merged.repeatedName.by, merged.repeatedName.name));
  }
  for (const { key, target } of redirects) {
    const survivor =
      aliases.get(paperIdOf(target)) ?? (authorshipsOf.has(paperIdOf(target)) ? paperIdOf(target) : undefined);
    if (survivor !== undefined) aliases.set(paperIdOf(key), survivor);
  }
  papers.sort((a, b) => compareText(a.id, b.id));
  return {
    authors: people.authors,
    papers,
    institutions: institutions.institutions,
    venues: venues.venues,
    authorships: papers.flatMap(({ id }) => authorshipsOf.get(id) ?? []),
    aliases: withoutOwn(aliases, [people.authors, papers, institutions.institutions, venues.venues]),
    withheldNames: people.withheldNames,
    problems,
  };
}

function isOf(sourced: Sourced, kind: SourceRecord['kind']): boolean {
  return sourced.record.kind === kind;
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
function withoutOwn(
  aliases: Map<string, string>,
  lists: readonly (readonly { readonly id: string }[])[],
): ReadonlyMap<string, string> {
  for (const list of lists) for (const { id } of list) aliases.delete(id);
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
