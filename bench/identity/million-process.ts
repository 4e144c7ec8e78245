/**
 * One measurement, in a process of its own: reads a file of works, resolves its records, and prints what each cost and
 * how well mentions were put together, as two lines of JSON.
 *
 *     node --max-old-space-size=3600 --import tsx bench/identity/million-process.ts works.jsonl labels.bin
 */
import { existsSync, readFileSync } from 'node:fs';

import { ingest, sourcedRecords } from '../../src/corpus/ingest.ts';
import { resolve } from '../../src/identity/index.ts';
import type { Resolution } from '../../src/identity/index.ts';

import { numberOfDoi } from './million-corpus.ts';
import { scoreOf } from './pairwise.ts';
import type { Score } from './pairwise.ts';

/** What is known once the file is read: printed at once, in case resolving never ends. */
export interface ReadingMeasurement {
  readonly reading: Cost;
}

export interface ResolvingMeasurement {
  readonly resolving: Cost;
  readonly papers: number;
  readonly authors: number;
  readonly score: Score;
  /** Mentions without a place of their own, because another of their paper was taken for the same person. */
  readonly lost: number;
}

export interface Cost {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** Of the process so far. */
  readonly peakBytes: number;
}

const [file = '', labelFile = ''] = process.argv.slice(2);

const [ingested, reading] = await measured(() => ingest({ paths: [file], records: [] }));
print({ reading });
const [resolution, resolving] = await measured(() => resolve(sourcedRecords(ingested.files)));
print({
  resolving,
  papers: resolution.papers.length,
  authors: resolution.authors.length,
  ...scored(resolution, labels()),
});

function print(measurement: ReadingMeasurement | ResolvingMeasurement): void {
  console.log(JSON.stringify(measurement));
}

async function measured<Result>(work: () => Result | Promise<Result>): Promise<[Result, Cost]> {
  const [wallBefore, cpuBefore] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const cpu = process.cpuUsage(cpuBefore);
  const wallSeconds = (performance.now() - wallBefore) / 1000;
  return [result, { wallSeconds, cpuSeconds: (cpu.user + cpu.system) / 1e6, peakBytes: peakBytes() }];
}

// VmHWM is this program's alone; Linux counts the parent's peak into maxRSS.
function peakBytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
  return 1024 * (own === undefined ? process.resourceUsage().maxRSS : Number(own));
}

function labels(): Int32Array {
  const bytes = readFileSync(labelFile);
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Int32Array.BYTES_PER_ELEMENT);
}

/** @param truth the person of each mention, in order; -1 ends a paper */
function scored({ papers, authorships }: Resolution, truth: Int32Array): { score: Score; lost: number } {
  const starts = [0];
  for (const [at, person] of truth.entries()) if (person < 0) starts.push(at + 1);
  const startOf = new Map(
    papers.map(({ id, identifiers }) => {
      const doi = identifiers.find(({ scheme }) => scheme === 'DOI')?.value ?? '';
      return [id, starts[numberOfDoi(doi)]];
    }),
  );
  const numbers = new Map<string, number>();
  const told = new Int32Array(truth.length).fill(-1);
  for (const { paperId, position, authorId } of authorships) {
    const number = numbers.get(authorId) ?? numbers.size;
    numbers.set(authorId, number);
    const start = startOf.get(paperId);
    if (start === undefined) throw new Error(`The paper ${paperId} is none of those that were made.`);
    if (position !== undefined) told[start + position - 1] = number;
  }
  const mentions = [...truth.keys()].filter((at) => (truth[at] ?? -1) >= 0);
  let lost = 0;
  for (const at of mentions) if ((told[at] ?? -1) < 0) told[at] = numbers.size + lost++;
  const pairs = (clusterOf: (at: number) => number): number => pairsWithin(mentions, clusterOf);
  const counts = {
    joinedRightly: pairs((at) => (truth[at] ?? 0) * 2 ** 24 + (told[at] ?? 0)),
    joined: pairs((at) => told[at] ?? 0),
    belonging: pairs((at) => truth[at] ?? 0),
  };
  return { score: scoreOf(counts), lost };
}

function pairsWithin(mentions: readonly number[], clusterOf: (at: number) => number): number {
  const sizes = new Map<number, number>();
  let pairs = 0;
  for (const at of mentions) {
    const size = sizes.get(clusterOf(at)) ?? 0;
    pairs += size;
    sizes.set(clusterOf(at), size + 1);
  }
  return pairs;
}
