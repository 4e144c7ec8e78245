/**
 * Papers and people that nobody wrote and nobody is, in the proportions of real catalogues: four authors in the mean and
 * now and then a thousand, one name in eight with an accent, a few people with many papers and many with one.
 */
import { Random } from '../../random.ts';

export interface InventedPerson {
  /** The same person always has the same number, name and identifiers. */
  readonly number: number;
  readonly given: string;
  readonly family: string;
  readonly orcid: string | undefined;
  readonly institution: number;
}

const GIVEN = `Anna Wei Maria John Yuki José Fatima Li Björn Priya Omar Chloé Ivan Sofia Kwame Jun Łukasz Aisha Peter
  Hannah Min-Jun Carlos Élodie Rajesh Ingrid Tomás Mei Ahmed Zoë Daniel Xiaoming Svetlana André Noor Giulia Hiroshi
  Grace Mateo Søren Leila Thomas Yan Katarzyna David Ana Jean-Pierre Elif Sergey Nia Michael Ting Victoria`.split(
  /\s+/,
);
const FAMILY = `Wang Smith Müller García Li Nguyen Kim Zhang Silva Ivanov Tanaka Kowalski Østergaard Singh Rossi Dubois
  Chen Johnson Fernández Yamamoto Hassan Nowak Andersson Park Liu Novák Schmidt Oliveira Brown Petrov Haddad Kumar
  O'Connor Lévy Bianchi Jansen Okafor Yılmaz Horváth Popescu Takahashi Wu Martínez Huang Eriksen Costa Sato Weiß Bauer
  Patel Moreau Jovanović Mwangi Laine Zhou Castillo Fischer Díaz Gupta Romano Lindqvist Sánchez Zhao Bell`.split(/\s+/);
const TOPIC_WORDS = `learning networks graph models analysis neural data quantum dynamics systems structure language
  protein stochastic sparse optimal control inference stability transport clinical cells theory deep random spectral
  bounds robust evolution magnetic estimation response climate parallel semantic adaptive lattice gene kinetics surface
  algorithm translation logic retrieval imaging diffusion nonlinear finite scaling phase energy memory attention coupled
  measurement synthesis carbon detection cohort risk treatment design simulation entropy geometry convex`.split(/\s+/);
const SMALL_WORDS = 'of in for and with on the a by from under via towards between'.split(' ');

const PEOPLE = 400_000;

export function inventedTitle(random: Random): string {
  const words = inventedWords(random, random.between(5, 14));
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return random.chance(0.2) ? title.replace(' ', ': ') : title;
}

export function inventedText(random: Random, words: number): string {
  const sentences: string[] = [];
  for (let left = words; left > 0; left -= 18) sentences.push(`${inventedWords(random, Math.min(18, left))}.`);
  return sentences.map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1)).join(' ');
}

export function inventedAuthors(random: Random): readonly InventedPerson[] {
  const count = authorCount(random);
  return Array.from({ length: count }, () => inventedPerson(Math.floor(random.next() ** 2 * PEOPLE)));
}

export function inventedPerson(number: number): InventedPerson {
  const own = new Random(number * 7919 + 1);
  const family = `${own.pick(FAMILY)}${own.chance(0.15) ? `-${own.pick(FAMILY)}` : ''}`;
  const middle = own.chance(0.4) ? ` ${String.fromCharCode(65 + own.below(26))}.` : '';
  const orcid = own.chance(0.4) ? inventedOrcid(own.below(99_999_999)) : undefined;
  return { number, given: `${own.pick(GIVEN)}${middle}`, family, orcid, institution: own.below(8_000) };
}

/** The digit that makes an ISSN of seven digits. */
export function inventedIssn(number: number): string {
  const digits = String(1_000_000 + number);
  let sum = 0;
  for (let at = 0; at < 7; at++) sum += Number(digits[at]) * (8 - at);
  const check = (11 - (sum % 11)) % 11;
  return `${digits.slice(0, 4)}-${digits.slice(4)}${check === 10 ? 'X' : check}`;
}

/** ROR's own alphabet and checksum: `0` and six characters, then two digits (ISO 7064 mod 97-10). */
export function inventedRor(number: number): string {
  const value = 1_000_000 + number;
  let rest = value;
  let text = '';
  for (let at = 0; at < 6; at++) {
    text = '0123456789abcdefghjkmnpqrstvwxyz'.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return `https://ror.org/0${text}${String(98 - ((value * 100) % 97)).padStart(2, '0')}`;
}

function inventedOrcid(number: number): string {
  const digits = `00000001${String(number).padStart(7, '0')}`.slice(0, 15);
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return `${digits}${check === 10 ? 'X' : check}`.replace(/(.{4})(?=.)/g, '$1-');
}

function inventedWords(random: Random, count: number): string {
  let text = '';
  for (let at = 0; at < count; at++) {
    const isSmall = at % 3 === 2 && at < count - 1;
    text += `${at === 0 ? '' : ' '}${random.pick(isSmall ? SMALL_WORDS : TOPIC_WORDS)}`;
  }
  return text;
}

function authorCount(random: Random): number {
  const lot = random.next();
  if (lot < 0.12) return 1;
  if (lot < 0.33) return 2;
  if (lot < 0.55) return 3;
  if (lot < 0.72) return 4;
  if (lot < 0.96) return random.between(5, 9);
  return lot < 0.9997 ? random.between(10, 40) : random.between(500, 1_500);
}
