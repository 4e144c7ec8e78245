/** Prints a profile page from its parts, the way the real ones look: what is written here the reader must read back. */
export interface WrittenPaper {
  /** `LG`, stuck to the date. */
  readonly code: string;
  /** `Jun 16, 2022` or `May 19`. */
  readonly date: string;
  /** One line each. */
  readonly titleLines: readonly string[];
  readonly authors: readonly string[];
  readonly isCut: boolean;
  readonly institutions: readonly string[];
  /** One paragraph each, of one line or several. */
  readonly abstract: readonly (readonly string[])[];
}

export interface WrittenPage {
  readonly owner: string;
  readonly category?: string;
  /** Lines such as `h-index8`, as they stand. */
  readonly figures: readonly string[];
  readonly papers: readonly WrittenPaper[];
}

export interface Typography {
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly hasMark: boolean;
  readonly endsWithLineEnd: boolean;
}

const PLAIN: Typography = { lineEnd: '\n', hasMark: false, endsWithLineEnd: true };

export function writeProfilePage(page: WrittenPage, typography: Typography = PLAIN): string {
  const count = page.papers.length === 1 ? '1 Paper' : `${page.papers.length} Papers`;
  const category = page.category === undefined ? [] : [page.category];
  const lines = [page.owner, '', ...category, ...page.figures, '', count, ''];
  for (const paper of page.papers) {
    lines.push(`${paper.code}${paper.date}`, ...paper.titleLines, '', authorLine(paper), '');
    for (const paragraph of paper.abstract) lines.push(...paragraph, '');
  }
  while (lines.at(-1) === '') lines.pop();
  const text = lines.join(typography.lineEnd) + (typography.endsWithLineEnd ? typography.lineEnd : '');
  return (typography.hasMark ? '\uFEFF' : '') + text;
}

function authorLine({ authors, isCut, institutions }: WrittenPaper): string {
  const names = `${authors.join(', ')}${isCut ? ' et al.' : ''}`;
  return institutions.length === 0 ? names : `${names} · ${institutions.join(', ')}`;
}
