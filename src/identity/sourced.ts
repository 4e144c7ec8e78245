import { compareText } from '../model/index.ts';
import type { SourceId, SourceMention, SourceRecord } from '../model/index.ts';

/** A record together with the source it was read from. */
export interface Sourced<T extends SourceRecord = SourceRecord> {
  readonly sourceId: SourceId;
  /** The source's name, for problems. */
  readonly file: string;
  readonly record: T;
}

export function mentionOf(sourced: Sourced): SourceMention {
  const { key, line } = sourced.record;
  const { sourceId } = sourced;
  return line === undefined ? { sourceId, recordKey: key } : { sourceId, recordKey: key, line };
}

/**
 * The records in one order, whatever order they came in: by key, source, line, and last by every word of them. A record
 * that its source tells twice in the same words is there once.
 */
export function inOneOrder<T extends SourceRecord>(records: readonly Sourced<T>[]): Sourced<T>[] {
  const sorted = [...records].sort(compareSourced);
  return sorted.filter((sourced, at) => {
    const before = sorted[at - 1];
    return before === undefined || compareSourced(before, sourced) !== 0;
  });
}

function compareSourced(a: Sourced, b: Sourced): number {
  return (
    compareText(a.record.key, b.record.key) ||
    compareText(a.sourceId, b.sourceId) ||
    (a.record.line ?? 0) - (b.record.line ?? 0) ||
    compareText(JSON.stringify(a.record), JSON.stringify(b.record))
  );
}
