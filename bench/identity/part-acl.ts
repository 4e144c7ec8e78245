/**
 * The ACL Anthology: with its file of names every figure has to be the one worked out elsewhere (truth/acl_A.json);
 * without it, how near the printed names alone come.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readAclMentions, slugOf } from './acl-mentions.ts';
import type { AclCorpus, AclMention } from './acl-mentions.ts';
import { AskedCorpus } from './asked-corpus.ts';
import { CoauthorNetwork } from './coauthor-network.ts';
import { pairwise } from './pairwise.ts';
import { comparison, scoreCells } from './part.ts';
import type { Part, PartOptions } from './part.ts';
import { labelsOf } from './told-authors.ts';
import type { ToldAuthor } from './told-authors.ts';

/** What of truth/acl_A.json is compared. */
interface AclTruth {
  readonly papers: number;
  readonly papersWithoutAuthors: number;
  readonly authorMentions: number;
  readonly distinctSurfaceNames: number;
  readonly distinctSlugNames: number;
  readonly distinctPersons: number;
  readonly coauthorEdges: number;
  readonly components: number;
  readonly largestComponent: number;
  readonly secondComponent: number;
  readonly isolated: number;
  readonly topByPapers: readonly (readonly [slug: string, name: string, papers: number, coauthors: number])[];
  readonly topPairs: readonly (readonly [one: string, other: string, papers: number])[];
  readonly papersPerYear: Readonly<Record<string, number>>;
  readonly distanceHistogram: Readonly<
    Record<string, { readonly countsFrom0: readonly number[]; readonly unreachable: number }>
  >;
  readonly pairDistances: readonly (readonly [one: string, other: string, hops: number | null])[];
}

const YEAR = `query Year($year: Int!) { papers(first: 1, filter: { fromYear: $year, toYear: $year }) { totalCount } }`;

export async function measureAcl({ data }: PartOptions): Promise<Part> {
  const truth = JSON.parse(readFileSync(join(data, 'truth/acl_A.json'), 'utf8')) as AclTruth; // ours, as its README says
  const corpus = readAclMentions(join(data, 'acl'));
  const people = corpus.mentions.map(({ person }) => person);
  const distinct = (of: (mention: AclMention) => string): number => new Set(corpus.mentions.map(of)).size;
  const reading = [
    comparison('papers', truth.papers, corpus.papers.length),
    comparison('printed authors', truth.authorMentions, corpus.mentions.length),
    comparison(
      'distinct printed names',
      truth.distinctSurfaceNames,
      distinct(({ parts }) => parts),
    ),
    comparison(
      'distinct slugs',
      truth.distinctSlugNames,
      distinct(({ name }) => slugOf(name)),
    ),
    comparison(
      'people',
      truth.distinctPersons,
      distinct(({ person }) => person),
    ),
  ];
  const withFile = await AskedCorpus.open({ paths: [join(data, 'acl')] });
  const exact = await compared(withFile, truth, corpus);
  const alone = await AskedCorpus.open({ paths: [join(data, 'acl/xml')] });
  const told = await labelled(alone, corpus);
  const scores = {
    exactName: pairwise(
      people,
      corpus.mentions.map(({ parts }) => parts),
    ),
    slug: pairwise(
      people,
      corpus.mentions.map(({ name }) => slugOf(name)),
    ),
    alone: pairwise(people, told.labels),
    withFile: pairwise(people, exact.labels),
  };
  const found = { alone: new Set(told.labels).size, withFile: new Set(exact.labels).size };
  const lost = { alone: told.lost.length, withFile: exact.lost.length };
  return {
    title: 'The ACL Anthology',
    about: [
      'Truth per printed author is worked out by the bench from the XML, without our readers: the `id` that the XML gives, else the person of `name_variants.yaml` who has the name, else the slug of the name. Its counts against `truth/acl_A.json` are the first table. Then what we say: read through GraphQL, every figure of `truth/acl_A.json` with the file of names, and pairwise scores over printed authors with and without it.',
    ].join('\n'),
    tables: [
      { head: ['the bench’s own reading', 'expected', 'found', 'equal'], rows: reading },
      { head: ['with `name_variants.yaml`', 'expected', 'found', 'equal'], rows: exact.rows },
      {
        head: ['pairwise over printed authors', 'people', 'precision', 'recall', 'F1', 'not found again'],
        rows: [
          ['exact name', distinct(({ parts }) => parts), ...scoreCells(scores.exactName), 0],
          ['slug of the name', distinct(({ name }) => slugOf(name)), ...scoreCells(scores.slug), 0],
          ['ours, without the file of names', found.alone, ...scoreCells(scores.alone), lost.alone],
          ['ours, with the file of names', found.withFile, ...scoreCells(scores.withFile), lost.withFile],
        ],
      },
    ],
    figures: { scores, found, lost },
  };
}

async function compared(
  asked: AskedCorpus,
  truth: AclTruth,
  corpus: AclCorpus,
): Promise<Told & { readonly rows: (string | number)[][] }> {
  const summary = await asked.summary();
  const authorsByPaper = await asked.authorsBy('ACL');
  const network = new CoauthorNetwork();
  let withoutAuthors = 0;
  let authorships = 0;
  for (const authors of authorsByPaper.values()) {
    network.add(authors.map(({ authorId }) => authorId));
    authorships += authors.length;
    if (authors.length === 0) withoutAuthors++;
  }
  const told = labelledBy(authorsByPaper, corpus);
  const authorOf = peopleTold(corpus, told.labels);
  const hops = new Map<string, Map<string, number>>();
  const distances = (slug: string): Map<string, number> => {
    const known = hops.get(slug) ?? network.distances(authorOf(slug));
    hops.set(slug, known);
    return known;
  };
  const [largest = 0, second = 0] = network.componentSizes();
  const isolated = network.componentSizes().filter((size) => size === 1).length;
  const agreeing = <Item>(items: readonly Item[], agrees: (item: Item) => boolean): string =>
    `${items.filter(agrees).length} of ${items.length}`;
  const all = (items: readonly unknown[]): string => `${items.length} of ${items.length}`;
  const years = await yearCounts(asked, Object.keys(truth.papersPerYear));
  const histograms = Object.entries(truth.distanceHistogram);
  const rows = [
    comparison('papers', truth.papers, summary.paperCount),
    comparison('papers without an author', truth.papersWithoutAuthors, withoutAuthors),
    comparison('authorships, a person printed twice once', authorshipsOf(corpus), authorships),
    comparison('people', truth.distinctPersons, summary.authorCount),
    comparison('pairs of coauthors', truth.coauthorEdges, summary.collaborationCount),
    comparison('components', truth.components, summary.components.count),
    comparison('largest component', truth.largestComponent, summary.components.giantAuthorCount),
    comparison('largest component, walked by the bench', truth.largestComponent, largest),
    comparison('second component', truth.secondComponent, second),
    comparison('people without a coauthor', truth.isolated, isolated),
    comparison(
      'authors of most papers: papers and coauthors',
      all(truth.topByPapers),
      agreeing(truth.topByPapers, ([slug, , papers, coauthors]) => {
        const id = authorOf(slug);
        return network.paperCount(id) === papers && network.coauthorCount(id) === coauthors;
      }),
    ),
    comparison(
      'pairs with most papers',
      all(truth.topPairs),
      agreeing(
        truth.topPairs,
        ([one, other, papers]) => network.papersTogether(authorOf(one), authorOf(other)) === papers,
      ),
    ),
    comparison(
      'papers per year',
      all(Object.keys(truth.papersPerYear)),
      agreeing(Object.entries(truth.papersPerYear), ([year, papers]) => years.get(year) === papers),
    ),
    comparison(
      'distance histograms',
      all(histograms),
      agreeing(histograms, ([slug, { countsFrom0, unreachable }]) => {
        const counts = histogramOf(distances(slug));
        const isSame = counts.length === countsFrom0.length && counts.every((count, at) => count === countsFrom0[at]);
        return isSame && network.personCount - distances(slug).size === unreachable;
      }),
    ),
    comparison(
      'distances of pairs',
      all(truth.pairDistances),
      agreeing(truth.pairDistances, ([one, other, far]) => (distances(one).get(authorOf(other)) ?? null) === far),
    ),
  ];
  return { ...told, rows };
}

function authorshipsOf({ mentions }: AclCorpus): number {
  return new Set(mentions.map(({ paper, person }) => `${paper} ${person}`)).size;
}

interface Told {
  readonly labels: readonly string[];
  readonly lost: readonly AclMention[];
}

async function labelled(asked: AskedCorpus, corpus: AclCorpus): Promise<Told> {
  return labelledBy(await asked.authorsBy('ACL'), corpus);
}

function labelledBy(authorsByPaper: ReadonlyMap<string, readonly ToldAuthor[]>, { mentions }: AclCorpus): Told {
  return labelsOf(mentions, ({ paper }) => authorsByPaper.get(paper.toLowerCase()));
}

/** The author that most mentions of a person were taken for. */
function peopleTold({ mentions }: AclCorpus, labels: readonly string[]): (slug: string) => string {
  const counts = new Map<string, Map<string, number>>();
  for (const [at, { person }] of mentions.entries()) {
    const of = counts.get(person) ?? new Map<string, number>();
    counts.set(person, of);
    const label = labels[at] ?? '';
    of.set(label, (of.get(label) ?? 0) + 1);
  }
  return (slug) => {
    const [most] = [...(counts.get(slug) ?? [])].sort(([, a], [, b]) => b - a);
    return most?.[0] ?? `nobody called ${slug}`;
  };
}

async function yearCounts(asked: AskedCorpus, years: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const year of years) {
    const { papers } = await asked.ask<{ papers: { totalCount: number } }>(YEAR, { year: Number(year) });
    counts.set(year, papers.totalCount);
  }
  return counts;
}

function histogramOf(hops: ReadonlyMap<string, number>): number[] {
  const counts: number[] = [];
  for (const far of hops.values()) counts[far] = (counts[far] ?? 0) + 1;
  return counts;
}
