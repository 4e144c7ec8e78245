/** How decisions, and what comes of them, read on a terminal. */
import type { ChangedAuthor, DecisionPreview } from '../corpus/index.ts';
import { identifierText } from '../model/index.ts';
import type { Decision } from '../model/index.ts';

import { counted, problemLine } from './talk.ts';

const MOST_MOVED = 20;

/** What will change, in a few lines. */
export function previewLines(decision: Decision, { before, after, moved, problems }: DecisionPreview): string[] {
  const [was, is] = [called(before), called(after)];
  // Whoever changes only the id has one name on both sides.
  const handed = (from: string | undefined, to: string | undefined): string =>
    was(from) === is(to) ? `${from} → ${to}` : `${was(from)} → ${is(to)}`;
  const hidden = moved.length - MOST_MOVED;
  return [
    decisionText(decision),
    'Before:',
    ...authorLines(before),
    'After:',
    ...authorLines(after),
    ...(moved.length === 0 ? [] : [`${counted(moved.length, 'paper')} would change hands:`]),
    ...moved.slice(0, MOST_MOVED).map(({ id, title, from, to }) => `  ${id}  ${title}: ${handed(from, to)}`),
    ...(hidden > 0 ? [`  … and ${counted(hidden, 'more paper')}; --json lists all`] : []),
    ...problems.map(problemLine),
  ];
}

/** `merge A_… A_…: one ORCID (Ada, 2026-05-31T12:00:00Z)` */
export function decisionText(decision: Decision): string {
  const { action, why, by, at } = decision;
  return `${action} ${subjectText(decision)}: ${why} (${by}, ${at})`;
}

function subjectText(decision: Decision): string {
  switch (decision.action) {
    case 'merge':
      return decision.authors.join(' ');
    case 'split':
      return `${decision.author} off ${decision.papers.join(' ')}`;
    case 'rename':
    case 'hide-name':
      return `${decision.author} ${JSON.stringify(decision.name)}`;
    case 'leave-out':
      return decision.author;
    case 'undo':
      return decision.decision;
  }
}

function called(authors: readonly ChangedAuthor[]): (id: string | undefined) => string {
  const names = new Map<string, string>(authors.map(({ id, name }) => [id, name]));
  return (id) => (id === undefined ? 'withheld' : (names.get(id) ?? id));
}

function authorLines(authors: readonly ChangedAuthor[]): string[] {
  if (authors.length === 0) return ['  nobody'];
  return authors.map(({ id, name, nameVariants, identifiers, paperCount, coauthorCount }) => {
    const variants = nameVariants.length === 0 ? '' : ` (also ${nameVariants.join('; ')})`;
    const facts = [
      counted(paperCount, 'paper'),
      counted(coauthorCount, 'coauthor'),
      ...identifiers.map(identifierText),
    ];
    return `  ${id}  ${name}${variants}: ${facts.join(', ')}`;
  });
}
