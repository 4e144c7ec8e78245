/** What the ids of a paper and of its mentions are made of, each worked out once: 16 bytes for each paper. */
import { authorIdAt, paperIdAt, RECORD_LETTERS, writeAddress } from '../../model/index.ts';
import type { AuthorId, MentionPosition, PaperId, PaperRecord } from '../../model/index.ts';

import type { Sourced } from '../sourced.ts';

export class Addresses {
  readonly #letters: Uint8Array;

  /** @param groups the records of each paper, in one order; the first names it */
  constructor(groups: readonly (readonly Sourced<PaperRecord>[])[]) {
    this.#letters = new Uint8Array(RECORD_LETTERS * groups.length);
    for (const [paper, [first]] of groups.entries()) {
      if (first !== undefined) writeAddress(first.record.key, this.#letters, RECORD_LETTERS * paper);
    }
  }

  paperId(paper: number): PaperId {
    return paperIdAt(this.#letters, RECORD_LETTERS * paper);
  }

  /** Of a mention on the paper's first record. @param name digest of the folded name */
  authorId(paper: number, position: MentionPosition, name: number): AuthorId {
    return authorIdAt(this.#letters, RECORD_LETTERS * paper, position, name);
  }
}
