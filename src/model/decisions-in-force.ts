/**
 * Which lines of a decisions log hold: all but those that a later line undoes, which may itself be undone. A line that
 * stands in the log twice counts once, where it stands first, so a log that was copied behind itself says nothing new.
 */
import { decisionLine } from './decision.ts';
import type { LoggedDecision, UndoDecision } from './decision.ts';
import type { Problem } from './problem.ts';

export interface WeighedDecision {
  readonly logged: LoggedDecision;
  readonly isInForce: boolean;
  /** The decision that undoes it, where one does. */
  readonly undoneBy?: UndoDecision;
}

export interface WeighedDecisions {
  /** Every decision once, in the order of the log. */
  readonly decisions: readonly WeighedDecision[];
  /** Undos that undo nothing, and ids that stand for two decisions. */
  readonly problems: readonly Problem[];
}

export function weighDecisions(log: readonly LoggedDecision[]): WeighedDecisions {
  const { decisions, problems } = eachOnce(log);
  const places = new Map(decisions.map(({ decision }, at) => [decision.id, at]));
  const undoneBy = new Map<string, UndoDecision>();
  // From the last line to the first: when a line is looked at, all that could undo it have been.
  for (const [at, { decision }] of [...decisions.entries()].reverse()) {
    if (decision.action !== 'undo' || undoneBy.has(decision.id)) continue;
    if ((places.get(decision.decision) ?? at) < at) undoneBy.set(decision.decision, decision); // of several, the first
  }
  for (const { decision, file, line } of decisions) {
    if (decision.action !== 'undo' || undoneBy.has(decision.id)) continue;
    const effective = undoneBy.get(decision.decision);
    if (effective === decision) continue;
    problems.push({
      kind: 'idle-decision',
      file,
      ...(line === undefined ? {} : { line }),
      message:
        effective === undefined
          ? `${decision.id} undoes ${decision.decision}, but no earlier line is that decision.`
          : `${decision.id} undoes ${decision.decision}, which ${effective.id} undoes already.`,
      kept: 'the other decisions',
    });
  }
  return {
    decisions: decisions.map((logged) => {
      const undo = undoneBy.get(logged.decision.id);
      return { logged, isInForce: undo === undefined, ...(undo === undefined ? {} : { undoneBy: undo }) };
    }),
    problems,
  };
}

/** What is to be applied, in the order of the log: no undo, and nothing undone. */
export function decisionsInForce({ decisions }: WeighedDecisions): readonly LoggedDecision[] {
  return decisions.flatMap(({ logged, isInForce }) => (isInForce && logged.decision.action !== 'undo' ? [logged] : []));
}

function eachOnce(log: readonly LoggedDecision[]): { decisions: LoggedDecision[]; problems: Problem[] } {
  const first = new Map<string, string>();
  const decisions: LoggedDecision[] = [];
  const problems: Problem[] = [];
  for (const logged of log) {
    const { decision, file, line } = logged;
    const text = decisionLine(decision);
    const before = first.get(decision.id);
    if (before === undefined) {
      first.set(decision.id, text);
      decisions.push(logged);
    } else if (before !== text) {
      problems.push({
        kind: 'bad-decision',
        file,
        ...(line === undefined ? {} : { line }),
        message: `${decision.id} is the id of an earlier line that says something else.`,
        kept: 'the earlier line',
      });
    }
  }
  return { decisions, problems };
}
