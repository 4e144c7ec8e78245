/** From one author to their coauthors, with the cost of each hop, as a filter lets them be seen. */
import { at } from '../at.ts';
import { paperTest } from '../filter.ts';
import type { PaperTest, WalkFilter } from '../filter.ts';
import { strengthSize, yearOf } from '../graph-arrays.ts';
import { PLAIN_HOP_COST, recentTieCost, strongTieCost } from '../hop-cost.ts';
import type { CorpusYears } from '../hop-cost.ts';
import type { Steps } from '../steps.ts';
import { WalkStopped } from '../walk.ts';
import type { Budget } from '../walk.ts';
import { exclusion } from './joint-papers.ts';
import { tieScratchOf } from './tie-scratch.ts';
import type { TieScratch } from './tie-scratch.ts';

/** What the best path is: see `PathPreference` of the network. */
export type Preference = 'FEWEST_HOPS' | 'STRONGEST_TIES' | 'RECENT_TIES';

export interface LinkRules {
  readonly prefer: Preference;
  /** Of the whole corpus, whatever the filter. */
  readonly years?: CorpusYears | undefined;
  readonly filter: WalkFilter;
  /** Authors whom the question names: a flag does not exclude them. */
  readonly asked: readonly number[];
}

/** More than papers have numbers. */
const PAPERS = 2 ** 32;

type Visit = (coauthor: number, cost: number) => void;

export class Links {
  readonly steps: Steps;
  readonly rules: LinkRules;
  readonly budget: Budget;
  readonly #passes: PaperTest;
  readonly #isOut: (author: number) => boolean;
  readonly #scratch: TieScratch;

  /** @param entered whom no link leads to, beside those whom the filter excludes */
  constructor(steps: Steps, rules: LinkRules, budget: Budget, entered: readonly number[] = []) {
    const { filter, asked } = rules;
    this.steps = steps;
    this.rules = rules;
    this.budget = budget;
    this.#scratch = tieScratchOf(steps);
    this.#passes = paperTest(steps.graph, filter);
    const excludedAuthors = [...(filter.excludedAuthors ?? []), ...entered];
    this.#isOut = exclusion(steps.graph, { ...filter, excludedAuthors }, asked);
  }

  /** Every coauthor once. Throws `WalkStopped`. */
  each(author: number, visit: Visit): void {
    this.checkBudget();
    if (this.rules.prefer === 'STRONGEST_TIES') this.#eachStrength(author, visit);
    else this.#eachYear(author, visit);
  }

  /** Throws `WalkStopped` when the budget is spent or the walk was aborted. */
  checkBudget(): void {
    if (this.budget.left < 0 || Atomics.load(this.steps.scratch.abort, 0) !== 0) throw new WalkStopped(0);
  }

  // Papers of one size are counted before they are added up, smallest size first: so the sum is rounded as that of a
  // collaboration's strength is.
  #eachStrength(author: number, visit: Visit): void {
    const { sums, counts } = this.#scratch;
    const { paperOffsets, paperAuthors } = this.steps.graph;
    const isOut = this.#isOut;
    const found: number[] = [];
    const sized = this.#papersBySize(author);
    for (let begin = 0, end = 1; begin < sized.length; begin = end, end++) {
      const size = Math.floor(at(sized, begin) / PAPERS);
      while (end < sized.length && Math.floor(at(sized, end) / PAPERS) === size) end++;
      const isOne = end === begin + 1;
      const share = 1 / (size - 1);
      const group: number[] = [];
      for (let entry = begin; entry < end; entry++) {
        const paper = at(sized, entry) % PAPERS;
        const last = at(paperOffsets, paper + 1);
        this.budget.left -= last - at(paperOffsets, paper);
        for (let place = at(paperOffsets, paper); place < last; place++) {
          const coauthor = at(paperAuthors, place);
          if (coauthor === author || isOut(coauthor)) continue;
          if (isOne) {
            const sum = at(sums, coauthor);
            if (sum === 0) found.push(coauthor);
            sums[coauthor] = sum + share;
          } else {
            const count = at(counts, coauthor);
            if (count === 0) group.push(coauthor);
            counts[coauthor] = count + 1;
          }
        }
      }
      for (const coauthor of group) {
        const sum = at(sums, coauthor);
        if (sum === 0) found.push(coauthor);
        sums[coauthor] = sum + at(counts, coauthor) / (size - 1);
        counts[coauthor] = 0;
      }
    }
    for (const coauthor of found) {
      const strength = at(sums, coauthor);
      sums[coauthor] = 0;
      visit(coauthor, strongTieCost(strength));
    }
  }

  // Size and number of each paper that passes, in one number, ascending.
  #papersBySize(author: number): Float64Array {
    const { graph } = this.steps;
    const first = at(graph.authorOffsets, author);
    const last = at(graph.authorOffsets, author + 1);
    const sized = new Float64Array(last - first);
    let count = 0;
    for (let entry = first; entry < last; entry++) {
      const paper = at(graph.authorPapers, entry);
      if (this.#passes(paper)) sized[count++] = strengthSize(graph, paper) * PAPERS + paper;
    }
    this.budget.left -= last - first;
    return sized.subarray(0, count).sort();
  }

  #eachYear(author: number, visit: Visit): void {
    const { counts } = this.#scratch;
    const { authorOffsets, authorPapers, paperOffsets, paperAuthors, paperTraits } = this.steps.graph;
    const found: number[] = [];
    const lastEntry = at(authorOffsets, author + 1);
    this.budget.left -= lastEntry - at(authorOffsets, author);
    for (let entry = at(authorOffsets, author); entry < lastEntry; entry++) {
      const paper = at(authorPapers, entry);
      if (!this.#passes(paper)) continue;
      const year = yearOf(at(paperTraits, paper)) + 1;
      const last = at(paperOffsets, paper + 1);
      this.budget.left -= last - at(paperOffsets, paper);
      for (let place = at(paperOffsets, paper); place < last; place++) {
        const coauthor = at(paperAuthors, place);
        if (coauthor === author || this.#isOut(coauthor)) continue;
        const before = at(counts, coauthor);
        if (before === 0) found.push(coauthor);
        if (before < year) counts[coauthor] = year;
      }
    }
    for (const coauthor of found) {
      const year = at(counts, coauthor) - 1;
      counts[coauthor] = 0;
      visit(coauthor, this.#costOf(year));
    }
  }

  /** Of a hop by one paper, where joint papers do not add up. */
  costBy(paper: number): number {
    return this.#costOf(yearOf(at(this.steps.graph.paperTraits, paper)));
  }

  passes(paper: number): boolean {
    return this.#passes(paper);
  }

  isOut(author: number): boolean {
    return this.#isOut(author);
  }

  #costOf(lastYear: number): number {
    if (this.rules.prefer === 'FEWEST_HOPS') return PLAIN_HOP_COST;
    return recentTieCost(lastYear === 0 ? undefined : lastYear, this.rules.years);
  }
}
