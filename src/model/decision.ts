/**
 * What people decided about who is who: lines of an append-only log, applied in their order on every load. Nothing is
 * ever taken out of the log; an undo is one more line. A line is one JSON object, and its id follows from the rest of
 * it, so the same decision has the same id wherever it is written down.
 */
import { createHash } from 'node:crypto';

import { isAuthorId, isPaperId } from './id.ts';
import type { AuthorId, PaperId } from './id.ts';
import { sortedUnique } from './order.ts';
import { parseFullDate } from './partial-date.ts';

interface Told {
  /** `D_` and twelve letters; what an undo names. */
  readonly id: string;
  /** Who decided. */
  readonly by: string;
  /** When, ISO 8601 with time and zone. */
  readonly at: string;
  readonly why: string;
}

/** These authors are one person. In id order, at least two. */
export type MergeDecision = Told & { readonly action: 'merge'; readonly authors: readonly AuthorId[] };
/** The author's authorships of these papers belong to another person: one new author has them all. */
export type SplitDecision = Told & {
  readonly action: 'split';
  readonly author: AuthorId;
  /** In id order, at least one. */
  readonly papers: readonly PaperId[];
};
/** The author is shown under this name. */
export type RenameDecision = Told & { readonly action: 'rename'; readonly author: AuthorId; readonly name: string };
/** This form of the author's name stands in no answer, though it still says whose a mention is. */
export type HideNameDecision = Told & {
  readonly action: 'hide-name';
  readonly author: AuthorId;
  readonly name: string;
};
/** The author is in no answer; their authorships show as withheld. */
export type LeaveOutDecision = Told & { readonly action: 'leave-out'; readonly author: AuthorId };
/** An earlier decision no longer holds. An undo can itself be undone. */
export type UndoDecision = Told & { readonly action: 'undo'; readonly decision: string };

export type Decision =
  MergeDecision | SplitDecision | RenameDecision | HideNameDecision | LeaveOutDecision | UndoDecision;

export type DecisionAction = Decision['action'];

type WithoutId<T> = T extends Decision ? Omit<T, 'id'> : never;
/** A decision that has no id yet. */
export type DecisionContent = WithoutId<Decision>;

/** A decision and where it stands, for problems. */
export interface LoggedDecision {
  readonly decision: Decision;
  readonly file: string;
  /** From 1. */
  readonly line?: number;
}

// What each action says beside who, when and why; the order in which a line has it.
const FIELDS = {
  merge: ['authors'],
  split: ['author', 'papers'],
  rename: ['author', 'name'],
  'hide-name': ['author', 'name'],
  'leave-out': ['author'],
  undo: ['decision'],
} as const satisfies Record<DecisionAction, readonly string[]>;

const ACTIONS = Object.keys(FIELDS).join(', ');
const REPEATED: ReadonlySet<string> = new Set(['action', 'id', 'at', 'decision']);
const ID_BYTES = 9;
const DECISION_ID = /^D_[\w-]{12}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

export const isDecisionId = (text: string): boolean => DECISION_ID.test(text);

/**
 * Gives a decision its id and its one form, ids sorted and each once.
 *
 * @throws RangeError for a content that is no decision: fewer than two authors to merge, an empty name, …
 *
 * @example
 * const authors = ['A_OxqXUOSc4BlyYm1xAAAArKhf', 'A_wSkarlIH1eb1dJ53AAGlWeYC'];
 * const told = { by: 'Ada', at: '2026-05-31T12:00:00.000Z', why: 'one ORCID' };
 * newDecision({ action: 'merge', authors, ...told }).id; // D_CMuPWQXshD_p
 */
export function newDecision(content: DecisionContent): Decision {
  const decision = decisionOf({ ...content }); // a copy, which has no type but unknown fields
  if ('invalid' in decision) throw new RangeError(decision.invalid);
  return decision;
}

/**
 * Reads one line of a log. Never throws: what is no decision comes back as `{ invalid }`, a sentence that says what is
 * wrong. The sentence repeats nothing that may be a person's name, for it may be one that is to be hidden.
 *
 * A line written by hand may leave its `id` out; it has the id that its content gives it.
 */
export function parseDecision(line: string): Decision | { readonly invalid: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { invalid: 'The line is no JSON.' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { invalid: 'The line is JSON, but no object.' };
  return decisionOf(value as Readonly<Record<string, unknown>>); // just checked
}

/** The decision as one line of a log, without its line end. */
export function decisionLine(decision: Decision): string {
  const { id, action, by, at, why } = decision;
  return JSON.stringify({ id, action, ...subject(decision), by, at, why });
}

function decisionOf(line: Readonly<Record<string, unknown>>): Decision | { readonly invalid: string } {
  const action = line['action'];
  if (!isAction(action)) {
    return { invalid: `${field(line, 'action')}: expected one of ${ACTIONS}.` };
  }
  const known = new Set<string>(['id', 'action', 'by', 'at', 'why', ...FIELDS[action]]);
  const unknown = Object.keys(line).find((key) => !known.has(key));
  if (unknown !== undefined) {
    return { invalid: `A ${action} has no "${unknown}": it has ${[...known].join(', ')}.` };
  }
  const trouble = toldTrouble(line) ?? FIELDS[action].map((key) => TROUBLE[key](line)).find((found) => found);
  if (trouble !== undefined) return { invalid: trouble };
  const { by, at, why } = line;
  const told = { action, ...subject(line as unknown as Decision), by, at, why }; // every field was just checked
  return { id: line['id'] ?? contentId(told), ...told } as Decision;
}

// Only what tells decisions apart: who is meant, in one order.
function subject(decision: Decision): object {
  switch (decision.action) {
    case 'merge':
      return { authors: sortedUnique(decision.authors) };
    case 'split':
      return { author: decision.author, papers: sortedUnique(decision.papers) };
    case 'rename':
    case 'hide-name':
      return { author: decision.author, name: decision.name };
    case 'leave-out':
      return { author: decision.author };
    case 'undo':
      return { decision: decision.decision };
  }
}

function contentId(told: object): string {
  const digest = createHash('sha256').update(JSON.stringify(told), 'utf8').digest();
  return `D_${digest.subarray(0, ID_BYTES).toString('base64url')}`;
}

type Line = Readonly<Record<string, unknown>>;

function toldTrouble(line: Line): string | undefined {
  const { id, by, at, why } = line;
  if (id !== undefined && !(typeof id === 'string' && isDecisionId(id))) {
    return `${field(line, 'id')}: expected "D_" and twelve letters, or no id.`;
  }
  if (!isText(by)) return `${field(line, 'by')}: expected who decided.`;
  if (typeof at !== 'string' || !isMoment(at)) {
    return `${field(line, 'at')}: expected a time with its zone, such as 2026-05-31T12:00:00Z.`;
  }
  return isText(why) ? undefined : `${field(line, 'why')}: expected the reason in words.`;
}

const TROUBLE: Readonly<Record<(typeof FIELDS)[DecisionAction][number], (line: Line) => string | undefined>> = {
  author: (line) =>
    isOneId(line['author'], isAuthorId) ? undefined : `${field(line, 'author')}: expected an author’s id.`,
  authors: (line) =>
    isIdList(line['authors'], isAuthorId) && new Set(line['authors']).size > 1
      ? undefined
      : `${field(line, 'authors')}: expected a list of at least two different authors’ ids.`,
  papers: (line) =>
    isIdList(line['papers'], isPaperId) && line['papers'].length > 0
      ? undefined
      : `${field(line, 'papers')}: expected a list of at least one paper’s id.`,
  name: ({ name }) => (isText(name) ? undefined : 'The name is missing or empty.'),
  decision: (line) =>
    isOneId(line['decision'], isDecisionId) ? undefined : `${field(line, 'decision')}: expected a decision’s id.`,
};

// A value that should be an id or a moment is repeated; one that may be a person's name is not.
function field(line: Line, key: string): string {
  const value = line[key];
  if (value === undefined) return `"${key}" is missing`;
  return REPEATED.has(key) && typeof value === 'string' ? `"${key}" is "${value}"` : `"${key}" is wrong`;
}

const isAction = (value: unknown): value is DecisionAction => typeof value === 'string' && Object.hasOwn(FIELDS, value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isOneId = (value: unknown, isOne: (text: string) => boolean): boolean =>
  typeof value === 'string' && isOne(value);
const isIdList = (value: unknown, isOne: (text: string) => boolean): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => isOneId(item, isOne));

function isMoment(text: string): boolean {
  const [, day = '', hour, minute, second = '0'] = MOMENT.exec(text) ?? [];
  return parseFullDate(day) !== undefined && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}
