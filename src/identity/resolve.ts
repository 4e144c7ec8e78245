/**
 * From source records to the records the house agrees on: one author per person, one paper per paper, one institution
 * per institution. Pure, and the same whatever the order of the records.
 */
import { compareText, paperIdOf } from '../model/index.ts';
import type {
  Author,
  Authorship,
  Institution,
  Paper,
  PaperRecord,
  PersonRecord,
  Problem,
  SourceRecord,
} from '../model/index.ts';

import { resolveInstitutions } from './institutions.ts';
import { mergePaper } from './merge-papers.ts';
import { resolvePeople } from './people.ts';
import { inOneOrder } from './sourced.ts';
import type { Sourced } from './sourced.ts';
import { groupTwins } from './twins.ts';

/** What the records come to. Every list is in id order. */
export interface Resolution {
  readonly authors: readonly Author[];
  readonly papers: readonly Paper[];
  readonly institutions: readonly Institution[];
  readonly authorships: readonly Authorship[];
  /** Every other id of an author or paper, and what has it now. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Works out who is who. Costs one pass over the records and the sorting of their keys. */
export function resolve(records: readonly Sourced[]): Resolution {
  const ordered = inOneOrder(records);
  const paperRecords = ordered.filter((sourced) => isOf(sourced, 'paper')) as Sourced<PaperRecord>[];
  const personRecords = ordered.filter((sourced) => isOf(sourced, 'person')) as Sourced<PersonRecord>[];
  const people = resolvePeople(paperRecords, personRecords);
  const institutions = resolveInstitutions(paperRecords.flatMap((sourced) => sourced.record.institutions));
  const aliases = new Map<string, string>(people.aliases);
  const papers: Paper[] = [];
  const authorships: Authorship[] = [];
  const problems: Problem[] = [];
  for (const twins of groupTwins(paperRecords)) {
    const merged = mergePaper(twins, people, institutions);
    papers.push(merged.paper);
    authorships.push(...merged.authorships);
    for (const { record } of twins) aliases.set(paperIdOf(record.key), merged.paper.id);
    if (merged.incompleteClaim !== undefined) problems.push(contradiction(merged.incompleteClaim));
  }
  return {
    authors: people.authors,
    papers: papers.sort((a, b) => compareText(a.id, b.id)),
    institutions: institutions.institutions,
    authorships: authorships.sort((a, b) => compareText(a.paperId, b.paperId) || compareText(a.authorId, b.authorId)),
    aliases: withoutOwn(aliases),
    problems,
  };
}

function isOf(sourced: Sourced, kind: SourceRecord['kind']): boolean {
  return sourced.record.kind === kind;
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

function withoutOwn(aliases: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...aliases].filter(([alias, id]) => alias !== id));
}
