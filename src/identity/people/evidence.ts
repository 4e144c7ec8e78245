/** Why an author is one person, in sentences. */
import { appendTo, counted, identifierText } from '../../model/index.ts';
import type {
  AuthorId,
  AuthorIdentity,
  EvidenceKind,
  IdentityEvidence,
  LoggedDecision,
  PersonRecord,
  SourceMention,
} from '../../model/index.ts';

import { nameForm } from '../name-match.ts';
import type { SourceMentions } from '../source-mentions.ts';
import type { Sourced } from '../sourced.ts';

import { probability } from './cluster.ts';
import type { Draft } from './drafts.ts';
import type { PlacedMention } from './places.ts';
import { expectedNamesakes } from './rarity.ts';

/** Everything that tells of one person. */
export interface Told {
  /** As shown. */
  readonly name: string;
  readonly placed: readonly PlacedMention[];
  /** Of each of these mentions. */
  readonly sources: readonly SourceMention[];
  readonly placeCount: number;
  readonly persons: readonly Sourced<PersonRecord>[];
  readonly drafts: readonly Draft[];
  readonly lines: readonly LoggedDecision[];
  /** Some source has the name for several people. */
  readonly isShared: boolean;
  readonly isHidden: (name: string) => boolean;
  /** Somebody's name that stands in no answer. */
  readonly isWithheld: (name: string) => boolean;
  readonly mentions: SourceMentions;
}

const SOURCES_SHOWN = 5;
const EXAMPLES_SHOWN = 3;
const IDENTIFIED = 0.99;
/** Below, nobody should count on it. */
const AMBIGUOUS = 0.5;

/** Of a person of one mention whom nobody else could be. */
export const ONE_PLACE: AuthorIdentity = Object.freeze({
  confidence: 1,
  isAmbiguous: false,
  evidence: [],
  mergedFrom: [],
});

/** @param texts what features stand for */
export function identityOf(told: Told, mergedFrom: readonly AuthorId[], texts: readonly string[]): AuthorIdentity {
  let [doubt, weakest] = [0, 1];
  for (const { doubt: own, grounding } of told.drafts) {
    doubt = Math.max(doubt, own);
    if (grounding !== undefined) weakest = Math.min(weakest, probability(grounding.weakest));
  }
  const isPlain = told.placeCount <= 1 && told.persons.length === 0 && told.placed.length <= 1;
  if (
    isPlain &&
    doubt === 0 &&
    !told.isShared &&
    told.lines.length === 0 &&
    told.placed[0]?.mention.identifiers === undefined
  ) {
    return ONE_PLACE;
  }
  const evidence: IdentityEvidence[] = [];
  addIdentifiers(told, evidence);
  addFiles(told, evidence);
  addNames(told, texts, evidence);
  addDecisions(told, evidence);
  const isIdentified = told.placed.some(({ mention }) => (mention.identifiers?.length ?? 0) > 0);
  const isDecided = told.lines.some(({ decision }) => decision.action === 'merge' || decision.action === 'split');
  const confidence = isDecided ? 1 : Math.min(weakest, isIdentified ? IDENTIFIED : 1 - doubt);
  const isAmbiguous = !isDecided && (told.isShared || (!isIdentified && confidence < AMBIGUOUS));
  return { confidence: Math.round(confidence * 1000) / 1000, isAmbiguous, evidence, mergedFrom };
}

function addIdentifiers({ placed, persons, placeCount, mentions }: Told, evidence: IdentityEvidence[]): void {
  if (persons.length === 0 && placed.every(({ mention }) => mention.identifiers === undefined)) return;
  const byIdentifier = new Map<string, SourceMention[]>();
  for (const { sourced, mention } of placed) {
    for (const identifier of mention.identifiers ?? [])
      appendTo(byIdentifier, identifierText(identifier), mentions.of(sourced));
  }
  for (const sourced of persons) {
    for (const identifier of sourced.record.identifiers)
      appendTo(byIdentifier, identifierText(identifier), mentions.of(sourced));
  }
  for (const [identifier, sources] of [...byIdentifier].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const statement = `${identifier} stands beside the name in ${counted(sources.length, 'record')}; ${counted(placeCount, 'paper')} in all.`;
    evidence.push({ kind: 'IDENTIFIER', statement, sources: sources.slice(0, SOURCES_SHOWN) });
  }
}

function addFiles({ persons, isHidden, mentions }: Told, evidence: IdentityEvidence[]): void {
  for (const sourced of persons) {
    const { name, aliases, personKeys } = sourced.record;
    const names = [name, ...aliases].filter((each) => !isHidden(each));
    if (personKeys === undefined || names.length < 2) continue;
    const statement = `"${sourced.file}" names one person ${names.map((each) => `"${each}"`).join(', ')}.`;
    evidence.push({ kind: 'VARIANTS_FILE', statement, sources: mentions.alone(sourced) });
  }
}

function addNames(
  { name, drafts, sources: told, placeCount, isShared, isWithheld }: Told,
  texts: readonly string[],
  evidence: IdentityEvidence[],
): void {
  if (drafts.length > 0 || isShared) {
    const expected = expectedNamesakes(nameForm(name));
    const rarity = expected < 1 ? 'a rare name' : `a name that about ${rounded(expected)} authors may bear`;
    const shared = isShared ? ', and a source has it for several people' : '';
    const sources = told.length <= SOURCES_SHOWN ? told : told.slice(0, SOURCES_SHOWN);
    const papers = counted(placeCount, 'paper');
    const statement = inOnePiece(['"', name, '" is ', rarity, shared, '; it stands on ', papers, '.']);
    evidence.push({ kind: 'SAME_NAME', statement, sources });
  }
  if (drafts.every(({ grounding }) => grounding === undefined || grounding.grounds.length === 0)) return;
  for (const kind of ['SHARED_COAUTHOR', 'SHARED_INSTITUTION', 'SHARED_VENUE', 'SHARED_CATEGORY'] as const) {
    const pieces: string[] = [NOUNS[kind] ?? kind, ' shared by its papers: '];
    const examples: string[] = [];
    let count = 0;
    for (const { grounding } of drafts) {
      const ground = grounding?.grounds.find((each) => each.kind === kind);
      if (ground === undefined) continue;
      count += ground.count;
      for (const feature of ground.examples) {
        const text = texts[feature] ?? '';
        if (examples.length < EXAMPLES_SHOWN && !examples.includes(text) && !isWithheld(text)) {
          pieces.push(examples.length === 0 ? '"' : ', "', text, '"');
          examples.push(text);
        }
      }
    }
    if (examples.length === 0) continue;
    pieces.push(count > examples.length ? ', and more.' : '.');
    evidence.push({ kind, statement: inOnePiece(pieces), sources: NO_SOURCES });
  }
}

const NO_SOURCES: readonly SourceMention[] = [];
const NOUNS: Readonly<Partial<Record<EvidenceKind, string>>> = {
  SHARED_COAUTHOR: 'Coauthors',
  SHARED_INSTITUTION: 'Institutions',
  SHARED_VENUE: 'Venues',
  SHARED_CATEGORY: 'Categories and words of titles',
};

function addDecisions({ lines }: Told, evidence: IdentityEvidence[]): void {
  for (const { decision } of lines) {
    if (decision.action === 'hide-name' || decision.action === 'leave-out') continue;
    const statement = `${decision.by} decided so on ${decision.at.slice(0, 10)} (${decision.action}): ${decision.why}`;
    evidence.push({ kind: 'DECISION', statement, sources: NO_SOURCES });
  }
}

// A text that is put together by a template keeps its pieces; there are millions of these.
function inOnePiece(pieces: readonly string[]): string {
  return pieces.join('');
}

function rounded(count: number): string {
  return count < 10 ? String(Math.round(count)) : String(Number(count.toPrecision(1)));
}
