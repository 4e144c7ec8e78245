/** Whole real corpora through the public door, against figures worked out independently (shared/data/truth). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import type { AuthorId } from '../../src/model/index.ts';
import { sharedData } from '../support/tools.ts';

const shared = sharedData();

describe.skipIf(shared === undefined)('the ACL Anthology', () => {
  const folder = join(shared ?? '', 'acl');

  test('is read whole in one go, with the years of its papers', async () => {
    const truth = JSON.parse(readFileSync(join(shared ?? '', 'truth/acl_A.json'), 'utf8')) as {
      papers: number;
      papersWithoutAuthors: number;
      papersPerYear: Record<string, number>;
      components: number;
      largestComponent: number;
      coauthorEdges: number;
      distanceHistogram: Record<string, { countsFrom0: number[]; unreachable: number }>;
      pairDistances: [string, string, number | null][];
    };
    const { view, report } = await openCorpus({ paths: [folder] });
    expect(report.files).toHaveLength(181);
    expect(report.counts.paperRecords).toBe(truth.papers);
    // Two book reviews of 2010 bear one DOI.
    expect(report.problems.map(({ kind }) => kind).toSorted()).toEqual(['bad-identifier', 'shared-identifier']);
    const { store, network } = view();
    expect(store.summary.paperCount).toBe(truth.papers);
    const years: Record<string, number> = {};
    let withoutAuthors = 0;
    for (const year of Object.keys(truth.papersPerYear)) {
      years[year] = await store.papers.count({ filter: { fromYear: Number(year), toYear: Number(year) } });
    }
    for (const file of report.files) expect(['acl', 'acl-names']).toContain(file.format);
    expect(years).toEqual(truth.papersPerYear);
    const withAuthors = new Set<string>();
    for await (const { paperId } of store.authorships()) withAuthors.add(paperId);
    withoutAuthors = truth.papers - withAuthors.size;
    expect(withoutAuthors).toBe(truth.papersWithoutAuthors);
    const { count, giantAuthorCount } = await network.components();
    expect([count, giantAuthorCount]).toEqual([truth.components, truth.largestComponent]);
    expect(await network.collaborationCount()).toBe(truth.coauthorEdges);
    const idOf = async (value: string): Promise<AuthorId> => {
      const { author } = await store.identified({ scheme: 'ACL', value });
      if (author === undefined) throw new Error(`Nobody is ${value}.`);
      return author.id;
    };
    for (const [slug, { countsFrom0, unreachable }] of Object.entries(truth.distanceHistogram)) {
      const expected = { kind: 'distances', authorCounts: countsFrom0, unreachableCount: unreachable };
      expect(await network.distances(await idOf(slug), { filter: {} }), slug).toEqual(expected);
    }
    for (const [one, other, distance] of truth.pairDistances) {
      const path = await network.shortestPath(await idOf(one), await idOf(other), { filter: {} });
      expect(path.kind === 'path' ? path.cost : null, `${one} to ${other}`).toBe(distance);
    }
  }, 120_000);
});

describe.skipIf(shared === undefined)('one journal in four syntaxes', () => {
  const folder = join(shared ?? '', 'rendered-J');

  test('has 1,874 papers, 474 of them without an author, and the same authors in the same order, in each', async () => {
    const [dblp, ...others] = await Promise.all(
      ['dblp.xml', 'refs.bib', 'refs.ris', 'refs.csl.json'].map((file) => authorsByTitle(join(folder, file))),
    );
    for (const other of others) expect(other).toEqual(others[0]);
    // dblp prints the names its people go by, not those the paper prints: as many, of the same papers.
    const counts = (lines: readonly string[] | undefined): string[] | undefined =>
      lines?.map((line) => line.replace(/: .*$/, ` ${line.split('; ').length}`));
    expect(counts(dblp)).toEqual(counts(others[0]));
  }, 120_000);

  test('is 2,321 papers in all four: every twin is found, and authorless ones only by citation key or DOI', async () => {
    const paths = ['dblp.xml', 'refs.bib', 'refs.ris', 'refs.csl.json'].map((file) => join(folder, file));
    const [all, personal] = await Promise.all([openCorpus({ paths }), openCorpus({ paths: paths.slice(1) })]);
    expect(personal.report.counts).toMatchObject({ papers: 1874, paperRecords: 3 * 1874 });
    // 1,400 with authors; 474 without from the three that share citation keys, and the 447 of dblp's that bear no DOI.
    expect(all.report.counts).toMatchObject({ papers: 1400 + 474 + 447, paperRecords: 4 * 1874 });
    const { store } = all.view();
    const signed = new Set<string>();
    for await (const { paperId } of store.authorships()) signed.add(paperId);
    expect(signed.size).toBe(1400);
    const shared = all.report.problems.filter(({ kind }) => kind === 'shared-identifier');
    expect(shared.map(({ message }) => message.split(' bear ')[1])).toEqual(
      Array.from({ length: 4 }, () => 'doi:10.1162/coli.2010.36.1.36105.'),
    );
  }, 120_000);

  test('loaded twice is loaded once', async () => {
    const { report } = await openCorpus({ paths: [join(folder, 'refs.bib'), join(folder, '../rendered-J/refs.bib')] });
    expect(report.counts).toMatchObject({ papers: 1874, paperRecords: 1874 });
  });
});

describe.skipIf(shared === undefined)('works of which OpenAlex and Crossref tell', () => {
  test('are one paper for each DOI, with all sources and what they disagree on', async () => {
    const { report, view } = await openCorpus({ paths: [join(shared ?? '', 'api')] });
    expect(report.counts).toMatchObject({ paperRecords: 67, papers: 50 });
    const { store } = view();
    const page = await store.papers.page(
      { filter: {} },
      { field: 'TITLE', direction: 'ASC' },
      { from: 'start', size: 100 },
    );
    const papers = page.entries.map(({ item }) => item);
    const dois = papers.flatMap(({ identifiers }) => identifiers.filter(({ scheme }) => scheme === 'DOI'));
    expect(new Set(dois.map(({ value }) => value)).size).toBe(49);
    expect(dois).toHaveLength(49);
    const quotients = papers.find(({ title }) => title.startsWith('Vector Quotient Filters'));
    expect(quotients?.sources.map(({ recordKey }) => recordKey)).toEqual([
      'crossref:10.1145/3448016.3452841',
      'crossref:10.1145/3448016.3452841',
      'openalex:W3174427814',
    ]);
    const title = quotients?.conflicts.find(({ field }) => field === 'title');
    expect(title?.values.map(({ isChosen, sources }) => [isChosen, sources.length])).toEqual([
      [true, 2],
      [false, 1],
    ]);
  }, 60_000);
});

async function authorsByTitle(path: string): Promise<string[]> {
  const { report, view } = await openCorpus({ paths: [path] });
  expect(report.counts).toMatchObject({ paperRecords: 1874, papers: 1874 });
  const { store, network } = view();
  const titles = new Map<string, string>();
  let after: string | undefined;
  do {
    const asked = { from: 'start' as const, size: 100, ...(after === undefined ? {} : { after }) };
    const page = await store.papers.page({ filter: {} }, { field: 'TITLE', direction: 'ASC' }, asked);
    for (const { item } of page.entries) {
      const names = network.authorshipsOn(item.id).map(({ rawNames }) => rawNames[0] ?? '');
      titles.set(item.id, `${item.title.toLowerCase()} ${item.date.year}: ${names.join('; ')}`);
    }
    after = page.hasNextPage ? page.entries.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  expect([...titles.values()].filter((line) => line.endsWith(': '))).toHaveLength(474);
  return [...titles.values()].map((line) => line.replaceAll(/[^\p{L}\p{N};: ]/gu, '')).sort();
}
