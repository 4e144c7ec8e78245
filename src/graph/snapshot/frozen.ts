/** The arrays of a snapshot: the graph in integers, whose number is whose row, and the words that numbers stand for. */
import { coauthorCounts, freeze, LATEST_YEAR, packTraits, shareGraph } from '../../csr/index.ts';
import type { CorpusYears, PaperKinds, SharedGraph, ShareOptions } from '../../csr/index.ts';
import { knownAuthorCount, PAPER_TYPES } from '../../model/index.ts';
import type { AuthorId } from '../../model/index.ts';
import type { NetworkPaper } from '../network.ts';
import type { NetworkRows } from './rows.ts';

export interface FrozenNetwork {
  readonly shared: SharedGraph;
  /** Number of a paper in the graph → row. An author's row is their rank. */
  readonly paperRows: Uint32Array;
  readonly words: Words;
}

/** What is no number. */
export interface Words {
  /** The venue of number 1 first; 0 stands for none. */
  readonly venues: readonly string[];
  /** From 0. */
  readonly categories: readonly string[];
  /** Absent when no paper has a year. */
  readonly years?: CorpusYears;
}

const UNKNOWN = 0;
const LEAST_YEAR = 1;

/** Linear in the authorships. The same rows give the same arrays. */
export function freezeRows(rows: NetworkRows, options: ShareOptions): FrozenNetwork {
  const { authorCount, paperCount, authorshipCount } = rows;
  const paperOffsets = new Uint32Array(paperCount + 1);
  const paperAuthors = new Uint32Array(authorshipCount);
  const paperTraits = new Uint32Array(paperCount);
  const authorFlags = new Uint8Array(authorCount);
  for (let row = 0; row < authorCount; row++) authorFlags[row] = rows.author(row).isAmbiguous === true ? 1 : 0;
  const kinds = new Kinds(paperCount);
  let next = 0;
  let [oldest, newest] = [Infinity, -Infinity];
  for (let row = 0; row < paperCount; row++) {
    const paper = rows.paper(row);
    const seats: Seat[] = [];
    for (let edge = next; edge < authorshipCount; edge++) {
      const { authorId, paperId, position } = rows.authorship(edge);
      if (paperId !== paper.id) break;
      seats.push({ author: rowOf(rows, authorId), position: position ?? Infinity });
    }
    // Rows stand in id order, so this is the order of the author list.
    seats.sort((a, b) => (a.position === b.position ? a.author - b.author : a.position - b.position));
    for (const { author } of seats) paperAuthors[next++] = author;
    paperOffsets[row + 1] = next;
    const { year } = paper;
    if (year !== undefined) [oldest, newest] = [Math.min(oldest, year), Math.max(newest, year)];
    paperTraits[row] = packTraits({
      year: year === undefined ? UNKNOWN : Math.min(Math.max(year, LEAST_YEAR), LATEST_YEAR),
      authorCount: knownAuthorCount(paper, seats.length),
      isCountUnknown: paper.authorCount === undefined,
    });
    kinds.add(row, paper);
  }
  const lists = { authors: authorCount, paperOffsets, paperAuthors, paperTraits, authorFlags, kinds: kinds.arrays() };
  const { authors: _ranks, papers, ...shared } = freeze(lists, options);
  const words = { ...kinds.words(), ...(newest < oldest ? {} : { years: { oldest, newest } }) };
  return { shared, paperRows: papers, words };
}

interface Seat {
  readonly author: number;
  readonly position: number;
}

function rowOf(rows: NetworkRows, author: AuthorId): number {
  const row = rows.authorRow(author);
  if (row === undefined) throw new Error(`There is no author ${author}.`);
  return row;
}

/** Venues, types and categories of papers as numbers. */
class Kinds {
  readonly #venues: Uint32Array;
  readonly #types: Uint8Array;
  readonly #categoryOffsets: Uint32Array;
  readonly #categories: number[] = [];
  readonly #venueNumbers = new Map<string, number>();
  readonly #categoryNumbers = new Map<string, number>();

  constructor(papers: number) {
    this.#venues = new Uint32Array(papers);
    this.#types = new Uint8Array(papers);
    this.#categoryOffsets = new Uint32Array(papers + 1);
  }

  /** Papers come in the order of their rows. */
  add(row: number, { venueId, type, categories }: NetworkPaper): void {
    this.#venues[row] = venueId === undefined ? UNKNOWN : numbered(this.#venueNumbers, venueId) + 1;
    this.#types[row] = PAPER_TYPES.indexOf(type);
    for (const category of categories) this.#categories.push(numbered(this.#categoryNumbers, category));
    this.#categoryOffsets[row + 1] = this.#categories.length;
  }

  arrays(): PaperKinds {
    return {
      venues: this.#venues,
      types: this.#types,
      categoryOffsets: this.#categoryOffsets,
      categories: Uint32Array.from(this.#categories),
    };
  }

  words(): Pick<Words, 'venues' | 'categories'> {
    return { venues: [...this.#venueNumbers.keys()], categories: [...this.#categoryNumbers.keys()] };
  }
}

function numbered(numbers: Map<string, number>, word: string): number {
  let number = numbers.get(word);
  if (number === undefined) numbers.set(word, (number = numbers.size));
  return number;
}

/** How many coauthors each author has, by id. */
export function coauthorCountsOf(rows: NetworkRows, { shared: { graph } }: FrozenNetwork): Map<AuthorId, number> {
  const counts = new Map<AuthorId, number>();
  for (const [author, count] of coauthorCounts(graph).entries()) {
    counts.set(rows.author(graph.authorRanks[author] ?? 0).id, count);
  }
  return counts;
}

/** Arrays by name, to be kept in files. */
export type SavedArrays = Readonly<Record<string, Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>>;

/** Everything that `openFrozen` needs to have the same network again. */
export function arraysOf({ shared, paperRows, words }: FrozenNetwork): SavedArrays {
  return { ...shared.graph, paperRows, words: new TextEncoder().encode(JSON.stringify(words)) };
}

/** One array is missing, or not that of this network. */
export class FrozenArraysError extends Error {
  /** Its name. */
  readonly array: string;

  constructor(array: string, message: string) {
    super(message);
    this.name = 'FrozenArraysError';
    this.array = array;
  }
}

/** Copies the arrays into memory that threads share. Throws a `FrozenArraysError` when they do not fit each other or the rows. */
export function openFrozen(
  arrays: SavedArrays,
  { authorCount, paperCount, authorshipCount }: NetworkRows,
  options: ShareOptions,
): FrozenNetwork {
  const given = (name: string, length?: number): SavedArrays[string] => {
    const array = arrays[name];
    if (array === undefined) throw new FrozenArraysError(name, 'it is missing');
    if (length === undefined || array.length === length) return array;
    throw new FrozenArraysError(name, `it has ${array.length} numbers, not ${length}`);
  };
  const size = {
    authors: authorCount,
    papers: paperCount,
    authorships: authorshipCount,
    categories: given('paperCategories').length,
    components: given('componentOffsets').length - 1,
  };
  const shared = shareGraph(size, options);
  for (const [name, view] of Object.entries(shared.graph)) {
    view.set(given(name, view.length));
  }
  return {
    shared,
    paperRows: Uint32Array.from(given('paperRows', paperCount)),
    words: JSON.parse(new TextDecoder().decode(given('words'))) as Words, // as `arraysOf` wrote it
  };
}
