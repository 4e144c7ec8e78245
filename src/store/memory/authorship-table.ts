/**
 * Authorships as rows of authors and papers, in the order of both, with what is printed beside them in columns. All are
 * in one chunk, so that the rows of authors and papers are two arrays. An authorship of somebody or something the tables
 * do not have keeps its id in a list of its own.
 */
import type { AuthorId, Authorship, Paper, PaperId } from '../../model/index.ts';
import type { RecordTable } from '../columns/record-table.ts';
import type { AuthorRecord } from '../record-store.ts';
import type { AuthorshipRow } from './entity-shapes.ts';
import { rowGroups } from './row-groups.ts';
import type { RowGroups } from './row-groups.ts';

/** Ids that the tables do not have, as if they stood after the last row. */
export interface Strangers {
  readonly authors: readonly AuthorId[];
  readonly papers: readonly PaperId[];
}

const NO_STRANGERS: Strangers = { authors: [], papers: [] };

export class AuthorshipTable {
  readonly length: number;
  /** As they are kept, printed names added where they are the author's. */
  readonly table: RecordTable<AuthorshipRow>;
  /** By authorship: the row of its author, and of its paper. */
  readonly authors: Uint32Array;
  readonly papers: Uint32Array;
  readonly #authorTable: RecordTable<AuthorRecord>;
  readonly #paperTable: RecordTable<Paper>;
  readonly #strangers: Strangers;
  /** By paper: its first row, or the number of rows. */
  readonly #firsts: Uint32Array;

  constructor(
    rows: RecordTable<AuthorshipRow>,
    authors: RecordTable<AuthorRecord>,
    papers: RecordTable<Paper>,
    strangers = NO_STRANGERS,
  ) {
    this.length = rows.length;
    this.authors = wholeNumbers(rows, 'author');
    this.papers = wholeNumbers(rows, 'paper');
    this.table = rows.deriving({
      rawNames: (kept, row) => kept ?? [authors.look(this.authors[row] ?? 0).name],
    });
    this.#authorTable = authors;
    this.#paperTable = papers;
    this.#strangers = strangers;
    this.#firsts = new Uint32Array(papers.length + strangers.papers.length).fill(rows.length);
    for (let row = rows.length - 1; row >= 0; row--) this.#firsts[this.papers[row] ?? 0] = row;
  }

  get(row: number): Authorship {
    const { author, paper, ...rest } = this.table.get(row);
    return { authorId: this.authorIdOf(author), paperId: this.paperIdOf(paper), ...rest };
  }

  /** An authorship whose fields are read when they are asked for. */
  look(row: number): Authorship {
    return new AuthorshipLook(this, row);
  }

  /** The id of an author's row. */
  authorIdOf(author: number): AuthorId {
    return this.#strangers.authors[author - this.#authorTable.length] ?? this.#authorTable.look(author).id;
  }

  paperIdOf(paper: number): PaperId {
    return this.#strangers.papers[paper - this.#paperTable.length] ?? this.#paperTable.look(paper).id;
  }

  /** The rows of authorships on the paper of a row: from the first up to the end. */
  rowsOn(paper: number): readonly [first: number, end: number] {
    const first = this.#firsts[paper] ?? this.length;
    let end = first;
    while (this.papers[end] === paper) end++;
    return [first, end];
  }

  /** What the paper of a row prints beside the name of the author of a row. */
  institutionIdsOf(author: number, paper: number): Authorship['institutionIds'] {
    let [low, high] = this.rowsOn(paper);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.authors[middle] ?? 0) < author) low = middle + 1;
      else high = middle;
    }
    return this.authors[low] === author && this.papers[low] === paper ? this.table.look(low).institutionIds : [];
  }

  /** A look at all authorships on the paper of a row. */
  onPaper(paper: number): readonly Authorship[] {
    const [first, end] = this.rowsOn(paper);
    const found: Authorship[] = [];
    for (let row = first; row < end; row++) found.push(this.look(row));
    return found;
  }
}

class AuthorshipLook implements Authorship {
  readonly #authorships: AuthorshipTable;
  readonly #row: number;

  constructor(authorships: AuthorshipTable, row: number) {
    this.#authorships = authorships;
    this.#row = row;
  }

  get authorId(): AuthorId {
    return this.#authorships.authorIdOf(this.#authorships.authors[this.#row] ?? -1);
  }

  get paperId(): PaperId {
    return this.#authorships.paperIdOf(this.#authorships.papers[this.#row] ?? -1);
  }

  // Undefined for an absent one, which `Authorship` has not.
  get position(): number {
    return this.#authorships.table.look(this.#row).position as number;
  }

  get isListed(): boolean {
    return this.#authorships.table.look(this.#row).isListed;
  }

  get rawNames(): readonly string[] {
    return this.#authorships.table.look(this.#row).rawNames;
  }

  get institutionIds(): Authorship['institutionIds'] {
    return this.#authorships.table.look(this.#row).institutionIds;
  }
}

/** Rows of papers by row of author. Authors and papers that are not there are left out. */
export function papersByAuthor(rows: RecordTable<AuthorshipRow>, authorCount: number, paperCount: number): RowGroups {
  const [authors, papers] = [wholeNumbers(rows, 'author'), wholeNumbers(rows, 'paper')];
  return rowGroups(authorCount, (tell) => {
    for (const [row, author] of authors.entries()) {
      const paper = papers[row] ?? 0;
      if (paper < paperCount) tell(author, paper);
    }
  });
}

/** A column of numbers of a table in one chunk, where it lies if it is wide enough. */
function wholeNumbers(rows: RecordTable<AuthorshipRow>, name: 'author' | 'paper'): Uint32Array {
  const { values, length = 0 } = rows.column(name).chunkOf(0) ?? {};
  if (!(values instanceof Int32Array)) return Uint32Array.from(values?.subarray(0, length) ?? []);
  return new Uint32Array(values.buffer, values.byteOffset, length); // what a file has may be filled up with zeros
}
