/** The authors of one record as they come: people get their places, groups go beside them, "et al." cuts the list. */
import { isGroupName, isNameSuffix } from '../../model/index.ts';
import type { Mention, PaperRecord } from '../../model/index.ts';

const AND_OTHERS = /^(?:and\s+)?(?:others|et\.?\s*al\.?)$/i;
const DEGREE = /^(?:m\.?d|ph\.?\s?d|m\.?sc|b\.?sc|m\.?a|b\.?a|d\.?phil|frcs|frcp|mph|rn|dr|prof)\.?$/i;

export class AuthorList {
  readonly #people: Mention[] = [];
  readonly #groups: string[] = [];
  #isComplete = true;

  addPerson(name: string, more?: Omit<Mention, 'position' | 'name'>): void {
    if (AND_OTHERS.test(name)) return this.cut();
    const position = this.#people.length + 1;
    // A spread, even of nothing, takes longer than all the rest.
    this.#people.push(more === undefined ? { position, name } : { position, name, ...more });
  }

  addGroup(name: string): void {
    if (AND_OTHERS.test(name)) this.cut();
    else this.#groups.push(name);
  }

  /** A name of which the source does not say whether it is a person's. */
  add(name: string, more?: Omit<Mention, 'position' | 'name'>): void {
    if (isGroupName(name)) this.addGroup(name);
    else this.addPerson(name, more);
  }

  /** Somebody who is an author without standing in the list. */
  addUnlisted(name: string): void {
    this.#people.push({ name });
    this.#isComplete = false;
  }

  cut(): void {
    this.#isComplete = false;
  }

  get fields(): Pick<PaperRecord, 'authors' | 'groupAuthors' | 'isAuthorListComplete'> {
    return { authors: this.#people, groupAuthors: this.#groups, isAuthorListComplete: this.#isComplete };
  }
}

/** `Given von Family, Jr.` of the parts that there are. */
export function nameOf(given: string | undefined, family: string | undefined, suffix?: string): string {
  const name = given && family ? `${given} ${family}` : given || family || '';
  return suffix === undefined ? name : `${name}, ${suffix}`;
}

/** `King, Martin Luther, Jr.` as it is read: `Martin Luther King, Jr.`. Degrees are no part of a name. */
export function inReadingOrder(printed: string): string {
  if (!printed.includes(',')) return printed.trim();
  const parts = printed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !DEGREE.test(part));
  const suffixes = parts.slice(1).filter(isNameSuffix);
  const [family = printed, ...given] = parts.filter((part, at) => at === 0 || !isNameSuffix(part));
  if (given.length > 1) return printed;
  return [[...given, family].join(' '), ...suffixes].join(', ');
}
