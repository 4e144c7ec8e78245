/** How the commands speak, fail and read their flags. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { InvalidArgumentError } from 'commander';

import type { ImportReport } from '../corpus/index.ts';
import type { Problem } from '../model/index.ts';

import { grouped } from './progress.ts';

/** Ends a command with one line instead of a stack. */
export class CommandFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}

const MOST_SHOWN = 20;

/** One line to the person. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What was read and what was not, in a few lines. */
export function sayReport(report: ImportReport): void {
  report.problems.slice(0, MOST_SHOWN).forEach((problem) => say(problemLine(problem)));
  const hidden = report.problems.length - MOST_SHOWN;
  if (hidden > 0)
    say(`… and ${counted(hidden, 'more problem')}: "coauthor import" or { corpus { problems } } tells all.`);
  reportLines(report).forEach(say);
}

/** What each file was taken for and why, then the sums. */
export function reportLines(report: ImportReport): string[] {
  const { files, counts, refused, passedOver, decisions, problems } = report;
  const listed = files.slice(0, MOST_SHOWN).map((file) => `${file.name}: ${file.reason}`);
  const hidden = files.length > MOST_SHOWN ? [`… and ${counted(files.length - MOST_SHOWN, 'more file')}`] : [];
  const left = [
    ...(refused.length === 0 ? [] : [`${counted(refused.length, 'file')} refused`]),
    ...(passedOver.length === 0 ? [] : [`${counted(passedOver.length, 'file')} passed over`]),
  ];
  const sums = [
    counted(counts.papers, 'paper'),
    counted(counts.authors, 'author'),
    ...(decisions === undefined ? [] : [`${counted(decisions.inForceCount, 'decision')} in force`]),
    counted(problems.length, 'problem'),
    ...left,
  ];
  return [...listed, ...hidden, `Loaded ${counted(files.length, 'file')}: ${sums.join(', ')}.`];
}

/** How many records came to how many papers. */
export function joinLine({ counts }: ImportReport): string {
  const { paperRecords, papers, joined, personRecords } = counts;
  return `Read ${counted(paperRecords, 'record')} of papers: ${grouped(papers)} new, ${grouped(joined)} joined to others; and ${counted(personRecords, 'record')} of people.`;
}

export function problemLine({ file, line, byte, message, found, kept }: Problem): string {
  const inLine = line === undefined ? file : `${file}:${line}`;
  const place = byte === undefined ? inLine : `${inLine}, byte ${byte}`;
  const details = [
    ...(found === undefined ? [] : [`found: ${shortened(found)}`]),
    ...(kept === undefined ? [] : [`kept: ${kept}`]),
  ];
  return `${place}: ${message}${details.length === 0 ? '' : ` (${details.join('; ')})`}`;
}

/** Reads a flag that takes a whole number of at least `least`. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      `Expected a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`}.`,
    );
  };
}

export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { version: string }; // our own manifest
  return version;
}

/** The corpora that the package ships. */
export function samplePath(): string {
  return fileURLToPath(new URL('../../data/sample', import.meta.url));
}

/** `1 paper`, `2 papers`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return JSON.stringify(line.length <= 80 ? line : `${line.slice(0, 79)}…`);
}
