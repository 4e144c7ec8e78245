/** Reads a page from text, in one piece or in many, and sorts what comes of it. */
import { profilePage } from '../../src/format/index.ts';
import type { PaperRecord, PersonRecord, Problem } from '../../src/model/index.ts';

export interface ReadPage {
  readonly owner: PersonRecord | undefined;
  readonly papers: readonly PaperRecord[];
  readonly problems: readonly Problem[];
}

export function readProfilePage(
  text: string | readonly string[],
  options: { readonly capturedOn?: string } = {},
): ReadPage {
  const papers: PaperRecord[] = [];
  const problems: Problem[] = [];
  let owner: PersonRecord | undefined;
  const reader = profilePage.open({
    file: 'page.txt',
    ...options,
    record(record) {
      if (record.kind === 'paper') papers.push(record);
      else if (record.kind === 'person') owner = record;
    },
    problem: (problem) => void problems.push(problem),
  });
  for (const piece of typeof text === 'string' ? [text] : text) reader.write(piece);
  reader.end();
  return { owner, papers, problems };
}
