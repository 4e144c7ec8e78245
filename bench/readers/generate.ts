/** Large files that look like the real ones and are the same bytes for the same seed and size. */
import { closeSync, createReadStream, createWriteStream, openSync, writeSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { Random } from '../random.ts';
import { aclCollection } from './corpora/acl.ts';
import { arxivPapers } from './corpora/arxiv.ts';
import { bibtexEntries } from './corpora/bibtex.ts';
import { coauthorRecords } from './corpora/coauthor.ts';
import type { CorpusKind } from './corpora/corpus.ts';
import { crossrefWorks } from './corpora/crossref.ts';
import { cslItems } from './corpora/csl-json.ts';
import { dblpDump } from './corpora/dblp.ts';
import { openalexWorks } from './corpora/openalex.ts';
import { pubmedBaseline } from './corpora/pubmed.ts';
import { semanticScholarPapers } from './corpora/semantic-scholar.ts';

export const corpusKinds: readonly CorpusKind[] = [
  openalexWorks,
  crossrefWorks,
  arxivPapers,
  semanticScholarPapers,
  cslItems,
  coauthorRecords,
  dblpDump,
  aclCollection,
  pubmedBaseline,
  bibtexEntries,
];

const PIECE = 1024 * 1024;

/** Writes at least `bytes` bytes, to the end of a record. Returns how many records. */
export function generate(kind: CorpusKind, path: string, bytes: number, seed: number): number {
  const random = new Random(seed);
  const file = openSync(path, 'w');
  let records = 0;
  let written = 0;
  let piece = kind.head;
  while (written + piece.length < bytes) {
    piece += kind.record(random, ++records);
    if (piece.length >= PIECE) {
      written += writeSync(file, piece);
      piece = '';
    }
  }
  writeSync(file, piece + kind.foot);
  closeSync(file);
  return records;
}

export async function pack(path: string): Promise<string> {
  const packed = `${path}.gz`;
  await pipeline(createReadStream(path), createGzip({ level: 6 }), createWriteStream(packed));
  return packed;
}
