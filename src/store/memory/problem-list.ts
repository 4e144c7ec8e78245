/** Problems in order, a page at a time. */
import { pageOf, sortedBy } from '../../model/index.ts';
import type { Order, Page, PageRequest, Problem } from '../../model/index.ts';

interface NumberedProblem {
  readonly problem: Problem;
  /** How many problems of the same words came before. */
  readonly repeat: number;
}

// Problems without a line concern the file as a whole and stand before those with one.
const problemOrder: Order<NumberedProblem> = {
  name: 'problems',
  direction: 'ASC',
  values: ({ problem: { file, line, byte, kind, message, found, kept }, repeat }) => [
    file,
    line ?? 0,
    byte ?? 0,
    kind,
    message,
    found ?? '',
    kept ?? '',
    repeat,
  ],
  id: () => '',
};

// A problem has no id, so that its place is made of its words alone: a cursor holds when others are found before it.
function numbered(problems: readonly Problem[]): NumberedProblem[] {
  const repeats = new Map<string, number>();
  return problems.map((problem) => {
    const { file, line, byte, kind, message, found, kept } = problem;
    const words = JSON.stringify([file, line, byte, kind, message, found, kept]);
    const repeat = repeats.get(words) ?? 0;
    repeats.set(words, repeat + 1);
    return { problem, repeat };
  });
}

function problemPage({ entries, ...page }: Page<NumberedProblem>): Page<Problem> {
  return { ...page, entries: entries.map(({ cursor, item }) => ({ cursor, item: item.problem })) };
}

export class ProblemList {
  readonly #problems: readonly NumberedProblem[];

  constructor(problems: readonly Problem[]) {
    this.#problems = sortedBy(problemOrder, numbered(problems));
  }

  get count(): number {
    return this.#problems.length;
  }

  page(page: PageRequest): Page<Problem> {
    return problemPage(pageOf(this.#problems, problemOrder, page));
  }
}
