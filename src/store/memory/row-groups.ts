/** Rows in groups that are numbered: one list of them, and where in it each group begins. */
import { ColumnFileError } from '../columns/column-file-error.ts';

export class RowGroups {
  /** One more than groups. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;

  constructor(starts: Uint32Array, rows: Uint32Array) {
    this.starts = starts;
    this.rows = rows;
  }

  /** None for a group that is not there. */
  of(group: number): Uint32Array {
    const start = this.starts[group];
    return start === undefined ? new Uint32Array() : this.rows.subarray(start, this.starts[group + 1] ?? start);
  }
}

/**
 * Groups of what `each` tells, in the order it tells them; it is asked twice, and must tell the same. Linear.
 *
 * @param groupCount groups are numbered from 0; what is told of others is left out
 */
export function rowGroups(groupCount: number, each: (tell: (group: number, row: number) => void) => void): RowGroups {
  const starts = new Uint32Array(groupCount + 1);
  each((group) => {
    if (group < groupCount) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  });
  for (let group = 1; group <= groupCount; group++) starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
  const rows = new Uint32Array(starts[groupCount] ?? 0);
  const next = starts.slice();
  each((group, row) => {
    if (group >= groupCount) return;
    const place = next[group] ?? 0;
    next[group] = place + 1;
    rows[place] = row;
  });
  return new RowGroups(starts, rows);
}

/** Groups that were saved. Throws a `ColumnFileError` where they do not fit their table. */
export function savedRowGroups(groupCount: number, starts: Uint32Array, rows: Uint32Array): RowGroups {
  if (starts.length === groupCount + 1 && starts.at(-1) === rows.length) return new RowGroups(starts, rows);
  throw new ColumnFileError(`it has ${starts.length} groups of ${rows.length} rows, which do not fit ${groupCount}`);
}
