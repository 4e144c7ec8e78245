import type { Decision } from '../../model/index.ts';
import type { DecisionLog } from './decision-log.ts';

/** A log that lasts as long as the process: for programs that keep decisions elsewhere, and for tests. */
export function createMemoryDecisionLog(decisions: readonly Decision[] = [], name = 'decisions'): DecisionLog {
  const lines = [...decisions];
  return {
    name,
    read: () =>
      Promise.resolve({
        decisions: lines.map((decision, at) => ({ decision, file: name, line: at + 1 })),
        problems: [],
      }),
    append: (decision) => {
      lines.push(decision);
      return Promise.resolve();
    },
  };
}
