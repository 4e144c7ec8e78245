/**
 * Whether a file is a profile page. Two things tell: papers that begin like papers, and a name with figures below it.
 * A text that shows such a page in passing (a README with an example) begins with markup, or has more text above its
 * first paper than a page would.
 */
import type { Claim, FileHead } from '../format.ts';
import { splitLines } from '../text/lines.ts';
import type { Line } from '../text/lines.ts';

import { FIGURE_LABELS, readHeadLine } from './figure.ts';
import { partsOfPage } from './page.ts';
import { tidyLine } from './paragraph.ts';

interface HeadSigns {
  readonly hasName: boolean;
  /** Words for the figures and the count that can be read. */
  readonly labels: readonly string[];
  /** Lines that are, or once were, figures. */
  readonly figureLines: number;
  /** Lines that no head of a page has. */
  readonly strayLines: number;
}

const MARKUP = /^(?:[{[<@#%`|=*>~"\\]|---|\/\/|\/\*)/;
const NAME = /^\p{L}[^:;?!]{0,99}$/u;
const LONGEST_NAME_WORDS = 8;

export function sniffPage({ text, isWhole }: FileHead): Claim | undefined {
  const lines = splitLines(text).map(tidyLine);
  // The last line of a part may be half a line.
  if (!isWhole) lines.pop();
  const first = lines.find((line) => line.text !== '');
  if (first === undefined || MARKUP.test(first.text)) return undefined;
  const { head, blocks } = partsOfPage(lines);
  const papers = blocks.filter((block) => block.paragraphs.length > 0);
  const signs = headSigns(head.flat());
  const stray = signs.strayLines;
  const [example] = papers;
  if (example !== undefined && stray <= 5 + papers.length) {
    const confidence = 0.6 + 0.05 * Math.min(papers.length, 4) + 0.05 * Math.min(signs.labels.length, 3);
    const headings = `${papers.length} paper ${papers.length === 1 ? 'heading' : 'headings such as'}`;
    const reasons = [`${headings} "${example.heading.text}"`, ...figureReason(signs)];
    return { confidence: rounded(confidence - 0.03 * Math.min(stray, 10)), reason: reasons.join('; ') };
  }
  const hasFigures = signs.hasName && signs.figureLines >= 2 && signs.labels.length > 0;
  if (!hasFigures || stray > 3 + papers.length) return undefined;
  return { confidence: 0.5, reason: ['a name', ...figureReason(signs)].join('; ') };
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

function headSigns(lines: readonly Line[]): HeadSigns {
  const labels = new Set<string>();
  let figureLines = 0;
  let strayLines = 0;
  const [first, ...below] = lines;
  const hasName = first !== undefined && isName(first.text);
  for (const { text } of hasName ? below : lines) {
    const read = readHeadLine(text);
    if (read === undefined) strayLines++;
    if (read?.kind === 'figure' || read?.kind === 'count') figureLines++;
    if (read?.kind === 'count') labels.add('paper count');
    if (read?.kind === 'figure' && read.value !== undefined) labels.add(FIGURE_LABELS[read.name]);
  }
  return { hasName, labels: [...labels], figureLines, strayLines };
}

function isName(text: string): boolean {
  if (!NAME.test(text) || text.split(' ').length > LONGEST_NAME_WORDS || /\p{Ll}{3,}[.,]$/u.test(text)) return false;
  const read = readHeadLine(text);
  return read === undefined || (read.kind === 'figure' && read.value === undefined);
}

function figureReason({ labels }: HeadSigns): string[] {
  if (labels.length === 0) return [];
  const last = labels.at(-1) ?? '';
  const list = labels.length === 1 ? last : `${labels.slice(0, -1).join(', ')} and ${last}`;
  return [`${list} ${labels.length === 1 ? 'line' : 'lines'}`];
}
