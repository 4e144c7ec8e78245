/** Between ids and the numbers of the graph, through the rows that both have. */
import type { WalkFilter } from '../../csr/index.ts';
import { canonicalFilter, collaborationTest, PAPER_TYPES } from '../../model/index.ts';
import type { AuthorId, CollaborationFilter, PaperId } from '../../model/index.ts';
import type { FrozenNetwork } from './frozen.ts';
import type { NetworkRows } from './rows.ts';

/** The number of nobody. */
export const NOBODY = -1;

export class Numbers {
  readonly #rows: NetworkRows;
  readonly #frozen: FrozenNetwork;
  /** Row → number. */
  readonly #authors: Uint32Array;
  readonly #papers: Uint32Array;
  readonly #venues: ReadonlyMap<string, number>;
  readonly #categories: ReadonlyMap<string, number>;

  constructor(rows: NetworkRows, frozen: FrozenNetwork) {
    this.#rows = rows;
    this.#frozen = frozen;
    this.#authors = inverse(frozen.shared.graph.authorRanks);
    this.#papers = inverse(frozen.paperRows);
    this.#venues = new Map(frozen.words.venues.map((id, at) => [id, at + 1]));
    this.#categories = new Map(frozen.words.categories.map((code, at) => [code, at]));
  }

  author(id: AuthorId): number {
    const row = this.#rows.authorRow(id);
    return row === undefined ? NOBODY : (this.#authors[row] ?? NOBODY);
  }

  paper(id: PaperId): number {
    const row = this.#rows.paperRow(id);
    return row === undefined ? NOBODY : (this.#papers[row] ?? NOBODY);
  }

  authorRow(author: number): number {
    return this.#frozen.shared.graph.authorRanks[author] ?? 0;
  }

  paperRow(paper: number): number {
    return this.#frozen.paperRows[paper] ?? 0;
  }

  authorId(author: number): AuthorId {
    return this.#rows.author(this.authorRow(author)).id;
  }

  /** Throws a `RequestError` for a filter that cannot be meant. What says nothing is left out. */
  filter(filter: CollaborationFilter): WalkFilter {
    collaborationTest(filter);
    const { excludeAuthors = [], excludePapers = [], ...asked } = canonicalFilter(filter);
    const excludedAuthors = (excludeAuthors ?? []).map((id) => this.author(id)).filter((author) => author !== NOBODY);
    const excludedPapers = (excludePapers ?? []).map((id) => this.paper(id)).filter((paper) => paper !== NOBODY);
    const { fromYear, toYear, maxAuthorsPerPaper, venues, types, categories } = asked;
    return {
      ...(fromYear == null ? {} : { fromYear }),
      ...(toYear == null ? {} : { toYear }),
      ...(maxAuthorsPerPaper == null ? {} : { maxAuthors: maxAuthorsPerPaper }),
      ...(venues == null ? {} : { venues: venues.flatMap((id) => this.#venues.get(id) ?? []) }),
      ...(types == null ? {} : { types: types.map((type) => PAPER_TYPES.indexOf(type)) }),
      ...(categories == null ? {} : { categories: categories.flatMap((code) => this.#categories.get(code) ?? []) }),
      ...(excludedAuthors.length === 0 ? {} : { excludedAuthors }),
      ...(excludedPapers.length === 0 ? {} : { excludedPapers }),
      ...(asked.excludeAmbiguousAuthors === true ? { excludesFlagged: true } : {}),
    };
  }
}

function inverse(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place++) places[order[place] ?? 0] = place;
  return places;
}
