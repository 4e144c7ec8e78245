/**
 * Names and titles of any number, the same for the same seed. Names are drawn as often as the people of the ACL Anthology
 * bear them; those that fewer than five of them bear are made up, so that there are as many different ones as a large
 * catalogue has. Words of titles come again as words do (Zipf), beside a few of which each is new.
 */
import { FAMILY_NAMES, GIVEN_NAMES, PEOPLE_COUNTED } from '../../src/identity/people/name-frequencies.ts';
import { Random } from '../random.ts';

/** Different rare names for each person. */
const RARE_PER_PERSON = 0.25;
const TITLE_WORDS = 10;
const VOCABULARY = 200_000;
const NEW_WORDS = 0.02;

export function* madeNames(count: number, seed: number): Iterable<string> {
  const random = new Random(seed);
  const [given, family] = [stock(GIVEN_NAMES), stock(FAMILY_NAMES)];
  const rare = Math.ceil(count * RARE_PER_PERSON);
  const name = (common: readonly string[]): string => {
    const at = random.below(PEOPLE_COUNTED);
    return common[at] ?? madeWord(random.below(rare));
  };
  for (let person = 0; person < count; person++) {
    const middle = random.chance(0.15) ? `${String.fromCharCode(65 + random.below(26))}. ` : '';
    yield `${name(given)} ${middle}${name(family)}`;
  }
}

export function* madeTitles(count: number, seed: number): Iterable<string> {
  const random = new Random(seed);
  let next = VOCABULARY;
  for (let title = 0; title < count; title++) {
    const length = TITLE_WORDS - 4 + random.below(9);
    const words = Array.from({ length }, () => {
      if (random.chance(NEW_WORDS / TITLE_WORDS)) return madeWord(next++);
      return madeWord(Math.floor(Math.exp(random.next() * Math.log(VOCABULARY + 1))) - 1);
    });
    yield words.join(' ');
  }
}

// One entry per person who bears it.
function stock(list: string): string[] {
  return list
    .trim()
    .split(/,\s|\n/)
    .flatMap((entry) => {
      const [name = '', count = '0'] = entry.trim().split(' ');
      return Array.from({ length: Number(count) }, () => name.replaceAll('_', ' '));
    });
}

// A pronounceable word per number, different for different numbers; letters are far from even, as in real words.
function madeWord(number: number): string {
  let text = '';
  for (let rest = number + 441; rest > 0; rest = Math.floor(rest / 100)) {
    text = `${'bcdfghjklmnprstvwxyz'[rest % 20]}${'aeiou'[Math.floor(rest / 20) % 5]}${text}`;
  }
  return text;
}
