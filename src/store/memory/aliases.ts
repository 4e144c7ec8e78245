/**
 * Other ids of the records. Most are of mentions, one for nearly every authorship, and follow from it: a mention's id
 * begins with the letters of its record's, goes on with the place on the list and ends with the printed name (`model/id`).
 * So only a bit is kept of them, and a sorted table of the others.
 */
import {
  authorIdAt,
  compareText,
  foldName,
  isAuthorId,
  nameDigest,
  paperIdOf,
  RECORD_LETTERS,
  remembered,
} from '../../model/index.ts';
import type { Authorship, AuthorId, Paper, PaperId } from '../../model/index.ts';
import { hasBit } from '../columns/chunk.ts';
import { GrowingBits } from '../columns/growing.ts';
import { tableOf } from '../columns/record-table.ts';
import type { RecordTable } from '../columns/record-table.ts';
import type { AuthorshipTable } from './authorship-table.ts';
import { aliasShape } from './entity-shapes.ts';
import type { AliasRow } from './entity-shapes.ts';
import { rowOfId, rowOfText } from './row-of-text.ts';

const PREFIX_LETTERS = 2;

export class Aliases {
  readonly #table: RecordTable<AliasRow>;
  readonly #papers: RecordTable<Paper>;
  readonly #authorships: AuthorshipTable;
  readonly #followed: Uint8Array;

  /** @param followed a bit per authorship: whether the ids of its mentions are aliases of its author */
  constructor(
    table: RecordTable<AliasRow>,
    papers: RecordTable<Paper>,
    authorships: AuthorshipTable,
    followed: Uint8Array,
  ) {
    this.#table = table;
    this.#papers = papers;
    this.#authorships = authorships;
    this.#followed = followed;
  }

  /** The id that an alias has now, if it is one of those kept. */
  kept(alias: string): string | undefined {
    const row = rowOfText(this.#table, 'alias', alias);
    return row === undefined ? undefined : this.#table.look(row).id;
  }

  /** The row of the author of whom the id names a mention, if it follows from an authorship. */
  authorOf(alias: string): number | undefined {
    if (!isAuthorId(alias)) return undefined;
    const record = `P_${alias.slice(PREFIX_LETTERS, PREFIX_LETTERS + RECORD_LETTERS)}` as PaperId; // as an author's id begins
    const paper = rowOfId(this.#papers, this.kept(record) ?? record);
    if (paper === undefined || !recordIds(this.#papers.get(paper)).includes(record)) return undefined;
    const [first, end] = this.#authorships.rowsOn(paper);
    for (let row = first; row < end; row++) {
      if (!hasBit(this.#followed, row)) continue;
      const { position, rawNames } = this.#authorships.table.look(row);
      if (rawNames.some((name) => mentionId(record, position, nameDigest(foldName(name))) === alias)) {
        return this.#authorships.authors[row];
      }
    }
    return undefined;
  }
}

export interface KeptAliases {
  readonly table: RecordTable<AliasRow>;
  /** A bit per authorship, lowest first; none at all where there are no aliases. */
  readonly followed: Uint8Array;
}

/**
 * Which aliases follow from authorships, and a table of the others.
 *
 * @param told alias → id
 * @param authorships in the order of their rows, each with its paper where there is one
 * @param isAuthor whether somebody has the id now
 */
export function keptAliases(
  told: ReadonlyMap<string, string>,
  authorships: Iterable<readonly [Authorship, Paper | undefined]>,
  isAuthor: (id: AuthorId) => boolean,
): KeptAliases {
  const followed = new GrowingBits();
  const following = new IdSet();
  if (told.size > 0) {
    const digestOf = remembered((name: string) => nameDigest(foldName(name)), { most: DIGESTS_KEPT });
    const recordsOf = latest((paper: Paper) => recordIds(paper));
    for (const [{ authorId, position, rawNames }, paper] of authorships) {
      const records = paper === undefined ? [] : recordsOf(paper);
      const ids = records.flatMap((record) => rawNames.map((name) => mentionId(record, position, digestOf(name))));
      const leadsThere = (id: AuthorId): boolean =>
        id === authorId ? !told.has(id) : told.get(id) === authorId && !isAuthor(id);
      const areFound = records.every((record) => record === paper?.id || told.get(record) === paper?.id);
      const isFollowed = ids.length > 0 && areFound && ids.every(leadsThere);
      followed.push(isFollowed);
      if (isFollowed) for (const id of ids) following.add(id);
    }
  }
  const others = [...told].filter(([alias]) => !following.has(alias)).map(([alias, id]) => ({ alias, id }));
  const table = tableOf(
    aliasShape,
    others.sort((a, b) => compareText(a.alias, b.alias)),
  );
  return { table, followed: followed.cut() };
}

const DIGESTS_KEPT = 100_000;

/** A set of more ids than the 16.7 million that one `Set` can hold: they are even over their third letter. */
class IdSet {
  readonly #parts = Array.from({ length: 64 }, () => new Set<string>());

  add(id: string): void {
    this.#part(id)?.add(id);
  }

  has(id: string): boolean {
    return this.#part(id)?.has(id) ?? false;
  }

  #part(id: string): Set<string> | undefined {
    return this.#parts[id.charCodeAt(PREFIX_LETTERS) & 63];
  }
}

/** The ids that a paper's records alone would have. */
function recordIds({ sources }: Paper): PaperId[] {
  return [...new Set(sources.map(({ recordKey }) => paperIdOf(recordKey)))];
}

// The authorships of one paper follow each other.
function latest<Argument, Result>(of: (argument: Argument) => Result): (argument: Argument) => Result {
  let known: { readonly argument: Argument; readonly result: Result } | undefined;
  return (argument) => (known?.argument === argument ? known : (known = { argument, result: of(argument) })).result;
}

const letters = new Uint8Array(RECORD_LETTERS);

function mentionId(record: string, position: number | undefined, name: number): AuthorId {
  for (let at = 0; at < RECORD_LETTERS; at++) letters[at] = record.charCodeAt(PREFIX_LETTERS + at);
  return authorIdAt(letters, 0, position ?? 'owner', name);
}
