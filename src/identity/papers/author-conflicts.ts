/** Where the author lists of one paper's records disagree: in the number of people, and in who stands where. */
import type { AuthorId, FieldConflict, PaperRecord } from '../../model/index.ts';

import type { PeopleOnPaper } from '../people/on-paper.ts';
import type { Sourced } from '../sourced.ts';

import { compareTrust, printedCount } from './authorships.ts';
import { choose } from './choice.ts';
import type { Telling } from './choice.ts';

type Twins = readonly Sourced<PaperRecord>[];

// Stands in a list for whoever is left out, or whose name is hidden.
const WITHHELD = '[withheld]';

/**
 * The number of people as each source tells it, the paper's own first; it is nobody's where the lists together have
 * more than each of them.
 */
export function authorCountConflict(twins: Twins, authorCount: number | undefined): FieldConflict | undefined {
  if (authorCount === undefined || twins.length < 2) return undefined;
  const told = twins.flatMap((by): Telling<number>[] => {
    const { record } = by;
    const value = record.isAuthorListComplete ? printedCount(record.authors) : (record.authorCount ?? 0);
    return value === 0 ? [] : [{ by, value, key: String(value), text: String(value) }];
  });
  const isOwn = ({ value }: Telling<number>): number => (value === authorCount ? 0 : 1);
  const conflict = choose('authorCount', told, (a, b) => b - a, isOwn)?.conflict;
  if (conflict === undefined || told.some(({ value }) => value === authorCount)) return conflict;
  const others = conflict.values.map((value) => ({ ...value, isChosen: false }));
  return { ...conflict, values: [{ value: String(authorCount), sources: [], isChosen: true }, ...others] };
}

/** Complete lists that name other people, or the same in another order, the one that places them first. */
export function authorsConflict(twins: Twins, people: PeopleOnPaper): FieldConflict | undefined {
  if (twins.length < 2) return undefined;
  const told = twins
    .filter(
      ({ record }) => record.isAuthorListComplete && record.authors.some(({ position }) => position !== undefined),
    )
    .map((by): Telling<PaperRecord> => {
      const listed = people(by.record).filter(({ mention }) => mention.position !== undefined);
      const key = listed.map(({ authorId }) => authorId ?? WITHHELD).join();
      const shown = listed.map(({ authorId, shownNames }) => nameShown(authorId, shownNames[0]));
      return { by, value: by.record, key, text: shown.join('; ') };
    });
  const [first] = told.map(({ by }) => by.record).sort(compareTrust);
  return choose('authors', told, compareTrust, ({ by }) => (by.record === first ? 0 : 1))?.conflict;
}

function nameShown(id: AuthorId | undefined, name: string | undefined): string {
  return id === undefined ? WITHHELD : (name ?? WITHHELD);
}
