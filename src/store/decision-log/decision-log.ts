/**
 * Where people's corrections are kept. One contract, asynchronous, for a file as for a table;
 * `test/support/decision-log-cases.ts` holds every body to it. A log only grows: nothing in it is ever rewritten.
 */
import type { Decision, LoggedDecision, Problem } from '../../model/index.ts';

export interface DecisionLog {
  /** What problems call it: a file's name as the person gave it. */
  readonly name: string;
  /** Every decision in the order it was written, and the lines that are none. A log nobody has written to is empty. */
  read(): Promise<ReadDecisions>;
  /**
   * Adds one decision at the end, whole or not at all, and returns once it will survive a power cut. Whoever appends at
   * the same time, here or in another process, has a line of their own.
   */
  append(decision: Decision): Promise<void>;
}

export interface ReadDecisions {
  readonly decisions: readonly LoggedDecision[];
  readonly problems: readonly Problem[];
}

/** The log cannot be read or written at all; the message says why in one line. */
export class DecisionLogError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DecisionLogError';
  }
}
