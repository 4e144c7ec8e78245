/**
 * One value out of what several sources tell of one field, and the conflict if they disagree. The value that most of
 * them tell is chosen; equal numbers are decided by the field's own order, never by the order of files.
 */
import type { ConflictingValue, FieldConflict, PaperRecord } from '../../model/index.ts';

import { byPreference } from '../preferred.ts';
import { mentionOf } from '../sourced.ts';
import type { Sourced } from '../sourced.ts';

/** What one source tells of a field. */
export interface Telling<T> {
  readonly by: Sourced<PaperRecord>;
  readonly value: T;
  /** Values of one key are the same value, however they are printed. */
  readonly key: string;
  /** As a person reads it. */
  readonly text: string;
}

export interface Choice<T> {
  readonly value: T;
  /** The form of it that is shown. */
  readonly text: string;
  readonly conflict?: FieldConflict;
}

interface Option<T> {
  readonly value: T;
  readonly text: string;
  readonly tellings: readonly Telling<T>[];
}

/**
 * Undefined where nobody tells the field.
 *
 * @param rank what comes before the number of sources; the smaller, the better
 * @param compare what decides between equals
 */
export function choose<T>(
  field: string,
  tellings: readonly Telling<T>[],
  compare: (a: T, b: T) => number = () => 0,
  rank: (telling: Telling<T>) => number = () => 0,
): Choice<T> | undefined {
  const [only] = tellings;
  if (only !== undefined && tellings.length === 1) return { value: only.value, text: only.text };
  const rankOf = (option: Option<T>): number => Math.min(...option.tellings.map(rank));
  const options = optionsOf(tellings).sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      b.tellings.length - a.tellings.length ||
      compare(a.value, b.value) ||
      compareForms(a.text, b.text),
  );
  const [chosen, ...others] = options;
  if (chosen === undefined) return undefined;
  const { value, text } = chosen;
  return others.length === 0 ? { value, text } : { value, text, conflict: { field, values: options.map(valueOf) } };
}

function optionsOf<T>(tellings: readonly Telling<T>[]): Option<T>[] {
  const byKey = new Map<string, [Telling<T>, ...Telling<T>[]]>();
  for (const telling of tellings) {
    const known = byKey.get(telling.key);
    if (known === undefined) byKey.set(telling.key, [telling]);
    else known.push(telling);
  }
  return [...byKey.values()].map((same) => {
    const [text = same[0].text] = byPreference(same.map((telling) => telling.text));
    return { value: same[0].value, text, tellings: same };
  });
}

function valueOf<T>({ text, tellings }: Option<T>, at: number): ConflictingValue {
  return { value: text, sources: tellings.map(({ by }) => mentionOf(by)), isChosen: at === 0 };
}

function compareForms(one: string, other: string): number {
  if (one === other) return 0;
  return byPreference([one, other])[0] === one ? -1 : 1;
}
