// Decisions to write into a log, where nobody asks what they are about.
import { newDecision } from '../../src/model/index.ts';
import type { AuthorId, Decision, PaperId } from '../../src/model/index.ts';

const ada = `A_${'a'.repeat(24)}` as AuthorId;
const grace = `A_${'g'.repeat(24)}` as AuthorId;
const looms = `P_${'l'.repeat(16)}` as PaperId;
const told = { by: 'Ada', at: '2026-05-31T12:00:00.000Z', why: 'it is so' };

/** A decision of every kind, the last one an undo of the first. */
export function oneOfEach(): readonly Decision[] {
  const merge = newDecision({ action: 'merge', authors: [grace, ada], ...told });
  return [
    merge,
    newDecision({ action: 'split', author: ada, papers: [looms], ...told }),
    newDecision({ action: 'rename', author: ada, name: 'Ada, Countess of Lovelace', ...told }),
    newDecision({ action: 'hide-name', author: ada, name: 'Ada "Byron"\n\u2028', ...told }),
    newDecision({ action: 'leave-out', author: grace, ...told }),
    newDecision({ action: 'undo', decision: merge.id, ...told }),
  ];
}

/** Renames, told apart by the writer and a number from 0. */
export function numbered(writer: string, count: number): readonly Decision[] {
  return Array.from({ length: count }, (_, at) =>
    newDecision({ action: 'rename', author: ada, name: `${writer} ${at}`, ...told }),
  );
}
