/**
 * A whole page: head and papers. A page is read to its end before anything is said, because a date without a year takes
 * it from the newest date on the page, which may be the last.
 */
import type { Problem } from '../../model/index.ts';
import type { ReadItem, ReadOptions } from '../format.ts';
import type { Line } from '../text/lines.ts';

import { findHeadings } from './heading.ts';
import type { Heading } from './heading.ts';
import { captureYear } from './page-date.ts';
import { ownerRecord, readHead } from './page-head.ts';
import type { PageHead } from './page-head.ts';
import { readBlock } from './paper-block.ts';
import type { PaperBlock } from './paper-block.ts';
import { excerpt, paragraphsOf } from './paragraph.ts';
import type { Paragraph } from './paragraph.ts';

export interface PageParts {
  readonly head: readonly Paragraph[];
  readonly blocks: readonly PaperBlock[];
}

/** Cuts tidy lines into the head and the papers. */
export function partsOfPage(lines: readonly Line[]): PageParts {
  const headings = findHeadings(paragraphsOf(lines));
  const end = (at: number): number => headings[at]?.line ?? lines.length + 1;
  // Line n stands at index n - 1.
  const head = paragraphsOf(lines.slice(0, end(0) - 1));
  const blocks = headings.map((heading, at) => ({
    heading,
    paragraphs: paragraphsOf(lines.slice(heading.line, end(at + 1) - 1)),
  }));
  return { head, blocks };
}

/** What a page says, in its own order. */
export function* readPage(file: string, lines: readonly Line[], options: ReadOptions): Iterable<ReadItem> {
  const parts = partsOfPage(lines);
  if (parts.head.length === 0 && parts.blocks.length === 0) {
    yield problemItem({ kind: 'empty-file', file, message: 'The page holds nothing.', kept: 'nothing' });
    return;
  }
  const head = readHead(file, parts.head);
  const headings = parts.blocks.map((block) => block.heading);
  const year = captureYear(headings, options.capturedOn);
  const owner = ownerRecord(head, options.capturedOn ?? year?.toString());
  if (owner === undefined) yield problemItem(missingOwner(file, parts, head));
  else yield { kind: 'record', record: owner };
  for (const problem of head.problems) yield problemItem(problem);
  const page = {
    file,
    ...(owner === undefined ? {} : { owner: owner.name }),
    ...(year === undefined ? {} : { captureYear: year }),
  };
  const firstHeadings = new Map<string, Heading>();
  let count = 0;
  for (const block of parts.blocks) {
    const { record, problems } = readBlock(block, page);
    if (record !== undefined) {
      count++;
      yield { kind: 'record', record };
      const first = firstHeadings.get(record.key);
      if (first === undefined) firstHeadings.set(record.key, block.heading);
      else yield problemItem(repeated(file, record.title, block.heading, first));
    }
    for (const problem of problems) yield problemItem(problem);
  }
  if (head.announced !== undefined && head.announced.count !== count) yield problemItem(mismatch(file, head, count));
}

function problemItem(problem: Problem): ReadItem {
  return { kind: 'problem', problem };
}

function missingOwner(file: string, parts: PageParts, head: PageHead): Problem {
  const found = parts.head[0]?.[0] ?? { number: 1, text: parts.blocks[0]?.heading.text ?? '' };
  const lost = head.figures.size > 0 ? '; the figures belong to nobody and are left out' : '';
  return {
    kind: 'lost-text',
    file,
    line: parts.head[0]?.[0]?.number ?? parts.blocks[0]?.heading.line ?? 1,
    message: 'The page does not begin with the name of its owner.',
    found: excerpt(found.text),
    kept: `the papers, with the authors they list${lost}`,
  };
}

function repeated(file: string, title: string, heading: Heading, first: Heading): Problem {
  return {
    kind: 'repeated-record',
    file,
    line: heading.line,
    message: `"${excerpt(title)}" stands on the page twice; the first time on line ${first.line}.`,
    found: heading.text,
    kept: 'one paper, made of both',
  };
}

function mismatch(file: string, head: PageHead, count: number): Problem {
  const announced = head.announced?.count ?? 0;
  return {
    kind: 'count-mismatch',
    file,
    line: head.announced?.line.number ?? 1,
    message: `The page announces ${announced} papers, but ${count} could be read.`,
    found: head.announced?.line.text ?? '',
    kept: count === 1 ? 'the one paper' : `the ${count} papers`,
  };
}
