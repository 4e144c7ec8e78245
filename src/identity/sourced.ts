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
  return { sourceId: sourced.sourceId, recordKey: key, ...(line === undefined ? {} : { line }) };
}
