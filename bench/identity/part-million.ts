/** A million papers, and a tenth and a hundredth of them: what resolving costs beside reading, in fresh processes. */
import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readAclMentions } from './acl-mentions.ts';
import { makeCorpus } from './million-corpus.ts';
import type { MadeCorpus, NameStock } from './million-corpus.ts';
import type { Cost, ReadingMeasurement, ResolvingMeasurement } from './million-process.ts';
import { scoreCells } from './part.ts';
import type { Part, PartOptions } from './part.ts';

const FLAGS = ['--max-old-space-size=3600'];
const MOST_TIMES_READING = 3;
const MOST_MEGABYTES = 4000;

interface Measured {
  readonly made: MadeCorpus;
  readonly megabytes: number;
  readonly reading?: Cost;
  /** Absent when the process did not come to the end. */
  readonly resolved?: ResolvingMeasurement;
  readonly failure?: string;
}

export function measureMillion(options: PartOptions): Promise<Part> {
  const stock = nameStock(join(options.data, 'acl'));
  const sizes = [options.papers / 100, options.papers / 10, options.papers].map(Math.round);
  const all = sizes.map((papers) => measureSize(papers, stock, options));
  const last = all.at(-1);
  return Promise.resolve({
    title: `A made corpus of ${options.papers.toLocaleString('en-US')} papers`,
    about: `Crossref works, one a line; names are drawn as often as they occur in the ACL Anthology, and 15 % of the papers print initials. Reading (\`ingest\`) and resolving (\`resolve\`) are timed one after the other, each size in one fresh process, \`node ${FLAGS.join(' ')}\`, through tsx; seconds are CPU seconds, those of the garbage collector's threads among them. Whom the mentions were taken for is what \`resolve\` tells; GraphQL is not asked.`,
    tables: [
      {
        head: [
          'papers',
          'MB',
          'reading, s',
          'resolving, s',
          'resolving / reading',
          'peak after reading, MB',
          'peak, MB',
        ],
        rows: all.map(costRow),
      },
      { head: ['of the largest', 'aim', 'found', 'met'], rows: last === undefined ? [] : aims(last) },
      {
        head: [
          'papers',
          'mentions',
          'people',
          'names of several',
          'found',
          'precision',
          'recall',
          'F1',
          'not found again',
        ],
        rows: all.map(scoreRow),
      },
    ],
    figures: { flags: FLAGS, sizes: all },
  });
}

function measureSize(papers: number, stock: NameStock, { temporary, seed, minutes }: PartOptions): Measured {
  const [works, labels] = [join(temporary, 'works.jsonl'), join(temporary, 'labels.bin')];
  const made = makeCorpus(works, labels, papers, seed, stock);
  const megabytes = Math.round(statSync(works).size / 1e6);
  const script = fileURLToPath(new URL('million-process.ts', import.meta.url));
  const { stdout, status, signal, stderr } = spawnSync(
    process.execPath,
    [...FLAGS, '--import', 'tsx', script, works, labels],
    { encoding: 'utf8', timeout: minutes * 60_000, killSignal: 'SIGKILL' },
  );
  rmSync(works);
  rmSync(labels);
  const [first, second] = stdout.split('\n');
  const reading = first ? (JSON.parse(first) as ReadingMeasurement).reading : undefined; // what the process printed
  const resolved = second ? (JSON.parse(second) as ResolvingMeasurement) : undefined; // likewise
  const reason = /heap out of memory/.test(stderr) ? 'out of memory' : stderr.trim().split('\n').at(-1);
  const failure = signal === 'SIGKILL' ? `stopped after ${minutes} minutes` : `failed: ${reason}`;
  return {
    made,
    megabytes,
    ...(reading === undefined ? {} : { reading }),
    ...(resolved === undefined ? {} : { resolved }),
    ...(status === 0 ? {} : { failure }),
  };
}

function costRow({ made, megabytes, reading, resolved, failure = '' }: Measured): (string | number)[] {
  const read = reading === undefined ? failure : reading.cpuSeconds.toFixed(1);
  const readPeak = reading === undefined ? '' : megabytesOf(reading);
  const begun = [made.papers, megabytes, read];
  if (reading === undefined || resolved === undefined) return [...begun, failure, '', readPeak, ''];
  const { resolving } = resolved;
  const ratio = resolving.cpuSeconds / reading.cpuSeconds;
  return [...begun, resolving.cpuSeconds.toFixed(1), ratio.toFixed(2), readPeak, megabytesOf(resolving)];
}

function scoreRow({ made, resolved, failure = '' }: Measured): (string | number)[] {
  const { papers, mentions, people, sharedNames } = made;
  const begun = [papers, mentions, people, sharedNames];
  if (resolved === undefined) return [...begun, failure, '', '', '', ''];
  return [...begun, resolved.authors, ...scoreCells(resolved.score), resolved.lost];
}

function aims({ reading, resolved, failure = '' }: Measured): (string | number)[][] {
  const ratio = (resolved?.resolving.cpuSeconds ?? NaN) / (reading?.cpuSeconds ?? NaN);
  const peak = resolved === undefined ? NaN : megabytesOf(resolved.resolving);
  return [
    aim('resolving / reading', MOST_TIMES_READING, ratio, failure || ratio.toFixed(2)),
    aim('peak memory, MB', MOST_MEGABYTES, peak, failure || peak),
  ];
}

// What was not measured is not met.
function aim(what: string, most: number, found: number, shown: string | number): (string | number)[] {
  return [what, `under ${most}`, shown, found < most ? 'yes' : 'no'];
}

function megabytesOf({ peakBytes }: Cost): number {
  return Math.round(peakBytes / 1e6);
}

// As the people of the Anthology bear them: one entry per distinct printed name.
function nameStock(folder: string): NameStock {
  const { mentions } = readAclMentions(folder);
  const names = [...new Set(mentions.map(({ parts }) => parts))].map((parts) => parts.split(', '));
  const counts = new Map<string, number>();
  for (const { paper } of mentions) counts.set(paper, (counts.get(paper) ?? 0) + 1);
  return {
    given: names.flatMap(([, given]) => given ?? []),
    family: names.flatMap(([family]) => family ?? []),
    authorCounts: [...counts.values()],
  };
}
