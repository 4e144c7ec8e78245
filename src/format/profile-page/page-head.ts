/**
 * What stands above the first paper: the owner's name, their primary category, their figures in any order, and the line
 * that announces how many papers follow.
 */
import { categoryOf, foldName, recordKey } from '../../model/index.ts';
import type { Category, PersonRecord, Problem, ReportedFigures } from '../../model/index.ts';

import { FIGURE_LABELS, figuresOf, isHeadLine, readHeadLine } from './figure.ts';
import type { FigureName } from './figure.ts';
import { excerpt, lineOf, textOf } from './paragraph.ts';
import type { Paragraph } from './paragraph.ts';
import type { Line } from '../text/lines.ts';

export interface PageHead {
  readonly owner?: Line;
  readonly category?: Category;
  readonly figures: ReadonlyMap<FigureName, number>;
  /** The line `19 Papers`. */
  readonly announced?: { readonly count: number; readonly line: Line };
  readonly problems: readonly Problem[];
}

const LONGEST_NAME = 100;

export function readHead(file: string, paragraphs: readonly Paragraph[]): PageHead {
  const owner = ownerOf(paragraphs[0]);
  const figures = new Map<FigureName, number>();
  const problems: Problem[] = [];
  let category: Category | undefined;
  let announced: PageHead['announced'];
  for (const paragraph of paragraphs) {
    const lost: Line[] = [];
    for (const line of paragraph) {
      if (line === owner) continue;
      const read = readHeadLine(line.text);
      if (read?.kind === 'figure') {
        const problem = takeFigure(file, line, read.name, read.value, figures);
        if (problem !== undefined) problems.push(problem);
      } else if (read?.kind === 'count' && announced === undefined) announced = { count: read.count, line };
      else if (read?.kind === 'category' && category === undefined) category = categoryOf(read.code);
      else lost.push(line);
    }
    if (lost.length > 0) problems.push(lostText(file, lost));
  }
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(category === undefined ? {} : { category }),
    figures,
    ...(announced === undefined ? {} : { announced }),
    problems,
  };
}

/** The owner as a record; undefined when the page names nobody. `captured` is the day told or the year implied. */
export function ownerRecord(head: PageHead, captured: string | undefined): PersonRecord | undefined {
  if (head.owner === undefined) return undefined;
  const name = head.owner.text;
  const says = head.figures.size > 0 || head.category !== undefined;
  const reported: ReportedFigures = {
    ...figuresOf(head.figures),
    ...(head.category === undefined ? {} : { primaryCategory: head.category }),
    ...(captured === undefined ? {} : { capturedOn: captured }),
  };
  return {
    kind: 'person',
    key: recordKey('profile-owner', foldName(name)),
    line: head.owner.number,
    name,
    aliases: [],
    identifiers: [],
    ...(says ? { reported } : {}),
  };
}

function ownerOf(paragraph: Paragraph | undefined): Line | undefined {
  const first = paragraph?.[0];
  if (first === undefined || isHeadLine(first.text)) return undefined;
  return /\p{L}/u.test(first.text) && first.text.length <= LONGEST_NAME ? first : undefined;
}

function takeFigure(
  file: string,
  line: Line,
  name: FigureName,
  value: number | undefined,
  figures: Map<FigureName, number>,
): Problem | undefined {
  const before = figures.get(name);
  const mangled = { kind: 'mangled-figure', file, line: line.number, found: excerpt(line.text) } as const;
  const label = FIGURE_LABELS[name];
  if (value === undefined) {
    return { ...mangled, message: `The figure "${label}" cannot be read.`, kept: 'the other figures' };
  }
  if (before === undefined) figures.set(name, value);
  if (before === undefined || before === value) return undefined;
  return { ...mangled, message: `The figure "${label}" is printed a second time.`, kept: `the first, ${before}` };
}

function lostText(file: string, lines: Paragraph): Problem {
  return {
    kind: 'lost-text',
    file,
    line: lineOf(lines),
    message: 'The text before the first paper is neither a name nor a figure.',
    found: excerpt(textOf(lines)),
    kept: 'everything around it',
  };
}
