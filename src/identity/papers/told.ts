/** A record with what the twin rules ask of it, each worked out once. */
import { UNTITLED, foldText } from '../../model/index.ts';
import type { PaperRecord } from '../../model/index.ts';

import { isPersonal } from './catalogues.ts';
import { containerIdentifiers, tyingIdentifiers } from './paper-identifiers.ts';

export interface Told {
  readonly record: PaperRecord;
  /** Folded; empty where the record has none, which is like no other. */
  readonly title: string;
  readonly tying: readonly string[];
  readonly containers: readonly string[];
  /** Of a personal file. */
  readonly citationKey: string | undefined;
}

export function told(record: PaperRecord): Told {
  return {
    record,
    title: record.title === UNTITLED ? '' : foldText(record.title),
    tying: tyingIdentifiers(record),
    containers: containerIdentifiers(record),
    citationKey: isPersonal(record) ? record.citationKey : undefined,
  };
}
