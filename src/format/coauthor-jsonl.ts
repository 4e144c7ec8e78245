/**
 * Coauthor's own JSON Lines: a record of `model/source-record.ts` per line, with every field under its name there. Each
 * is checked in full, because anybody may write such a file: a wrong field is a problem with its path.
 */
import type { Format } from './format.ts';
import { recordChecker } from './coauthor-jsonl/record.ts';
import { textIn } from './text/json-fields.ts';
import { firstJsonRecord } from './text/json-head.ts';
import { openJsonRecords } from './text/json-records.ts';
import type { JsonObject } from './text/json-records.ts';

const KINDS = new Set(['paper', 'person', 'redirect', 'institution']);

export const coauthorJsonl: Format = {
  name: 'coauthor',
  title: 'Coauthor JSON Lines',
  extensions: ['jsonl', 'ndjson'],
  sniff(head) {
    const record = firstJsonRecord(head);
    if (record === undefined || !isRecord(record)) return undefined;
    return { confidence: 0.95, reason: `a ${textIn(record['kind'])} record with the key ${textIn(record['key'])}` };
  },
  open(context) {
    const check = recordChecker(context);
    return openJsonRecords({
      context,
      lists: [],
      isRecord,
      record(value, line) {
        const record = check(value, line);
        if (record !== undefined) context.record(record);
      },
    });
  },
};

function isRecord(value: JsonObject): boolean {
  return KINDS.has(textIn(value['kind']) ?? '') && /^[\w-]+:./.test(textIn(value['key']) ?? '');
}
