/** Papers as Coauthor's own JSON Lines: every field of the record, one record per line; nothing is lost. */
import type { PaperRecord } from '../../model/index.ts';

/** One piece per line. The line a record stood on in its old file means nothing in the new one. */
export function* writeCoauthorJsonl(papers: Iterable<PaperRecord>): Iterable<string> {
  for (const { line: _, ...paper } of papers) yield `${JSON.stringify(paper)}\n`;
}
