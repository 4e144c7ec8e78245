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
    const papers = this.#papersOf(author);
    if (this.rules.prefer === 'STRONGEST_TIES') this.#eachStrength(author, papers, visit);
    else this.#eachYear(author, papers, visit);
  }

  /** Throws `WalkStopped` when the budget is spent or the walk was aborted. */
  checkBudget(): void {
    if (this.budget.left < 0 || Atomics.load(this.steps.scratch.abort, 0) !== 0) throw new WalkStopped(0);
  }

  #papersOf(author: number): number[] {
    const { authorOffsets, authorPapers } = this.steps.graph;
    const [first, last] = [at(authorOffsets, author), at(authorOffsets, author + 1)];
    const papers: number[] = [];
    for (let entry = first; entry < last; entry++) {
      const paper = at(authorPapers, entry);
      if (this.#passes(paper)) papers.push(paper);
    }
    this.budget.left -= last - first;
    return papers;
  }

  // Papers of one size are counted before they are added up, smallest size first: so the sum is rounded as that of a
  // collaboration's strength is.
  #eachStrength(author: number, papers: readonly number[], visit: Visit): void {
    const { sums, counts } = this.#scratch;
    const sized = papers.map((paper) => [strengthSize(this.steps.graph, paper), paper] as const);
    sized.sort(([a], [b]) => a - b);
    const found: number[] = [];
    for (let begin = 0; begin < sized.length;) {
      const size = sized[begin]?.[0] ?? 0;
      const group: number[] = [];
      for (; sized[begin]?.[0] === size; begin++) {
        this.#eachAuthor(sized[begin]?.[1] ?? 0, author, (coauthor) => {
          if (counts[coauthor] === 0) group.push(coauthor);
          counts[coauthor] = at(counts, coauthor) + 1;
        });
      }
      for (const coauthor of group) {
        if (sums[coauthor] === 0) found.push(coauthor);
        sums[coauthor] = at(sums, coauthor) + at(counts, coauthor) / (size - 1);
        counts[coauthor] = 0;
      }
    }
    const strengths = found.map((coauthor) => at(sums, coauthor));
    for (const coauthor of found) sums[coauthor] = 0;
    for (const [place, coauthor] of found.entries()) visit(coauthor, strongTieCost(at(strengths, place)));
  }

  #eachYear(author: number, papers: readonly number[], visit: Visit): void {
    const { counts } = this.#scratch;
    const { paperTraits } = this.steps.graph;
    const found: number[] = [];
    for (const paper of papers) {
      const year = yearOf(at(paperTraits, paper)) + 1;
      this.#eachAuthor(paper, author, (coauthor) => {
        const before = at(counts, coauthor);
        if (before === 0) found.push(coauthor);
        if (before < year) counts[coauthor] = year;
      });
    }
    const years = found.map((coauthor) => at(counts, coauthor) - 1);
    for (const coauthor of found) counts[coauthor] = 0;
    for (const [place, coauthor] of found.entries()) visit(coauthor, this.#costOf(at(years, place)));
  }

  #costOf(lastYear: number): number {
    if (this.rules.prefer === 'FEWEST_HOPS') return PLAIN_HOP_COST;
    return recentTieCost(lastYear === 0 ? undefined : lastYear, this.rules.years);
  }

  #eachAuthor(paper: number, but: number, visit: (author: number) => void): void {
    const { paperOffsets, paperAuthors } = this.steps.graph;
    const [first, last] = [at(paperOffsets, paper), at(paperOffsets, paper + 1)];
    for (let place = first; place < last; place++) {
      const author = at(paperAuthors, place);
      if (author !== but && !this.#isOut(author)) visit(author);
    }
    this.budget.left -= last - first;
  }
}
