/** A problem of one record, with its file and line. */
import type { Problem, ProblemKind } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import type { XmlElement } from '../text/xml/element.ts';

export function told(
  context: Pick<ReadContext, 'file'>,
  element: XmlElement,
  kind: ProblemKind,
  message: string,
  kept: string,
  found?: string,
): Problem {
  return { kind, file: context.file, line: element.line, message, kept, ...(found === undefined ? {} : { found }) };
}
