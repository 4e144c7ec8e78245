/** The tables of a store as files, and back. Reads and writes no file itself: bytes in, bytes out. */
import { arrowFile, tableIn } from '../columns/arrow-file.ts';
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
import type { StoreTables } from './store-index.ts';

export type TableName = Exclude<keyof StoreTables, 'version'>;

const SHAPES: { readonly [Name in TableName]: StoreTables[Name] extends RecordTable<infer T> ? Shape<T> : never } = {
  authors: authorShape,
  papers: paperShape,
  institutions: institutionShape,
  venues: venueShape,
  authorships: authorshipShape,
  aliases: aliasShape,
  sources: sourceShape,
  problems: problemShape,
};

export const TABLE_NAMES = Object.keys(SHAPES) as readonly TableName[]; // the keys just written

export function tableFile(tables: StoreTables, name: TableName): AsyncIterable<Uint8Array> {
  return arrowFile(tables[name] as RecordTable<object>);
}

/** @param bytesOf the bytes of a table's file; whatever it throws, or a `ColumnFileError`, is thrown */
export function tablesIn(version: string, bytesOf: (name: TableName) => Uint8Array): StoreTables {
  const read = <Name extends TableName>(name: Name): StoreTables[Name] =>
    tableIn<object>(SHAPES[name], bytesOf(name)) as StoreTables[Name]; // the shape is that table's
  return {
    version,
    authors: read('authors'),
    papers: read('papers'),
    institutions: read('institutions'),
    venues: read('venues'),
    authorships: read('authorships'),
    aliases: read('aliases'),
    sources: read('sources'),
    problems: read('problems'),
  };
}
