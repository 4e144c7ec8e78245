/**
 * Like `bestTies`, where the cost of a hop is that of its cheapest paper: then a paper has a label too, that of the first
 * of its authors to be settled, and its list is read once from each side. It takes the authorships around the two ends,
 * not the pairs of coauthors.
 */
import { at } from '../at.ts';
import { PathGraphBuilder } from '../path/path-graph.ts';
import type { BestPaths } from '../path/path-graph.ts';
import { WalkStopped } from '../walk.ts';
import type { TieQuestion } from './best-ties.ts';
import { Crossings } from './crossings.ts';
import type { Links } from './links.ts';
import { Side } from './side.ts';
import { tieScratchOf } from './tie-scratch.ts';

/** Throws `WalkStopped`. */
export function bestRecent(links: Links, question: TieQuestion): BestPaths {
  const { start, firstHops, to } = question;
  const scratch = tieScratchOf(links.steps);
  const near = new PaperSide(links, new Side(scratch.near), scratch.openers.near);
  const far = new PaperSide(links, new Side(scratch.far), scratch.openers.far);
  try {
    const firsts = new Crossings<number>(); // whom the start leads to
    const papers = new Crossings<number>();
    far.side.propose(to, 0, 0);
    for (const [author, cost] of firstHops) near.side.propose(author, cost, 1);
    const isOver = (cost: number, hops: number): boolean =>
      firsts.isBetterThan(cost, hops) || papers.isBetterThan(cost, hops);
    while (!isOver(near.side.cost + far.side.cost, near.side.hops + far.side.hops)) {
      // The far side first, so that the end is settled whatever happens.
      const [one, other] = far.side.cost <= near.side.cost ? [far, near] : [near, far];
      const author = one.side.settle();
      const [cost, hops] = [one.side.costOf(author), one.side.hopsOf(author)];
      const first = one === far ? firstHops.get(author) : undefined;
      if (first !== undefined) firsts.add(author, first + cost, 1 + hops);
      links.checkBudget();
      one.open(author, Math.min(firsts.cost, papers.cost) - other.side.cost, (paper, reached) => {
        const opener = other.openerOf(paper);
        if (opener === undefined || opener === author) return;
        papers.add(paper, reached + other.side.costOf(opener), hops + 1 + other.side.hopsOf(opener));
      });
    }
    const visited = near.side.found + far.side.foundBeside(near.side);
    const best = papers.isBetterThan(firsts.cost, firsts.hops) ? papers : firsts;
    if (best.cost === Infinity) return { visited };
    const isBest = ({ cost, hops }: Crossings<number>): boolean => cost === best.cost && hops === best.hops;
    const builder = new PathGraphBuilder(start);
    const nearer = new Set<number>();
    const farther = new Set(isBest(firsts) ? firsts.places : []);
    for (const author of farther) builder.addHop(start, author);
    for (const paper of isBest(papers) ? papers.places : []) {
      const afterwards = [...far.openersOf(paper)];
      for (const one of near.openersOf(paper)) {
        nearer.add(one);
        for (const other of afterwards) builder.addHop(one, other);
      }
      for (const other of afterwards) farther.add(other);
    }
    for (const author of nearer) {
      const isFirst = near.side.hopsOf(author) === 1 && firstHops.get(author) === near.side.costOf(author);
      if (isFirst) builder.addHop(start, author);
      for (const before of near.before(author)) {
        builder.addHop(before, author);
        nearer.add(before);
      }
    }
    for (const author of farther) {
      for (const after of far.before(author)) {
        builder.addHop(author, after);
        farther.add(after);
      }
    }
    return { graph: builder.build(to, best), visited };
  } catch (error) {
    if (!(error instanceof WalkStopped)) throw error;
    throw new WalkStopped(near.side.found + far.side.foundBeside(near.side));
  } finally {
    near.clear();
    far.clear();
  }
}

class PaperSide {
  readonly side: Side;
  readonly #links: Links;
  /** Paper → author who opened it, and 1; 0 where nobody has. */
  readonly #openers: Uint32Array;
  readonly #opened: number[] = [];

  constructor(links: Links, side: Side, openers: Uint32Array) {
    this.side = side;
    this.#links = links;
    this.#openers = openers;
  }

  openerOf(paper: number): number | undefined {
    const opener = at(this.#openers, paper);
    return opener === 0 ? undefined : opener - 1;
  }

  /**
   * Opens the papers of somebody just settled; `met` is told each with the cost of getting there. Nobody is proposed for
   * more than `most`.
   */
  open(author: number, most: number, met: (paper: number, cost: number) => void): void {
    const { budget } = this.#links;
    const { authorOffsets, authorPapers, paperOffsets, paperAuthors } = this.#links.steps.graph;
    const [cost, hops] = [this.side.costOf(author), this.side.hopsOf(author)];
    const lastEntry = at(authorOffsets, author + 1);
    budget.left -= lastEntry - at(authorOffsets, author);
    for (let entry = at(authorOffsets, author); entry < lastEntry; entry++) {
      const paper = at(authorPapers, entry);
      if (at(this.#openers, paper) !== 0 || !this.#links.passes(paper)) continue;
      this.#openers[paper] = author + 1;
      this.#opened.push(paper);
      const reached = cost + this.#links.costBy(paper);
      met(paper, reached);
      if (reached > most) continue;
      const last = at(paperOffsets, paper + 1);
      budget.left -= last - at(paperOffsets, paper);
      for (let place = at(paperOffsets, paper); place < last; place++) {
        const next = at(paperAuthors, place);
        if (!this.#links.isOut(next)) this.side.propose(next, reached, hops + 1);
      }
    }
  }

  /** Authors of a paper who might have opened it: settled with its opener's label. */
  *openersOf(paper: number): Iterable<number> {
    const { paperOffsets, paperAuthors } = this.#links.steps.graph;
    const opener = this.openerOf(paper);
    if (opener === undefined) return;
    const last = at(paperOffsets, paper + 1);
    for (let place = at(paperOffsets, paper); place < last; place++) {
      const author = at(paperAuthors, place);
      if (this.side.areLevel(author, opener)) yield author;
    }
  }

  /** Those whose label and the hop from them make the author's label. */
  *before(author: number): Iterable<number> {
    const { authorOffsets, authorPapers } = this.#links.steps.graph;
    const [cost, hops] = [this.side.costOf(author), this.side.hopsOf(author)];
    const last = at(authorOffsets, author + 1);
    for (let entry = at(authorOffsets, author); entry < last; entry++) {
      const paper = at(authorPapers, entry);
      const opener = this.openerOf(paper);
      if (opener === undefined || this.side.hopsOf(opener) + 1 !== hops) continue;
      if (this.side.costOf(opener) + this.#links.costBy(paper) === cost) yield* this.openersOf(paper);
    }
  }

  clear(): void {
    this.side.clear();
    for (const paper of this.#opened) this.#openers[paper] = 0;
  }
}
