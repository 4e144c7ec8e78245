/** Reads a page from text, in one piece or in many, and sorts what comes of it. */
import { profilePage } from '../../src/format/index.ts';
import type { PaperRecord, PersonRecord, Problem } from '../../src/model/index.ts';
import { readPieces } from './read-text.ts';

export interface ReadPage {
  readonly owner: PersonRecord | undefined;
  readonly papers: readonly PaperRecord[];
  readonly problems: readonly Problem[];
}

export function readProfilePage(
  text: string | readonly string[],
  options: { readonly capturedOn?: string } = {},
): ReadPage {
  const pieces = typeof text === 'string' ? [text] : text;
  const { papers, persons, problems } = readPieces(profilePage, pieces, { file: 'page.txt', ...options });
  return { owner: persons.at(-1), papers, problems };
}
