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
  const bytes = Buffer.allocUnsafe(RECORD_BYTES + 2 + NAME_BYTES);
  recordDigest(key.recordKey).copy(bytes, 0, 0, RECORD_BYTES);
  bytes.writeUInt16BE(key.position === 'owner' ? 0 : Math.min(key.position, MAX_POSITION), RECORD_BYTES);
  bytes.writeUInt32BE(nameDigest(key.name), RECORD_BYTES + 2);
  return `A_${bytes.toString('base64url')}` as AuthorId;
}

export function paperIdOf(key: RecordKey): PaperId {
  return `P_${shortDigest(key)}` as PaperId;
}

/** An institution's key is an identifier in its one form (`ror:…`), else `name:` and its folded name. */
export function institutionIdOf(key: string): InstitutionId {
  return `I_${shortDigest(key)}` as InstitutionId;
}

/** A venue's key is made like an institution's. */
export function venueIdOf(key: string): VenueId {
  return `V_${shortDigest(key)}` as VenueId;
}

/** A source is known by its content: the same file under two names is one source. */
export function sourceIdOf(contentDigest: Buffer): SourceId {
  return `S_${contentDigest.subarray(0, RECORD_BYTES).toString('base64url')}` as SourceId;
}

export const isAuthorId = (text: string): text is AuthorId => AUTHOR_ID.test(text);
export const isPaperId = (text: string): text is PaperId => PAPER_ID.test(text);
export const isVenueId = (text: string): text is VenueId => VENUE_ID.test(text);
export const isInstitutionId = (text: string): text is InstitutionId => INSTITUTION_ID.test(text);

// Mentions are named record by record, and one name is on many.
let lastRecord: { readonly key: RecordKey; readonly bytes: Buffer } | undefined;
const NAMES_KEPT = 200_000;
const nameDigests = new Map<string, number>();

function recordDigest(key: RecordKey): Buffer {
  if (lastRecord?.key !== key) lastRecord = { key, bytes: digest(key) };
  return lastRecord.bytes;
}

function nameDigest(name: string): number {
  let known = nameDigests.get(name);
  if (known === undefined) {
    known = digest(name).readUInt32BE();
    if (nameDigests.size >= NAMES_KEPT) nameDigests.clear();
    nameDigests.set(name, known);
  }
  return known;
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

function shortDigest(text: string): string {
  return digest(text).subarray(0, RECORD_BYTES).toString('base64url');
}
