/**
 * Ids that clients keep: derived from content alone, so the same input gives the same ids on every machine and in
 * every order of loading.
 *
 * - A *record key* names one record of one source: `dblp:conf/acl/X21`.
 * - A *mention key* names one printed name on one record: record key, position (or `owner`), folded name.
 * - A paper's id is made of its smallest record key, an author's of its smallest mention key. Every other key of the
 *   same paper or person makes an alias that stays valid for ever.
 *
 * An author id is the address of a mention in fixed width: 12 bytes of the record key's SHA-256, 2 of the position,
 * 4 of the name's. The same record bytes stand in the paper's id, so a store can find an alias by its record instead
 * of keeping a table of every mention. 96 bits make a collision among 30 million records a matter of 1 in 10^14.
 */
import { hash } from 'node:crypto';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type AuthorId = Branded<'AuthorId'>;
export type PaperId = Branded<'PaperId'>;
export type InstitutionId = Branded<'InstitutionId'>;
export type VenueId = Branded<'VenueId'>;
export type SourceId = Branded<'SourceId'>;
export type RecordKey = Branded<'RecordKey'>;

/** Where a name stands: its place in the printed author list, from 1, or the owner of the page it was found on. */
export type MentionPosition = number | 'owner';

/** One printed name on one record. `name` is folded (see `foldName`). */
export interface MentionKey {
  readonly recordKey: RecordKey;
  readonly position: MentionPosition;
  readonly name: string;
}

const RECORD_BYTES = 12;
/** Of a record's digest in an id. */
export const RECORD_LETTERS = (4 * RECORD_BYTES) / 3;
const NAME_BYTES = 4;
const MAX_POSITION = 0xffff;

const AUTHOR_ID = /^A_[\w-]{24}$/;
const PAPER_ID = /^P_[\w-]{16}$/;
const INSTITUTION_ID = /^I_[\w-]{16}$/;
const VENUE_ID = /^V_[\w-]{16}$/;

/** Names a record of a source, e.g. `recordKey('dblp', 'conf/acl/X21')`. */
export function recordKey(catalogue: string, key: string): RecordKey {
  return `${catalogue}:${key}` as RecordKey;
}

/** The text form of a mention key, by which mention keys are ordered. */
export function mentionKeyText(key: MentionKey): string {
  return `${key.recordKey}#${key.position}#${key.name}`;
}

export function authorIdOf(key: MentionKey): AuthorId {
  const letters = new Uint8Array(RECORD_LETTERS);
  writeAddress(key.recordKey, letters, 0);
  return authorIdAt(letters, 0, key.position, nameDigest(key.name));
}

/**
 * Writes the letters that a paper's id and those of its mentions have in common, for who needs many of them:
 * `RECORD_LETTERS` bytes, from `at` on.
 */
export function writeAddress(key: RecordKey, into: Uint8Array, at: number): void {
  const letters = digest(key);
  for (let letter = 0; letter < RECORD_LETTERS; letter++) into[at + letter] = letters.charCodeAt(letter);
}

/** @param address where `letters` have the record's; @param name digest of the folded name */
export function authorIdAt(letters: Uint8Array, address: number, position: MentionPosition, name: number): AuthorId {
  const place = position === 'owner' ? 0 : Math.min(position, MAX_POSITION);
  copyAddress(letters, address);
  writeLetters(place * 2 ** 8 + Math.floor(name / 2 ** 24), PREFIX + RECORD_LETTERS);
  writeLetters(name % 2 ** 24, PREFIX + RECORD_LETTERS + 4);
  return spelled('A', AUTHOR_LETTERS) as AuthorId;
}

export function paperIdOf(key: RecordKey): PaperId {
  return shortId('P', key) as PaperId;
}

export function paperIdAt(letters: Uint8Array, address: number): PaperId {
  copyAddress(letters, address);
  return spelled('P', SHORT_LETTERS) as PaperId;
}

/**
 * The id under which a person is found who had an identifier once: a source gave it up for another of theirs, and no
 * mention has it.
 *
 * @param identifier `dblp:65/9612`
 */
export function givenUpIdOf(identifier: string): AuthorId {
  return authorIdOf({ recordKey: identifier as RecordKey, position: 'owner', name: '' });
}

/** An institution's key is an identifier in its one form (`ror:…`), else `name:` and its folded name. */
export function institutionIdOf(key: string): InstitutionId {
  return shortId('I', key) as InstitutionId;
}

/** A venue's key is made like an institution's. */
export function venueIdOf(key: string): VenueId {
  return shortId('V', key) as VenueId;
}

/** A source is known by its content: the same file under two names is one source. */
export function sourceIdOf(contentDigest: Buffer): SourceId {
  return `S_${contentDigest.subarray(0, RECORD_BYTES).toString('base64url')}` as SourceId;
}

export const isAuthorId = (text: string): text is AuthorId => AUTHOR_ID.test(text);
export const isPaperId = (text: string): text is PaperId => PAPER_ID.test(text);
export const isVenueId = (text: string): text is VenueId => VENUE_ID.test(text);
export const isInstitutionId = (text: string): text is InstitutionId => INSTITUTION_ID.test(text);

/** The first four bytes of the digest of a folded name, as a number. */
export function nameDigest(name: string): number {
  return Number.parseInt(hash('sha256', name, 'hex').slice(0, 2 * NAME_BYTES), 16);
}

// Letters are put together here and copied from here: a text that is pieced together would keep its pieces.
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PREFIX = 2;
const SHORT_LETTERS = PREFIX + RECORD_LETTERS;
const AUTHOR_LETTERS = PREFIX + RECORD_LETTERS + (4 * (2 + NAME_BYTES)) / 3;
const scratch = Buffer.alloc(AUTHOR_LETTERS, '__', 'latin1');

function copyAddress(letters: Uint8Array, from: number): void {
  for (let at = 0; at < RECORD_LETTERS; at++) scratch[PREFIX + at] = letters[from + at] ?? 0;
}

// Four of 24 bits.
function writeLetters(bits: number, from: number): void {
  for (let at = 0; at < 4; at++) scratch[from + at] = DIGITS.charCodeAt((bits >> (18 - 6 * at)) & 63);
}

function shortId(kind: string, key: string): string {
  scratch.write(digest(key).slice(0, RECORD_LETTERS), PREFIX, 'latin1');
  return spelled(kind, SHORT_LETTERS);
}

function spelled(kind: string, length: number): string {
  scratch[0] = kind.charCodeAt(0);
  return scratch.toString('latin1', 0, length);
}

// Three bytes are four letters, so the first bytes are the first letters.
function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}
