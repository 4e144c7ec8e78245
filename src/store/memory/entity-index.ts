/** How the records of one kind are found: by name, by identifier, in every order, and which papers belong to each. */
import {
  authorOrder,
  foldName,
  foldText,
  identifierText,
  institutionOrder,
  paperOrder,
  venueOrder,
} from '../../model/index.ts';
import type {
  AuthorOrderField,
  Identifier,
  InstitutionOrderField,
  Order,
  OrderBy,
  Paper,
  PaperOrderField,
  VenueOrderField,
} from '../../model/index.ts';
import type { NamedArrays } from '../columns/array-file.ts';
import type { RecordTable } from '../columns/record-table.ts';
import type { AuthorRecord, InstitutionRecord, VenueRecord } from '../record-store.ts';
import { RowOrders } from './row-orders.ts';
import { bytesOf, numbersOf } from './saved-numbers.ts';
import { TextIndex } from './text-index.ts';

export interface EntityIndex<T extends { readonly id: string }, Field extends string> {
  readonly table: RecordTable<T>;
  /** Folded, in every form; of papers the title. */
  readonly byName: TextIndex<T>;
  /** As `identifierText` has them. */
  readonly byIdentifier: TextIndex<T>;
  readonly orders: RowOrders<T, Field>;
}

/** What a kind of record is found by. */
export interface EntityKind<T, Field extends string> {
  readonly namesOf: (record: T) => readonly string[];
  readonly order: (orderBy: OrderBy<Field>) => Order<T>;
  readonly fields: readonly Field[];
}

export const authorKind: EntityKind<AuthorRecord, AuthorOrderField> = {
  namesOf: ({ name, nameVariants }) => [name, ...nameVariants].map(foldName),
  order: authorOrder,
  fields: ['NAME', 'PAPER_COUNT', 'COAUTHOR_COUNT'],
};

export const paperKind: EntityKind<Paper, PaperOrderField> = {
  namesOf: ({ title }) => [foldText(title)],
  order: paperOrder,
  fields: ['PUBLISHED_ON', 'TITLE', 'CITATION_COUNT', 'AUTHOR_COUNT'],
};

export const institutionKind: EntityKind<InstitutionRecord, InstitutionOrderField> = {
  namesOf: ({ name, nameVariants }) => [name, ...nameVariants].map(foldText),
  order: institutionOrder,
  fields: ['NAME', 'PAPER_COUNT'],
};

export const venueKind: EntityKind<VenueRecord, VenueOrderField> = {
  namesOf: ({ name, nameVariants }) => [name, ...nameVariants].map(foldText),
  order: venueOrder,
  fields: ['NAME', 'PAPER_COUNT'],
};

/** @param saved what `entityArrays` gave of the same table; throws a `ColumnFileError` where it cannot have */
export function entityIndex<
  T extends { readonly id: string; readonly identifiers: readonly Identifier[] },
  Field extends string,
>({ namesOf, order, fields }: EntityKind<T, Field>, table: RecordTable<T>, saved?: NamedArrays): EntityIndex<T, Field> {
  const orders = new RowOrders(table, order);
  const hashed = (name: string): { hashes: Uint32Array; rows: Uint32Array } | undefined =>
    saved && { hashes: numbersOf(saved, `${name}.hashes`), rows: numbersOf(saved, `${name}.rows`) };
  if (saved !== undefined) {
    for (const field of fields) {
      const [rows, ties] = [`${field}.rows`, `${field}.ties`];
      orders.take(field, { rows: numbersOf(saved, rows), ties: bytesOf(saved, ties) });
    }
  }
  return {
    table,
    byName: new TextIndex(table, namesOf, hashed('byName')),
    byIdentifier: new TextIndex(table, ({ identifiers }) => identifiers.map(identifierText), hashed('byIdentifier')),
    orders,
  };
}

/** All of it as arrays; sorts what nobody asked for yet. */
export function entityArrays<T extends { readonly id: string }, Field extends string>(
  { fields }: EntityKind<T, Field>,
  { byName, byIdentifier, orders }: EntityIndex<T, Field>,
): NamedArrays {
  const arrays = fields.flatMap((field) => {
    const { rows, ties } = orders.sorted(field);
    return [[`${field}.rows`, rows] as const, [`${field}.ties`, ties] as const];
  });
  return {
    'byName.hashes': byName.hashed.hashes,
    'byName.rows': byName.hashed.rows,
    'byIdentifier.hashes': byIdentifier.hashed.hashes,
    'byIdentifier.rows': byIdentifier.hashed.rows,
    ...Object.fromEntries(arrays),
  };
}
