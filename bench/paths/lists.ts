/** A made corpus as `freeze` takes it, whole or changed, and what comes out of freezing. */
import { readArrays } from '../corpora/array-files.ts';
import type { AuthorLists, FrozenGraph } from '../../src/csr/index.ts';
import { csr } from './measured-csr.ts';

/** The filter that is measured; limit.cpp has the same. */
export const MEASURED_FILTER = { fromYear: 2000, maxAuthors: 25 } as const;

const HYPER_AUTHORS = 5154;

export function listsIn(folder: string): AuthorLists {
  const { paperOffsets, paperAuthors, years } = readArrays(folder);
  const authors = paperAuthors.reduce((most, author) => Math.max(most, author + 1), 0);
  const paperTraits = Uint32Array.from(years, (year, paper) =>
    csr.packTraits({
      year,
      authorCount: (paperOffsets[paper + 1] ?? 0) - (paperOffsets[paper] ?? 0),
      isCountUnknown: false,
    }),
  );
  return { authors, paperOffsets, paperAuthors, paperTraits, authorFlags: new Uint8Array(authors) };
}

/** Only the papers that pass the measured filter. */
export function passingOnly(lists: AuthorLists): AuthorLists {
  const { fromYear, maxAuthors } = MEASURED_FILTER;
  const papers = lists.paperTraits
    .map((_, paper) => paper)
    .filter((paper) => csr.yearOf(lists.paperTraits[paper] ?? 0) >= fromYear && sizeOf(lists, paper) <= maxAuthors);
  const paperOffsets = new Uint32Array(papers.length + 1);
  for (const [at, paper] of papers.entries()) paperOffsets[at + 1] = (paperOffsets[at] ?? 0) + sizeOf(lists, paper);
  const paperAuthors = new Uint32Array(paperOffsets[papers.length] ?? 0);
  for (const [at, paper] of papers.entries()) {
    const first = lists.paperOffsets[paper] ?? 0;
    paperAuthors.set(lists.paperAuthors.subarray(first, first + sizeOf(lists, paper)), paperOffsets[at]);
  }
  const paperTraits = papers.map((paper) => lists.paperTraits[paper] ?? 0);
  return { ...lists, paperOffsets, paperAuthors, paperTraits };
}

/** One paper more, of the 5,154 authors nearest to one: a collaboration, as such papers have. */
export function withHyper(lists: AuthorLists, author: number): AuthorLists {
  const traits = csr.packTraits({ year: 2015, authorCount: HYPER_AUTHORS, isCountUnknown: false });
  return {
    ...lists,
    paperOffsets: joined(lists.paperOffsets, Uint32Array.of(lists.paperAuthors.length + HYPER_AUTHORS)),
    paperAuthors: joined(lists.paperAuthors, Uint32Array.from(nearestTo(lists, author, HYPER_AUTHORS))),
    paperTraits: joined(lists.paperTraits, Uint32Array.of(traits)),
  };
}

function nearestTo(lists: AuthorLists, author: number, count: number): readonly number[] {
  const frozen = csr.freeze(lists, { threads: 1 });
  const { authorOffsets, authorPapers, paperOffsets, paperAuthors } = frozen.graph;
  const found = new Set([frozen.authors.indexOf(author)]);
  // A set is walked in the order in which it was filled, and what is added meanwhile comes too.
  for (const each of found) {
    for (const paper of authorPapers.subarray(authorOffsets[each], authorOffsets[each + 1])) {
      for (const other of paperAuthors.subarray(paperOffsets[paper], paperOffsets[paper + 1])) found.add(other);
    }
    if (found.size >= count) break;
  }
  if (found.size < count) throw new Error(`Only ${found.size} authors are connected with author ${author}.`);
  return [...found].slice(0, count).map((each) => frozen.authors[each] ?? 0);
}

/** Of the graph and of the scratch of every thread. */
export function bytesOf({ graph, scratches }: FrozenGraph): { readonly graph: number; readonly scratch: number } {
  const bytes = (views: object): number =>
    Object.values(views).reduce((sum: number, view: ArrayBufferView) => sum + view.byteLength, 0);
  return { graph: bytes(graph), scratch: scratches.reduce((sum, scratch) => sum + bytes(scratch), 0) };
}

/** The caller's number of an author → that of the graph. */
export function numbersOf({ authors }: FrozenGraph): Uint32Array {
  const numbers = new Uint32Array(authors.length);
  for (const [number, author] of authors.entries()) numbers[author] = number;
  return numbers;
}

function sizeOf({ paperOffsets }: AuthorLists, paper: number): number {
  return (paperOffsets[paper + 1] ?? 0) - (paperOffsets[paper] ?? 0);
}

function joined(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
