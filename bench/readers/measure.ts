/**
 * One measurement, in a process of its own: reads a file once and prints what that cost, as one line of JSON.
 *
 *     tsx bench/readers/measure.ts reader openalex works.jsonl
 *
 * `reader` is ours, compiled as it ships, fed as src/corpus feeds it: pieces of 256 KiB, unpacked and decoded, and every
 * record dropped at once. `bare` is what any program pays that uses the same parser and does nothing with the result.
 * `nothing` loads the same code and reads no file, for the memory that a process has anyway.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';

import { SaxesParser } from 'saxes';

import type * as FileBytes from '../../src/corpus/file-bytes.ts';
import type * as Formats from '../../src/format/index.ts';
import type * as Entities from '../../src/format/text/entities.ts';

/** What one process measured. */
export interface Measurement {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakBytes: number;
  readonly records: number;
  readonly problems: number;
}

interface Counts {
  readonly records: number;
  readonly problems: number;
}

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 256 * 1024;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;

const built = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).href;
const { formats, StreamDecoder } = (await import(built('format/index.js'))) as typeof Formats;
const { fileBytes, unpacked, withHead } = (await import(built('corpus/file-bytes.js'))) as typeof FileBytes;
const { LATIN1_ENTITIES } = (await import(built('format/text/entities.js'))) as typeof Entities;

const [task = '', format = '', file = ''] = process.argv.slice(2);
const wallBefore = performance.now();
const cpuBefore = process.cpuUsage();
const counts = await run();
const cpu = process.cpuUsage(cpuBefore);
const measurement: Measurement = {
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  wallSeconds: (performance.now() - wallBefore) / 1000,
  peakBytes: peakBytes(),
  ...counts,
};
console.log(JSON.stringify(measurement));

function run(): Promise<Counts> | Counts {
  if (task === 'nothing') return { records: 0, problems: 0 };
  if (task === 'reader') return readerOf(format);
  if (task === 'bare' && /\.jsonl?$/.test(file)) return bareJson();
  if (task === 'bare' && file.endsWith('.xml')) return bareXml();
  throw new Error(`Unknown task "${task}" for ${file}: give reader, bare (of .json, .jsonl or .xml) or nothing.`);
}

// Linux counts the parent's peak into its child's maxRSS; VmHWM is this program's alone.
function peakBytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
  return 1024 * (own === undefined ? process.resourceUsage().maxRSS : Number(own));
}

async function* textOf(problem: () => void): AsyncIterable<Iterable<string>> {
  const { head, whole: bytes } = await withHead(unpacked(fileBytes(file)), HEAD_BYTES);
  const decoder = new StreamDecoder(file, head, problem);
  for await (const chunk of bytes) yield decoder.decode(chunk);
  yield [decoder.end()];
}

async function readerOf(name: string): Promise<Counts> {
  const found = formats.find((one) => one.name === name);
  if (found === undefined) throw new Error(`Unknown format "${name}".`);
  let records = 0;
  let problems = 0;
  const problem = (): void => void problems++;
  const reader = found.open({ file, record: () => void records++, problem });
  for await (const pieces of textOf(problem)) for (const text of pieces) reader.write(text);
  reader.end();
  return { records, problems };
}

// Lines found in the bytes, each decoded alone: the quickest of the ways that were compared. A list has a comma at each
// line's end, and lines of its own for its brackets.
async function bareJson(): Promise<Counts> {
  let records = 0;
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      const isRecord = bytes[from] === OPEN_BRACE;
      if (isRecord) JSON.parse(bytes.toString('utf8', from, bytes[end - 1] === COMMA ? end - 1 : end));
      if (isRecord) records++;
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  return { records, problems: 0 };
}

async function bareXml(): Promise<Counts> {
  let problems = 0;
  const parser = new SaxesParser({ fileName: file });
  Object.assign(parser.ENTITIES, Object.fromEntries(LATIN1_ENTITIES));
  const nothing = (): void => undefined;
  parser.on('opentag', nothing);
  parser.on('closetag', nothing);
  parser.on('text', nothing);
  parser.on('error', () => void problems++);
  for await (const pieces of textOf(nothing)) for (const text of pieces) parser.write(text);
  parser.close();
  return { records: 0, problems };
}
