/**
 * The questions that may walk the whole graph, as plain data, and their answers: on whatever thread, over one thread's
 * scratch. Authors are numbers of the graph; -1 is somebody whom it does not have.
 */
import {
  bestPathGraph,
  bestPaths,
  coauthorCounts,
  componentOf,
  distanceBetween,
  distanceChanges,
  leftByFilter,
  reachMany,
  reach,
  shortestPath,
  WalkStopped,
} from '../../csr/index.ts';
import type {
  Budget,
  CorpusYears,
  FoundPath,
  LeftByFilter,
  PathGraph,
  Preference,
  Steps,
  WalkFilter,
  YearDistance,
} from '../../csr/index.ts';

export interface PathQuestion {
  readonly from: number;
  readonly to: number;
  readonly filter: WalkFilter;
  readonly prefer: Preference;
  readonly years?: CorpusYears | undefined;
  /** At least 1; absent: any number. */
  readonly maxHops?: number | undefined;
}

/** Question → answer, by kind. */
export interface Questions {
  readonly path: { readonly asked: PathQuestion; readonly answer: Found<FoundPath> | WhyNot };
  readonly paths: { readonly asked: PathQuestion; readonly answer: Found<PathGraph> | WhyNot };
  readonly best: {
    readonly asked: PathQuestion & { readonly count: number };
    readonly answer: Found<readonly FoundPath[]> | WhyNot;
  };
  readonly distances: {
    readonly asked: { readonly authors: readonly number[]; readonly filter: WalkFilter };
    /** Of each author in turn, authors at 0, 1, 2, … hops. */
    readonly answer: readonly (readonly number[])[];
  };
  readonly changes: {
    readonly asked: { readonly ends: readonly [number, number]; readonly filter: WalkFilter; readonly newest: number };
    readonly answer: readonly YearDistance[];
  };
  readonly left: { readonly asked: { readonly filter: WalkFilter }; readonly answer: LeftByFilter };
  readonly pairs: { readonly asked: object; readonly answer: number };
}

export type Kind = keyof Questions;
export type Asked<K extends Kind> = Questions[K]['asked'];
export type Answer<K extends Kind> = Questions[K]['answer'];

export interface Found<T> {
  readonly kind: 'found';
  readonly found: T;
  readonly visited: number;
}

export type WhyNot =
  | { readonly kind: 'different-components'; readonly sizes: readonly [number, number]; readonly visited: number }
  | { readonly kind: 'filtered-out'; readonly lengthWithoutFilter: number; readonly visited: number }
  | { readonly kind: 'beyond-max-hops'; readonly visited: number };

type Answers = { readonly [K in Kind]: (steps: Steps, asked: Asked<K>, budget: Budget) => Answer<K> };

const answers: Answers = {
  path: (steps, asked, budget) => {
    const nearest = nearestPath(steps, asked, budget);
    if (nearest.kind !== 'found' || asked.prefer === 'FEWEST_HOPS') return nearest;
    const best = bestPaths(steps, { ...named(asked), count: 1 }, budget);
    return { kind: 'found', found: existing(best.paths[0]), visited: best.visited };
  },
  paths: (steps, asked, budget) => {
    const nearest = asked.prefer === 'FEWEST_HOPS' ? undefined : nearestPath(steps, asked, budget);
    if (nearest !== undefined && nearest.kind !== 'found') return nearest;
    if (!mayConnect(steps, asked)) return whyNot(steps, asked, budget, 2);
    const { graph, visited } = bestPathGraph(steps, { ...named(asked), maxHops: Infinity }, budget);
    if (graph === undefined) return whyNot(steps, asked, budget, visited);
    if (graph.hops <= (asked.maxHops ?? Infinity)) return { kind: 'found', found: graph, visited };
    if (nearest === undefined) return { kind: 'beyond-max-hops', visited };
    const short = bestPathGraph(steps, named(asked), budget);
    return { kind: 'found', found: existing(short.graph), visited: short.visited };
  },
  best: (steps, asked, budget) => {
    const nearest = nearestPath(steps, asked, budget);
    if (nearest.kind !== 'found') return nearest;
    const { paths, visited } = bestPaths(steps, { ...named(asked), count: asked.count }, budget);
    return { kind: 'found', found: paths, visited };
  },
  distances: (steps, { authors, filter }, budget) =>
    authors.length === 1
      ? [reach(steps, existing(authors[0]), filter, budget)]
      : reachMany(steps, authors, filter, budget),
  changes: (steps, { ends, filter, newest }, budget) => distanceChanges(steps, ends, filter, newest, budget),
  left: ({ graph }, { filter }) => leftByFilter(graph, filter),
  pairs: ({ graph }) => coauthorCounts(graph).reduce((sum, count) => sum + count, 0) / 2,
};

/** What a walk ended in. */
export type Walked<K extends Kind> =
  { readonly kind: 'answered'; readonly answer: Answer<K> } | { readonly kind: 'exhausted'; readonly visited: number };

/** Answers on this thread, within so many authorships. */
export function walk<K extends Kind>(kind: K, steps: Steps, asked: Asked<K>, budget: number): Walked<K> {
  try {
    return { kind: 'answered', answer: answers[kind](steps, asked, { left: budget }) };
  } catch (error) {
    if (error instanceof WalkStopped) return { kind: 'exhausted', visited: error.visited };
    throw error;
  }
}

function named({ maxHops = Infinity, ...asked }: PathQuestion) {
  return { ...asked, maxHops, asked: [asked.from, asked.to] };
}

// A path of fewest hops, if it is short enough, or why there is none.
function nearestPath(steps: Steps, asked: PathQuestion, budget: Budget): Found<FoundPath> | WhyNot {
  if (!mayConnect(steps, asked)) return whyNot(steps, asked, budget, 2);
  const { authors, visited } = shortestPath(steps, asked.from, asked.to, asked.filter, budget);
  if (authors === undefined) return whyNot(steps, asked, budget, visited);
  const hops = authors.length - 1;
  if (hops > (asked.maxHops ?? Infinity)) return { kind: 'beyond-max-hops', visited };
  return { kind: 'found', found: { authors, cost: hops }, visited };
}

// Whether a search is worth while: nobody is excluded, and one component holds both.
function mayConnect({ graph }: Steps, { from, to, filter }: PathQuestion): boolean {
  const excluded = filter.excludedAuthors ?? [];
  if (excluded.includes(from) || excluded.includes(to)) return false;
  return areConnected(graph, from, to);
}

function areConnected(graph: Steps['graph'], from: number, to: number): boolean {
  if (from < 0 || to < 0) return false;
  const component = componentOf(graph, from);
  return component === componentOf(graph, to) && component < graph.componentOffsets.length - 1;
}

function whyNot(steps: Steps, { from, to, filter }: PathQuestion, budget: Budget, visited: number): WhyNot {
  if (areConnected(steps.graph, from, to)) {
    const lengthWithoutFilter = distanceBetween(steps, from, to, {}, budget);
    return { kind: 'filtered-out', lengthWithoutFilter, visited };
  }
  const sizes = [sizeAround(steps, from, filter, budget), sizeAround(steps, to, filter, budget)] as const;
  return { kind: 'different-components', sizes, visited };
}

// How many people one can reach under a filter, oneself among them.
function sizeAround(steps: Steps, author: number, filter: WalkFilter, budget: Budget): number {
  const { graph } = steps;
  if (author < 0) return 1;
  if (Object.keys(filter).length > 0)
    return reach(steps, author, filter, budget).reduce((sum, count) => sum + count, 0);
  const component = componentOf(graph, author);
  const end = graph.componentOffsets[component + 1];
  return end === undefined ? 1 : end - (graph.componentOffsets[component] ?? 0);
}

function existing<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('A search found what another one did not.');
  return found;
}
