/** A store as files, and back. Reads and writes no file itself: bytes in, bytes out. */
import { arraysFile, arraysIn } from '../columns/array-file.ts';
import type { NamedArrays } from '../columns/array-file.ts';
import { arrowFile, tableIn } from '../columns/arrow-file.ts';
import { inFile } from '../columns/column-file-error.ts';
import type { RecordTable } from '../columns/record-table.ts';
import type { Shape } from '../columns/shape.ts';
import {
  aliasShape,
  authorshipShape,
  authorShape,
  institutionShape,
  paperShape,
  problemShape,
  sourceShape,
  venueShape,
} from './entity-shapes.ts';
import { storeOf } from './memory-store.ts';
import type { ColumnStore } from './memory-store.ts';
import { INDEX_NAMES, indexArrays, indexFile, indexOf, savedParts } from './store-index.ts';
import type { IndexName, SavedIndex } from './store-index.ts';
import type { StoreTables } from './store-tables.ts';

type TableName = keyof StoreTables;

/** As the tables are kept. */
const SHAPES: Readonly<Record<TableName, Shape>> = {
  authors: authorShape,
  papers: paperShape,
  institutions: institutionShape,
  venues: venueShape,
  authorships: authorshipShape,
  aliases: aliasShape,
  sources: sourceShape,
  problems: problemShape,
};

const TABLE_NAMES = Object.keys(SHAPES) as readonly TableName[]; // the keys just written

/** One file of a store: its name without ending, and its bytes piece by piece. */
export interface StoreFile {
  readonly name: string;
  readonly parts: AsyncIterable<Uint8Array>;
}

/** All files of a store, to be written one after the other. */
export function* storeFiles({ tables, index }: ColumnStore): Iterable<StoreFile> {
  for (const name of TABLE_NAMES) yield { name, parts: arrowFile(tables[name] as RecordTable<object>) };
  for (const name of INDEX_NAMES) yield { name: indexFile(name), parts: arraysFile(indexArrays[name](index)) };
}

export function rowCounts({ tables }: ColumnStore): Readonly<Record<string, number>> {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, tables[name].length]));
}

/**
 * The store that was saved.
 *
 * @param bytesOf the bytes of a file; whatever it throws is thrown, or a `ColumnFileError` that names the file
 */
export function storeIn(version: string, bytesOf: (name: string) => Uint8Array): ColumnStore {
  const read = <Name extends TableName>(name: Name): StoreTables[Name] => {
    const options = { isInOneChunk: name === 'authorships' };
    const table = inFile(name, () => tableIn<object>(SHAPES[name], bytesOf(name), options));
    return table as unknown as StoreTables[Name]; // of that table's shape
  };
  const arrays = (name: IndexName): NamedArrays => inFile(indexFile(name), () => arraysIn(bytesOf(indexFile(name))));
  const tables = {
    authors: read('authors'),
    papers: read('papers'),
    institutions: read('institutions'),
    venues: read('venues'),
    authorships: read('authorships'),
    aliases: read('aliases'),
    sources: read('sources'),
    problems: read('problems'),
  };
  const saved: SavedIndex = {
    authors: arrays('authors'),
    papers: arrays('papers'),
    institutions: arrays('institutions'),
    venues: arrays('venues'),
    authorships: arrays('authorships'),
    problems: arrays('problems'),
  };
  return storeOf(indexOf(savedParts(version, tables, saved), saved));
}
