/** What is said when a walk over the network had to stop before it was done. */
import { counted, RequestError } from '../model/index.ts';

interface BudgetExhausted {
  readonly budget: number;
  readonly visitedAuthorCount: number;
}

/** How far it looked: the end of a sentence, without its full stop. */
export function howFar({ budget, visitedAuthorCount }: BudgetExhausted): string {
  return `a walk may read ${counted(budget, 'authorship')} (--walk-budget), and this one had then looked at ${counted(visitedAuthorCount, 'author')}`;
}

/** The error of a field whose type has no place for such an answer. */
export function budgetExhausted(outcome: BudgetExhausted): RequestError {
  return new RequestError('BUDGET_EXHAUSTED', `This is not known: ${howFar(outcome)}.`, {
    allowed: `a walk over at most ${counted(outcome.budget, 'authorship')}`,
  });
}
