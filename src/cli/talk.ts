/** How the commands speak, fail and read their flags. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { InvalidArgumentError } from 'commander';

import type { ImportReport } from '../corpus/index.ts';
import type { Problem } from '../model/index.ts';

/** Ends a command with one line instead of a stack. */
export class CommandFailure extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}

const MOST_PROBLEMS_SHOWN = 20;

/** One line to the person. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What was read and what was not, in a few lines. */
export function sayReport(report: ImportReport): void {
  for (const file of report.files) say(`${file.name}: ${file.format} (${file.reason})`);
  for (const problem of report.problems.slice(0, MOST_PROBLEMS_SHOWN)) say(problemLine(problem));
  const hidden = report.problems.length - MOST_PROBLEMS_SHOWN;
  if (hidden > 0)
    say(`… and ${counted(hidden, 'more problem')}: ask { corpus { problems { nodes { file line message } } } }.`);
  const passedOver = report.passedOver.length === 0 ? '' : `, ${counted(report.passedOver.length, 'file')} passed over`;
  const refused = report.refused.length === 0 ? '' : `, ${counted(report.refused.length, 'file')} refused`;
  say(
    `Loaded ${counted(report.files.length, 'file')}: ${counted(report.paperCount, 'paper')}, ` +
      `${counted(report.authorCount, 'author')}, ${counted(report.problems.length, 'problem')}${refused}${passedOver}.`,
  );
}

export function problemLine({ file, line, message, found, kept }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`;
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

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return JSON.stringify(line.length <= 80 ? line : `${line.slice(0, 79)}…`);
}
