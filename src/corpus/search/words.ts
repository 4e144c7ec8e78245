/** How a text falls into the words it is found by, the same when it is indexed and when it is asked for. */
import { foldName, foldText } from '../../model/index.ts';

export type SearchKind = 'AUTHOR' | 'PAPER' | 'INSTITUTION' | 'VENUE';

export const SEARCH_KINDS: readonly SearchKind[] = ['AUTHOR', 'PAPER', 'INSTITUTION', 'VENUE'];

/** Folded; of a person in the order given names, family name, whichever way the text has them. */
export function wordsOf(text: string, kind: SearchKind): string[] {
  const folded = kind === 'AUTHOR' ? foldName(text) : foldText(text);
  return folded.split(' ').filter(Boolean);
}
