/** One identifier where a record has room for one. */
import type { Identifier, IdentifierScheme } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';

/** The identifier, or undefined and a problem. */
export function identifierOf(
  text: string,
  scheme: IdentifierScheme,
  context: ReadContext,
  line: number,
): Identifier | undefined {
  return new IdentifierList(context, line).add(text, scheme).all[0];
}
