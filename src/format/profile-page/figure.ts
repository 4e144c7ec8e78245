/**
 * The figures at the top of a page, label and number run together: `h-index8`, `19papers`, `713citations`,
 * `Novelty56%`, `AI Score52`. The line `19 Papers`, with a space, is no figure: it announces the list below.
 */
import { isCategoryCode } from '../../model/index.ts';
import type { ReportedFigures } from '../../model/index.ts';

export type FigureName = 'hIndex' | 'paperCount' | 'citationCount' | 'novelty' | 'aiScore';

/** What a line of the page's head is. */
export type HeadLine =
  | { readonly kind: 'figure'; readonly name: FigureName; readonly value: number | undefined }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'category'; readonly code: string };

export const FIGURE_LABELS: Readonly<Record<FigureName, string>> = {
  hIndex: 'h-index',
  paperCount: 'papers',
  citationCount: 'citations',
  novelty: 'novelty',
  aiScore: 'AI score',
};

interface FigureRule {
  readonly name: FigureName;
  /** The number's text is the group `number`. */
  readonly shape: RegExp;
  readonly read: (number: string) => number | undefined;
}

const LONGEST_FIGURE = 40;
// What an API's 32-bit integer holds; a page with more has its digits run together.
const LARGEST = 2 ** 31 - 1;
const UNKNOWN_CODE = /^(?:[A-Z]{2,5}|[a-z-]{2,9}\.[A-Za-z-]{2,9})$/;

const RULES: readonly FigureRule[] = [
  { name: 'hIndex', shape: /^h[- ]?index ?:? ?(?<number>.*)$/i, read: readCount },
  { name: 'novelty', shape: /^novelty ?:? ?(?<number>.*)$/i, read: readPercent },
  {
    name: 'aiScore',
    shape: /^AI ?score ?:? ?(?<number>.*)$/i,
    read: (number) => readCount(number) ?? readDecimal(number),
  },
  { name: 'citationCount', shape: /^(?<number>\d[\d,.'’ ]*) citations?$/i, read: readCount },
  { name: 'citationCount', shape: /^(?<number>\S*|\d.*\S)citations?$/i, read: readCount },
  { name: 'paperCount', shape: /^(?<number>\S*|\d.*\S)papers?$/i, read: readCount },
];
const COUNT = /^(?<number>\d[\d,.'’ ]*) papers?$/i;

/** What a line means in the head of a page, or undefined when it means nothing there. */
export function readHeadLine(line: string): HeadLine | undefined {
  if (line.length > LONGEST_FIGURE) return undefined;
  const count = readCount(COUNT.exec(line)?.groups?.number ?? '');
  if (count !== undefined) return { kind: 'count', count };
  for (const { name, shape, read } of RULES) {
    const number = shape.exec(line)?.groups?.number;
    if (number !== undefined) return { kind: 'figure', name, value: read(number) };
  }
  return isCategoryCode(line) || UNKNOWN_CODE.test(line) ? { kind: 'category', code: line } : undefined;
}

/** Whether a line is plainly one of the head's: a figure that can be read, a count, arXiv's code. */
export function isHeadLine(line: string): boolean {
  const read = readHeadLine(line);
  if (read?.kind === 'figure') return read.value !== undefined;
  return read?.kind === 'count' || (read !== undefined && isCategoryCode(line));
}

/** Figures in the order of `ReportedFigures`, without those that could not be read. */
export function figuresOf(values: ReadonlyMap<FigureName, number>): Pick<ReportedFigures, FigureName> {
  return Object.fromEntries(values);
}

// 1713, 1,713, 1.713, 1 713 and 1'713 are one number; 17,13 is none.
function readCount(text: string): number | undefined {
  if (!/^\d+$|^\d{1,3}(?:([,.'’ ])\d{3})(?:\1\d{3})*$/.test(text)) return undefined;
  const value = Number(text.replace(/\D/g, ''));
  return value <= LARGEST ? value : undefined;
}

function readDecimal(text: string): number | undefined {
  return /^\d{1,3}[.,]\d{1,2}$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

function readPercent(text: string): number | undefined {
  const number = /^(\d.*?) ?%$/.exec(text)?.[1];
  if (number === undefined) return undefined;
  const percent = /^\d+$/.test(number) ? Number(number) : readDecimal(number);
  // Through hundredths of a percent, so that 56 gives 0.56 and no binary neighbour of it.
  return percent === undefined || percent > 100 ? undefined : Math.round(percent * 100) / 10_000;
}
