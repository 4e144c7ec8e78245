/** Commands that are compared: each runs in a fresh process, by turns, so that a machine that slows down slows all. */
import { spawnSync } from 'node:child_process';

/** What a command prints about the questions it was asked. */
export interface Times {
  readonly microseconds: readonly number[];
  /** Of each pair; -1 where nothing connects the two. */
  readonly hops?: readonly number[];
  /** Of paths for each pair, or of authors at each distance. */
  readonly counts?: readonly number[];
}

export type Command = readonly string[];

/** Runs a command and gives the line of JSON that it prints. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each command prints what its caller knows
export function printedBy<T>([program = '', ...rest]: Command): T {
  const { stdout, status, stderr } = spawnSync(program, rest, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${program} ${rest.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as T; // what the commands say that they print
}

/** Round → what each command printed. */
export function byTurns(rounds: number, commands: readonly Command[]): Times[][] {
  return Array.from({ length: rounds }, () => commands.map((command) => printedBy<Times>(command)));
}

/** Throws unless all answered every question alike; where one was asked for fewer pairs, these. */
export function checkSame(turns: readonly (readonly Times[])[], what: 'hops' | 'counts'): void {
  const [first] = turns.flat();
  for (const times of turns.flat()) {
    const length = Math.min(first?.[what]?.length ?? 0, times[what]?.length ?? 0);
    const [one, other] = [first, times].map((each) => each?.[what]?.slice(0, length).join(' '));
    if (length === 0 || one !== other) throw new Error(`The ${what} differ: ${one} and ${other}.`);
  }
}

/** Medians of two commands' figures, and the median of their ratios in each round with the least and the most. */
export function compared(turns: readonly (readonly number[])[], [one, other] = [0, 1]): string[] {
  const column = (at: number): number[] => turns.map((turn) => turn[at] ?? Number.NaN);
  const ratios = turns.map((turn) => (turn[one] ?? Number.NaN) / (turn[other] ?? Number.NaN));
  const [least, middle, most] = [0, 0.5, 1].map((share) => quantile(ratios, share).toFixed(2));
  const medians = [one, other].map((at) => rounded(quantile(column(at), 0.5)));
  return [...medians, `${middle} (${least}–${most})`];
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function rounded(number: number): string {
  return Math.round(number).toLocaleString('en-US');
}
