/**
 * A made corpus of any size whose people are known, as Crossref works, one a line. What makes who is who hard is real:
 * given and family names are drawn, apart from each other, as often as the people of the ACL Anthology bear them, so
 * common names meet by chance as they do there. People live in communities of all sizes, in which few write most of the
 * papers (Zipf), so coauthors, venues, institutions and words of titles come again; one author in ten is a guest.
 */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';

import { Random } from '../random.ts';

export interface NameStock {
  /** One entry per person who bears it. */
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** One entry per paper: how many authors it has. */
  readonly authorCounts: readonly number[];
}

export interface MadeCorpus {
  readonly papers: number;
  readonly mentions: number;
  /** People who wrote at least one of the papers. */
  readonly people: number;
  /** Pairs of given and family name that more than one of them bears. */
  readonly sharedNames: number;
}

interface Community {
  readonly firstPerson: number;
  readonly size: number;
}

const DOI = '10.5555/made.';
const PEOPLE_PER_PAPER = 0.9;
const SMALLEST = 10;
const LARGEST = 600;
const PIECE = 1 << 20;

/** @param labels where the person of each mention is written, in order, as 32-bit numbers; -1 ends a paper */
export function makeCorpus(path: string, labels: string, papers: number, seed: number, stock: NameStock): MadeCorpus {
  const random = new Random(seed);
  const people = Array.from({ length: Math.ceil(papers * PEOPLE_PER_PAPER) }, () => ({
    given: random.pick(stock.given),
    family: random.pick(stock.family),
  }));
  const communities = communitiesOf(people.length, random);
  const communityOf = new Int32Array(people.length);
  for (const [at, { firstPerson, size }] of communities.entries())
    communityOf.fill(at, firstPerson, firstPerson + size);
  const written: number[] = [];
  const file = openSync(path, 'w');
  let piece = '';
  for (let paper = 0; paper < papers; paper++) {
    const home = communityOf[random.below(people.length)] ?? 0; // larger communities write more
    const authors = authorsOf(communities, home, people.length, random.pick(stock.authorCounts), random);
    written.push(...authors, -1);
    const printed = authors.map((person) => ({ ...(people[person] ?? { given: '', family: '' }), person }));
    piece += `${JSON.stringify(workOf(paper, home, printed, random))}\n`;
    if (piece.length < PIECE) continue;
    writeSync(file, piece);
    piece = '';
  }
  writeSync(file, piece);
  closeSync(file);
  writeFileSync(labels, Int32Array.from(written));
  const authors = [...new Set(written)].filter((person) => person >= 0);
  const bearers = new Map<string, number>();
  for (const person of authors) {
    const { given, family } = people[person] ?? { given: '', family: '' };
    bearers.set(`${given} ${family}`, (bearers.get(`${given} ${family}`) ?? 0) + 1);
  }
  const sharedNames = [...bearers.values()].filter((count) => count > 1).length;
  return { papers, mentions: written.length - papers, people: authors.length, sharedNames };
}

/** Which of the made papers has the DOI, from 0. */
export function numberOfDoi(doi: string): number {
  return Number(doi.slice(DOI.length));
}

function communitiesOf(people: number, random: Random): Community[] {
  const communities: Community[] = [];
  for (let firstPerson = 0; firstPerson < people; firstPerson += communities.at(-1)?.size ?? 1) {
    const drawn = Math.floor(SMALLEST * (1 - random.next()) ** -0.6);
    communities.push({ firstPerson, size: Math.min(drawn, LARGEST, people - firstPerson) });
  }
  return communities;
}

function authorsOf(
  communities: readonly Community[],
  home: number,
  people: number,
  count: number,
  random: Random,
): number[] {
  const authors = new Set<number>();
  const { firstPerson, size } = communities[home] ?? { firstPerson: 0, size: people };
  for (let tries = 0; authors.size < count && tries < 4 * count; tries++) {
    // A rank whose chance falls as 1 / rank: the inverse of the logarithm of the harmonic sum.
    const rank = Math.floor(Math.exp(random.next() * Math.log(size + 1))) - 1;
    authors.add(random.chance(0.1) ? random.below(people) : firstPerson + Math.min(rank, size - 1));
  }
  return [...authors];
}

function workOf(
  paper: number,
  home: number,
  authors: readonly { readonly given: string; readonly family: string; readonly person: number }[],
  random: Random,
): object {
  const hasInitials = random.chance(0.15);
  const hasAffiliations = random.chance(0.33);
  const words = Array.from({ length: 7 }, () =>
    word(random.chance(0.5) ? home * 37 + random.below(60) : random.below(500)),
  );
  return {
    DOI: `${DOI}${paper}`,
    type: 'journal-article',
    title: [words.join(' ')],
    'container-title': [`Journal of ${word(home)} ${word(home * 4 + Math.floor(4 * random.next() ** 2))}`],
    issued: { 'date-parts': [[1985 + random.below(40)]] },
    author: authors.map(({ given, family, person }, at) => ({
      ...(given === '' ? {} : { given: hasInitials ? initials(given) : given }),
      family,
      sequence: at === 0 ? 'first' : 'additional',
      affiliation: hasAffiliations ? [{ name: `University of ${word(Math.floor(person / 5))}` }] : [],
    })),
    'reference-count': 0,
    'is-referenced-by-count': 0,
  };
}

function initials(given: string): string {
  const parts = given.split(/[\s.]+/).filter(Boolean);
  return parts.map((part) => `${[...part][0]}.`).join(' ');
}

// A pronounceable word per number, different for different numbers.
function word(number: number): string {
  let text = '';
  let rest = number + 441;
  while (rest > 0) {
    text = `${'bcdfghjklmnprstvwxyz'[rest % 20]}${'aeiou'[Math.floor(rest / 20) % 5]}${text}`;
    rest = Math.floor(rest / 100);
  }
  return text[0]?.toUpperCase() + text.slice(1);
}
