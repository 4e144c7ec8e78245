/**
 * A whole page: head and papers. A page is read to its end before anything is said, because a date without a year takes
 * it from the newest date on the page, which may be the last.
 */
import type { Problem } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
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

/** Says what stands on a page, in its own order. */
export function readPage(lines: readonly Line[], { file, capturedOn, record, problem }: ReadContext): void {
  const parts = partsOfPage(lines);
  if (parts.head.length === 0 && parts.blocks.length === 0) {
    problem({ kind: 'empty-file', file, message: 'The page holds nothing.', kept: 'nothing' });
    return;
  }
  const head = readHead(file, parts.head);
  const headings = parts.blocks.map((block) => block.heading);
  const year = captureYear(headings, capturedOn);
  const owner = ownerRecord(head, capturedOn ?? year?.toString());
  if (owner === undefined) problem(missingOwner(file, parts, head));
  else record(owner);
  head.problems.forEach(problem);
  const page = {
    file,
    ...(owner === undefined ? {} : { owner: owner.name }),
    ...(year === undefined ? {} : { captureYear: year }),
  };
  const firstHeadings = new Map<string, Heading>();
  let count = 0;
  for (const block of parts.blocks) {
    const read = readBlock(block, page);
    if (read.record !== undefined) {
      count++;
      record(read.record);
      const first = firstHeadings.get(read.record.key);
      if (first === undefined) firstHeadings.set(read.record.key, block.heading);
      else problem(repeated(file, read.record.title, block.heading, first));
    }
    read.problems.forEach(problem);
  }
  if (head.announced !== undefined && head.announced.count !== count) problem(mismatch(file, head, count));
}

function missingOwner(file: string, parts: PageParts, head: PageHead): Problem {
  const found = parts.head[0]?.[0] ?? { number: 1, text: parts.blocks[0]?.heading.text ?? '' };
  const lost = head.figures.size > 0 ? '; the figures belong to nobody and are left out' : '';
  return {
    kind: 'missing-owner',
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
