/**
 * Every body of the network against slow obvious references: everything by double loops over what was told, nothing taken from
 * `src/graph`. Random small corpora with cut lists, hidden people, missing years and random filters; and, for paths,
 * every graph of four authors and three papers.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createBipartiteNetwork, createSnapshot } from '../../src/graph/index.ts';
import type {
  Collaboration,
  CoauthorTie,
  Network,
  NetworkInput,
  NetworkPaper,
  PathOutcome,
} from '../../src/graph/index.ts';
import { canonicalFilter, compareText } from '../../src/model/index.ts';
import type { AuthorId, CollaborationFilter, Direction } from '../../src/model/index.ts';
import { COAUTHOR_ORDER_FIELDS, everything, pagedBackwards, pagedForwards } from '../support/network-cases.ts';
import { pathLaws } from '../support/path-laws.ts';
import { authorId, inIdOrder, paperId, shuffled, smallNetwork } from '../support/small-networks.ts';
import type { ListedInput, ToldPaper } from '../support/small-networks.ts';

const AUTHORS = ['Ada A', 'Bob B', 'Cyd C', 'Dee D', 'Eve D', 'Fay Ä', 'Gus G', 'Hal H'];
const TITLES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'];
const CATEGORIES = ['cs.LG', 'stat.ML', 'q-bio.NC'];
const FIRST_YEAR = 2000;

interface Body {
  readonly name: string;
  readonly create: (input: NetworkInput) => Network;
  /** Of several shortest paths the first by author ids; else it may give any. */
  readonly givesFirst: boolean;
}

const bodies: readonly Body[] = [
  { name: 'the graphology body', create: createBipartiteNetwork, givesFirst: true },
  {
    name: 'the snapshot',
    create: (input) => createSnapshot(input, { hasKernels: false, threads: 0 }),
    givesFirst: false,
  },
  {
    name: 'the snapshot with kernels',
    create: (input) => createSnapshot(input, { hasKernels: true, threads: 0 }),
    givesFirst: false,
  },
];

for (const { name, create, givesFirst } of bodies) {
  describe(`${name}: ties, against every pair by hand`, () => {
    it('holds every tie, and only those', () => {
      fc.assert(
        fc.property(corpora, filters, (input, filter) => {
          const network = create(input);
          for (const one of input.authors) {
            for (const other of input.authors) {
              expect(network.collaboration(one.id, other.id, filter)).toStrictEqual(
                tieByHand(input, filter, one.id, other.id),
              );
            }
            expect(network.coauthorCount(one.id, filter)).toBe(tiesByHand(input, filter, one.id).length);
          }
        }),
      );
    });

    it('gives every page of coauthors, in each order and both directions, forwards and backwards', () => {
      fc.assert(
        fc.property(corpora, filters, fc.integer({ min: 1, max: 4 }), (input, filter, size) => {
          const network = create(input);
          for (const { id } of input.authors) {
            const ties = tiesByHand(input, filter, id);
            for (const field of COAUTHOR_ORDER_FIELDS) {
              for (const direction of ['ASC', 'DESC'] as const) {
                const expected = sortedByHand(ties, direction, (tie) => {
                  if (field === 'NAME')
                    return input.authors.find((author) => author.id === tie.coauthorId)?.sortName ?? [];
                  const { paperIds, strength, firstYear, lastYear } = tie.collaboration;
                  const value = {
                    PAPER_COUNT: paperIds.length,
                    STRENGTH: strength,
                    FIRST_YEAR: firstYear,
                    LAST_YEAR: lastYear,
                  };
                  return [value[field]];
                });
                const forwards = pagedForwards(network, id, field, direction, size, filter);
                const backwards = pagedBackwards(network, id, field, direction, size, filter);
                expect(forwards.map(({ item }) => item)).toEqual(expected);
                expect(backwards).toEqual(forwards);
              }
            }
          }
        }),
        { numRuns: 100 },
      );
    });

    it('adds up, over everybody’s coauthors on complete lists, to their papers with more than one author', () => {
      fc.assert(
        fc.property(completeCorpora, (input) => {
          const network = create(input);
          for (const { id } of input.authors) {
            let strengths = 0;
            for (const other of input.authors) strengths += network.collaboration(id, other.id, {})?.strength ?? 0;
            const joint = input.papers.filter((paper) => {
              const authors = authorsByHand(input, paper);
              return authors.length > 1 && authors.includes(id);
            });
            expect(strengths).toBeCloseTo(joint.length, 9);
          }
        }),
      );
    });
  });

  describe(`${name}: the whole, against every pair by hand`, () => {
    it('counts pairs, components, and what a filter drops', async () => {
      await fc.assert(
        fc.asyncProperty(corpora, filters, async (input, filter) => {
          const network = create(input);
          expect(await network.collaborationCount()).toBe(pairsByHand(input));
          expect(await network.components()).toEqual(componentsByHand(input));
          expect(await network.dropped(filter)).toEqual(droppedByHand(input, filter));
        }),
      );
    });

    it('answers the same whatever order its input came in', async () => {
      await fc.assert(
        fc.asyncProperty(corpora, fc.nat(), async (input, seed) => {
          const answers = await everything(create(input), input);
          expect(await everything(create(shuffled(input, seed)), input)).toEqual(answers);
        }),
        { numRuns: 25 },
      );
    });
  });

  pathLaws(name, create);

  describe(`${name}: paths, against a plain breadth-first search`, () => {
    it('finds what it finds under any filter, within any number of hops', async () => {
      const hops = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
      await fc.assert(
        fc.asyncProperty(corpora, filters, hops, async (input, filter, maxHops) => {
          const network = create(input);
          const unfiltered = adjacencyByHand(input, {});
          for (const { id: from } of input.authors) {
            for (const { id: to } of input.authors) {
              const filtered = adjacencyByHand(input, byNameByHand(input, filter, [from, to]));
              const asked = { filtered, unfiltered, from, to, maxHops };
              const query = { filter, ...(maxHops === undefined ? {} : { maxHops }) };
              const { visitedAuthorCount, ...outcome } = await network.shortestPath(from, to, query);
              expect(outcome).toEqual(outcomeByHand(asked, givesFirst ? undefined : outcome));
              const { least, most } = visitedByHand(asked);
              expect(visitedAuthorCount).toBeGreaterThanOrEqual(least);
              expect(visitedAuthorCount).toBeLessThanOrEqual(most);
            }
          }
        }),
        { numRuns: 200 },
      );
    });

    it('equals it on all graphs of four authors and three papers, whole and without the first paper', async () => {
      const withoutFirst: CollaborationFilter = { excludePapers: [paperId('P1')] };
      const kinds = new Map<string, number>();
      for (let bits = 0; bits < 2 ** 12; bits++) {
        const input = graphOf(bits);
        const network = create(input);
        const unfiltered = adjacencyByHand(input, {});
        for (const filter of [{}, withoutFirst]) {
          const filtered = adjacencyByHand(input, filter);
          for (const { id: from } of input.authors) {
            for (const { id: to } of input.authors) {
              const { visitedAuthorCount: _, ...outcome } = await network.shortestPath(from, to, { filter });
              const expected = outcomeByHand({ filtered, unfiltered, from, to }, givesFirst ? undefined : outcome);
              // The assertion itself is slow: 131,072 of them would take longer than the searches.
              if (JSON.stringify(outcome) !== JSON.stringify(expected)) {
                expect(outcome, `graph ${bits}, ${JSON.stringify(filter)}`).toEqual(expected);
              }
              kinds.set(outcome.kind, (kinds.get(outcome.kind) ?? 0) + 1);
            }
          }
        }
      }
      // Every kind of answer did occur, and nothing was left out.
      expect([...kinds.keys()].sort()).toEqual(['different-components', 'filtered-out', 'path', 'same-author']);
      expect([...kinds.values()].reduce((sum, count) => sum + count, 0)).toBe(2 ** 12 * 2 * 16);
    });
  });
}

// --- Random corpora and filters -------------------------------------------------------------------------------------

const year = fc.option(fc.integer({ min: FIRST_YEAR, max: FIRST_YEAR + 4 }), { nil: undefined, freq: 3 });
const someCategories = fc.subarray(CATEGORIES);
// Mostly a few people to a paper, so that paths get long.
const fewPeople = fc.shuffledSubarray(AUTHORS, { minLength: 1, maxLength: 3 });

const toldPapers = (isComplete: boolean): fc.Arbitrary<ToldPaper[]> =>
  fc
    .array(
      fc.record({
        people: fc.oneof({ weight: 3, arbitrary: fewPeople }, { weight: 1, arbitrary: fc.shuffledSubarray(AUTHORS) }),
        hiddenCount: isComplete ? fc.constant(0) : fc.nat({ max: 2 }),
        isCut: isComplete ? fc.constant(false) : fc.boolean(),
        authorCount: isComplete
          ? fc.constant(undefined)
          : fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined, freq: 2 }),
        year,
        categories: someCategories,
      }),
      { maxLength: TITLES.length },
    )
    .map((papers) =>
      papers.map(({ people, hiddenCount, isCut, authorCount, year: printed, categories }, at) => ({
        title: TITLES[at] ?? '',
        by: people.slice(hiddenCount),
        hidden: people.slice(0, hiddenCount),
        isCut: isCut || hiddenCount > 0,
        ...(authorCount === undefined ? {} : { authorCount }),
        ...(printed === undefined ? {} : { year: printed }),
        categories,
      })),
    );

const corpora = fc
  .tuple(toldPapers(false), fc.subarray(AUTHORS, { maxLength: 4 }))
  .map(([told, ambiguous]) => smallNetwork(told, AUTHORS.slice(0, 2), ambiguous).input);
const completeCorpora = toldPapers(true).map((told) => smallNetwork(told).input);

const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(null, undefined) }, { weight: 2, arbitrary: value });

const filters: fc.Arbitrary<CollaborationFilter> = fc
  .record({
    fromYear: sometimes(fc.integer({ min: FIRST_YEAR, max: FIRST_YEAR + 4 })),
    toYear: sometimes(fc.integer({ min: FIRST_YEAR, max: FIRST_YEAR + 4 })),
    maxAuthorsPerPaper: sometimes(fc.integer({ min: 1, max: 9 })),
    categories: sometimes(someCategories),
    excludeAuthors: sometimes(fc.subarray(AUTHORS, { maxLength: 2 }).map((names) => names.map(authorId))),
    excludePapers: sometimes(fc.subarray(TITLES, { maxLength: 3 }).map((titles) => titles.map(paperId))),
    excludeAmbiguousAuthors: sometimes(fc.boolean()),
  })
  .filter(({ fromYear, toYear }) => fromYear == null || toYear == null || fromYear <= toYear);

/** Bit 4p + a of the number says whether author a wrote paper p. */
function graphOf(bits: number): ListedInput {
  const people = AUTHORS.slice(0, 4);
  const told = TITLES.slice(0, 3).map((title, paper) => ({
    title,
    by: people.filter((_, author) => (bits >> (4 * paper + author)) % 2 === 1),
  }));
  return smallNetwork(told, people).input;
}

// --- References: slow and plain -------------------------------------------------------------------------------------

function authorsByHand(input: ListedInput, paper: NetworkPaper): AuthorId[] {
  return input.authorships.filter(({ paperId: on }) => on === paper.id).map(({ authorId: by }) => by);
}

function passesByHand(input: ListedInput, filter: CollaborationFilter, paper: NetworkPaper): boolean {
  const { fromYear, toYear, maxAuthorsPerPaper, categories, excludePapers } = filter;
  const count = paper.authorCount ?? authorsByHand(input, paper).length + 1;
  if (fromYear != null && (paper.year === undefined || paper.year < fromYear)) return false;
  if (toYear != null && (paper.year === undefined || paper.year > toYear)) return false;
  if (maxAuthorsPerPaper != null && count > maxAuthorsPerPaper) return false;
  if (categories != null && categories.length > 0 && !categories.some((code) => paper.categories.includes(code))) {
    return false;
  }
  return excludePapers?.includes(paper.id) !== true;
}

function jointByHand(input: ListedInput, filter: CollaborationFilter, one: AuthorId, other: AuthorId): NetworkPaper[] {
  if (one === other || filter.excludeAuthors?.some((id) => id === one || id === other) === true) return [];
  return inIdOrder(...input.papers.map(({ id }) => id))
    .flatMap((id) => input.papers.filter((paper) => paper.id === id))
    .filter((paper) => {
      const authors = authorsByHand(input, paper);
      return authors.includes(one) && authors.includes(other) && passesByHand(input, filter, paper);
    });
}

/** The same filter, with whom it leaves out as ambiguous left out by id: everybody doubtful whom nobody asked for. */
function byNameByHand(
  input: ListedInput,
  filter: CollaborationFilter,
  asked: readonly AuthorId[],
): CollaborationFilter {
  const { excludeAmbiguousAuthors, ...others } = filter;
  if (excludeAmbiguousAuthors !== true) return others;
  const ambiguous = input.authors.filter((author) => author.isAmbiguous === true && !asked.includes(author.id));
  return { ...others, excludeAuthors: [...(filter.excludeAuthors ?? []), ...ambiguous.map(({ id }) => id)] };
}

function tieByHand(
  input: ListedInput,
  filter: CollaborationFilter,
  one: AuthorId,
  other: AuthorId,
): Collaboration | undefined {
  const joint = jointByHand(input, filter, one, other);
  if (joint.length === 0) return undefined;
  const years = joint.flatMap((paper) => paper.year ?? []);
  const yearsOnce = [2000, 2001, 2002, 2003, 2004].filter((each) => years.includes(each));
  const authorsEach = joint.map((paper) => {
    const known = authorsByHand(input, paper).length;
    return paper.authorCount !== undefined && paper.authorCount > known ? paper.authorCount : known;
  });
  // Papers of one number of authors as one fraction, fewest authors first: the order in which sums round.
  let strength = 0;
  for (let authors = 2; authors <= 100; authors++) {
    strength += authorsEach.filter((each) => each === authors).length / (authors - 1);
  }
  const [a, b] = inIdOrder(one, other) as [AuthorId, AuthorId]; // two in, two out
  return {
    authors: [a, b],
    filter: canonicalFilter(filter),
    paperIds: joint.map(({ id }) => id),
    ...(years.length === 0 ? {} : { firstYear: Math.min(...years), lastYear: Math.max(...years) }),
    years: yearsOnce.map((each) => ({ year: each, count: years.filter((printed) => printed === each).length })),
    strength,
    isStrengthUpperBound: joint.some((paper) => !paper.isAuthorListComplete && paper.authorCount === undefined),
  };
}

function tiesByHand(input: ListedInput, filter: CollaborationFilter, author: AuthorId): CoauthorTie[] {
  const leftOut = byNameByHand(input, filter, [author]).excludeAuthors ?? [];
  return input.authors.flatMap(({ id }) => {
    const collaboration = tieByHand(input, filter, author, id);
    return collaboration === undefined || leftOut.includes(id) ? [] : [{ coauthorId: id, collaboration }];
  });
}

function sortedByHand(
  ties: readonly CoauthorTie[],
  direction: Direction,
  values: (tie: CoauthorTie) => readonly (string | number | undefined)[],
): CoauthorTie[] {
  return [...ties].sort((a, b) => {
    const [left, right] = [values(a), values(b)];
    for (const [at, value] of left.entries()) {
      const other = right[at];
      if (value === other) continue;
      if (value === undefined) return 1;
      if (other === undefined) return -1;
      return value < other === (direction === 'ASC') ? -1 : 1;
    }
    return a.coauthorId < b.coauthorId ? -1 : 1;
  });
}

function pairsByHand(input: ListedInput): number {
  let pairs = 0;
  for (const [at, one] of input.authors.entries()) {
    for (const other of input.authors.slice(at + 1)) if (jointByHand(input, {}, one.id, other.id).length > 0) pairs++;
  }
  return pairs;
}

function componentsByHand(input: ListedInput): { count: number; giantAuthorCount: number; giantShare: number } {
  const withPaper = input.authors.filter(({ id }) => input.authorships.some(({ authorId: by }) => by === id));
  const adjacency = adjacencyByHand(input, {});
  const components = new Set(withPaper.map(({ id }) => inIdOrder(...distancesByHand(adjacency, id).keys()).join(' ')));
  const sizes = [...components].map((members) => members.split(' ').length);
  const giantAuthorCount = Math.max(0, ...sizes);
  return {
    count: sizes.length,
    giantAuthorCount,
    giantShare: withPaper.length === 0 ? 0 : giantAuthorCount / withPaper.length,
  };
}

function droppedByHand(input: ListedInput, filter: CollaborationFilter): { paperCount: number; authorCount: number } {
  const left = input.papers.filter((paper) => passesByHand(input, filter, paper));
  const withPaper = input.authors.filter(({ id }) =>
    input.papers.some((paper) => authorsByHand(input, paper).includes(id)),
  );
  const leftOut = byNameByHand(input, filter, []).excludeAuthors ?? [];
  const kept = withPaper.filter(
    ({ id }) => !leftOut.includes(id) && left.some((paper) => authorsByHand(input, paper).includes(id)),
  );
  return { paperCount: input.papers.length - left.length, authorCount: withPaper.length - kept.length };
}

type Adjacency = ReadonlyMap<AuthorId, readonly AuthorId[]>;

function adjacencyByHand(input: ListedInput, filter: CollaborationFilter): Adjacency {
  return new Map(
    input.authors.map(({ id: one }) => [
      one,
      input.authors.map(({ id }) => id).filter((other) => jointByHand(input, filter, one, other).length > 0),
    ]),
  );
}

function distancesByHand(adjacency: Adjacency, from: AuthorId): Map<AuthorId, number> {
  const distances = new Map([[from, 0]]);
  const queue = [from];
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    for (const next of adjacency.get(here) ?? []) {
      if (distances.has(next)) continue;
      distances.set(next, (distances.get(here) ?? 0) + 1);
      queue.push(next);
    }
  }
  return distances;
}

interface PathAsked {
  readonly filtered: Adjacency;
  readonly unfiltered: Adjacency;
  readonly from: AuthorId;
  readonly to: AuthorId;
  readonly maxHops?: number | undefined;
}

/** What should come out, but for the number of people visited. */
/** @param given an outcome: if it is one of the shortest paths, it is the one expected */
function outcomeByHand({ filtered, unfiltered, from, to, maxHops }: PathAsked, given?: Unvisited): Unvisited {
  if (from === to) return { kind: 'same-author' };
  const length = distancesByHand(filtered, from).get(to);
  if (length !== undefined) {
    if (maxHops !== undefined && length > maxHops) return { kind: 'beyond-max-hops', maxHops };
    const shortest = sequencesByHand(filtered, from, to, length);
    const isOneOfThem = (path: readonly AuthorId[]): boolean => shortest.some((each) => each.join() === path.join());
    const isGiven = given?.kind === 'path' && isOneOfThem(given.authorIds);
    return { kind: 'path', authorIds: isGiven ? given.authorIds : (shortest[0] ?? []), cost: length };
  }
  const lengthWithoutFilter = distancesByHand(unfiltered, from).get(to);
  if (lengthWithoutFilter !== undefined) return { kind: 'filtered-out', lengthWithoutFilter };
  const fromComponentSize = distancesByHand(filtered, from).size;
  return { kind: 'different-components', fromComponentSize, toComponentSize: distancesByHand(filtered, to).size };
}

type Unvisited = PathOutcome extends infer Outcome
  ? Outcome extends PathOutcome
    ? Omit<Outcome, 'visitedAuthorCount'>
    : never
  : never;

/** At least the path, or as much of it as was allowed, or both ends; at most everybody connected to either. */
function visitedByHand({ filtered, from, to, maxHops }: PathAsked): { readonly least: number; readonly most: number } {
  const distances = distancesByHand(filtered, from);
  const length = distances.get(to) ?? 1;
  const connected = new Set([...distances.keys(), ...distancesByHand(filtered, to).keys()]);
  return { least: Math.min(length, maxHops ?? length) + 1, most: connected.size };
}

/** Every sequence of so many hops that arrives, by author ids. */
function sequencesByHand(adjacency: Adjacency, from: AuthorId, to: AuthorId, length: number): AuthorId[][] {
  let sequences: AuthorId[][] = [[from]];
  for (let hop = 0; hop < length; hop++) {
    sequences = sequences.flatMap((sequence) =>
      (adjacency.get(sequence.at(-1) ?? from) ?? []).map((next) => [...sequence, next]),
    );
  }
  const arriving = sequences.filter((sequence) => sequence.at(-1) === to);
  return arriving.sort((a, b) => compareText(a.join(' '), b.join(' ')));
}
