/**
 * People who have an ORCID, the ORCIDs hidden: are their mentions put together by what is left? Records of api/ and ads/
 * are read through the door of src/format, stripped, and loaded as a program's records.
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { PaperRecord, SourceRecord } from '../../src/model/index.ts';

import { AskedCorpus } from './asked-corpus.ts';
import { minus, pairCounts, scoreOf } from './pairwise.ts';
import type { PairCounts } from './pairwise.ts';
import { scoreCells } from './part.ts';
import type { Part, PartOptions } from './part.ts';
import { recordsOfFile } from './read-records.ts';
import { labelsOf } from './told-authors.ts';
import type { ToldAuthor } from './told-authors.ts';

interface OrcidMention {
  /** Every identifier of the paper. */
  readonly paper: readonly string[];
  readonly position: number;
  readonly name: string;
  readonly orcid: string;
  /** The format that told it. */
  readonly source: string;
}

interface GivenFile {
  readonly name: string;
  readonly format: string;
  readonly records: readonly SourceRecord[];
}

type Hidden = 'ORCIDs' | 'all identifiers of people';

export async function measureOrcid({ data }: PartOptions): Promise<Part> {
  const files = ['api', 'ads/input'].flatMap((folder) => filesIn(join(data, folder), data));
  const mentions = files.flatMap(mentionsOf);
  const rows: (string | number)[][] = [];
  const figures: Record<string, object> = {};
  for (const hidden of ['ORCIDs', 'all identifiers of people'] as const) {
    const records = files.map(({ name, records }) => ({
      name,
      records: records.map((each) => stripped(each, hidden)),
    }));
    const authorsOf = await authorsByIdentifier(await AskedCorpus.open({ records }));
    const { labels, lost } = labelsOf(mentions, ({ paper }) => authorsOf(paper));
    const counts = countsOf(mentions, labels);
    for (const [pairs, { belonging, joined, joinedRightly }] of Object.entries(counts)) {
      const score = scoreOf({ belonging, joined, joinedRightly });
      rows.push([hidden, pairs, belonging, joined, ...scoreCells(score), lost.length]);
    }
    figures[hidden] = { counts, lost: lost.length };
  }
  const sources = [...new Set(mentions.map(({ source }) => source))].sort();
  const orcids = (of: readonly OrcidMention[]): number => new Set(of.map(({ orcid }) => orcid)).size;
  const bySource = sources.map((source) => {
    const own = mentions.filter((mention) => mention.source === source);
    return [source, own.length, orcids(own)];
  });
  return {
    title: 'People with an ORCID, the ORCIDs hidden',
    about:
      'Every file of `api/` and `ads/input/` that a reader claims. A pair is two mentions whose sources gave them ORCIDs; it belongs together when they are the same. Within: both told by one format; across: told by two. Where formats tell one paper, its authors’ places tell most of it: pairs on two papers are shown by themselves.',
    tables: [
      {
        head: ['format', 'mentions with ORCID', 'ORCIDs'],
        rows: [...bySource, ['all', mentions.length, orcids(mentions)]],
      },
      {
        head: ['hidden', 'pairs', 'that belong', 'that we joined', 'precision', 'recall', 'F1', 'not found again'],
        rows,
      },
    ],
    figures,
  };
}

function filesIn(folder: string, data: string): GivenFile[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return paths.flatMap((path) => {
    const read = recordsOfFile(path);
    return read === undefined ? [] : [{ name: relative(data, path), ...read }];
  });
}

function mentionsOf({ format, records }: GivenFile): OrcidMention[] {
  const papers = records.filter((record): record is PaperRecord => record.kind === 'paper');
  return papers.flatMap(({ identifiers, authors }) => {
    const paper = identifiers.map(({ scheme, value }) => `${scheme} ${value}`);
    return authors.flatMap(({ name, position, identifiers: own = [] }) => {
      const orcid = own.find(({ scheme }) => scheme === 'ORCID')?.value;
      return orcid === undefined || position === undefined ? [] : [{ paper, position, name, orcid, source: format }];
    });
  });
}

function stripped(record: SourceRecord, hidden: Hidden): SourceRecord {
  const isHidden = ({ scheme, value }: { scheme: string; value: string }): boolean =>
    hidden === 'all identifiers of people' || scheme === 'ORCID' || value.includes('orcid.org');
  if (record.kind === 'person') {
    return { ...record, identifiers: record.identifiers.filter((identifier) => !isHidden(identifier)) };
  }
  if (record.kind !== 'paper') return record;
  const authors = record.authors.map(({ identifiers = [], ...mention }) => {
    const left = identifiers.filter((identifier) => !isHidden(identifier));
    return left.length === 0 ? mention : { ...mention, identifiers: left };
  });
  return { ...record, authors };
}

async function authorsByIdentifier(
  asked: AskedCorpus,
): Promise<(identifiers: readonly string[]) => readonly ToldAuthor[] | undefined> {
  const byIdentifier = new Map<string, readonly ToldAuthor[]>();
  for await (const { identifiers, authors } of asked.papers()) {
    for (const { scheme, value } of identifiers) byIdentifier.set(`${scheme} ${value}`, authors);
  }
  return (identifiers) => identifiers.map((each) => byIdentifier.get(each)).find((authors) => authors !== undefined);
}

/** All pairs, those told by one format and by two, and those of two papers: on one paper the place alone tells a lot. */
function countsOf(mentions: readonly OrcidMention[], labels: readonly string[]): Record<string, PairCounts> {
  const of = (isIn: (mention: OrcidMention) => boolean): PairCounts => {
    const chosen = mentions.flatMap((mention, at) => (isIn(mention) ? [{ mention, label: labels[at] ?? '' }] : []));
    return pairCounts(
      chosen.map(({ mention }) => mention.orcid),
      chosen.map(({ label }) => label),
    );
  };
  const all = of(() => true);
  const leaving = (group: (mention: OrcidMention) => string): PairCounts =>
    [...new Set(mentions.map(group))].map((name) => of((mention) => group(mention) === name)).reduce(minus, all);
  const across = leaving(({ source }) => source);
  const onTwoPapers = leaving(({ paper }) => paper.find((identifier) => identifier.startsWith('DOI ')) ?? paper.join());
  return { all, within: minus(all, across), across, 'on two papers': onTwoPapers };
}
