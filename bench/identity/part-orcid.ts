/**
 * People who have an ORCID, the ORCIDs hidden: are their mentions put together by what is left? Records of api/ and ads/,
 * read through the door of src/format where a reader claims them and by the bench's own hand where none does, are stripped
 * and loaded as a program's records.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { foldText } from '../../src/model/index.ts';
import type { PaperRecord, SourceRecord } from '../../src/model/index.ts';

import { adsSources, dataciteSources } from './ads-records.ts';
import { AskedCorpus } from './asked-corpus.ts';
import { minus, pairCounts, scoreOf } from './pairwise.ts';
import type { PairCounts } from './pairwise.ts';
import { scoreCells } from './part.ts';
import type { Part, PartOptions, Table } from './part.ts';
import { recordsOfFile } from './read-records.ts';
import { labelsOf } from './told-authors.ts';
import type { ToldAuthor } from './told-authors.ts';

interface OrcidMention {
  readonly file: string;
  readonly recordKey: string;
  /** What says that two records tell one paper: the DOI, else the title. */
  readonly paper: string;
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

const AIM = 0.99;
/** The first pairs stand in the section, all of them in the file of `--pairs`. */
const SHOWN = 20;

const ABOUT =
  'Every file of `api/` and `ads/input/` that a reader claims; the rest of `ads/` as ADS’s parser tells it (`ads/expected/`, format `ads`, of every publication) and with the people whom the publisher’s XML prints, read by the bench (`publisher`); DataCite’s answers, JSON and XML, read by the bench. A pair is two mentions whose sources gave them ORCIDs; it belongs together when they are the same. Within: both told by one format; across: told by two. Where formats tell one paper, its authors’ places tell most of it: pairs on two papers are shown by themselves. Title, DOI and venue of `publisher` records are those of ADS: only the people are on trial. `--pairs <file>` lists every pair that was joined wrongly or missed.';

export async function measureOrcid({ data, pairs }: PartOptions): Promise<Part> {
  const claimed = ['api', 'ads/input'].flatMap((folder) => filesIn(join(data, folder), data));
  const names = new Set(claimed.map(({ name }) => name));
  const told = [...adsSources(data, (path) => names.has(relative(data, path))), ...dataciteSources(data)];
  const files: GivenFile[] = [...claimed, ...told];
  const mentions = files.flatMap(mentionsOf);
  const rows: (string | number)[][] = [];
  const aims: (string | number)[][] = [];
  const listed: string[] = [];
  const figures: Record<string, object> = {};
  for (const hidden of ['ORCIDs', 'all identifiers of people'] as const) {
    const records = files.map(({ name, records }) => ({
      name,
      records: records.map((each) => stripped(each, hidden)),
    }));
    const before = performance.now();
    const authorsOf = await authorsByRecord(await AskedCorpus.open({ records }));
    const seconds = (performance.now() - before) / 1000;
    const { labels, lost } = labelsOf(mentions, ({ recordKey }) => authorsOf(recordKey));
    const counts = countsOf(mentions, labels);
    for (const [kind, { belonging, joined, joinedRightly }] of Object.entries(counts)) {
      const score = scoreOf({ belonging, joined, joinedRightly });
      rows.push([hidden, kind, belonging, joined, ...scoreCells(score), lost.length]);
    }
    const { precision } = scoreOf(counts.all);
    aims.push([`precision, ${hidden} hidden`, AIM.toFixed(2), precision.toFixed(4), precision >= AIM ? 'yes' : 'no']);
    listed.push(...mistakesOf(mentions, labels).map((line) => `${hidden} hidden: ${line}`));
    figures[hidden] = { counts, lost: lost.length, seconds };
  }
  if (pairs !== undefined) writeFileSync(pairs, listed.map((line) => `${line}\n`).join(''));
  const sources = [...new Set(mentions.map(({ source }) => source))].sort();
  const orcids = (of: readonly OrcidMention[]): number => new Set(of.map(({ orcid }) => orcid)).size;
  const bySource = sources.map((source) => {
    const own = mentions.filter((mention) => mention.source === source);
    return [source, own.length, orcids(own)];
  });
  return {
    title: 'People with an ORCID, the ORCIDs hidden',
    about: ABOUT,
    tables: [
      {
        head: ['format', 'mentions with ORCID', 'ORCIDs'],
        rows: [...bySource, ['all', mentions.length, orcids(mentions)]],
      },
      {
        head: ['distinct ORCIDs', 'found'],
        rows: [['anywhere in the text of `api/` and `ads/`', orcidsInText(data)]],
      },
      {
        head: ['hidden', 'pairs', 'that belong', 'that we joined', 'precision', 'recall', 'F1', 'not found again'],
        rows,
      },
      { head: ['aim', 'at least', 'found', 'met'], rows: aims },
      ...(listed.length === 0 ? [] : [listOf(listed)]),
    ],
    figures: { ...figures, orcids: orcids(mentions), listed },
  };
}

function pathsIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** Whatever looks like an ORCID, whoever has it: editors, contributors and authors of references too. */
function orcidsInText(data: string): number {
  const found = new Set<string>();
  for (const path of ['api', 'ads'].flatMap((folder) => pathsIn(join(data, folder)))) {
    const texts = readFileSync(path, 'utf8').match(/\d{4}-\d{4}-\d{4}-\d{3}[\dX]/gi) ?? [];
    for (const text of texts) found.add(text.toUpperCase());
  }
  return found.size;
}

function filesIn(folder: string, data: string): GivenFile[] {
  return pathsIn(folder).flatMap((path) => {
    const read = recordsOfFile(path);
    return read === undefined ? [] : [{ name: relative(data, path), ...read }];
  });
}

function mentionsOf({ name: file, format, records }: GivenFile): OrcidMention[] {
  const papers = records.filter((record): record is PaperRecord => record.kind === 'paper');
  return papers.flatMap(({ key, title, identifiers, authors }) => {
    const doi = identifiers.find(({ scheme }) => scheme === 'DOI')?.value;
    return authors.flatMap(({ name, position, identifiers: own = [] }) => {
      const orcid = own.find(({ scheme }) => scheme === 'ORCID')?.value;
      if (orcid === undefined || position === undefined) return [];
      return [{ file, recordKey: key, paper: doi ?? foldText(title), position, name, orcid, source: format }];
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

async function authorsByRecord(asked: AskedCorpus): Promise<(key: string) => readonly ToldAuthor[] | undefined> {
  const byRecord = new Map<string, readonly ToldAuthor[]>();
  for await (const { recordKeys, authors } of asked.papers()) {
    for (const key of recordKeys) byRecord.set(key, authors);
  }
  return (key) => byRecord.get(key);
}

/** All pairs, those told by one format and by two, and those of two papers: on one paper the place alone tells a lot. */
function countsOf(
  mentions: readonly OrcidMention[],
  labels: readonly string[],
): Record<'all' | 'within' | 'across' | 'on two papers', PairCounts> {
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
  const onTwoPapers = leaving(({ paper }) => paper);
  return { all, within: minus(all, across), across, 'on two papers': onTwoPapers };
}

/** Both kinds of mistake by name, one line each. Mentions are few enough to look at every pair. */
function mistakesOf(mentions: readonly OrcidMention[], labels: readonly string[]): string[] {
  return mentions.flatMap((one, at) =>
    mentions.slice(at + 1).flatMap((other, after) => {
      const isOne = one.orcid === other.orcid;
      const isJoined = labels[at] === labels[at + 1 + after];
      if (isOne === isJoined) return [];
      return [`${isJoined ? 'joined wrongly' : 'missed'}: ${described(one)} and ${described(other)}`];
    }),
  );
}

function described({ name, position, orcid, file, recordKey }: OrcidMention): string {
  return `${name} (${orcid}, ${position} of ${recordKey} in ${file})`;
}

function listOf(mistakes: readonly string[]): Table {
  const rows = mistakes.slice(0, SHOWN).map((line) => [line]);
  return { head: [`pairs joined wrongly or missed, ${rows.length} of ${mistakes.length}`], rows };
}
