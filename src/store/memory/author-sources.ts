/**
 * Where an author stands in the input. A person is told of by the records of the papers they wrote and seldom by others,
 * so only the difference from these is kept; what evidence rests on is kept as places among the author's sources.
 */
import { compareText } from '../../model/index.ts';
import type { Author, IdentityEvidence, SourceMention } from '../../model/index.ts';
import { toldStatement } from './statement-forms.ts';
import type { KeptStatement, StatementForms } from './statement-forms.ts';

export interface KeptSources {
  /** Whether they are those of the author's papers but for the following; else `others` are all. */
  readonly areOfPapers: boolean;
  /** Places among those of the papers. */
  readonly without: readonly number[];
  readonly others: readonly SourceMention[];
}

export interface KeptEvidence extends KeptStatement {
  readonly kind: IdentityEvidence['kind'];
  /** Places among the author's sources, from 0. */
  readonly sourcePlaces: readonly number[];
  /** Instead of places, where one is none of the author's. */
  readonly sources?: readonly SourceMention[];
}

/** The records of papers, in order of source and key, each once. */
export function sourcesOfPapers(papers: Iterable<readonly SourceMention[]>): readonly SourceMention[] {
  const all = [...papers].flat();
  if (isAscending(all)) return all;
  const sorted = all.sort(compareSources);
  return sorted.filter((source, at) => at === 0 || compareSources(sorted[at - 1] as SourceMention, source) !== 0); // inside
}

export function keptSources(told: readonly SourceMention[], ofPapers: readonly SourceMention[]): KeptSources {
  if (!isAscending(told)) return { areOfPapers: false, without: [], others: told };
  const without: number[] = [];
  const others: SourceMention[] = [];
  let next = 0;
  for (const [place, source] of ofPapers.entries()) {
    for (let other = told[next]; other !== undefined && compareSources(other, source) < 0; other = told[++next]) {
      others.push(other);
    }
    const same = told[next];
    if (same !== undefined && isSame(same, source)) next++;
    else without.push(place);
  }
  others.push(...told.slice(next));
  return { areOfPapers: true, without, others };
}

export function toldSources(
  { areOfPapers, without, others }: KeptSources,
  ofPapers: () => readonly SourceMention[],
): readonly SourceMention[] {
  if (!areOfPapers) return others;
  const left = new Set(without);
  const taken = left.size === 0 ? ofPapers() : ofPapers().filter((_, place) => !left.has(place));
  return others.length === 0 ? taken : [...taken, ...others].sort(compareSources);
}

/** @param forms of all statements of a table */
export function keptEvidence(
  { kind, statement, sources }: IdentityEvidence,
  { name, sources: told }: Pick<Author, 'name' | 'sources'>,
  forms: StatementForms,
): KeptEvidence {
  const sourcePlaces = sources.map((source) => told.findIndex((own) => isSame(own, source)));
  const kept = { kind, ...forms.kept(statement, name) };
  return sourcePlaces.includes(-1) ? { ...kept, sourcePlaces: [], sources } : { ...kept, sourcePlaces };
}

export function toldEvidence(
  { kind, sourcePlaces, sources, ...statement }: KeptEvidence,
  author: Pick<Author, 'name' | 'sources'>,
): IdentityEvidence {
  const told = { kind, statement: toldStatement(statement, author.name) };
  if (sources !== undefined) return { ...told, sources };
  const all = sourcePlaces.length === 0 ? [] : author.sources;
  return { ...told, sources: sourcePlaces.flatMap((place) => all[place] ?? []) };
}

function isAscending(sources: readonly SourceMention[]): boolean {
  return sources.every((source, at) => at === 0 || compareSources(sources[at - 1] as SourceMention, source) < 0); // inside
}

function compareSources(one: SourceMention, other: SourceMention): number {
  return compareText(one.sourceId, other.sourceId) || compareText(one.recordKey, other.recordKey);
}

function isSame(one: SourceMention, other: SourceMention): boolean {
  return one === other || (compareSources(one, other) === 0 && one.line === other.line);
}
