/** What the network reads of a store's columns: ids, names and printed authorships, by row, when they are asked for. */
import type { NetworkAuthor, NetworkPaper, NetworkRows } from '../graph/index.ts';
import { nameSortKey } from '../model/index.ts';
import type { Author, AuthorId, Paper } from '../model/index.ts';
import type { ColumnStore } from '../store/index.ts';

export function storeRows(store: ColumnStore): NetworkRows {
  const { version, tables } = store;
  return {
    version,
    authorCount: tables.authors.length,
    paperCount: tables.papers.length,
    authorshipCount: tables.authorships.length,
    authorRow: store.authorRow,
    paperRow: store.paperRow,
    author: (row) => new AuthorOfRow(tables.authors.look(row)),
    paper: (row) => networkPaper(tables.papers.look(row)),
    authorship: store.authorshipAt,
  };
}

/** What the network keeps of a paper. */
export function networkPaper(paper: Paper): NetworkPaper {
  const { id, date, authorCount, isAuthorListComplete, categories, type, venueId } = paper;
  return {
    id,
    ...(date.year === undefined ? {} : { year: date.year }),
    ...(authorCount === undefined ? {} : { authorCount }),
    isAuthorListComplete,
    categories: categories.map((category) => category.code),
    type,
    ...(venueId === undefined ? {} : { venueId }),
  };
}

// Mostly only one of the three is wanted, and each is read out of a column.
class AuthorOfRow implements NetworkAuthor {
  readonly #look: Author;

  constructor(look: Author) {
    this.#look = look;
  }

  get id(): AuthorId {
    return this.#look.id;
  }

  get sortName(): NetworkAuthor['sortName'] {
    return nameSortKey(this.#look.name);
  }

  get isAmbiguous(): boolean {
    return this.#look.identity.isAmbiguous;
  }
}
