/** One RIS record as it stands in the file: tags in their order, continuation lines joined. */
export interface RisRecord {
  readonly line: number;
  /** The value of `TY`, in upper case; undefined when the record has none. */
  type: string | undefined;
  readonly tags: RisTag[];
  /** Ended by `ER`. */
  isClosed: boolean;
}

export interface RisTag {
  readonly name: string;
  value: string;
}

/** The values of a tag, in order, without empty ones. Of several names the values of the first that has any. */
export function valuesOf(record: RisRecord, ...names: readonly string[]): string[] {
  for (const name of names) {
    const values = record.tags.filter((tag) => tag.name === name).map((tag) => tag.value.trim());
    const filled = values.filter((value) => value !== '');
    if (filled.length > 0) return filled;
  }
  return [];
}

/** The first value of the first tag that has one, or ''. */
export function firstOf(record: RisRecord, ...names: readonly string[]): string {
  return valuesOf(record, ...names)[0] ?? '';
}
