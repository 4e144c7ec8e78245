/**
 * The same scores in seconds, for tuning: records go to `resolve` directly, past corpus, store and GraphQL. What is
 * claimed is measured by `run.ts`, through the public door.
 *
 *     npx tsx bench/identity/quick.ts aminer
 *     npx tsx bench/identity/quick.ts acl
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { resolve } from '../../src/identity/index.ts';
import type { Resolution, Sourced } from '../../src/identity/index.ts';
import { sourceIdOf } from '../../src/model/index.ts';
import type { SourceRecord } from '../../src/model/index.ts';

import { readAclMentions, slugOf } from './acl-mentions.ts';
import { allOne, asCrossrefWorks, doiOf, readAmbiguousNames, placeOf, sharedCoauthors } from './aminer-names.ts';
import type { AmbiguousName } from './aminer-names.ts';
import { macro, pairwise } from './pairwise.ts';
import type { Score } from './pairwise.ts';
import { recordsOf, recordsOfFile } from './read-records.ts';
import { labelsOf } from './told-authors.ts';
import type { ToldAuthor } from './told-authors.ts';

/** What turns records into people: ours, or one that is being tried. */
export type ResolveRecords = (records: readonly Sourced[]) => Pick<Resolution, 'papers' | 'authorships'>;

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export interface NameScore extends Score {
  readonly name: string;
  readonly publications: number;
  readonly people: number;
  readonly found: number;
}

/** Each of AMiner's 51 names as a corpus of its own. */
export function aminerScores(
  resolveRecords: ResolveRecords,
  names: readonly AmbiguousName[] = readAmbiguousNames(join(shared, 'aminer-and')),
): NameScore[] {
  return names.map((ambiguous) => {
    const works = asCrossrefWorks(ambiguous.publications);
    const records = readText('works.json', JSON.stringify(works), 'crossref');
    const told = toldAuthors(resolveRecords(sourced('works.json', records)), 'DOI');
    return nameScore(ambiguous, told);
  });
}

/** All names in one corpus, each scored by itself. */
export function aminerTogether(resolveRecords: ResolveRecords, names: readonly AmbiguousName[]): NameScore[] {
  const works = asCrossrefWorks(names.flatMap(({ publications }) => publications));
  const records = readText('works.json', JSON.stringify(works), 'crossref');
  const told = toldAuthors(resolveRecords(sourced('works.json', records)), 'DOI');
  return names.map((ambiguous) => nameScore(ambiguous, told));
}

/** The Anthology without its file of names: the resolver has the printed names, and the ids that the XML itself gives. */
export function aclScore(resolveRecords: ResolveRecords, records = aclRecords(), corpus = readAcl()): Score {
  const told = toldAuthors(resolveRecords(records), 'ACL');
  const { labels } = labelsOf(corpus.mentions, ({ paper }) => told.get(paper.toLowerCase()));
  return pairwise(
    corpus.mentions.map(({ person }) => person),
    labels,
  );
}

export function aclRecords(): Sourced[] {
  const folder = join(shared, 'acl/xml');
  const files = readdirSync(folder).filter((file) => file.endsWith('.xml'));
  return files.flatMap((file) => sourced(file, recordsOfFile(join(folder, file))?.records ?? []));
}

function readAcl(): ReturnType<typeof readAclMentions> {
  return readAclMentions(join(shared, 'acl'));
}

function nameScore(ambiguous: AmbiguousName, told: ReadonlyMap<string, readonly ToldAuthor[]>): NameScore {
  const { name, publications } = ambiguous;
  const places = publications.map((publication) => ({ publication, ...placeOf(publication) }));
  const { labels } = labelsOf(places, ({ publication }) => told.get(doiOf(publication)));
  const truth = publications.map(({ label }) => label);
  return {
    name,
    publications: publications.length,
    people: new Set(truth).size,
    found: new Set(labels).size,
    ...pairwise(truth, labels),
  };
}

function toldAuthors(
  { papers, authorships }: Pick<Resolution, 'papers' | 'authorships'>,
  scheme: string,
): Map<string, ToldAuthor[]> {
  const byPaper = new Map<string, ToldAuthor[]>();
  for (const authorship of authorships) {
    const authors = byPaper.get(authorship.paperId);
    if (authors === undefined) byPaper.set(authorship.paperId, [authorship]);
    else authors.push(authorship);
  }
  const byIdentifier = new Map<string, ToldAuthor[]>();
  for (const { id, identifiers } of papers) {
    for (const identifier of identifiers) {
      if (identifier.scheme === scheme) byIdentifier.set(identifier.value.toLowerCase(), byPaper.get(id) ?? []);
    }
  }
  return byIdentifier;
}

function readText(file: string, text: string, expected: string): readonly SourceRecord[] {
  const { format, records } = recordsOf(file, text) ?? { format: 'nothing', records: [] };
  if (format !== expected) throw new Error(`${file} was taken for ${format}, not for ${expected}.`);
  return records;
}

function sourced(file: string, records: readonly SourceRecord[]): Sourced[] {
  const sourceId = sourceIdOf(createHash('sha256').update(file).digest());
  return records.map((record) => ({ sourceId, file, record }));
}

function line(label: string, { precision, recall, f1 }: Score, more = ''): void {
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(4)).join('  ');
  console.log(`${label.padEnd(34)} ${figures}  ${more}`);
}

function printAminer(): void {
  const names = readAmbiguousNames(join(shared, 'aminer-and'));
  const count = names.reduce((sum, { publications }) => sum + publications.length, 0);
  console.log(`${names.length} names, ${count} publications\n${''.padEnd(34)} precision recall  F1`);
  const scores = aminerScores(resolve, names);
  for (const score of scores) {
    const { name, publications, people, found } = score;
    line(name, score, `${publications} papers, ${people} people, ${found} found`);
  }
  const baseline = (labels: (name: AmbiguousName) => string[]): Score =>
    macro(
      names.map((name) =>
        pairwise(
          name.publications.map(({ label }) => label),
          labels(name),
        ),
      ),
    );
  line('all one', baseline(allOne));
  line('components of shared coauthors', baseline(sharedCoauthors));
  line('ours, all names in one corpus', macro(aminerTogether(resolve, names)));
  line('ours, each name its own corpus', macro(scores));
  // Tune on one half and look at the other: what is tuned on all of them proves nothing.
  line('of these the 1st, 3rd, 5th, …', macro(scores.filter((_, at) => at % 2 === 0)));
  line('of these the 2nd, 4th, 6th, …', macro(scores.filter((_, at) => at % 2 === 1)));
}

function printAcl(): void {
  const corpus = readAcl();
  const truth = corpus.mentions.map(({ person }) => person);
  const { papers, mentions } = corpus;
  console.log(`${papers.length} papers, ${mentions.length} mentions, ${new Set(truth).size} people`);
  line(
    'exact name',
    pairwise(
      truth,
      mentions.map(({ parts }) => parts),
    ),
  );
  line(
    'slug',
    pairwise(
      truth,
      mentions.map(({ name }) => slugOf(name)),
    ),
  );
  const records = aclRecords();
  const before = performance.now();
  const score = aclScore(resolve, records, corpus);
  line('ours, without name_variants.yaml', score, `resolve ${((performance.now() - before) / 1000).toFixed(1)} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'aminer') printAminer();
  else if (process.argv[2] === 'acl') printAcl();
  else throw new Error(`Unknown task "${process.argv[2] ?? ''}": give aminer or acl.`);
}
