/** A record's title, or what stands for it; a record of which nothing else tells what it is cannot be kept. */
import type { ReadContext } from '../format.ts';
import { UNTITLED } from './untitled.ts';

/** Undefined: the record has neither title nor anything else by which somebody would look for it. */
export function titleOrProblem(
  context: Pick<ReadContext, 'file' | 'problem'>,
  line: number,
  title: string | undefined,
  name: string | undefined,
): string | undefined {
  if (title !== undefined && title !== '') return title;
  context.problem({
    kind: 'missing-title',
    file: context.file,
    line,
    message: `${name ?? 'A record'} has no title.`,
    ...(name === undefined ? {} : { found: name }),
    kept: name === undefined ? 'nothing of it' : `the record as ${UNTITLED}`,
  });
  return name === undefined ? undefined : UNTITLED;
}
