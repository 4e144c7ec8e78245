/** The formats that papers are written in; what each writes, its reader reads back as the same papers. */
import type { PaperRecord } from '../model/index.ts';
import { write as writeBibtex } from './write/bibtex.ts';
import { writeCoauthorJsonl } from './write/coauthor-jsonl.ts';
import { writeCslJson } from './write/csl-json.ts';
import { write as writeRis } from './write/ris.ts';

export interface PaperWriter {
  /** As `coauthor export --format` spells it. */
  readonly name: string;
  readonly title: string;
  /** Without the dot. */
  readonly extension: string;
  readonly write: (papers: Iterable<PaperRecord>) => Iterable<string>;
}

export const paperWriters: readonly PaperWriter[] = [
  { name: 'bibtex', title: 'BibTeX', extension: 'bib', write: writeBibtex },
  { name: 'ris', title: 'RIS', extension: 'ris', write: writeRis },
  { name: 'csl-json', title: 'CSL-JSON', extension: 'json', write: writeCslJson },
  { name: 'jsonl', title: 'Coauthor JSON Lines', extension: 'jsonl', write: writeCoauthorJsonl },
];
