/** Identifiers as keys of what they identify, and in their one order. */
import { compareText, identifierText } from '../model/index.ts';
import type { Identifier } from '../model/index.ts';

export function identifierKey(identifier: Identifier): string {
  return `identifier:${identifierText(identifier)}`;
}

/** @param byText by `identifierText` */
export function inOrder(byText: ReadonlyMap<string, Identifier>): Identifier[] {
  return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, identifier]) => identifier);
}
