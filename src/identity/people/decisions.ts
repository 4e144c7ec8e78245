/**
 * What people decided, applied to who is who: in the order of the log, each to what the earlier ones left. A line that
 * fits nothing any more is told, and changes nothing.
 */
import { paperIdOf } from '../../model/index.ts';
import type { AuthorId, Decision, LoggedDecision, PaperId, PaperRecord, Problem } from '../../model/index.ts';

import { foldedName } from '../name-match.ts';
import type { Sourced } from '../sourced.ts';

import type { Keyring } from './keyring.ts';
import type { Partition } from './partition.ts';
import type { Places } from './places.ts';

/** What decisions say beside who is one person; by person. */
export interface Decided {
  readonly partition: Partition;
  readonly shownAs: ReadonlyMap<number, string>;
  /** Folded. */
  readonly hiddenNames: ReadonlyMap<number, ReadonlySet<string>>;
  readonly leftOut: ReadonlySet<number>;
  /** The lines that say something of a person. */
  readonly linesOf: ReadonlyMap<number, readonly LoggedDecision[]>;
  readonly problems: readonly Problem[];
}

/** What decisions are about. */
interface Subject {
  /** The records of each paper. */
  readonly groups: readonly (readonly Sourced<PaperRecord>[])[];
  readonly places: Places;
  readonly keyring: Keyring;
}

/**
 * A line that holds, and one node of the author it is about: people are named anew by every split and merge, nodes stay.
 * In the order of the log.
 */
interface Standing {
  node: number;
  readonly line: LoggedDecision;
}

/** @param inForce without undos and what they undo (`decisionsInForce`) */
export function applyDecisions(partition: Partition, inForce: readonly LoggedDecision[], subject: Subject): Decided {
  const problems: Problem[] = [];
  const standing: Standing[] = [];
  if (inForce.length > 0) {
    const nodeOf = nodesById(subject.keyring);
    for (const line of inForce) {
      const unfit = apply(line, partition, subject, nodeOf, standing);
      if (unfit !== undefined) problems.push(idle(line, unfit));
    }
  }
  return { partition, ...byPerson(standing, partition), problems };
}

function apply(
  line: LoggedDecision,
  partition: Partition,
  subject: Subject,
  nodeOf: ReadonlyMap<AuthorId, number>,
  standing: Standing[],
): string | undefined {
  const { decision } = line;
  const nodes = authorsIn(decision).map((id) => nodeOf.get(id));
  const missing = authorsIn(decision).find((_, at) => nodes[at] === undefined);
  if (missing !== undefined) return `nobody has the id ${missing}`;
  const [node = 0] = nodes;
  switch (decision.action) {
    case 'merge':
      for (const other of nodes) partition.join(partition.personOf(node), partition.personOf(other ?? node));
      break;
    case 'split': {
      const parted = split(partition, partition.personOf(node), new Set(decision.papers), subject);
      if (typeof parted === 'string') return parted;
      stayWith(parted.rest, parted.moved, standing);
      break;
    }
    case 'rename':
    case 'hide-name':
    case 'leave-out':
      break;
    case 'undo':
      return undefined;
  }
  standing.push({ node, line });
  return undefined;
}

function split(
  partition: Partition,
  person: number,
  papers: ReadonlySet<PaperId>,
  { groups, places }: Subject,
): { readonly moved: ReadonlySet<number>; readonly rest: number } | string {
  const members = partition.membersOf(person);
  // Any of its records names a paper, also one that does not print the author.
  const isNamed = (node: number): boolean =>
    places.has(node) && (groups[places.paperOf(node)] ?? []).some(({ record }) => papers.has(paperIdOf(record.key)));
  const moved = new Set(members.filter(isNamed));
  if (moved.size === 0) return 'the author wrote none of the papers';
  const rest = members.find((node) => !moved.has(node) && places.has(node));
  if (rest === undefined) return 'the author wrote no other paper';
  partition.part(person, moved);
  return { moved, rest };
}

// What was decided of the author before the split holds for the author, not for whoever the papers went to.
function stayWith(rest: number, moved: ReadonlySet<number>, standing: readonly Standing[]): void {
  for (const line of standing) if (moved.has(line.node)) line.node = rest;
}

function authorsIn(decision: Decision): readonly AuthorId[] {
  if (decision.action === 'undo') return [];
  return decision.action === 'merge' ? decision.authors : [decision.author];
}

function nodesById(keyring: Keyring): ReadonlyMap<AuthorId, number> {
  const nodes = new Map<AuthorId, number>();
  for (const [node, id] of keyring.all()) nodes.set(id, node);
  return nodes;
}

function byPerson(standing: readonly Standing[], partition: Partition): Omit<Decided, 'partition' | 'problems'> {
  const shownAs = new Map<number, string>();
  const hiddenNames = new Map<number, Set<string>>();
  const leftOut = new Set<number>();
  const linesOf = new Map<number, LoggedDecision[]>();
  for (const { node, line } of standing) {
    const person = partition.personOf(node);
    const { decision } = line;
    linesOf.set(person, [...(linesOf.get(person) ?? []), line]);
    if (decision.action === 'rename') shownAs.set(person, decision.name);
    if (decision.action === 'leave-out') leftOut.add(person);
    if (decision.action === 'hide-name') {
      hiddenNames.set(person, (hiddenNames.get(person) ?? new Set()).add(foldedName(decision.name)));
    }
  }
  return { shownAs, hiddenNames, leftOut, linesOf };
}

function idle({ file, line, decision }: LoggedDecision, reason: string): Problem {
  return {
    kind: 'idle-decision',
    file,
    ...(line === undefined ? {} : { line }),
    message: `The decision "${decision.action}" of ${decision.by} fits nothing here: ${reason}.`,
    found: decision.id,
    kept: 'everything as it is without the line, and the line for when it fits again',
  };
}
