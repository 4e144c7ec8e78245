/** One file's records through the door of src/format, for what has to be done to records before they are loaded. */
import { readFileSync } from 'node:fs';

import { decodeWhole, recognise } from '../../src/format/index.ts';
import type { SourceRecord } from '../../src/model/index.ts';

const HEAD = 65_536;

/** What one file tells, and in which format; undefined when no reader claims it. Problems are not this bench's matter. */
export interface FileRecords {
  readonly format: string;
  readonly records: readonly SourceRecord[];
}

export function recordsOfFile(path: string): FileRecords | undefined {
  return recordsOf(
    path,
    decodeWhole(path, readFileSync(path), () => undefined),
  );
}

export function recordsOf(name: string, text: string): FileRecords | undefined {
  const recognised = recognise({ name, text: text.slice(0, HEAD), isWhole: text.length <= HEAD });
  if (recognised === undefined) return undefined;
  const records: SourceRecord[] = [];
  const { format } = recognised;
  const reader = format.open({ file: name, record: (record) => void records.push(record), problem: () => undefined });
  reader.write(text);
  reader.end();
  return { format: format.name, records };
}
