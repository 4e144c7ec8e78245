/** A made corpus as one file of whole records; a piece at a time goes to the disk, so that the largest needs no memory. */
import { closeSync, openSync, writeSync } from 'node:fs';

import { dblpDump } from './dblp-dump.ts';
import type { MadePapers } from './made-papers.ts';
import { MadePeople } from './made-people.ts';
import { madeRecords } from './made-records.ts';
import type { RecordFormat } from './made-records.ts';
import { openalexWorks } from './openalex-works.ts';

export type FormatName = 'openalex' | 'dblp';

export const FORMATS: Readonly<Record<FormatName, RecordFormat>> = { openalex: openalexWorks, dblp: dblpDump };

const PIECE = 1 << 20;

/** Returns how many bytes there are; the same for the same papers and seed. */
export function writeRecords(path: string, format: FormatName, papers: MadePapers, seed: number): number {
  const people = new MadePeople(papers.homes, seed);
  const printer = FORMATS[format].begin(people);
  const file = openSync(path, 'w');
  let piece = printer.head;
  let written = 0;
  const add = (text: string): void => {
    piece += text;
    if (piece.length < PIECE) return;
    written += writeSync(file, piece);
    piece = '';
  };
  try {
    for (const record of madeRecords(papers, people, seed)) add(printer.record(record));
    for (const text of printer.foot()) add(text);
    return written + writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

export function isFormat(text: string): text is FormatName {
  return Object.hasOwn(FORMATS, text);
}
