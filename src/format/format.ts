/**
 * One interface for every format. A reader says what stands in a file; it never decides who is who, and it never
 * throws for bad data: what it cannot read becomes a problem with line and reason, and the rest goes on.
 */
import type { Problem, SourceRecord } from '../model/index.ts';

/** The beginning of a file, by which readers recognise their own. */
export interface FileHead {
  /** As the person gave it. */
  readonly name: string;
  /** The first bytes, decoded (at most 64 KiB); the whole file when it is shorter. */
  readonly text: string;
  readonly isWhole: boolean;
}

/** How sure a reader is that a file is its own, and why, in words a person can check. */
export interface Claim {
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

export interface ReadOptions {
  /** The day the file was captured, YYYY-MM-DD, where the person said so. */
  readonly capturedOn?: string;
}

/** What a reader yields, in the order of the file. */
export type ReadItem =
  { readonly kind: 'record'; readonly record: SourceRecord } | { readonly kind: 'problem'; readonly problem: Problem };

export interface Format {
  /** Short name, as reports and `Source.format` show it: `profile-page`. */
  readonly name: string;
  /** What people call it: `profile page`. */
  readonly title: string;
  readonly extensions: readonly string[];
  /** A claim on the file, or undefined when it is certainly another's. */
  sniff(head: FileHead): Claim | undefined;
  /** Reads the decoded text of one file, in whatever pieces it arrives. */
  read(file: string, text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<ReadItem>;
}
