/**
 * What a saved corpus costs: bytes on the disk and in memory, the time to open it, and how that compares with reading the
 * same files again. Prints the tables of bench/README.md.
 *
 *     npm run bench:store -- --papers 200000 --papers 1000000 --megabytes 40 --rounds 3 --seed 1
 *
 * Records are made and saved by one process and opened by a fresh one each round; the files lie in the system's cache.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { dblpDump } from '../readers/corpora/dblp.ts';
import { generate } from '../readers/generate.ts';
import type { Made } from './make.ts';
import type { Opened } from './open.ts';
import type { Parsed } from './parse.ts';
import { inProcess } from './process.ts';

/** Papers of dblp, which is never made here unless it is asked for. */
const DBLP_PAPERS = 7_500_000;
/** Of the process that makes the records as objects. */
const HEAP_MEGABYTES = 16_000;
const MEGABYTE = 1e6;

const { values } = parseArgs({
  options: {
    papers: { type: 'string', multiple: true, default: ['200000', '1000000'] },
    megabytes: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
});
const rounds = Array.from({ length: Number(values.rounds) });
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'coauthor-bench-'));
mkdirSync(folder, { recursive: true });

try {
  const [first] = cpus();
  const machine = `${cpus().length} cores (${first?.model.trim()}), Node ${process.versions.node}`;
  console.log(`${machine}, seed ${values.seed}, ${rounds.length} rounds: median (least to most).\n`);
  console.log(
    '| papers | authors | authorships | opened, s | of which checked, s | files, bytes a paper | memory, MB | at its peak | heap | three questions, ms | made and saved, s |',
  );
  console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
  const largest = values.papers.map(sizeRow).at(-1);
  if (largest !== undefined && largest.papers < DBLP_PAPERS) extrapolate(largest);
  if (Number(values.megabytes) > 0) parseTable();
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true });
}

function sizeRow(papers: string): Opened {
  const target = join(folder, `made-${papers}`);
  const made = inProcess('make.ts', [papers, values.seed, target], HEAP_MEGABYTES) as Made; // as these files print
  const opened = rounds.map(() => inProcess('open.ts', [target]) as Opened);
  const [one] = opened;
  if (one === undefined) throw new Error('At least one round is needed.');
  const cells = [
    ...[one.papers, one.authors, one.authorships].map((count) => count.toLocaleString('en-US')),
    spread(opened.map(({ openSeconds }) => openSeconds)),
    spread(opened.map(({ checkSeconds }) => checkSeconds)),
    (one.fileBytes / one.papers).toFixed(0),
    ...(['bytes', 'peakBytes', 'heapBytes'] as const).map((name) =>
      spread(
        opened.map((each) => each[name] / MEGABYTE),
        0,
      ),
    ),
    one.pageSeconds.map((seconds) => (1000 * seconds).toFixed(1)).join(', '),
    (made.fillSeconds + made.saveSeconds).toFixed(0),
  ];
  console.log(`| ${cells.join(' | ')} |`);
  return { ...one, openSeconds: Math.min(...opened.map(({ openSeconds }) => openSeconds)) };
}

function extrapolate({ papers, openSeconds, fileBytes }: Opened): void {
  const times = DBLP_PAPERS / papers;
  const seconds = (openSeconds * times).toFixed(1);
  const gigabytes = ((fileBytes * times) / 1e9).toFixed(1);
  console.log(
    `\nNot measured but ${times.toFixed(1)} times the last row: ${DBLP_PAPERS.toLocaleString('en-US')} papers would open in ${seconds} s, and their files be ${gigabytes} GB.`,
  );
}

function parseTable(): void {
  const file = join(folder, 'dblp.xml');
  const target = join(folder, 'parsed');
  generate(dblpDump, file, Number(values.megabytes) * MEGABYTE, Number(values.seed));
  const parsed: Parsed[] = [];
  const opened: Parsed[] = [];
  for (const _ of rounds) {
    parsed.push(inProcess('parse.ts', [file, target]) as Parsed); // as it prints
    opened.push(inProcess('parse.ts', ['-', target]) as Parsed);
  }
  const ratios = opened.map(({ seconds }, round) => (parsed[round]?.seconds ?? NaN) / seconds);
  console.log(`\n| dblp.xml of ${values.megabytes} MB, network and all | seconds | memory at its peak, MB |`);
  console.log('|---|---:|---:|');
  for (const [name, measured] of [
    ['read, and decided who is who', parsed],
    ['opened as saved', opened],
  ] as const) {
    const megabytes = measured.map(({ peakBytes }) => peakBytes / MEGABYTE);
    console.log(`| ${name} | ${spread(measured.map(({ seconds }) => seconds))} | ${spread(megabytes, 0)} |`);
  }
  console.log(`\n${parsed[0]?.papers} papers; opening is ${spread(ratios, 0)} times as fast as reading.`);
}

function spread(numbers: readonly number[], digits = 2): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [least, middle, most] = [0, sorted.length >> 1, sorted.length - 1].map((at) => sorted[at]?.toFixed(digits));
  return `${middle} (${least}–${most})`;
}
