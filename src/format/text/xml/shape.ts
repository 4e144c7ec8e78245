/** What a format tells of its XML: which elements are records, and what stands around them. */
import type { EntityTable } from '../entities.ts';

export interface XmlShape {
  /** Names of the elements that are records. A record holds no other record. */
  readonly records: readonly string[];
  /** Names of the elements around records that must be closed before the file ends: the root, a volume. */
  readonly containers: readonly string[];
  readonly entities: EntityTable;
  /** In characters; {@link LONGEST_RECORD} unless told. */
  readonly longestRecord?: number;
}

/** 16 Mi characters: a hundred times the longest real record, and little enough for flat memory. */
export const LONGEST_RECORD = 2 ** 24;
/** Elements within another: more is no text of people, and a tree is walked by recursion. */
export const DEEPEST = 200;
export const MOST_ELEMENTS = 2 ** 20;
