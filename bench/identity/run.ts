/**
 * Measures who is who and prints the sections of bench/identity.md.
 *
 *     npm run bench:identity -- --only aminer --dump aminer-dump
 *     npm run bench:identity -- --only orcid --pairs orcid-pairs.txt
 *     npm run bench:identity -- --write --json identity.json
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { sectionOf, writeSections } from './markdown.ts';
import { measureAcl } from './part-acl.ts';
import { measureAminer } from './part-aminer.ts';
import { measureMillion } from './part-million.ts';
import { measureOrcid } from './part-orcid.ts';
import { measureRendered } from './part-rendered.ts';
import type { Part, PartOptions } from './part.ts';

const PARTS: Readonly<Record<string, (options: PartOptions) => Promise<Part>>> = {
  acl: measureAcl,
  rendered: measureRendered,
  aminer: measureAminer,
  orcid: measureOrcid,
  million: measureMillion,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    dump: { type: 'string' },
    pairs: { type: 'string' },
    write: { type: 'boolean', default: false },
    papers: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '30' },
  },
});
const chosen = values.only ?? Object.keys(PARTS);
const temporary = mkdtempSync(join(tmpdir(), 'coauthor-identity-'));
const options: PartOptions = {
  data: fileURLToPath(new URL('../../../shared/data', import.meta.url)),
  temporary,
  seed: Number(values.seed),
  papers: Number(values.papers),
  minutes: Number(values.minutes),
  ...(values.dump === undefined ? {} : { dump: values.dump }),
  ...(values.pairs === undefined ? {} : { pairs: values.pairs }),
};

try {
  const sections = new Map<string, string>();
  const figures: Record<string, object> = {};
  for (const name of chosen) {
    const measure = PARTS[name];
    if (measure === undefined) throw new Error(`Unknown part "${name}": give ${Object.keys(PARTS).join(', ')}.`);
    const part = await measure(options);
    const section = sectionOf(part, { command: commandOf(name), machine: machine() });
    console.log(`${section}\n`);
    sections.set(name, section);
    figures[name] = part.figures;
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, undefined, 1)}\n`);
  if (values.write) await writeSections(fileURLToPath(new URL('../identity.md', import.meta.url)), sections);
} finally {
  rmSync(temporary, { recursive: true });
}

function commandOf(name: string): string {
  const scale =
    name === 'million' ? ` --papers ${options.papers} --seed ${options.seed} --minutes ${options.minutes}` : '';
  return `npm run bench:identity -- --only ${name}${scale}`;
}

function machine(): string {
  const [first] = cpus();
  return `${cpus().length} cores (${first?.model.trim()}), Node ${process.versions.node}, ${revision()}`;
}

function revision(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', ['--no-optional-locks', ...args], { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain', '--', '../../src') !== '';
  return `at ${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' with uncommitted changes in src' : ''}`;
}
