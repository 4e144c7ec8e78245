/** What one part of the bench measured, as plain data: tables for people, figures for programs. */
import type { Score } from './pairwise.ts';

export interface Part {
  readonly title: string;
  /** How it was measured, in Markdown. */
  readonly about: string;
  readonly tables: readonly Table[];
  /** The same numbers unrounded. */
  readonly figures: Readonly<Record<string, unknown>>;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What every part is told. */
export interface PartOptions {
  /** ../shared/data */
  readonly data: string;
  /** Where files for the public door are written. */
  readonly temporary: string;
  readonly seed: number;
  /** How many papers the largest made corpus has. */
  readonly papers: number;
  /** When a process that is measured is stopped. */
  readonly minutes: number;
  /** Where the labels of every publication are written, when asked for. */
  readonly dump?: string;
  /** Where the pairs that were joined wrongly or missed are listed, when asked for. */
  readonly pairs?: string;
}

export function scoreCells({ precision, recall, f1 }: Score): string[] {
  return [precision, recall, f1].map((figure) => figure.toFixed(4));
}

/** A row of a table that compares what is expected with what was found. */
export function comparison(what: string, expected: number | string, found: number | string): (string | number)[] {
  return [what, expected, found, expected === found ? 'yes' : 'no'];
}
