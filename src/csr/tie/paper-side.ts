/**
 * One side of a search where a hop costs what its cheapest paper costs, a whole number: who is settled comes out of
 * buckets, one for each cost (R. B. Dial, "Algorithm 360: Shortest-path forest with topological ordering", Comm. ACM 12,
 * 632, 1969). A paper is opened by the first of its authors to be settled, and its list is read once, when the search
 * gets to it.
 */
import { at } from '../at.ts';
import type { Links } from './links.ts';
import type { SideScratch } from './tie-scratch.ts';

const SETTLED = 2;

export class PaperSide {
  readonly #links: Links;
  readonly #scratch: SideScratch;
  /** Paper → author who opened it, and 1; 0 where nobody has. */
  readonly #openers: Uint32Array;
  readonly #opened: number[] = [];
  readonly #settled: number[] = [];
  /** Cost → papers that lead to somebody for so much, and authors who are there without a paper. */
  readonly #papers: number[][] = [];
  readonly #authors: number[][] = [];
  /** Of what comes next; Infinity when nothing does. */
  cost = Infinity;

  /** @param scratch and `openers` all zeros; `clear` makes them so again */
  constructor(links: Links, scratch: SideScratch, openers: Uint32Array) {
    this.#links = links;
    this.#scratch = scratch;
    this.#openers = openers;
  }

  get settled(): readonly number[] {
    return this.#settled;
  }

  settledBeside(other: PaperSide): number {
    return this.#settled.filter((author) => other.#scratch.states[author] === 0).length;
  }

  /** Where the search begins: so many hops from the end of the path, for so much. All of one side have as many hops. */
  begin(author: number, cost: number, hops: number): void {
    this.#scratch.hops[author] = hops;
    (this.#authors[cost] ??= []).push(author);
    this.cost = Math.min(this.cost, cost);
  }

  costOf(author: number): number {
    return at(this.#scratch.costs, author);
  }

  hopsOf(author: number): number {
    return at(this.#scratch.hops, author);
  }

  openerOf(paper: number): number | undefined {
    const opener = at(this.#openers, paper);
    return opener === 0 ? undefined : opener - 1;
  }

  /**
   * Settles everybody at `cost`, fewest hops first, and opens their papers; `met` is told each of these with the cost of
   * getting there. Papers that cost more than `most` lead nowhere.
   *
   * @returns those who were settled
   */
  advance(most: number, met: (paper: number, opener: number, cost: number) => void): readonly number[] {
    const { cost } = this;
    const first = this.#settled.length;
    for (const author of this.#authors[cost] ?? []) this.#settle(author, cost, this.hopsOf(author));
    for (const paper of this.#byHops(this.#papers[cost] ?? [])) this.#settleAuthorsOf(paper, cost);
    this.#papers[cost] = [];
    const fresh = this.#settled.slice(first);
    for (const author of fresh) this.#open(author, most, met);
    do this.cost++;
    while (this.cost < this.#end && this.#papers[this.cost] === undefined && this.#authors[this.cost] === undefined);
    if (this.cost >= this.#end) this.cost = Infinity;
    return fresh;
  }

  /** Authors of a paper who might have opened it: settled with its opener's label. */
  openersOf(paper: number): number[] {
    const { paperOffsets, paperAuthors } = this.#links.steps.graph;
    const opener = this.openerOf(paper);
    if (opener === undefined) return [];
    const own = paperAuthors.subarray(paperOffsets[paper], paperOffsets[paper + 1]);
    return [...own].filter(
      (author) =>
        this.#scratch.states[author] === SETTLED &&
        this.costOf(author) === this.costOf(opener) &&
        this.hopsOf(author) === this.hopsOf(opener),
    );
  }

  /** Those whose label and the hop from them make the author's label. */
  before(author: number): number[] {
    const { authorOffsets, authorPapers } = this.#links.steps.graph;
    const own = authorPapers.subarray(authorOffsets[author], authorOffsets[author + 1]);
    return [...own].flatMap((paper) => {
      const opener = this.openerOf(paper);
      if (opener === undefined || this.hopsOf(opener) + 1 !== this.hopsOf(author)) return [];
      const reached = this.costOf(opener) + this.#links.costBy(paper);
      return reached === this.costOf(author) ? this.openersOf(paper) : [];
    });
  }

  clear(): void {
    for (const author of this.#settled) this.#scratch.states[author] = 0;
    for (const paper of this.#opened) this.#openers[paper] = 0;
  }

  get #end(): number {
    return Math.max(this.#papers.length, this.#authors.length);
  }

  #settle(author: number, cost: number, hops: number): void {
    if (at(this.#scratch.states, author) === SETTLED) return;
    this.#scratch.states[author] = SETTLED;
    this.#scratch.costs[author] = cost;
    this.#scratch.hops[author] = hops;
    this.#settled.push(author);
  }

  #settleAuthorsOf(paper: number, cost: number): void {
    const { paperOffsets, paperAuthors } = this.#links.steps.graph;
    const hops = this.#hopsTo(paper);
    const last = at(paperOffsets, paper + 1);
    this.#links.budget.left -= last - at(paperOffsets, paper);
    for (let place = at(paperOffsets, paper); place < last; place++) {
      const author = at(paperAuthors, place);
      if (at(this.#scratch.states, author) === 0 && !this.#links.isOut(author)) this.#settle(author, cost, hops);
    }
  }

  #open(author: number, most: number, met: (paper: number, opener: number, cost: number) => void): void {
    const { authorOffsets, authorPapers } = this.#links.steps.graph;
    const cost = this.costOf(author);
    const last = at(authorOffsets, author + 1);
    this.#links.budget.left -= last - at(authorOffsets, author);
    for (let entry = at(authorOffsets, author); entry < last; entry++) {
      const paper = at(authorPapers, entry);
      if (at(this.#openers, paper) !== 0 || !this.#links.passes(paper)) continue;
      this.#openers[paper] = author + 1;
      this.#opened.push(paper);
      const reached = cost + this.#links.costBy(paper);
      met(paper, author, reached);
      if (reached <= most) (this.#papers[reached] ??= []).push(paper);
    }
  }

  // Everybody whom papers of fewer hops lead to is settled before.
  #byHops(papers: readonly number[]): readonly number[] {
    const groups: number[][] = [];
    for (const paper of papers) (groups[this.#hopsTo(paper)] ??= []).push(paper);
    return groups.flat();
  }

  #hopsTo(paper: number): number {
    return this.hopsOf(at(this.#openers, paper) - 1) + 1;
  }
}
