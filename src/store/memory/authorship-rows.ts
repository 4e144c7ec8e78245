/** Fills the table of authorships: in the order of papers, then authors, with rows instead of ids. */
import { compareText } from '../../model/index.ts';
import type { Author, Authorship, Paper } from '../../model/index.ts';
import { tableOf } from '../columns/record-table.ts';
import type { RecordTable } from '../columns/record-table.ts';
import type { Strangers } from './authorship-table.ts';
import { authorshipShape } from './entity-shapes.ts';
import type { AuthorshipRow, KeptAuthorship } from './entity-shapes.ts';

export interface AuthorshipRows {
  /** As kept: without the names that are the author's. */
  readonly rows: RecordTable<AuthorshipRow>;
  readonly strangers: Strangers;
  /** In the order of rows, each with its paper where there is one. */
  readonly inOrder: () => Iterable<readonly [Authorship, Paper | undefined]>;
}

/** @param authors and `papers` in the order of their rows */
export function authorshipRows(
  authorships: readonly Authorship[],
  authors: readonly Author[],
  papers: readonly Paper[],
): AuthorshipRows {
  const at = (place: number): Authorship => authorships[place] as Authorship; // a place in the list
  const order = orderOf(authorships);
  const authorRows = new RowsOfIds(authors);
  const paperRows = new RowsOfIds(papers);
  function* rows(): Iterable<KeptAuthorship> {
    for (const place of order) {
      const { authorId, paperId, rawNames, ...rest } = at(place);
      const author = authorRows.of(authorId);
      const isAuthors = rawNames.length === 1 && rawNames[0] === authors[author]?.name;
      yield { author, paper: paperRows.of(paperId), ...rest, ...(isAuthors ? {} : { rawNames }) };
    }
  }
  const table = tableOf(authorshipShape, rows(), { isInOneChunk: true });
  return {
    rows: table as RecordTable<object> as RecordTable<AuthorshipRow>, // names are added where it is read
    strangers: { authors: authorRows.strangers, papers: paperRows.strangers },
    *inOrder() {
      for (const place of order) yield [at(place), papers[paperRows.of(at(place).paperId)]];
    },
  };
}

// Places in the list, by paper, then author; a list that is in order is not sorted again.
function orderOf(authorships: readonly Authorship[]): Uint32Array {
  const order = new Uint32Array(authorships.length).map((_, place) => place);
  let before: Authorship | undefined;
  for (const authorship of authorships) {
    if (before !== undefined && compareSeats(before, authorship) > 0) {
      return order.sort(
        (a, b) => compareSeats(authorships[a] as Authorship, authorships[b] as Authorship) || a - b, // places in the list
      );
    }
    before = authorship;
  }
  return order;
}

function compareSeats(one: Authorship, other: Authorship): number {
  return compareText(one.paperId, other.paperId) || compareText(one.authorId, other.authorId);
}

class RowsOfIds<Id extends string> {
  readonly strangers: Id[] = [];
  readonly #rows: Map<Id, number>;

  constructor(known: readonly { readonly id: Id }[]) {
    this.#rows = new Map(known.map(({ id }, row) => [id, row]));
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
