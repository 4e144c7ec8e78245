import { compareText } from '../../model/index.ts';

/** The same list where it is in order already. */
export function inIdOrder<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  let before = '';
  for (const { id } of items) {
    if (compareText(before, id) > 0) return [...items].sort((a, b) => compareText(a.id, b.id));
    before = id;
  }
  return items;
}
