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

/** What a reader is told of its file, and where it puts what it finds, in the order of the file. */
export interface ReadContext {
  /** As the person gave it. */
  readonly file: string;
  /** The day the file was captured, YYYY-MM-DD, where the person said so. */
  readonly capturedOn?: string;
  readonly record: (record: SourceRecord) => void;
  readonly problem: (problem: Problem) => void;
}

/**
 * A file being read. Text is pushed in, in whatever pieces it arrives, and records come out at once through the
 * context: no promise per record, and nothing kept that the next record does not need.
 */
export interface TextReader {
  write(text: string): void;
  /** The text is over, whole or cut: what is still open is finished or becomes a problem. */
  end(): void;
}

export interface Format {
  /** Short name, as reports and `Source.format` show it: `profile-page`. */
  readonly name: string;
  /** What people call it: `profile page`. */
  readonly title: string;
  readonly extensions: readonly string[];
  /** A claim on the file, or undefined when it is certainly another's. */
  sniff(head: FileHead): Claim | undefined;
  open(context: ReadContext): TextReader;
}
