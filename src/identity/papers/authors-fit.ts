/**
 * Whether two author lists can be one list as two sources print it. Asked only of records of one title and year, so
 * that a name may differ more than where people are told apart by it alone: dblp prints "Mitchell Marcus" and "Pius ten
 * Hacken", the paper "Mitch Marcus" and "Pius Ten Hacken".
 */
import type { PaperRecord } from '../../model/index.ts';

import { formsAgree, nameForm } from '../name-match.ts';
import type { NameForm } from '../name-match.ts';
import { appendTo } from '../../model/index.ts';

/** 0: other people; 1: lists that can be one; 2: as many names, and they agree place by place. */
export type AuthorsFit = 0 | 1 | 2;

const SHORTEST_PREFIX = 3; // "Dan" of "Daniel"
const SHORTEST_MISSPELT = 5; // "Madeline", "Madeleine"

/**
 * Lists of one length fit when half of their names do: a source that spells one name differently is common, another
 * paper of the same title, year and people is not. Of lists of two lengths, one of which may be cut, the shorter has to
 * be found in the longer as a whole. A list without names fits none.
 */
export function authorsFit(one: PaperRecord, other: PaperRecord): AuthorsFit {
  const [few, many] =
    one.authors.length <= other.authors.length ? [one.authors, other.authors] : [other.authors, one.authors];
  if (few.length === 0) return 0;
  if (few.length === many.length && few.every(({ name }, at) => name === many[at]?.name)) return 2;
  const [short, long] = [few, many].map((list) => list.map(({ name }) => nameForm(name))) as [NameForm[], NameForm[]]; // two in, two out
  const inPlace = short.map((form, at) => formsFit(form, long[at] as NameForm)); // long is at least as long
  if (short.length === long.length && inPlace.every(Boolean)) return 2;
  const least = short.length === long.length ? short.length / 2 : short.length;
  return inPlace.filter(Boolean).length >= least || foundAmong(short, long) >= least ? 1 : 0;
}

/** Whether somebody stands on both lists. */
export function shareAuthor(one: PaperRecord, other: PaperRecord): boolean {
  const forms = [one, other].map(({ authors }) => authors.map(({ name }) => nameForm(name)));
  return foundAmong(forms[0] ?? [], forms[1] ?? []) > 0;
}

/** Two names that fit share at least one of these: for looking them up. */
export function nameTokens(name: string): readonly string[] {
  const { family } = nameForm(name);
  const [last, whole] = [lastWord(family), withoutBlanks(family)];
  return last === whole ? [last] : [last, whole];
}

// Each name of the longer list is found once.
function foundAmong(short: readonly NameForm[], long: readonly NameForm[]): number {
  const places = new Map<string, number[]>();
  long.forEach(({ family }, at) => {
    for (const token of new Set([lastWord(family), withoutBlanks(family)])) appendTo(places, token, at);
  });
  const taken = new Set<number>();
  for (const form of short) {
    const candidates = [lastWord(form.family), withoutBlanks(form.family)].flatMap((token) => places.get(token) ?? []);
    const found = candidates.find((at) => !taken.has(at) && formsFit(form, long[at] as NameForm)); // a place of the list
    if (found !== undefined) taken.add(found);
  }
  return taken.size;
}

function formsFit(one: NameForm, other: NameForm): boolean {
  if (one === other || formsAgree(one, other)) return true;
  if (one.suffix !== '' && other.suffix !== '' && one.suffix !== other.suffix) return false;
  const isFamily =
    lastWord(one.family) === lastWord(other.family) || withoutBlanks(one.family) === withoutBlanks(other.family);
  if (!isFamily) return false;
  return wholeName(one) === wholeName(other) || one.givens.some((a) => other.givens.some((b) => givensFit(a, b)));
}

function givensFit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 1 || short.length >= SHORTEST_PREFIX) if (long.startsWith(short)) return true;
  return short === long || (short.length >= SHORTEST_MISSPELT && isOneLetterApart(short, long));
}

/** One letter more, less or other; `short` is no longer than `long`. */
function isOneLetterApart(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = long.slice(at + 1);
  return rest === short.slice(at) || rest === short.slice(at + 1);
}

function wholeName({ givens, family }: NameForm): string {
  return [...givens, family].join(' ');
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

function withoutBlanks(text: string): string {
  return text.replaceAll(' ', '');
}
