/** One journal in four syntaxes: what each alone comes to, and all together. */
import { join } from 'node:path';

import { AskedCorpus } from './asked-corpus.ts';
import { comparison } from './part.ts';
import type { Part, PartOptions } from './part.ts';

const FILES = ['dblp.xml', 'refs.bib', 'refs.ris', 'refs.csl.json'];

interface Load {
  readonly what: string;
  readonly files: readonly string[];
  readonly people: number;
  readonly papers: number;
}

// 474 papers have no author: nothing but their title says that two records tell one of them, so they may stay apart.
const LOADS: readonly Load[] = [
  { what: 'DBLP alone', files: ['dblp.xml'], people: 1617, papers: 1874 },
  { what: 'BibTeX alone', files: ['refs.bib'], people: 1629, papers: 1874 },
  { what: 'RIS alone', files: ['refs.ris'], people: 1629, papers: 1874 },
  { what: 'CSL-JSON alone', files: ['refs.csl.json'], people: 1629, papers: 1874 },
  { what: 'all four', files: FILES, people: 1617, papers: 2348 },
];

export async function measureRendered({ data }: PartOptions): Promise<Part> {
  const rows: (string | number)[][] = [];
  const figures: Record<string, object> = {};
  for (const { what, files, people, papers } of LOADS) {
    const paths = [...files.map((file) => join(data, 'rendered-J', file)), join(data, 'acl/name_variants.yaml')];
    const { authorCount, paperCount } = await (await AskedCorpus.open({ paths })).summary();
    rows.push(comparison(`${what}: people`, people, authorCount), comparison(`${what}: papers`, papers, paperCount));
    figures[what] = { people: authorCount, papers: paperCount };
  }
  return {
    title: 'One journal in four syntaxes',
    about:
      'The 1,874 papers of *Computational Linguistics* (`rendered-J`), each time with `name_variants.yaml`. BibTeX, RIS and CSL-JSON carry none of the ids that the Anthology gives its people, and the names alone, with that file, make 1,629 of them.',
    tables: [{ head: ['', 'expected', 'found', 'equal'], rows }],
    figures,
  };
}
