/**
 * How many people may bear a name. Family and given name are taken as independent (as Torvik & Smalheiser 2009, ACM
 * TKDD 3(3), 11, do for names too rare to count): of a population of N people, N · p(family) · p(given), and a tenth for
 * every further given name or initial, two at most. Frequencies are those of a bundled count of authors.
 */
import type { NameForm } from '../name-match.ts';

import { FAMILY_NAMES, GIVEN_NAMES, PEOPLE_COUNTED } from './name-frequencies.ts';

/** People among whom an author of a paper may be mistaken for another: about one field of research. */
const POPULATION = 400_000;
const FURTHER_GIVEN = 0.1;
/** Beyond these, names are as good as unique. */
const FURTHER_GIVENS_MOST = 2;
// Names outside the count are borne by fewer than five of its people.
const RARE = 1.5;
// Of people whose given name begins with a certain letter.
const INITIAL = 0.06;

const families = counts(FAMILY_NAMES);
const givens = counts(GIVEN_NAMES);

/** The number of people expected to bear the name, beside one who does. */
export function expectedNamesakes({ family, givens: names }: NameForm): number {
  const familyShare = (families.get(family) ?? RARE) / PEOPLE_COUNTED;
  const full = names.find((name) => name.length > 1);
  const givenShare = full === undefined ? INITIAL : (givens.get(full) ?? RARE) / PEOPLE_COUNTED;
  const further = Math.min(Math.max(0, names.length - 1), FURTHER_GIVENS_MOST);
  return POPULATION * familyShare * givenShare * FURTHER_GIVEN ** further;
}

function counts(text: string): ReadonlyMap<string, number> {
  return new Map(
    text
      .trim()
      .split(/[,\n]\s*/)
      .map((entry): [string, number] => {
        const [name = '', count = ''] = entry.split(' ');
        return [name.replaceAll('_', ' '), Number(count)];
      }),
  );
}
