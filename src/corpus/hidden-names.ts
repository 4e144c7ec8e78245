/**
 * A name that is to be hidden may also stand in what a reader said of a line it could not take. Such a problem keeps its
 * place and its kind, and loses its words.
 */
import { foldName, foldText, PROBLEM_KINDS, splitName } from '../model/index.ts';
import type { Problem } from '../model/index.ts';

export function withoutHiddenNames(
  problems: readonly Problem[],
  withheldNames: ReadonlySet<string>,
): readonly Problem[] {
  const hidden = [...new Set([...withheldNames].flatMap(spellings))];
  if (hidden.length === 0) return problems;
  const names = (text: string | undefined): boolean => {
    if (text === undefined) return false;
    const words = ` ${foldText(text)} `;
    return hidden.some((name) => words.includes(` ${name} `));
  };
  return problems.map((problem) => {
    const { found, kept, message, ...place } = problem;
    return {
      ...place,
      message: names(message) ? PROBLEM_KINDS[problem.kind] : message,
      ...(found === undefined || names(found) ? {} : { found }),
      ...(kept === undefined || names(kept) ? {} : { kept }),
    };
  });
}

// Folded, in both orders that names are printed in.
function spellings(name: string): string[] {
  const { family, given, suffix = '' } = splitName(name);
  return [foldName(name), foldText(`${family} ${given} ${suffix}`)];
}
