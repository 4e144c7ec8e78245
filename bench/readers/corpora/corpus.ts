/** A kind of large file: how it begins, one record after another, and how it ends. */
import type { Random } from '../../random.ts';

export interface CorpusKind {
  /** Of the format that reads it. */
  readonly format: string;
  readonly extension: string;
  readonly head: string;
  readonly foot: string;
  /** @param number from 1, for keys that are not repeated */
  record(random: Random, number: number): string;
}
