/** AMiner's 51 ambiguous names: which of the people of one name wrote which paper. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { allOne, asCrossrefWorks, doiOf, placeOf, readAmbiguousNames, sharedCoauthors } from './aminer-names.ts';
import type { AmbiguousName, Publication } from './aminer-names.ts';
import { AskedCorpus } from './asked-corpus.ts';
import { macro, pairwise } from './pairwise.ts';
import type { Score } from './pairwise.ts';
import { comparison, scoreCells } from './part.ts';
import type { Part, PartOptions } from './part.ts';
import { labelsOf } from './told-authors.ts';

const WORST = 10;

interface NameResult extends Score {
  readonly name: string;
  readonly publications: number;
  readonly people: number;
  /** How many authors we made of them. */
  readonly found: number;
}

export async function measureAminer(options: PartOptions): Promise<Part> {
  const names = readAmbiguousNames(join(options.data, 'aminer-and'));
  const apart = new Map<string, readonly string[]>();
  for (const { name, publications } of names) {
    apart.set(name, await predicted(name, publications, [publications], options).then(([labels]) => labels ?? []));
  }
  const everything = names.flatMap(({ publications }) => publications);
  const each = names.map(({ publications }) => publications);
  const together = await predicted('all names', everything, each, options);
  const results = names.map((name) => resultOf(name, apart.get(name.name) ?? []));
  const resultsTogether = names.map((name, at) => resultOf(name, together[at] ?? []));
  const baseline = (labels: (name: AmbiguousName) => string[]): Score =>
    macro(names.map((name) => resultOf(name, labels(name))));
  const scores = {
    allOne: baseline(allOne),
    sharedCoauthors: baseline(sharedCoauthors),
    together: macro(resultsTogether),
    apart: macro(results),
    firstHalf: macro(results.filter((_, at) => at % 2 === 0)),
    secondHalf: macro(results.filter((_, at) => at % 2 === 1)),
  };
  if (options.dump !== undefined) dump(options.dump, names, apart, together);
  const worst = results.toSorted((a, b) => a.f1 - b.f1 || (a.name < b.name ? -1 : 1)).slice(0, WORST);
  const people = results.reduce((sum, result) => sum + result.people, 0);
  return {
    title: 'AMiner’s 51 ambiguous names',
    about:
      'Per name the pairwise scores over the publications of that name; the table gives their means, each name weighing the same. Publications are written as Crossref works, with the affiliation of the ambiguous author where the set tells one. Everybody one person, and components of shared coauthors (whoever is not printed exactly as the name), are the baselines.',
    tables: [
      {
        head: ['the bench’s own reading', 'expected', 'found', 'equal'],
        rows: [
          comparison('names', 51, names.length),
          comparison('publications', 3126, everything.length),
          comparison('people', 582, people),
        ],
      },
      {
        head: ['mean over names', 'precision', 'recall', 'F1'],
        rows: [
          ['everybody one person', ...scoreCells(scores.allOne)],
          ['components of shared coauthors', ...scoreCells(scores.sharedCoauthors)],
          ['ours, all names in one corpus', ...scoreCells(scores.together)],
          ['ours, each name its own corpus', ...scoreCells(scores.apart)],
          ['of these the 1st, 3rd, 5th, …', ...scoreCells(scores.firstHalf)],
          ['of these the 2nd, 4th, 6th, …', ...scoreCells(scores.secondHalf)],
        ],
      },
      {
        head: [`the ${WORST} worst of ours`, 'publications', 'people', 'found', 'precision', 'recall', 'F1'],
        rows: worst.map((result) => [
          result.name,
          result.publications,
          result.people,
          result.found,
          ...scoreCells(result),
        ]),
      },
    ],
    figures: { scores, names: results, namesTogether: resultsTogether },
  };
}

/** Whom each publication of each group was taken to be by, when all works are one corpus. */
async function predicted(
  file: string,
  works: readonly Publication[],
  groups: readonly (readonly Publication[])[],
  { temporary }: PartOptions,
): Promise<string[][]> {
  const path = join(temporary, `${file}.json`);
  writeFileSync(path, JSON.stringify(asCrossrefWorks(works)));
  const authorsByDoi = await (await AskedCorpus.open({ paths: [path] })).authorsBy('DOI');
  return groups.map((publications) => {
    const places = publications.map((publication) => ({ publication, ...placeOf(publication) }));
    const { labels, lost } = labelsOf(places, ({ publication }) => authorsByDoi.get(doiOf(publication)));
    const [first] = lost;
    if (first !== undefined) throw new Error(`${first.name} is not among the authors of "${first.publication.title}".`);
    return labels;
  });
}

function resultOf({ name, publications }: AmbiguousName, labels: readonly string[]): NameResult {
  const truth = publications.map(({ label }) => label);
  const [people, found] = [truth, labels].map((each) => new Set(each).size);
  return {
    name,
    publications: publications.length,
    people: people ?? 0,
    found: found ?? 0,
    ...pairwise(truth, labels),
  };
}

// A file per name: its publications, with the person it has in the set and in each of our corpora.
function dump(
  folder: string,
  names: readonly AmbiguousName[],
  apart: ReadonlyMap<string, readonly string[]>,
  together: readonly (readonly string[])[],
): void {
  mkdirSync(folder, { recursive: true });
  for (const [at, { name, publications }] of names.entries()) {
    const rows = publications.map((publication, row) => ({
      ...publication,
      predicted: apart.get(name)?.[row],
      predictedTogether: together[at]?.[row],
    }));
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(rows, undefined, 1)}\n`);
  }
}
