/**
 * Like `bestTies`, where the cost of a hop is a whole number, that of its cheapest paper: then a paper has a label too,
 * that of the first of its authors to be settled, and its list is read once from each side (`PaperSide`). It takes the
 * authorships around the two ends, not the pairs of coauthors.
 */
import { PathGraphBuilder } from '../path/path-graph.ts';
import type { BestPaths, PathGraph } from '../path/path-graph.ts';
import { WalkStopped } from '../walk.ts';
import type { TieQuestion } from './best-ties.ts';
import { Crossings } from './crossings.ts';
import type { Links } from './links.ts';
import { PaperSide } from './paper-side.ts';
import { tieScratchOf } from './tie-scratch.ts';

/** Throws `WalkStopped`. */
export function bestRecent(links: Links, question: TieQuestion): BestPaths {
  const { firstHops, to } = question;
  const scratch = tieScratchOf(links.steps);
  const near = new PaperSide(links, scratch.near, scratch.openers.near);
  const far = new PaperSide(links, scratch.far, scratch.openers.far);
  try {
    const firsts = new Crossings<number>(); // whom the start leads to
    const papers = new Crossings<number>();
    far.begin(to, 0, 0);
    for (const [author, cost] of firstHops) near.begin(author, cost, 1);
    while (near.cost + far.cost < Infinity && near.cost + far.cost <= Math.min(firsts.cost, papers.cost)) {
      links.checkBudget();
      // The far side first, so that the end is settled whatever happens.
      const [side, other] = far.cost <= near.cost ? [far, near] : [near, far];
      const most = Math.min(firsts.cost, papers.cost) - other.cost;
      const settled = side.advance(most, (paper, opener, reached) => {
        const met = other.openerOf(paper);
        if (met === undefined || met === opener) return;
        papers.add(paper, reached + other.costOf(met), side.hopsOf(opener) + 1 + other.hopsOf(met));
      });
      for (const author of side === far ? settled : []) {
        const first = firstHops.get(author);
        if (first !== undefined) firsts.add(author, first + far.costOf(author), 1 + far.hopsOf(author));
      }
    }
    const visited = near.settled.length + far.settledBeside(near);
    const best = papers.isBetterThan(firsts.cost, firsts.hops) ? papers : firsts;
    if (best.cost === Infinity) return { visited };
    const isBest = ({ cost, hops }: Crossings<number>): boolean => cost === best.cost && hops === best.hops;
    const found = {
      firsts: isBest(firsts) ? firsts.places : [],
      papers: isBest(papers) ? papers.places : [],
      hops: best.hops,
      cost: best.cost,
    };
    links.checkBudget();
    return { graph: collect(question, near, far, found), visited };
  } catch (error) {
    if (!(error instanceof WalkStopped)) throw error;
    throw new WalkStopped(near.settled.length + far.settledBeside(near));
  } finally {
    near.clear();
    far.clear();
  }
}

interface Joined {
  /** Whom the start itself leads to. */
  readonly firsts: readonly number[];
  /** Papers that join both sides. */
  readonly papers: readonly number[];
  readonly hops: number;
  readonly cost: number;
}

function collect(
  { start, firstHops, to }: TieQuestion,
  near: PaperSide,
  far: PaperSide,
  { firsts, papers, ...best }: Joined,
): PathGraph {
  const builder = new PathGraphBuilder(start);
  const nearer = new Set<number>();
  const farther = new Set(firsts);
  for (const author of firsts) builder.addHop(start, author);
  for (const paper of papers) {
    const afterwards = far.openersOf(paper);
    for (const one of near.openersOf(paper)) {
      nearer.add(one);
      for (const other of afterwards) builder.addHop(one, other);
    }
    for (const other of afterwards) farther.add(other);
  }
  for (const author of nearer) {
    if (near.hopsOf(author) === 1 && firstHops.get(author) === near.costOf(author)) builder.addHop(start, author);
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
  return builder.build(to, best);
}
