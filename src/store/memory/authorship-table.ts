/**
 * Authorships as rows of authors and papers, in the order of both, with what is printed beside them in columns. An
 * authorship of somebody or something the tables do not have keeps its id in a list of its own.
 */
import { compareText } from '../../model/index.ts';
import type { AuthorId, Authorship, PaperId } from '../../model/index.ts';
import type { RecordTable } from '../columns/record-table.ts';
import { tableOf } from '../columns/record-table.ts';
import { authorshipShape } from './entity-shapes.ts';
import type { AuthorshipRow } from './entity-shapes.ts';

export class AuthorshipTable {
  readonly length: number;
  readonly rows: RecordTable<AuthorshipRow>;
  readonly #ids: IdReaders;
  readonly #authors: Uint32Array;
  readonly #papers: Uint32Array;

  constructor(rows: RecordTable<AuthorshipRow>, ids: IdReaders) {
    this.length = rows.length;
    this.rows = rows;
    this.#ids = ids;
    this.#authors = numbersOf(rows, 'author');
    this.#papers = numbersOf(rows, 'paper');
  }

  get(row: number): Authorship {
    const { author, paper, ...rest } = this.rows.get(row);
    return {
      authorId: this.#ids.author(author),
      paperId: this.#ids.paper(paper),
      ...rest,
    };
  }

  /** All authorships on the paper of a row. */
  onPaper(paper: number): readonly Authorship[] {
    const found: Authorship[] = [];
    for (let row = this.#firstOn(paper); this.#papers[row] === paper; row++) found.push(this.get(row));
    return found;
  }

  /** The papers of every author, as one list and where in it each author's begin. Papers that are not there are left out. */
  papersByAuthor(authorCount: number, paperCount: number): RowGroups {
    const starts = new Uint32Array(authorCount + 1);
    const counts = (row: number): boolean =>
      (this.#authors[row] ?? 0) < authorCount && (this.#papers[row] ?? 0) < paperCount;
    for (let row = 0; row < this.length; row++) {
      const next = (this.#authors[row] ?? 0) + 1;
      if (counts(row)) starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let at = 1; at <= authorCount; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const rows = new Uint32Array(starts[authorCount] ?? 0);
    const ends = starts.slice();
    for (let row = 0; row < this.length; row++) {
      if (!counts(row)) continue;
      const author = this.#authors[row] ?? 0;
      const place = ends[author] ?? 0;
      ends[author] = place + 1;
      rows[place] = this.#papers[row] ?? 0;
    }
    return new RowGroups(starts, rows);
  }

  // Papers ascend but for those that are not there, which no row of a paper asks for: a scan by halves needs them apart.
  #firstOn(paper: number): number {
    return this.#firsts().get(paper) ?? this.length;
  }

  #places: ReadonlyRows | undefined;
  #firsts(): ReadonlyRows {
    return (this.#places ??= firstPlaces(this.#papers));
  }
}

/** How ids of rows are read back. */
export interface IdReaders {
  readonly author: (row: number) => AuthorId;
  readonly paper: (row: number) => PaperId;
}

interface ReadonlyRows {
  get(row: number): number | undefined;
}

// Where the rows of each paper begin.
function firstPlaces(papers: Uint32Array): ReadonlyRows {
  const most = papers.reduce((most, paper) => Math.max(most, paper), -1);
  const firsts = new Uint32Array(most + 1).fill(papers.length);
  for (let row = papers.length - 1; row >= 0; row--) firsts[papers[row] ?? 0] = row;
  return { get: (paper) => firsts[paper] };
}

function numbersOf(rows: RecordTable<AuthorshipRow>, name: 'author' | 'paper'): Uint32Array {
  const numbers = new Uint32Array(rows.length);
  for (let row = 0; row < rows.length; row++) numbers[row] = rows.look(row)[name];
  return numbers;
}

/** Authorships in the order of their papers and authors, as rows; `ids` reads back what it is given. */
export function authorshipRows(
  authorships: readonly Authorship[],
  authors: readonly AuthorId[],
  papers: readonly PaperId[],
): { readonly rows: RecordTable<AuthorshipRow>; readonly strangers: Strangers } {
  const order = Uint32Array.from(authorships.keys());
  const at = (place: number): Authorship => authorships[place] as Authorship; // a place in the list
  order.sort(
    (a, b) => compareText(at(a).paperId, at(b).paperId) || compareText(at(a).authorId, at(b).authorId) || a - b,
  );
  const authorRows = new RowsOfIds(authors);
  const paperRows = new RowsOfIds(papers);
  function* rows(): Iterable<AuthorshipRow> {
    for (const place of order) {
      const { authorId, paperId, ...rest } = at(place);
      yield { author: authorRows.of(authorId), paper: paperRows.of(paperId), ...rest };
    }
  }
  return {
    rows: tableOf(authorshipShape, rows()),
    strangers: { authors: authorRows.strangers, papers: paperRows.strangers },
  };
}

/** Ids that the tables do not have, as if they stood after the last row. */
export interface Strangers {
  readonly authors: readonly AuthorId[];
  readonly papers: readonly PaperId[];
}

class RowsOfIds<Id extends string> {
  readonly strangers: Id[] = [];
  readonly #rows: Map<Id, number>;

  constructor(known: readonly Id[]) {
    this.#rows = new Map(known.map((id, row) => [id, row]));
  }

  of(id: Id): number {
    let row = this.#rows.get(id);
    if (row === undefined) {
      row = this.#rows.size;
      this.strangers.push(id);
      this.#rows.set(id, row);
    }
    return row;
  }
}

/** Rows in groups that are numbered. */
export class RowGroups {
  readonly #starts: Uint32Array;
  readonly #rows: Uint32Array;

  constructor(starts: Uint32Array, rows: Uint32Array) {
    this.#starts = starts;
    this.#rows = rows;
  }

  of(group: number): Uint32Array {
    return this.#rows.subarray(this.#starts[group] ?? 0, this.#starts[group + 1] ?? 0);
  }
}
